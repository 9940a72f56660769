"""What an import will do: each row is added, known, left out or not to be read."""

# ruff: noqa: DTZ001 - what the clock on the wall shows

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockwork.clock import HOUR
from clockwork.errors import ConflictError
from clockwork.imports import formats as there
from clockwork.imports import plan as planning
from clockwork.imports import reading, summary
from clockwork.imports.choices import Choices, Sent
from clockwork.imports.mapping import Catalog, target_of
from clockwork.imports.plan import Present, Standing
from clockwork.imports.rows import Format, Left, Question, Tracked, Unanswered, Unread
from clockwork.imports.source import Source
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.projects import Project
from clockwork.tracking.tree import Category
from tests.tracker import at

NOW = to_micros(at("2026-11-02T12:00:00Z"))
NINE = datetime(2026, 6, 1, 9)


def project(number, name, archived_at=None, inbox=False):
    return Project(f"p{number}", name, None, "blue", archived_at, 0, 0, inbox)


def category(number, project_id, parent_id, name, inbox=False):
    return Category(f"c{number}", project_id, parent_id, name, None, None, 0, 0, inbox)


GARDEN = Catalog(
    [project(0, "Garden", 5), project(1, "Garden"), project(2, "Inbox", inbox=True)],
    [
        category(1, "p1", None, "Beds"),
        category(2, "p1", "c1", "Roses"),
        category(3, "p2", None, "Inbox", inbox=True),
    ],
)


@pytest.fixture
def formats(monkeypatch):
    """Lets a test say what the rows of a file are."""

    def let(*rows, family="test"):
        def read(_source, answers):
            for row in rows:
                if isinstance(row, Question):
                    if getattr(answers, row.field) is None:
                        raise Unanswered(row)
                else:
                    yield row

        one = Format("test", "Test", family, lambda _: True, read)
        monkeypatch.setattr("clockwork.imports.formats.FORMATS", [one])

    return let


def standing(**given):
    usual = {
        "catalog": GARDEN,
        "version": 1,
        "entries": [],
        "keys": frozenset(),
        "zone": "UTC",
        "now": NOW,
    }
    return Standing(**{**usual, **given})


def read(names=(), **choices):
    return reading.read(Source("file", b"x"), Choices(zone="UTC", **choices), names)


def planned(there=None, **choices):
    found = Choices(zone="UTC", **choices)
    return planning.plan(read(**choices), found, there or standing())


def at_hour(row, hour, hours=1, **more):
    start = NINE.replace(hour=0) + timedelta(hours=hour)
    return Tracked(row, start, start + timedelta(hours=hours), **more)


def test_every_row_is_accounted_for(formats):
    formats(at_hour(2, 9), at_hour(3, 9), Left(4, "A break."), Unread(5, "No time."),
            at_hour(6, 9.5), at_hour(7, 11))  # fmt: skip
    found = summary.of_plan(planned(), ZoneInfo("UTC"))
    assert (found.rows, found.added, found.known, found.skipped, found.unreadable) == (
        6,
        3,
        1,
        1,
        1,
    )
    assert found.shortened == 1
    assert found.seconds == 2.5 * 3600
    assert [
        (month.month, month.seconds, month.known_seconds, month.file_seconds)
        for month in found.months
    ] == [("2026-06", 9000, 3600, 4 * 3600)]
    assert {(one.row, one.kind) for one in found.problems} == {
        (4, "skipped"),
        (5, "unreadable"),
        (6, "shortened"),
    }


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 5), st.sampled_from(["", "a", "b"])),
        max_size=12,
    )
)
def test_a_second_time_nothing_is_new(hours):
    rows = [
        at_hour(number + 2, hour, length, note=note)
        for number, (hour, length, note) in enumerate(hours)
    ]
    one = Format("test", "Test", "test", lambda _: True, lambda *_: iter(rows))
    before, there.FORMATS = there.FORMATS, [one]
    try:
        first = planned()
        keys = frozenset(each.fitted.timed.key for each in first.adding)
        entries = [
            Present(str(n), each.fitted.start, each.fitted.stop, "c1")
            for n, each in enumerate(first.adding)
        ]
        again = planned(standing(keys=keys, entries=entries))
    finally:
        there.FORMATS = before
    assert len(first.adding) + len(first.known) + len(first.left) == len(rows)
    assert again.adding == []
    assert len(again.known) + len(again.left) == len(rows)


