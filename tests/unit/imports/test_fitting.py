"""Rows that find room: no minute twice, none invented, each row accounted for."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockwork.clock import DAY, HOUR, MINUTE, SECOND
from clockwork.imports.fitting import NEVER, Fitted, Rules, Taken, fit
from clockwork.imports.rows import Left
from clockwork.imports.timing import Timed
from clockwork.tracking.intervals import midnight, to_micros
from tests.tracker import at

BERLIN = ZoneInfo("Europe/Berlin")
UTC = ZoneInfo("UTC")
NOW = to_micros(at("2026-11-02T12:00:00Z"))
MINUTES = 60  # of the little world that the model looks at
BEGIN = NOW - DAY

intervals = st.tuples(st.integers(0, MINUTES), st.integers(0, 15))
stretches = intervals.map(lambda one: (one[0], one[0] + one[1]))


def row(number, start, stop, day=None, seconds=None):
    spent = 0 if stop is None else (stop - start) // SECOND
    return Timed(
        number, start, stop, day, spent if seconds is None else seconds,
        *((), "", (), "", "", None, None),
    )  # fmt: skip


def rules(overlaps="shorten", zone=UTC, day_start=9 * 60):
    return Rules(overlaps, day_start, zone, NOW)


def minutes(start, stop):
    return set(range((start - BEGIN) // MINUTE, (stop - BEGIN) // MINUTE))


def span(start, length):
    return BEGIN + start * MINUTE, BEGIN + (start + length) * MINUTE


def first_stretch(wanted, free):
    """The model: the first minutes of it, one after another, that are free."""
    found = []
    for minute in sorted(wanted):
        if minute in free:
            found.append(minute)
        elif found:
            break
    return set(found)


@given(
    st.lists(intervals, max_size=8),
    st.lists(intervals, max_size=6),
    st.sampled_from(["shorten", "skip"]),
)
def test_rows_with_times_get_what_is_free(wanted, taken, overlaps):
    rows = [row(number, *span(*one)) for number, one in enumerate(wanted)]
    occupied = set().union(*(minutes(*span(*one)) for one in taken))

    fitted = fit(rows, [span(*one) for one in taken], rules(overlaps))

    assert sorted(one.timed.row if isinstance(one, Fitted) else one.row for one in fitted) == list(
        range(len(rows))
    )
    by_row = {one.timed.row: one for one in fitted if isinstance(one, Fitted)}
    for one in sorted(rows, key=lambda each: (each.start, each.stop, each.row)):
        whole = minutes(one.start, one.stop)
        expected = first_stretch(whole, whole - occupied)
        if overlaps == "skip" and expected != whole:
            expected = set()
        found = by_row.get(one.row)
        if not whole:
            assert (found.start, found.stop) == (one.start, one.stop)
            continue
        assert (minutes(found.start, found.stop) if found else set()) == expected
        assert found is None or found.lost == (len(whole) - len(expected)) * MINUTE
        occupied |= expected


@given(st.lists(intervals, max_size=6))
def test_both_are_kept_where_that_is_wanted(wanted):
    rows = [row(number, *span(*one)) for number, one in enumerate(wanted)]
    fitted = fit(rows, [span(0, MINUTES)], rules("keep"))
    assert {(one.start, one.stop) for one in fitted} == {(one.start, one.stop) for one in rows}


@given(st.lists(stretches, max_size=12), st.lists(stretches, max_size=12))
def test_taken_one_by_one_is_as_taken_together(some, more):
    together, grown = Taken([*some, *more]), Taken(some)
    for start, stop in more:
        grown.add(start, stop)
    assert (grown.starts, grown.stops) == (together.starts, together.stops)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2025, 10, 26), date(2026, 6, 1)])
@given(
    lengths=st.lists(st.integers(0, 12 * 60), max_size=8),
    taken=st.lists(st.tuples(st.integers(0, 25 * 60), st.integers(0, 300)), max_size=5),
    day_start=st.integers(0, 24 * 60 - 1),
)
def test_rows_of_a_day_lie_in_it_and_over_nothing(day, lengths, taken, day_start):
    begin, end = midnight(day, BERLIN), midnight(date.fromordinal(day.toordinal() + 1), BERLIN)
    busy = [(begin + at * MINUTE, begin + (at + length) * MINUTE) for at, length in taken]
    rows = [row(number, begin, None, day, length * 60) for number, length in enumerate(lengths)]

    fitted = fit(rows, busy, rules(zone=BERLIN, day_start=day_start))

    assert len(fitted) == len(rows)
    seen = list(busy)
    for one in fitted:
        if isinstance(one, Left):
            continue
        assert begin <= one.start <= one.stop <= end
        assert one.stop - one.start == lengths[one.timed.row] * MINUTE
        assert not any(max(one.start, start) < min(one.stop, stop) for start, stop in seen), (
            "time is there twice"
        )
        seen.append((one.start, one.stop))
    # Whatever is left out has no room anywhere in the day.
    for one in fitted:
        if isinstance(one, Left):
            assert Taken(seen).room(begin, end, lengths[one.row] * MINUTE) is None


def test_a_day_begins_when_it_is_said_to():
    day = date(2026, 3, 29)  # the clock skips from 2 to 3
    begin = midnight(day, BERLIN)
    rows = [row(number, begin, None, day, 3600) for number in range(2)]
    fitted = fit(rows, [], rules(zone=BERLIN, day_start=8 * 60))
    assert [one.start for one in fitted] == [begin + 7 * HOUR, begin + 8 * HOUR]


def test_a_full_day_begins_as_early_as_it_has_to():
    day = date(2026, 6, 1)
    begin = midnight(day, BERLIN)
    rows = [row(number, begin, None, day, 8 * 3600) for number in range(3)]
    fitted = fit(rows, [], rules(zone=BERLIN))
    assert [one.start - begin for one in fitted] == [0, 8 * HOUR, 16 * HOUR]


def test_more_than_a_day_has_is_left_out():
    day = date(2026, 6, 1)
    rows = [row(number, midnight(day, UTC), None, day, 8 * 3600) for number in range(4)]
    fitted = fit(rows, [], rules())
    assert [one.row for one in fitted if isinstance(one, Left)] == [3]


def test_hours_of_today_end_by_now():
    day = date(2026, 11, 2)
    [one] = fit([row(1, midnight(day, UTC), None, day, 4 * 3600)], [], rules())
    assert one.stop <= NOW


def test_what_runs_goes_on_when_nothing_is_after_it():
    before = row(1, NOW - 2 * HOUR, NOW - HOUR)
    fitted = fit([row(2, NOW - HOUR, None), before], [], rules())
    assert [(one.start, one.stop) for one in fitted] == [
        (NOW - 2 * HOUR, NOW - HOUR),
        (NOW - HOUR, None),
    ]


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        ([row(1, NOW - 3 * HOUR, None), row(2, NOW - 2 * HOUR, NOW - HOUR)], []),
        ([row(1, NOW - 3 * HOUR, None), row(2, NOW - 2 * HOUR, None)], []),
        ([row(1, NOW - 3 * HOUR, None)], [(NOW - 2 * HOUR, NOW - HOUR)]),
        ([row(1, NOW - 3 * HOUR, None)], [(NOW - 4 * HOUR, NEVER)]),
    ],
)
def test_what_runs_and_is_followed_is_left_out(rows, taken):
    left = [one.row for one in fit(rows, taken, rules()) if isinstance(one, Left)]
    assert left == [1]


def test_the_future_is_left_out_and_a_minute_ahead_is_now():
    fitted = fit([row(1, NOW, NOW + 30 * SECOND), row(2, NOW, NOW + HOUR)], [], rules())
    assert isinstance(next(one for one in fitted if isinstance(one, Left)), Left)
    assert [one.stop for one in fitted if isinstance(one, Fitted)] == [NOW]


def test_it_says_which_row_has_the_time():
    rows = [row(7, BEGIN, BEGIN + HOUR), row(8, BEGIN + MINUTE, BEGIN + 2 * MINUTE)]
    [left] = [one for one in fit(rows, [], rules()) if isinstance(one, Left)]
    assert "row 7" in left.reason
