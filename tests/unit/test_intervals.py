"""Time arithmetic."""

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from clockwork.clock import DAY, HOUR
from clockwork.tracking.intervals import (
    day_pieces,
    local_date,
    local_days,
    midnight,
    overlap,
    to_datetime,
    to_micros,
    whole_seconds,
)
from tests.strategies import moments, zones
from tests.tracker import at

small = st.integers(0, 20)


@given(moments)
def test_a_moment_survives_the_way_to_a_date_and_back(micros):
    assert to_micros(to_datetime(micros)) == micros


@given(small, small | st.none(), small, small | st.none())
def test_overlap_is_sharing_an_instant(start, stop, other_start, other_stop):
    for begin, end in ((start, stop), (other_start, other_stop)):
        if end is not None and end < begin:
            return
    # Half-open and whole: they share time just when they share one of these instants.
    mine = set(range(start, 30 if stop is None else stop))
    theirs = set(range(other_start, 30 if other_stop is None else other_stop))

    assert overlap(start, stop, other_start, other_stop) == bool(mine & theirs)


@given(moments, st.integers(0, 40 * DAY), zones)
def test_days_follow_one_another_and_cover_the_range(start, length, zone):
    stop = start + length
    days = local_days(start, stop, zone)

    if not length:
        assert days.dates == ()
        return
    assert list(days.starts) == sorted(days.starts)
    assert len(days.starts) == len(days.dates) + 1
    assert days.dates[0] == local_date(start, zone)
    assert days.dates[-1] == max(days.dates[0], local_date(stop - 1, zone))


@given(moments, st.integers(0, 20 * DAY), st.integers(0, 5 * DAY), st.integers(0, 5 * DAY), zones)
def test_the_pieces_of_an_entry_sum_to_its_duration(start, length, before, after, zone):
    stop = start + length
    days = local_days(start - before, stop + after, zone)

    pieces = list(day_pieces(start, start, stop, days))

    assert sum(seconds for _, seconds in pieces) == whole_seconds(start, stop)
    assert all(seconds >= 0 for _, seconds in pieces)
    assert [index for index, _ in pieces] == sorted({index for index, _ in pieces})


def test_where_midnight_does_not_exist_the_day_begins_when_it_would():
    # Clocks in Beirut went from 00:00 to 01:00 on 2022-03-27.
    beirut = ZoneInfo("Asia/Beirut")

    assert midnight(at("2022-03-27").date(), beirut) == to_micros(at("2022-03-26T22:00:00Z"))
    following = midnight(at("2022-03-28").date(), beirut)
    assert following - midnight(at("2022-03-27").date(), beirut) == 23 * HOUR


def test_a_day_that_was_skipped_holds_nothing():
    # Apia went from 2011-12-29 to 2011-12-31.
    apia = ZoneInfo("Pacific/Apia")
    start, stop = to_micros(at("2011-12-29T10:00:00Z")), to_micros(at("2011-12-31T10:00:00Z"))
    days = local_days(start, stop, apia)

    held = dict.fromkeys(days.dates, 0)
    for index, seconds in day_pieces(start, start, stop, days):
        held[days.dates[index]] += seconds

    assert {day.day: seconds for day, seconds in held.items()} == {29: 86400, 30: 0, 31: 86400}