def test_identifiers_are_those_of_a_family(formats):
    formats(at_hour(2, 9, source_id="7"))
    [one] = planned().adding
    formats(at_hour(9, 15, source_id="7", note="changed there"))
    assert len(planned(standing(keys=frozenset([one.fitted.timed.key]))).known) == 1
    formats(at_hour(9, 15, source_id="7"), family="another")
    assert len(planned(standing(keys=frozenset([one.fitted.timed.key]))).adding) == 1


def test_hours_of_a_day_may_be_the_same_twice(formats):
    twice = [Tracked(row, NINE.date(), seconds=3600, path=("Garden",)) for row in (2, 3)]
    formats(*twice)
    first = planned()
    assert [one.fitted.start for one in first.adding] == [
        to_micros(at("2026-06-01T09:00Z")),
        to_micros(at("2026-06-01T10:00Z")),
    ]
    keys = frozenset(one.fitted.timed.key for one in first.adding)
    formats(*twice, Tracked(4, NINE.date(), seconds=3600, path=("Garden",)))
    assert len(planned(standing(keys=keys)).adding) == 1


def test_the_same_time_in_the_same_category_is_known_whoever_brought_it(formats):
    formats(at_hour(2, 9, path=("Garden", "Beds")))
    nine = to_micros(at("2026-06-01T09:00Z"))
    assert len(planned(standing(entries=[Present("x", nine, nine + HOUR, "c1")])).known) == 1
    elsewhere = planned(standing(entries=[Present("x", nine, nine + HOUR, "c2")]))
    assert (elsewhere.known, len(elsewhere.left)) == ([], 1)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ("p2", ("c3",), True)),
        (("Garden", "Beds"), ("p1", ("c1",), True)),
        (("garden", "BEDS", "Roses"), ("p1", ("c1", "c2"), True)),
        (("Garden", "Beds", "Tulips"), ("p1", ("c1",), False)),
        (("Garden",), ("p1", (), False)),
        (("House",), (None, (), False)),
    ],
)
def test_places_are_found_by_name(path, expected):
    found = GARDEN.find(target_of(path))
    assert (found.project_id, found.category_ids, found.is_there) == expected


def test_a_tracker_without_an_inbox_makes_one():
    assert not Catalog([], []).find(()).is_there


def test_time_goes_where_somebody_wants_it(formats):
    formats(
        at_hour(2, 9, path=("Acme", "Site")), at_hour(3, 10, path=("Acme", "Fun")), at_hour(4, 11)
    )
    places = [
        Sent(["Acme", "Site"], ["Garden", "Beds"]),
        Sent(["Acme", "Fun"], None),
        Sent([], ["House"]),
    ]
    found = planned(places=places)
    assert [one.target.path for one in found.adding] == [("Garden", "Beds"), ("House", "House")]
    assert [one.row for one in found.left] == [3]


def test_both_are_not_kept_where_entries_may_not_overlap(formats):
    formats(at_hour(2, 9), at_hour(3, 9.5))
    with pytest.raises(ConflictError, match="ALLOW_OVERLAPS"):
        planned(overlaps="keep")
    assert len(planned(standing(allow_overlaps=True), overlaps="keep").adding) == 2


def test_everything_is_asked_at_once(formats):
    formats(Question("date_order", "03/04/2026", ("dmy", "mdy")), at_hour(2, 9))
    found = reading.read(Source("file", b"x"), Choices())
    assert [one.field for one in found.questions] == ["date_order", "zone"]
    assert (found.rows, found.total) == ((), 0)


def test_rows_of_others_are_left_out(formats):
    formats(at_hour(2, 9, person="ada@example.org"), at_hour(3, 10, person="Bob"), at_hour(4, 11))
    asked = read()
    assert [(one.field, list(one.choices)) for one in asked.questions] == [
        ("person", ["ada@example.org", "Bob"])
    ]
    for found in (read(person="bob"), read(names=["Bob", "bob@example.org"])):
        assert [one.row for one in found.rows] == [3]
        assert {one.row for one in found.left} == {2, 4}
        assert found.total == 3


def test_a_file_of_one_person_is_theirs_whatever_they_are_called(formats):
    formats(at_hour(2, 9, person="somebody else"), at_hour(3, 10))
    assert len(read(names=["Ada"]).rows) == 2
