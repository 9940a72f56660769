"""Events of calendars, as rows. Loaded only when a calendar is read, for its library is large."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from time import thread_time
from typing import Any

import icalendar

from clockwork.export.contents import STEP
from clockwork.imports.readers.calendar_series import starts
from clockwork.imports.readers.calendar_text import Component, components, unfolded
from clockwork.imports.readers.calendar_zones import ERRORS, TZID_PARAMETER, Zones
from clockwork.imports.readers.records import LONGEST_TEXT, BadRecordError, checked
from clockwork.imports.rows import Answers, Left, Row, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from clockwork.tracking.intervals import to_micros

# What events may take: a few have rules that are followed for long, all of them would be too many.
MOST_SECONDS = 5
SECONDS_EACH = 0.01
FLAGS = re.MULTILINE | re.IGNORECASE
TIMES = "DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID"
REST = "UID SUMMARY CATEGORIES STATUS ATTENDEE CREATED LAST-MODIFIED X-CLOCKWORK-RUNNING"
WANTED = re.compile(rf"^(?:{'|'.join(f'{TIMES} {REST}'.split())})[;:].*$", FLAGS)
OWN = re.compile(rf"{WANTED.pattern}|^DESCRIPTION[;:].*$", FLAGS)
CHANGES = re.compile(r"^RECURRENCE-ID[;:]", FLAGS)
MADE = re.compile(r"^(?:DTSTAMP|LAST-MODIFIED|CREATED)[^:\r\n]*:(\d{8}T\d{6})Z\s*$", FLAGS)
BEGUN = re.compile(r"^DTSTART[^:\r\n]*:(\d{8}T\d{6})Z?\s*$", FLAGS)
OWNER = re.compile(r"^X-WR-CALNAME[^:\r\n]*:(.*@.*)$", FLAGS)
LEFT = {
    "VTODO": "A task is no time.",
    "VJOURNAL": "A journal is no time.",
    "VFREEBUSY": "When somebody is busy does not tell with what.",
}


class Patience:
    """How long events may still take; UnreadableError when they took longer."""

    def __init__(self) -> None:
        self._left: float = MOST_SECONDS

    @contextmanager
    def with_one(self) -> Iterator[None]:
        """Whatever an event has in it, its rules and its zones."""
        began = thread_time()
        try:
            yield
        finally:
            self._left += SECONDS_EACH - (thread_time() - began)
        if self._left < 0:
            raise UnreadableError("Events of the file recur too often to be read; split it.")


class Calendar:
    """A file, with what has to be known of all of it to read one event."""

    def __init__(self, text: str, own: bool, person: str | None) -> None:
        self.text = text
        self.own = own
        self.zones = Zones(one for one in components(text) if one.name == "VTIMEZONE")
        self.last = _latest(text)
        owner = OWNER.search(text)
        self.owners = {one.strip().lower() for one in (owner and owner[1], person) if one}
        self.patience = Patience()
        self.replaced = self._replaced()

    def _replaced(self) -> dict[str, list[date]]:
        """Which times of a series have an event of their own."""
        found: dict[str, list[date]] = defaultdict(list)
        for one in components(self.text):
            if one.name == "VEVENT" and CHANGES.search(one.lines):
                # What can't be read is told when it becomes a row.
                with suppress(BadRecordError), self.patience.with_one():
                    event = self.event(one)
                    found[_text(event, "UID")].append(self.time(event, "RECURRENCE-ID"))
        return found

    def event(self, component: Component) -> Any:
        """A component as an event. BadRecordError."""
        if not component.is_whole:
            raise BadRecordError("It breaks off.")
        wanted = (OWN if self.own else WANTED).finditer(component.lines)
        lines = "\r\n".join(TZID_PARAMETER.sub(r"\1X-\2", one[0].rstrip("\r")) for one in wanted)
        if len(lines) > LONGEST_TEXT:
            raise BadRecordError("Its texts have more than 100,000 characters.")
        try:
            event = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n")
        except (*ERRORS, RecursionError):
            raise BadRecordError("It is no proper event.") from None
        if {name for name, _ in event.errors} & {None, *TIMES.split()}:
            raise BadRecordError("One of its times can't be read.")
        return event

    def time(self, event: Any, name: str) -> date:
        """One time. BadRecordError."""
        value = event.get(name)
        if value is None or isinstance(value, list):
            raise BadRecordError("A time that an event needs is missing, or there several times.")
        return self.zones.moment(value)


def rows(source: Source, answers: Answers, own: bool) -> Iterator[Row]:
    """A row an event, or one each time that it recurs; numbered from 1."""
    calendar = Calendar(unfolded(source), own, answers.person)
    number = 1
    for one in components(calendar.text):
        found: list[Row] = []
        if one.name == "VEVENT":
            with calendar.patience.with_one():
                found = _rows(calendar, number, one)
        elif one.name != "VTIMEZONE":
            found = [Left(number, LEFT.get(one.name, "It is no event."))]
        yield from found
        number += len(found)


def _rows(calendar: Calendar, number: int, component: Component) -> list[Row]:
    try:
        event = calendar.event(component)
        reason = _why_left(calendar, event)
        if reason:
            return [Left(number, reason)]
        found: list[Row] = [checked(row) for row in _tracked(calendar, number, event)]
        return found or [Left(number, "Other events are in place of it, or it was taken out.")]
    except BadRecordError as error:
        return [Unread(number, str(error))]
    except (ValueError, OverflowError):
        return [Unread(number, "One of its times is beyond the calendar.")]


def _why_left(calendar: Calendar, event: Any) -> str:
    if _text(event, "STATUS").upper() == "CANCELLED":
        return "It was cancelled."
    if _is_declined(calendar, event):
        return "It was declined."
    if not isinstance(calendar.time(event, "DTSTART"), datetime):
        return "It lasts whole days, without hours."
    return ""


def _is_declined(calendar: Calendar, event: Any) -> bool:
    """By whose calendar it is; by the only one there is, if that is unknown."""
    found = _several(event, "ATTENDEE")
    whose = [one for one in found if str(one).lower().removeprefix("mailto:") in calendar.owners]
    if not whose and len(found) == 1:
        whose = found
    return any(str(one.params.get("PARTSTAT", "")).upper() == "DECLINED" for one in whose)


def _tracked(calendar: Calendar, number: int, event: Any) -> Iterator[Tracked]:
    start = calendar.time(event, "DTSTART")
    assert isinstance(start, datetime)
    lasted = _lasted(calendar, event, start)
    row = Tracked(
        number,
        start,
        tags=tuple(dict.fromkeys(_tags(event))),
        source_id=_text(event, "UID"),
        created_at=_micros(event, "CREATED"),
        updated_at=_micros(event, "LAST-MODIFIED"),
        **_about(calendar, event),
    )
    at = partial(_at, row, lasted)
    if "RECURRENCE-ID" in event:
        yield at(start, _changed(calendar, event))
    elif "RRULE" in event or "RDATE" in event:
        for later, one in enumerate(_starts(calendar, event, start)):
            yield at(one, one)._replace(row=number + later)
    else:
        yield at(start, None)


def _at(row: Tracked, lasted: timedelta | None, start: datetime, which: date | None) -> Tracked:
    """An event at one of its times; `which` tells that from the others of the same identifier."""
    begin = start.astimezone(UTC) if start.tzinfo else start
    stop = None if lasted is None else begin + lasted
    # What has no identifier does not get one by that.
    which = which if row.source_id else None
    name = row.source_id if which is None else f"{row.source_id}/{_compact(which)}"
    return row._replace(start=begin, stop=stop, source_id=name)


def _starts(calendar: Calendar, event: Any, start: datetime) -> list[datetime]:
    replaced = calendar.replaced.get(_text(event, "UID"), [])
    return starts(event, start, calendar.zones, calendar.last, replaced)


def _changed(calendar: Calendar, event: Any) -> date:
    """Which time of a series it is in place of."""
    which = calendar.time(event, "RECURRENCE-ID")
    if event["RECURRENCE-ID"].params.get("RANGE"):
        raise BadRecordError("It changes a series from one time on; give its times by hand.")
    return which


def _lasted(calendar: Calendar, event: Any, start: datetime) -> timedelta | None:
    """How long it took; None while it runs."""
    if calendar.own and "X-CLOCKWORK-RUNNING" in event:
        return None
    if "DTEND" not in event:
        lasted = event["DURATION"].dt if "DURATION" in event else timedelta()
        if not isinstance(lasted, timedelta) or lasted < timedelta():
            raise BadRecordError("It stops before it starts.")
        return lasted
    stop = calendar.time(event, "DTEND")
    if not isinstance(stop, datetime) or bool(stop.tzinfo) != bool(start.tzinfo):
        raise BadRecordError("Its start has a zone and its end has none, or they are not alike.")
    utc = [one.astimezone(UTC) if one.tzinfo else one for one in (start, stop)]
    if utc[1] < utc[0]:
        raise BadRecordError("It stops before it starts.")
    return utc[1] - utc[0]


def _about(calendar: Calendar, event: Any) -> dict[str, Any]:
    """Ours say where, others what."""
    summary = _text(event, "SUMMARY")
    if not calendar.own:
        return {"note": summary}
    path = tuple(summary.split(STEP)) if summary else ()
    return {"path": path, "note": _text(event, "DESCRIPTION")}


def _tags(event: Any) -> Iterator[str]:
    for one in _several(event, "CATEGORIES"):
        yield from (str(name).strip() for name in one.cats if str(name).strip())


def _text(event: Any, name: str) -> str:
    return str(next(iter(_several(event, name)), ""))


def _several(event: Any, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _micros(event: Any, name: str) -> int | None:
    """When it was made or changed, if that is told as it should be."""
    value = event.get(name)
    found = value.dt if isinstance(value, icalendar.vDDDTypes) else None
    return to_micros(found) if isinstance(found, datetime) and found.tzinfo else None


def _compact(which: date) -> str:
    if isinstance(which, datetime) and which.tzinfo:
        return f"{which.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return which.isoformat()


def _latest(text: str) -> datetime | None:
    """When the file was made, as far as it tells: rules without an end are followed so far.

    That is the latest time at which an event was made or changed, else at which one begins.
    """
    for pattern in (MADE, BEGUN):
        try:
            latest = max((one[1] for one in pattern.finditer(text)), default="")
            return datetime.fromisoformat(latest).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
