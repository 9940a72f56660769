"""iCalendar (RFC 5545): the calendars of others, and those that Clockwork writes."""

import re
from collections.abc import Iterator
from functools import partial

from clockwork.imports.rows import Answers, Format, Row
from clockwork.imports.source import Source

BEGIN = re.compile(r"\s*BEGIN:VCALENDAR\s", re.IGNORECASE)
EACH = re.compile(r"^BEGIN:VCALENDAR\s*?$", re.IGNORECASE | re.MULTILINE)
OURS = re.compile(r"^PRODID:-//Clockwork//", re.MULTILINE)


def recognises(source: Source) -> bool:
    """By its first line."""
    return BEGIN.match(source.head) is not None


def recognises_own(source: Source) -> bool:
    """When Clockwork wrote each calendar that is in it."""
    if not recognises(source) or not OURS.search(source.head):
        return False
    return len(OURS.findall(source.text)) == len(EACH.findall(source.text))


def read(source: Source, answers: Answers, own: bool = False) -> Iterator[Row]:
    """A row an event, or one each time that it recurs; tasks and such are left."""
    from clockwork.imports.readers import calendar_events  # noqa: PLC0415 - as it is large

    return calendar_events.rows(source, answers, own)


OWN = Format(
    "clockwork-ics", "Clockwork, iCalendar", "clockwork", recognises_own, partial(read, own=True)
)
FORMAT = Format("icalendar", "iCalendar", "icalendar", recognises, read)
