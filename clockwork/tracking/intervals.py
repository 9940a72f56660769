"""Half-open intervals of time, and how they are cut at the days of a time zone. All pure."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clockwork.clock import SECOND

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
ONE_DAY = timedelta(days=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC of a moment with a zone."""
    return (moment - EPOCH) // MICROSECOND


def to_datetime(micros: int) -> datetime:
    """The moment, in UTC, of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


def whole_seconds(start: int, stop: int) -> int:
    """Whole seconds between two moments, never negative."""
    return max(0, stop - start) // SECOND


def overlap(start: int, stop: int | None, other_start: int, other_stop: int | None) -> bool:
    """Whether two intervals share time; a stop of None means for ever.

    Touching is no overlap, and an interval of no length overlaps nothing.
    """
    if start == stop or other_start == other_stop:
        return False
    starts_before_other_stops = other_stop is None or start < other_stop
    return starts_before_other_stops and (stop is None or other_start < stop)


def is_inside(at: int, start: int, stop: int) -> bool:
    """Whether a moment lies strictly between two others."""
    return start < at < stop


class Days(NamedTuple):
    """Consecutive local days: `dates[i]` lasts from `starts[i]` up to `starts[i + 1]`."""

    dates: Sequence[date]
    starts: Sequence[int]


def local_date(micros: int, zone: ZoneInfo) -> date:
    """The date that a calendar on the wall shows."""
    return to_datetime(micros).astimezone(zone).date()


def midnight(day: date, zone: ZoneInfo) -> int:
    """When a local day begins, in microseconds; where 00:00 does not exist, when it would."""
    local = datetime(day.year, day.month, day.day, tzinfo=zone)
    return to_micros(local)


def local_days(start: int, stop: int, zone: ZoneInfo) -> Days:
    """Every local day that [start, stop) touches; `starts` ends with the day after the last."""
    if start >= stop:
        return Days((), ())
    first = local_date(start, zone)
    # A clock set back just after midnight shows the day before once more.
    last = max(first, local_date(stop - 1, zone))
    dates = list(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))
    years = range(first.year, (last + ONE_DAY).year + 1)
    skipped = first.toordinal() - date(first.year, 1, 1).toordinal()
    starts = list(chain.from_iterable(_midnights(year, zone) for year in years))
    return Days(dates, starts[skipped : skipped + len(dates) + 1])


# Asked again and again: reports of a hundred years begin at 36,500 midnights. 3 kB each.
@lru_cache(maxsize=400)
def _midnights(year: int, zone: ZoneInfo) -> Sequence[int]:
    days = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    return array("q", (midnight(date.fromordinal(day), zone) for day in days))


def day_pieces(start: int, begin: int, end: int, days: Days) -> Iterator[tuple[int, int]]:
    """Cut [begin, end) of an entry that began at `start`: (index of the day, whole seconds).

    The seconds are differences of floored seconds since `start`, so that the pieces of an
    entry sum to its duration whatever the cuts.
    """
    index = max(0, bisect_right(days.starts, begin) - 1)
    last = len(days.dates) - 1
    counted = (begin - start) // SECOND
    while begin < end:
        cut = end if index >= last else min(end, days.starts[index + 1])
        reached = (cut - start) // SECOND
        yield min(index, last), reached - counted
        counted, begin, index = reached, cut, index + 1
