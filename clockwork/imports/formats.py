"""The formats that can be brought in, and which of them a file is. Pure."""

from collections.abc import Sequence

from clockwork.imports.readers import (
    activitywatch,
    clockwork_json,
    icalendar,
    klog,
    server,
    timewarrior,
    watson,
)
from clockwork.imports.readers.clocked import CLOCKIFY, TOGGL
from clockwork.imports.readers.harvest import HARVEST
from clockwork.imports.readers.kimai import KIMAI, KIMAI_JSON
from clockwork.imports.readers.own import CLOCKWORK_CSV, CLOCKWORK_XLSX
from clockwork.imports.readers.solidtime import SOLIDTIME, SOLIDTIME_CSV
from clockwork.imports.readers.table import TABLE
from clockwork.imports.readers.timetagger import TIMETAGGER
from clockwork.imports.readers.toggl_data import TOGGL_DATA
from clockwork.imports.rows import Format, UnreadableError
from clockwork.imports.source import Source

# The surer come first: what they recognise is theirs.
FORMATS: Sequence[Format] = (
    clockwork_json.FORMAT,
    server.FORMAT,
    timewarrior.JSON,
    timewarrior.DATA,
    *watson.FORMATS,
    klog.OWN,
    klog.FORMAT,
    icalendar.OWN,
    icalendar.FORMAT,
    activitywatch.FORMAT,
    CLOCKWORK_CSV,
    CLOCKWORK_XLSX,
    TOGGL_DATA,
    SOLIDTIME,
    TIMETAGGER,
    SOLIDTIME_CSV,
    CLOCKIFY,
    TOGGL,
    HARVEST,
    KIMAI,
    KIMAI_JSON,
    # Any table: last of all.
    TABLE,
)


def recognise(source: Source) -> Format:
    """What a file is, by its content. UnreadableError when it is none of them."""
    for one in FORMATS:
        if one.recognises(source):
            return one
    raise UnreadableError(
        f"{source.name} is in no format that is known; docs/import.md lists those that are."
    )


def named(name: str) -> Format:
    """A format by its name. UnreadableError."""
    for one in FORMATS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in FORMATS)
    raise UnreadableError(f"There is no format {name}; those there are: {known}.")
