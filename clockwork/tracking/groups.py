"""What a report groups by: under which keys a piece of an entry falls. Pure."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clockwork.clock import DAY
from clockwork.errors import InvalidError
from clockwork.tracking.intervals import Days, local_days
from clockwork.tracking.ledger import SEPARATOR, Span

CALENDAR = ("day", "week", "month")
LONGEST = 36_600 * DAY


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


def days_of(question: Question) -> Days:
    """The days to cut at, none when nothing is grouped by them. InvalidError."""
    if not set(question.groups) & set(CALENDAR):
        return Days((), ())
    if question.stop - question.start > LONGEST:
        raise InvalidError("invalid_time_range", "That is longer than a hundred years.")
    try:
        return local_days(question.start, question.stop, question.zone)
    except (OverflowError, ValueError):
        raise InvalidError("invalid_time_range", "The range reaches beyond the calendar.") from None


def keys_of(question: Question, group: str, days: Days) -> Callable[[Span, int], Sequence[str]]:
    """How to find the groups that a piece of an entry belongs to, by the index of its day.

    The same text each time for the same group: a large report has no room for many alike.
    """
    if group in CALENDAR:
        by_day = [(key,) for key in _calendar_keys(question, group, days)]
        return lambda _span, index: by_day[index]
    if group == "project":
        of = {key: (label.project_id,) for key, label in question.categories.items()}
        return lambda span, _index: of[span.category_id]
    if group == "category":
        same = {key: (key,) for key in question.categories}
        return lambda span, _index: same[span.category_id]
    if group == "person":
        return lambda span, _index: (sys.intern(span.person_id),)
    return lambda span, _index: _tags(span.tag_text)


@lru_cache(maxsize=64)
def _tags(text: str | None) -> Sequence[str]:
    return tuple(map(sys.intern, text.split(SEPARATOR))) if text else ("",)


def buckets(question: Question, group: str, days: Days) -> Sequence[str]:
    """Every key that must have a row, whether time falls into it or not."""
    return list(dict.fromkeys(_calendar_keys(question, group, days))) if group in CALENDAR else ()


def nested_buckets(question: Question, days: Days) -> Callable[[str], Sequence[str]]:
    """The days within a month, the weeks that a day is in, and so on; else all of them."""
    outer, group = question.groups
    every = buckets(question, group, days)
    if outer not in CALENDAR or not every:
        return lambda _key: every
    within: dict[str, dict[str, None]] = {}
    outer_keys = _calendar_keys(question, outer, days)
    for key, inner in zip(outer_keys, _calendar_keys(question, group, days), strict=True):
        within.setdefault(key, {})[inner] = None
    return lambda key: list(within[key])


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
