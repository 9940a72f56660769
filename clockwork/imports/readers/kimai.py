"""Kimai's timesheet as CSV and JSON: a date, and clock times without a zone.

Facts: its own export has `Date,From,To,Duration,…,User,…,Customer,Project,Activity,Description,…,
Tags` in the language of the account, with commas or semicolons, what is imported there `HourlyRate`
and `meta.*` columns as well (kimai.org, "Import"). An end before its start is on the next day; a
whole number is a duration in seconds, one with decimals hours; an hour alone is a full hour.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clockwork.imports.columns import columns, has
from clockwork.imports.records import read as read_rows
from clockwork.imports.rows import Answers, Format, Row, UnreadableError
from clockwork.imports.source import Source
from clockwork.imports.tables import Numbered, Separated, Table, check_head, head_of

NEEDED = ("date", "start_time", "end_time", "client", "project", "task")


def _recognises(source: Source) -> bool:
    return _is_kimai(head_of(source))


def _is_kimai(head: Sequence[str]) -> bool:
    """Whether it has all that Kimai has: whole durations are hours for most others."""
    found = columns(head)
    return has(found, *NEEDED) and bool(found.keys() & {"person", "email"})


def _read(source: Source, answers: Answers) -> Iterator[Row]:
    return _rows(Separated(source), answers)


def _rows(table: Table, answers: Answers) -> Iterator[Row]:
    return read_rows(table, answers, columns(table.head), unit=1, midnight=True, hour_alone=True)


class _Objects:
    """A list of objects as a table: the heads are the names in any of them."""

    decimal = "."

    def __init__(self, objects: Sequence[Mapping[str, Any]]) -> None:
        self._objects = objects
        self.head: Sequence[str] = list(dict.fromkeys(name for one in objects for name in one))
        check_head(self.head)

    def rows(self) -> Iterator[Numbered]:
        for number, one in enumerate(self._objects, start=1):
            yield Numbered(number, [_text(one.get(name)) for name in self.head])


def _text(value: Any) -> str:
    """A value as a cell; nothing for what no cell can hold."""
    if isinstance(value, list):
        return ",".join(str(one) for one in value if isinstance(one, str))
    if value is None or isinstance(value, dict | bool):
        return ""
    return str(value).replace("\0", "")


def _recognises_json(source: Source) -> bool:
    """Its first object has what is needed; all of it is only read then."""
    head = source.head.lstrip()
    if not head.startswith("[") or '"Activity"' not in head or '"From"' not in head:
        return False
    first = source.json[0] if isinstance(source.json, list) and source.json else None
    return isinstance(first, dict) and _is_kimai(list(first))


def _read_json(source: Source, answers: Answers) -> Iterator[Row]:
    objects = source.json
    if not isinstance(objects, list) or not all(isinstance(one, dict) for one in objects):
        raise UnreadableError("The file is not a list of Kimai's records.")
    return _rows(_Objects(objects), answers)


KIMAI = Format("kimai", "Kimai, timesheet (CSV)", "kimai", _recognises, _read)
KIMAI_JSON = Format("kimai-json", "Kimai, timesheet (JSON)", "kimai", _recognises_json, _read_json)
