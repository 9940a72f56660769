"""Entries as CSV (RFC 4180): for spreadsheets, scripts and other trackers. Pure.

With a byte order mark, without which Excel reads UTF-8 as something else.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clockwork.export.cells import clock, defuse, join
from clockwork.export.contents import STEP, Contents, seconds_of

if TYPE_CHECKING:
    from clockwork.tracking.ledger import TimeEntry

HOURS = "Hours"
COLUMNS = (
    *("Date", "Start", "End", "Duration", HOURS, "Running", "Person", "Email", "Project"),
    *("Category", "Note", "Tags", "Entry ID", "Person ID", "Project ID", "Category ID"),
)
MARK = "\ufeff"


def write(contents: Contents, decimal: bool = True) -> Iterator[bytes]:
    """A line for each entry; without `decimal`, no column of decimal hours."""
    left_out = None if decimal else COLUMNS.index(HOURS)
    yield (MARK + line(_kept(COLUMNS, left_out))).encode()
    for entry in contents.entries:
        yield line(_kept(_row(contents, entry), left_out)).encode()


def line(cells: Sequence[str]) -> str:
    """A line with its end, quoted where it has to be."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _row(contents: Contents, entry: "TimeEntry") -> Sequence[str]:
    places, person = contents.places, contents.people[entry.person_id]
    start, seconds = contents.local(entry.started_at), seconds_of(entry)
    end = "" if entry.stopped_at is None else contents.local(entry.stopped_at).isoformat()
    return (
        *(start.date().isoformat(), start.isoformat(), end),
        # A ten-thousandth of an hour is 0.36 s: seconds can be told from it.
        *(("", "", "yes") if seconds is None else (clock(seconds), f"{seconds / 3600:.4f}", "")),
        *map(defuse, (person.name, person.email or "", places.projects[entry.project_id].name)),
        defuse(join(places.path(entry.category_id), STEP)),
        *(defuse(entry.note or ""), defuse(join(entry.tags, ", "))),
        *(entry.id, entry.person_id, entry.project_id, entry.category_id),
    )


def _kept(cells: Sequence[str], left_out: int | None) -> Sequence[str]:
    return [cell for index, cell in enumerate(cells) if index != left_out]
