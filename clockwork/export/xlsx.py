"""Entries as an Excel workbook: dates, times and durations that it can calculate with. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from clockwork.export.cells import join
from clockwork.export.contents import STEP, Contents, seconds_of
from clockwork.export.workbook import FIRST_DAY, Cell, Duration, Hours
from clockwork.export.workbook import write as write_workbook

if TYPE_CHECKING:
    from clockwork.tracking.ledger import TimeEntry

T = TypeVar("T")

HOURS = "Hours"
# With how many characters wide they are; times are those of the zone that the head names.
COLUMNS = {
    "Date": 11, "Start": 20, "End": 20, "UTC offset": 10, "Duration": 10, HOURS: 8, "Running": 8,
    "Person": 16, "Email": 22, "Project": 20, "Category": 28, "Note": 40, "Tags": 20,
    "Entry ID": 38,
}  # fmt: skip


def write(contents: Contents, decimal: bool = True) -> Iterator[bytes]:
    """A row for each entry, sums below; without `decimal`, no column of decimal hours."""
    left_out = None if decimal else [*COLUMNS].index(HOURS)
    zone = f" ({contents.zone.key})"
    head = [f"{name}{zone}" if name in ("Start", "End") else name for name in COLUMNS]
    rows = (_kept(_row(contents, entry), left_out) for entry in contents.entries)
    widths = _kept(list(COLUMNS.values()), left_out)
    return write_workbook("Entries", _kept(head, left_out), widths, rows)


def _kept(cells: Sequence[T], left_out: int | None) -> list[T]:
    return [cell for index, cell in enumerate(cells) if index != left_out]


def _row(contents: Contents, entry: "TimeEntry") -> Sequence[Cell]:
    places, person = contents.places, contents.people[entry.person_id]
    start, seconds = contents.local(entry.started_at), seconds_of(entry)
    end = None if entry.stopped_at is None else _moment(contents.local(entry.stopped_at))
    wall = start.replace(tzinfo=None)
    lasted = (None, None, "yes") if seconds is None else (Duration(seconds), Hours(seconds), None)
    return (
        wall.date() if wall >= FIRST_DAY else wall.date().isoformat(),
        *(_moment(start), end, _offset(start), *lasted),
        *(person.name, person.email, places.projects[entry.project_id].name),
        *(join(places.path(entry.category_id), STEP), entry.note, join(entry.tags, ", ")),
        entry.id,
    )


def _moment(moment: datetime) -> Cell:
    """A cell of the type that Excel has for it, from its first day on; before that a text."""
    wall = moment.replace(tzinfo=None)
    return wall if wall >= FIRST_DAY else moment.isoformat()


def _offset(moment: datetime) -> str:
    return f"UTC{moment.isoformat()[-6:]}"
