"""Toggl Track's and Clockify's detailed reports as CSV: dates and clock times in two columns each.

Facts: Toggl's has `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End
date,End time,Duration,Tags`, Clockify's `Project,Client,Description,Task,User,Group,Email,Tags,…,
Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)`, each without some of them,
in the language of the account. Neither says its zone. Both join tags by commas and quote none.
"""

from collections.abc import Iterator, Sequence

from clockwork.imports.columns import columns, has, plain
from clockwork.imports.records import read as read_rows
from clockwork.imports.rows import Answers, Format, Row
from clockwork.imports.source import Source
from clockwork.imports.tables import Separated, head_of


def _is_clocked(head: Sequence[str]) -> bool:
    found = columns(head)
    about = {"project", "note", "client", "task"} & found.keys()
    return has(found, "start_date", "start_time") and bool(about)


def _is_clockify(source: Source) -> bool:
    """Its head begins with the project, or has what only Clockify has."""
    head = head_of(source)
    if not _is_clocked(head):
        return False
    found, names = columns(head), {plain(name) for name in head}
    decimal = any("(h)" in name or "(de" in name for name in names)
    return found.get("project") == 0 or "group" in found or decimal or "Start Date" in head


def _is_toggl(source: Source) -> bool:
    return _is_clocked(head_of(source)) and not _is_clockify(source)


def _read(source: Source, answers: Answers) -> Iterator[Row]:
    table = Separated(source)
    # Toggl and Clockify have decimal hours in a column that is just called Duration, or h:mm.
    return read_rows(table, answers, columns(table.head))


CLOCKIFY = Format("clockify", "Clockify, detailed report (CSV)", "clockify", _is_clockify, _read)
TOGGL = Format("toggl", "Toggl Track, detailed report (CSV)", "toggl", _is_toggl, _read)
