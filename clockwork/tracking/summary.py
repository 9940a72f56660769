"""Add up entries by day, week, month, project, category, tag or person.

Pure: no database, no clock.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from clockwork.errors import InvalidError
from clockwork.tracking.groups import (
    CALENDAR,
    Label,
    Question,
    buckets,
    days_of,
    keys_of,
    nested_buckets,
)
from clockwork.tracking.intervals import Days, day_pieces, whole_seconds
from clockwork.tracking.ledger import Span

# Rows of a report with those within them.
MOST_CELLS = 200_000

Sums = Mapping[str, int]


@dataclass(slots=True)
class Row:
    """One group. `own`, `total` (with what is below) and `parent` are of categories only.

    The rows within it are made as they are asked for, once: all at a time would be too many.
    """

    key: str
    label: str
    seconds: int
    own: int | None = None
    total: int | None = None
    parent: str | None = None
    rows: "Iterator[Row] | None" = None


class Summary(NamedTuple):
    """Whole seconds, each entry once in the total; rows are made as they are asked for, once."""

    total: int
    rows: Iterator[Row]


class Added(NamedTuple):
    """Seconds in all, by the first grouping, and by the second within it."""

    total: int
    sums: Sums
    cells: Mapping[str, Sums]


def summarise(question: Question, spans: Iterable[Span]) -> Summary:
    """Add up; InvalidError `invalid_time_range`, `too_large_a_report`."""
    days = days_of(question)
    added = _add_up(question, days, spans)
    first, *second = question.groups
    keys = _row_keys(question, first, added.sums, buckets(question, first, days))
    if not second:
        _refuse_many(len(keys))
        return Summary(added.total, _rows(question, first, keys, added.sums))
    within = nested_buckets(question, days)

    def keys_within(key: str) -> Sequence[str]:
        return _row_keys(question, second[0], added.cells.get(key, {}), within(key))

    for count in accumulate((len(keys_within(key)) for key in keys), initial=len(keys)):
        _refuse_many(count)
    rows = _rows(question, first, keys, added.sums)
    return Summary(added.total, _nested(question, second[0], rows, added.cells, keys_within))


def _refuse_many(cells: int) -> None:
    if cells > MOST_CELLS:
        raise InvalidError(
            "too_large_a_report",
            f"The report would have more than {MOST_CELLS:,} rows; take a shorter range, other "
            "groups or more filters.",
        )


def _add_up(question: Question, days: Days, spans: Iterable[Span]) -> Added:
    """An entry with two tags is in two cells, and once in all that they are within."""
    sums: dict[str, int] = defaultdict(int)
    cells: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    total = count = 0
    first_of, *second_of = [keys_of(question, group, days) for group in question.groups]
    for span in spans:
        for index, seconds in _pieces(question, days, span):
            total += seconds
            inner = second_of[0](span, index) if second_of else ()
            for key in first_of(span, index):
                sums[key] += seconds
                if inner:
                    count += _add_cells(cells[key], inner, seconds)
            _refuse_many(len(sums) + count)
    return Added(total, sums, cells)


def _add_cells(cells: dict[str, int], keys: Sequence[str], seconds: int) -> int:
    """How many of the cells are new."""
    before = len(cells)
    for key in keys:
        cells[key] += seconds
    return len(cells) - before


def _pieces(question: Question, days: Days, span: Span) -> Iterable[tuple[int, int]]:
    stopped = max(question.now, span.started_at) if span.stopped_at is None else span.stopped_at
    begin, end = max(span.started_at, question.start), min(stopped, question.stop)
    if begin >= end:
        return ()
    if days.dates:
        return day_pieces(span.started_at, begin, end, days)
    until_begin = whole_seconds(span.started_at, begin)
    return ((0, whole_seconds(span.started_at, end) - until_begin),)


def _nested(
    question: Question,
    group: str,
    rows: Iterable[Row],
    cells: Mapping[str, Sums],
    keys_within: Callable[[str], Sequence[str]],
) -> Iterator[Row]:
    for row in rows:
        row.rows = _rows(question, group, keys_within(row.key), cells.get(row.key, {}))
        yield row


def _row_keys(question: Question, group: str, sums: Sums, every: Sequence[str]) -> Sequence[str]:
    """What has a row: every day, week or month; categories also for what is below them."""
    if group in CALENDAR:
        return every
    return upwards(question.categories, sums) if group == "category" else list(sums)


def _rows(question: Question, group: str, keys: Sequence[str], sums: Sums) -> Iterator[Row]:
    if group in CALENDAR:
        return (Row(key, key, sums.get(key, 0)) for key in keys)
    if group == "category":
        return _category_rows(question, keys, sums)
    labels = {"project": question.projects, "person": question.people}.get(group, {})
    named = {key: labels[key].name if labels else key for key in keys}
    ordered = sorted(keys, key=lambda key: (-sums[key], named[key], key))
    return (Row(key, named[key], sums[key]) for key in ordered)


def _category_rows(question: Question, keys: Sequence[str], own: Sums) -> Iterator[Row]:
    """A row for each category with time and for all above it, so that a tree can be drawn."""
    labels, totals = question.categories, {key: own.get(key, 0) for key in keys}
    for key in keys:
        parent = labels[key].parent_id
        if parent is not None:
            totals[parent] += totals[key]
    for key in sorted(keys, key=lambda key: (-totals[key], labels[key].name, key)):
        seconds, label = own.get(key, 0), labels[key]
        yield Row(key, label.name, seconds, seconds, totals[key], label.parent_id)


def upwards(categories: Mapping[str, Label], keys: Iterable[str]) -> Sequence[str]:
    """Categories and all above them, each before what it is below; walks each step once."""
    levels: dict[str, int] = {}
    for key in keys:
        path, at = [], key
        while at not in levels:
            path.append(at)
            parent = categories[at].parent_id
            if parent is None:
                break
            at = parent
        level = levels.get(at, 0)
        for step in reversed(path):
            level = levels[step] = level + 1
    return sorted(levels, key=levels.__getitem__, reverse=True)
