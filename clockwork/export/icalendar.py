"""Entries as iCalendar (RFC 5545): an event each. Pure."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clockwork import __version__
from clockwork.export.contents import STEP, Contents, compact

if TYPE_CHECKING:
    from clockwork.tracking.ledger import TimeEntry

LONGEST = 75  # bytes of a line, without its end (section 3.1)

# What a text may not hold, whichever way it is written (section 3.3.11).
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
TO_ESCAPE = re.compile(r"[\\;,\n]")


def write(contents: Contents, name: str = "") -> Iterator[bytes]:
    """One calendar, with a name where it has one. Events say nothing of when somebody is free."""
    yield _lines(
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Clockwork//Clockwork {__version__}//EN",
        "CALSCALE:GREGORIAN", f"X-WR-TIMEZONE:{contents.zone.key}", *_named(name),
    )  # fmt: skip
    for entry in contents.entries:
        yield _lines("BEGIN:VEVENT", *_properties(contents, entry), "END:VEVENT")
    yield _lines("END:VCALENDAR")


def _named(name: str) -> Iterator[str]:
    """As RFC 7986 has it, and as those read it who were there before."""
    if name:
        yield f"NAME:{_text(name)}"
        yield f"X-WR-CALNAME:{_text(name)}"


def _properties(contents: Contents, entry: "TimeEntry") -> Iterator[str]:
    places = contents.places
    path = (places.projects[entry.project_id].name, *places.path(entry.category_id))
    yield f"UID:{entry.id}"
    # When the event was last revised, as there is no METHOD (section 3.8.7.2): while nothing
    # changes, a calendar that is fetched again is the same.
    yield f"DTSTAMP:{compact(entry.updated_at)}"
    yield f"CREATED:{compact(entry.created_at)}"
    yield f"LAST-MODIFIED:{compact(entry.updated_at)}"
    yield from _times(entry)
    yield f"SUMMARY:{_text(STEP.join(path))}"
    if entry.note:
        yield f"DESCRIPTION:{_text(entry.note)}"
    if entry.tags:
        yield f"CATEGORIES:{','.join(map(_text, entry.tags))}"
    yield "TRANSP:TRANSPARENT"


def _times(entry: "TimeEntry") -> Iterator[str]:
    """An end is later than its start (section 3.8.2.2): without one, an event has no length."""
    start = compact(entry.started_at)
    yield f"DTSTART:{start}"
    if entry.stopped_at is None:
        yield "STATUS:TENTATIVE"
        yield "X-CLOCKWORK-RUNNING:TRUE"
    elif compact(entry.stopped_at) > start:
        yield f"DTEND:{compact(entry.stopped_at)}"


def _text(text: str) -> str:
    plain = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return TO_ESCAPE.sub(lambda found: ESCAPED[found[0]], plain)


def _lines(*lines: str) -> bytes:
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    """A long line over several, none of which ends within a character."""
    parts, most = [], LONGEST
    while len(line) > most:
        cut = most
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(line[:cut])
        # The space that a further line begins with counts.
        line, most = line[cut:], LONGEST - 1
    return b"\r\n ".join([*parts, line])
