"""Add up entries by day, week, month, project, category, tag or person.

Pure: no database, no clock.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clockwork.clock import DAY
from clockwork.errors import InvalidError
from clockwork.tracking.intervals import Days, day_pieces, local_days, whole_seconds
from clockwork.tracking.ledger import Span

CALENDAR = ("day", "week", "month")
LONGEST = 36_600 * DAY
MOST_ROWS = 250_000

# A key of one grouping, or of two: what the seconds are added up under.
Cell = tuple[str, ...]


class Label(NamedTuple):
    """What a category or project is called and belongs to."""

    name: str
    project_id: str = ""
    parent_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a report is about: [start, stop) in microseconds, in a zone, grouped."""

    start: int
    stop: int
    now: int
    zone: ZoneInfo
    groups: Sequence[str]
    week_start: int = 1
    projects: Mapping[str, Label] = field(default_factory=dict)
    categories: Mapping[str, Label] = field(default_factory=dict)
    people: Mapping[str, Label] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """One group. `own`, `total` (with what is below) and `parent` are of categories only."""

    key: str
    label: str
    seconds: int
    own: int | None = None
    total: int | None = None
    parent: str | None = None
    rows: "list[Row] | None" = None


class Summary(NamedTuple):
    """Whole seconds: each entry once in the total."""

    total: int
    rows: list[Row]


def summarise(question: Question, spans: Iterable[Span]) -> Summary:
    """Add up; InvalidError `invalid_time_range` when there would be too many rows."""
    days = _days(question)
    total, sums, cells = _add_up(question, days, spans)
    first, *second = question.groups
    rows = _rows(question, first, sums, _buckets(question, first, days))
    if second:
        _nest(question, second[0], rows, cells, days)
    return Summary(total, rows)


def _days(question: Question) -> Days:
    if not set(question.groups) & set(CALENDAR):
        return Days((), ())
    if question.stop - question.start > LONGEST:
        raise _too_long()
    try:
        return local_days(question.start, question.stop, question.zone)
    except (OverflowError, ValueError):
        raise InvalidError("invalid_time_range", "The range reaches beyond the calendar.") from None


def _too_long() -> InvalidError:
    return InvalidError(
        "invalid_time_range", "That would be too many rows; take a shorter range or fewer groups."
    )


def _add_up(
    question: Question, days: Days, spans: Iterable[Span]
) -> tuple[int, Mapping[str, int], Mapping[Cell, int]]:
    """Seconds in all, by the first grouping, and by both: one with two tags is in two cells."""
    sums: dict[str, int] = defaultdict(int)
    cells: dict[Cell, int] = defaultdict(int)
    total = 0
    keys_of = [_keys(question, group, days) for group in question.groups]
    for span in spans:
        for index, seconds in _pieces(question, days, span):
            total += seconds
            keys = [of(span, index) for of in keys_of]
            for key in keys[0]:
                sums[key] += seconds
            for cell in _cells(keys):
                cells[cell] += seconds
    return total, sums, cells


def _pieces(question: Question, days: Days, span: Span) -> Iterable[tuple[int, int]]:
    stopped = max(question.now, span.started_at) if span.stopped_at is None else span.stopped_at
    begin, end = max(span.started_at, question.start), min(stopped, question.stop)
    if begin >= end:
        return ()
    if days.dates:
        return day_pieces(span.started_at, begin, end, days)
    until_begin = whole_seconds(span.started_at, begin)
    return ((0, whole_seconds(span.started_at, end) - until_begin),)


def _cells(keys: Sequence[Sequence[str]]) -> Iterable[Cell]:
    if len(keys) == 1:
        return [(key,) for key in keys[0]]
    return [(first, second) for first in keys[0] for second in keys[1]]


def _keys(question: Question, group: str, days: Days) -> Callable[[Span, int], Sequence[str]]:
    """How to find the groups that a piece of an entry belongs to."""
    if group in CALENDAR:
        by_day = [(key,) for key in _calendar_keys(question, group, days)]
        return lambda _span, index: by_day[index]
    if group == "project":
        of = {key: (label.project_id,) for key, label in question.categories.items()}
        return lambda span, _index: of[span.category_id]
    if group == "category":
        return lambda span, _index: (span.category_id,)
    if group == "person":
        return lambda span, _index: (span.person_id,)
    return lambda span, _index: span.tags or ("",)


def _calendar_keys(question: Question, group: str, days: Days) -> list[str]:
    """For each day the key of its day, week or month: the first date of it."""
    return [_first_date(day, group, question.week_start).isoformat() for day in days.dates]


def _first_date(day: date, group: str, week_start: int) -> date:
    if group == "month":
        return day.replace(day=1)
    if group == "week":
        back = (day.isoweekday() - week_start) % 7
        # The calendar begins in the year 1; a week cut off by that begins with it.
        return date.min if day.toordinal() <= back else day - timedelta(days=back)
    return day


def _buckets(question: Question, group: str, days: Days) -> Sequence[str]:
    """Every key that must have a row, whether time falls into it or not."""
    return list(dict.fromkeys(_calendar_keys(question, group, days))) if group in CALENDAR else ()


def _nest(
    question: Question, group: str, rows: Sequence[Row], cells: Mapping[Cell, int], days: Days
) -> None:
    below: dict[str, dict[str, int]] = defaultdict(dict)
    for (first, second), seconds in cells.items():
        below[first][second] = seconds
    buckets = _nested_buckets(question, group, rows, days)
    if sum(len(buckets(row.key)) for row in rows) > MOST_ROWS:
        raise _too_long()
    for row in rows:
        row.rows = _rows(question, group, below[row.key], buckets(row.key))


def _nested_buckets(
    question: Question, group: str, rows: Sequence[Row], days: Days
) -> Callable[[str], Sequence[str]]:
    """The days within a month, the weeks that a day is in, and so on; else all of them."""
    every = _buckets(question, group, days)
    outer = question.groups[0]
    if outer not in CALENDAR or not every:
        return lambda _key: every
    within: dict[str, dict[str, None]] = {row.key: {} for row in rows}
    outer_keys = _calendar_keys(question, outer, days)
    for key, inner in zip(outer_keys, _calendar_keys(question, group, days), strict=True):
        within[key][inner] = None
    return lambda key: list(within[key])


def _rows(
    question: Question, group: str, seconds: Mapping[str, int], buckets: Sequence[str]
) -> list[Row]:
    if group in CALENDAR:
        return [Row(key, key, seconds.get(key, 0)) for key in buckets]
    if group == "category":
        return _category_rows(question, seconds)
    labels = {"project": question.projects, "person": question.people}.get(group, {})
    rows = [Row(key, labels[key].name if labels else key, sum_) for key, sum_ in seconds.items()]
    return sorted(rows, key=lambda row: (-row.seconds, row.label, row.key))


def _category_rows(question: Question, own: Mapping[str, int]) -> list[Row]:
    """A row for each category with time and for all above it, so that a tree can be drawn."""
    totals: dict[str, int] = defaultdict(int)
    for key, seconds in own.items():
        above: str | None = key
        while above is not None:
            totals[above] += seconds
            above = question.categories[above].parent_id
    rows = [_category_row(question, key, own.get(key, 0), total) for key, total in totals.items()]
    return sorted(rows, key=lambda row: (-(row.total or 0), row.label, row.key))


def _category_row(question: Question, key: str, own: int, total: int) -> Row:
    label = question.categories[key]
    return Row(key, label.name, own, own=own, total=total, parent=label.parent_id)
