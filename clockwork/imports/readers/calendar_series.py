"""When an event of a calendar recurs. Pure.

Source: RFC 5545, sections 3.3.10 (rules) and 3.8.5 (properties of recurrence). Rules are followed
on the clock on the wall, as theirs are the hours that stay the same when clocks are changed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import vRecur

from clockwork.imports.readers.calendar_zones import ERRORS, Zones
from clockwork.imports.readers.records import BadRecordError

MOST = 10_000  # times that an event recurs
OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
# The calendar repeats itself after so many years, weekdays included.
CYCLE = 400
LAST_YEAR = 9999


def starts(
    event: Any, start: datetime, zones: Zones, until: datetime | None, replaced: Iterable[date]
) -> list[datetime]:
    """Each start of an event, in its zone. BadRecordError.

    A rule without an end is followed up to `until`, a moment with a zone. Those that other events
    of the file replace are not among them.
    """
    zone, first = start.tzinfo, start.replace(tzinfo=None)
    added = _local(_dates(event, "RDATE", zones), zone)
    found = {first, *(one for one in added if isinstance(one, datetime))}
    if "RRULE" in event:
        found |= set(_followed(event["RRULE"], first, zone, until))
    excluded = {*_local([*_dates(event, "EXDATE", zones), *replaced], zone)}
    left = sorted(one for one in found if not {one, one.date()} & excluded)
    return [one.replace(tzinfo=zone) for one in left]


def _followed(
    rule: Any, first: datetime, zone: tzinfo | None, until: datetime | None
) -> list[datetime]:
    """The starts that a rule makes, on the clock on the wall."""
    if not isinstance(rule, vRecur):
        raise BadRecordError("It recurs by several rules, or by one that can't be read.")
    if OFTEN & {str(one).upper() for one in rule.get("FREQ", [])}:
        raise BadRecordError("It recurs several times a day.")
    last = _last(rule, first, zone, until)
    kept = type(rule)({name: value for name, value in rule.items() if name != "UNTIL"})
    # So near to the end of the calendar a rule that never comes true is given up soon.
    years = (LAST_YEAR - max(last, first).year) // CYCLE * CYCLE
    begin, end = (one.replace(year=one.year + years) for one in (first, max(last, first)))
    try:
        endless = iter(rrulestr(kept.to_ical().decode(), dtstart=begin))
        found = list(islice(_up_to(endless, end), MOST + 1))
    except ERRORS:
        raise BadRecordError("The rule by which it recurs can't be read.") from None
    if len(found) > MOST:
        raise BadRecordError("It recurs more than 10,000 times.")
    return [one.replace(year=one.year - years) for one in found]


def _up_to(found: Iterator[datetime], last: datetime) -> Iterator[datetime]:
    for one in found:
        if one > last:
            return
        yield one


def _last(rule: Any, first: datetime, zone: tzinfo | None, until: datetime | None) -> datetime:
    """The end of a rule; a hundred years where it counts."""
    if "UNTIL" in rule:
        (end,) = _local(rule["UNTIL"][:1], zone)
        return end if isinstance(end, datetime) else datetime.combine(end, time.max)
    if "COUNT" in rule:
        return first.replace(year=min(first.year + 100, LAST_YEAR), day=min(first.day, 28))
    if until is None:
        return first
    return until.astimezone(zone).replace(tzinfo=None) if zone else until.replace(tzinfo=None)


def _dates(event: Any, name: str, zones: Zones) -> Iterator[date]:
    """What is in one or several lists of times."""
    lists = event.get(name, [])
    for one in lists if isinstance(lists, list) else [lists]:
        yield from zones.moments(one)


def _local(moments: Iterable[date], zone: tzinfo | None) -> Iterator[date]:
    """The same on the clock on the wall; a time without zone shows that already."""
    for one in moments:
        if isinstance(one, datetime) and one.tzinfo:
            yield (one.astimezone(zone) if zone else one).replace(tzinfo=None)
        else:
            yield one
