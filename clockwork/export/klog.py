"""Entries as klog's text: a record for each local day. Pure.

Source: klog's "File Format Specification" 1.2 (github.com/jotaen/klog, Specification.md). It knows
minutes and the clock on the wall, nothing of seconds or zones.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from clockwork.clock import MINUTE
from clockwork.export.contents import STEP, Contents

if TYPE_CHECKING:
    from clockwork.tracking.ledger import TimeEntry

# A tag is a sequence of letters, digits and underscores.
NOT_OF_A_TAG = re.compile(r"\W+")
ONE_DAY = timedelta(days=1)


def write(contents: Contents) -> Iterator[bytes]:
    """A date, below it the entries that began then, in the order in which they did."""
    day: date | None = None
    for entry in contents.entries:
        start = contents.local(entry.started_at)
        if start.date() != day:
            before = "" if day is None else "\n"
            day = start.date()
            yield f"{before}{day.isoformat()}\n".encode()
        yield f"    {_span(contents, entry, start)} {_summary(contents, entry)}\n".encode()


def _span(contents: Contents, entry: "TimeEntry", start: datetime) -> str:
    """A range; a duration where the clock on the wall can't tell it.

    That is over more than one midnight, and where clocks were changed meanwhile.
    """
    if entry.stopped_at is None:
        return f"{_clock(start)} - ?"
    end = contents.local(entry.stopped_at)
    days = end.date() - start.date()
    if days > ONE_DAY or end.utcoffset() != start.utcoffset():
        minutes = entry.stopped_at // MINUTE - entry.started_at // MINUTE
        return f"{minutes // 60}h{minutes % 60}m"
    return f"{_clock(start)} - {_clock(end)}{'>' if days else ''}"


def _clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def _summary(contents: Contents, entry: "TimeEntry") -> str:
    """On one line: where, the note, the tags."""
    places = contents.places
    place = STEP.join((places.projects[entry.project_id].name, *places.path(entry.category_id)))
    note = f": {' '.join(entry.note.split())}" if entry.note and entry.note.strip() else ""
    tags = "".join(f" #{NOT_OF_A_TAG.sub('_', tag)}" for tag in entry.tags)
    return f"{' '.join(place.split())}{note}{tags}"
