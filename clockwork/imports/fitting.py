"""Where the rows of a file find room among time that is taken. Pure; times in microseconds."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from clockwork.clock import SECOND, TOLERANCE
from clockwork.imports.rows import Left
from clockwork.imports.timing import Timed
from clockwork.tracking.intervals import midnight, to_micros

NEVER = 2**63 - 1
ONE_DAY = timedelta(days=1)

Interval = tuple[int, int]
Overlaps = Literal["shorten", "skip", "keep"]


class Fitted(NamedTuple):
    """A row and the time that it gets; `lost` is how much of it others have."""

    timed: Timed
    start: int
    stop: int | None
    lost: int = 0


class Taken:
    """Time that is taken, as intervals that neither meet nor overlap."""

    def __init__(self, intervals: Iterable[Interval]) -> None:
        self.starts: list[int] = []
        self.stops: list[int] = []
        for start, stop in sorted(intervals):
            if self.stops and start <= self.stops[-1]:
                self.stops[-1] = max(self.stops[-1], stop)
            elif start < stop:
                self.starts.append(start)
                self.stops.append(stop)

    def add(self, start: int, stop: int) -> None:
        """Take what was free; it becomes one with what it touches."""
        first, last = bisect_left(self.stops, start), bisect_right(self.starts, stop)
        if start < stop:
            touched = (start, *self.starts[first:last]), (stop, *self.stops[first:last])
            self.starts[first:last] = [min(touched[0])]
            self.stops[first:last] = [max(touched[1])]

    def free(self, start: int, stop: int) -> Interval:
        """The first stretch of an interval that is free; of no length if there is none."""
        at = bisect_right(self.starts, start)
        if at and self.stops[at - 1] > start:
            start = self.stops[at - 1]
        following = self.starts[at] if at < len(self.starts) else NEVER
        return min(start, stop), min(stop, following)

    def room(self, start: int, stop: int, length: int) -> int | None:
        """The first moment of an interval from which so much is free."""
        for begin, end in (*self.within(start, stop), (stop, stop)):
            if begin - start >= length:
                return start
            start = max(start, end)
        return None

    def within(self, start: int, stop: int) -> list[Interval]:
        """What of it reaches into an interval."""
        first, last = bisect_right(self.stops, start), bisect_left(self.starts, stop)
        return list(zip(self.starts[first:last], self.stops[first:last], strict=True))


class Rules(NamedTuple):
    """How rows are fitted: what of time that is taken, when days begin in minutes, where, now."""

    overlaps: Overlaps
    day_start: int
    zone: ZoneInfo
    now: int


def fit(rows: Iterable[Timed], taken: Sequence[Interval], rules: Rules) -> list[Fitted | Left]:
    """Each row with the time that it gets, or why it gets none.

    Those with clock times come first, by their start; then those of which only the day is known,
    one after another from the start of the day on, where nothing is.
    """
    clocked: list[Timed] = []
    daily: dict[date, list[Timed]] = defaultdict(list)
    for row in rows:
        (clocked if row.day is None else daily[row.day]).append(row)
    clocked.sort(key=lambda row: (row.start, NEVER if row.stop is None else row.stop, row.row))
    fitted = list(_clocked(clocked, Taken(taken), rules))
    if not daily:
        return fitted
    found = (one for one in fitted if isinstance(one, Fitted))
    spans = ((one.start, NEVER if one.stop is None else one.stop) for one in found)
    all_taken = Taken([*taken, *spans, (rules.now, NEVER)])
    for day in sorted(daily):
        fitted += _stacked(daily[day], day, all_taken, rules)
    return fitted


def _clocked(rows: Sequence[Timed], taken: Taken, rules: Rules) -> Iterator[Fitted | Left]:
    before = Fitted(rows[0], -NEVER, -NEVER) if rows else None
    for row in rows:
        fitted = _fitted(row, before, row is rows[-1], taken, rules)
        yield fitted
        if isinstance(fitted, Fitted) and _end(fitted) > _end(before):
            before = fitted


def _end(fitted: Fitted | None) -> int:
    """When it ends; never, while it runs."""
    if fitted is None:
        return -NEVER
    return NEVER if fitted.stop is None else fitted.stop


def _fitted(
    row: Timed, before: Fitted | None, is_last: bool, taken: Taken, rules: Rules
) -> Fitted | Left:
    """A row after the one that has reached furthest until then."""
    if max(row.start, row.stop or row.start) > rules.now:
        if max(row.start, row.stop or row.start) > rules.now + TOLERANCE:
            return Left(row.row, "It has not been yet.")
        row = row._replace(start=min(row.start, rules.now), stop=row.stop and rules.now)
    if row.stop is not None:
        return _stopped(row, row.stop, before, taken, rules.overlaps)
    if is_last and row.start >= _end(before) and not taken.within(row.start, NEVER):
        return Fitted(row, row.start, None)
    return Left(row.row, "It has no end, and other time follows; give it an end to bring it.")


def _stopped(
    row: Timed, row_stop: int, before: Fitted | None, taken: Taken, overlaps: Overlaps
) -> Fitted | Left:
    reach = _end(before)
    start, stop = taken.free(max(row.start, min(reach, row_stop)), row_stop)
    if overlaps == "keep" or row.start == row_stop or (start, stop) == (row.start, row_stop):
        return Fitted(row, row.start, row_stop)
    other = "an entry that is there has"
    if before is not None and row.start < reach:
        other = f"row {before.timed.row} has"
    if overlaps == "skip" or start == stop:
        share = "all" if start == stop else "some"
        return Left(row.row, f"It overlaps: {other} {share} of its time.")
    return Fitted(row, start, stop, (row_stop - row.start) - (stop - start))


def _stacked(
    rows: Sequence[Timed], day: date, taken: Taken, rules: Rules
) -> Iterator[Fitted | Left]:
    """One after another; begun earlier where the day would not last, then wherever there is room.

    What ends after now has not been yet; it counts as taken.
    """
    begin, end = midnight(day, rules.zone), midnight(day + ONE_DAY, rules.zone)
    whole = sum(row.seconds for row in rows) * SECOND
    start = at = max(begin, min(_wall(day, rules), end - whole))
    busy = Taken(taken.within(begin, end))
    for row in rows:
        length = row.seconds * SECOND
        at_first = busy.room(at, end, length)
        placed = busy.room(begin, end, length) if at_first is None else at_first
        if placed is None:
            yield Left(row.row, f"There is no room for it on {day}: other time is there.")
            continue
        yield Fitted(row, placed, placed + length)
        busy.add(placed, placed + length)
        at = placed + length if at_first is not None else start


def _wall(day: date, rules: Rules) -> int:
    """When the clock on the wall shows the start of the day."""
    hours, minutes = divmod(rules.day_start, 60)
    return to_micros(datetime.combine(day, time(hours, minutes), rules.zone))
