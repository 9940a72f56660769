"""When rows were: zones, days of 23 and 25 hours, and what Clockwork can't hold."""

# ruff: noqa: DTZ001 - what the clock on the wall shows

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from clockwork.clock import HOUR
from clockwork.imports.rows import Left, Place, Tracked, Unanswered, Unread
from clockwork.imports.timing import timed
from clockwork.tracking.intervals import to_micros
from tests.tracker import at

BERLIN = ZoneInfo("Europe/Berlin")
ROW = Tracked(2, datetime(2026, 6, 1, 9), datetime(2026, 6, 1, 10))


def one(row, zone=BERLIN):
    [found] = timed([row], zone)
    return found


def moment(text):
    return to_micros(at(text))


def test_a_clock_on_the_wall_needs_a_zone():
    with pytest.raises(Unanswered) as asked:
        one(ROW, None)
    assert asked.value.question.field == "zone"
    assert "2026-06-01 09:00" in asked.value.question.example


def test_a_moment_needs_none():
    plus2 = timezone(timedelta(hours=2))
    found = one(
        ROW._replace(start=ROW.start.replace(tzinfo=plus2), stop=ROW.stop.replace(tzinfo=plus2)),
        None,
    )
    assert (found.start, found.stop) == (moment("2026-06-01T07:00Z"), moment("2026-06-01T08:00Z"))


def test_a_day_without_clock_times_needs_one():
    with pytest.raises(Unanswered):
        one(Tracked(2, date(2026, 6, 1), seconds=3600), None)
    found = one(Tracked(2, date(2026, 6, 1), seconds=3600))
    assert (found.start, found.day) == (moment("2026-05-31T22:00Z"), date(2026, 6, 1))
    assert not found.runs


@pytest.mark.parametrize(
    ("start", "stop", "seconds", "expected"),
    [
        # 2:00 to 3:00 comes twice on this day.
        ((1, 30), (2, 30), None, ("2025-10-25T23:30Z", "2025-10-26T00:30Z")),
        ((1, 30), (2, 30), 2 * 3600, ("2025-10-25T23:30Z", "2025-10-26T01:30Z")),
        ((2, 30), (2, 10), None, ("2025-10-26T00:30Z", "2025-10-26T01:10Z")),
        ((2, 10), (2, 30), 80 * 60, ("2025-10-26T00:10Z", "2025-10-26T01:30Z")),
        ((2, 30), (3, 0), 1800, ("2025-10-26T01:30Z", "2025-10-26T02:00Z")),
    ],
)
def test_an_hour_that_comes_twice(start, stop, seconds, expected):
    day = (2025, 10, 26)
    found = one(Tracked(2, datetime(*day, *start), datetime(*day, *stop), seconds))
    assert (found.start, found.stop) == tuple(map(moment, expected))


def test_an_hour_that_does_not_come():
    found = one(Tracked(2, datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 3, 30)))
    assert found.start == moment("2026-03-29T01:30Z")


def test_a_duration_makes_an_end_and_an_end_wins():
    assert one(Tracked(2, datetime(2026, 6, 1, 9), None, 1800)).stop == moment("2026-06-01T07:30Z")
    contradicting = one(ROW._replace(seconds=7260))
    assert contradicting.stop - contradicting.start == HOUR
    assert contradicting.seconds == 7260


def test_without_either_it_runs():
    assert one(Tracked(2, datetime(2026, 6, 1, 9))).runs


@pytest.mark.parametrize(
    "row",
    [
        ROW._replace(stop=datetime(2026, 6, 1, 8, 59)),
        ROW._replace(seconds=-1),
        ROW._replace(start=datetime(1, 1, 1)),
        ROW._replace(stop=datetime(9999, 12, 31, 23)),
        ROW._replace(start=date(9999, 12, 31), stop=None, seconds=1),
        Tracked(2, datetime(2026, 6, 1, 9), None, 10**30),
        ROW._replace(path=("x" * 201,)),
        ROW._replace(tags=("x" * 65,)),
        ROW._replace(tags=tuple(f"t{number}" for number in range(33))),
        ROW._replace(note="x" * 10_001),
        ROW._replace(note="a\0b"),
    ],
)
def test_what_clockwork_cannot_hold_is_not_read(row):
    found = one(row)
    assert isinstance(found, Unread)
    assert found.row == 2
    assert found.reason.endswith(".")


def test_names_are_made_of_what_is_written():
    found = one(
        ROW._replace(path=(" A\nb ", "", "\t", "e\u0301"), tags=(" x", "x", ""), note=" n ")
    )
    assert found.path == ("A b", "é")
    assert found.tags == ("x",)
    assert found.note == "n"


def test_everything_else_goes_through():
    others = [Left(1, "A break."), Unread(2, "No."), Place(("A",))]
    assert list(timed(others, None)) == others
