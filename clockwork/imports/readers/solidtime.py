"""solidtime's export: a zip of CSVs that refer to each other by identifiers, and single CSVs.

Facts: in the zip, `time_entries.csv` has start and end in UTC, none while it runs, and tags as a
JSON list of identifiers. The CSV that it imports has `description,billable,client,project,tags,
start,end,task,user_name,user_email`; its detailed report has `Description,Task,Project,Client,User,
Start,End,Duration,Duration (decimal),Billable,Tags`, with times without a zone.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from clockwork.imports.cells import CellError, check_end, quoted, read_moment
from clockwork.imports.columns import columns, has, plain
from clockwork.imports.records import read as read_rows
from clockwork.imports.rows import Answers, Format, Place, Row, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from clockwork.imports.tables import Separated, head_of
from clockwork.tracking.intervals import to_micros

ENTRIES = "time_entries.csv"
KINDS = ("clients", "projects", "tasks", "tags", "members")
# From the top on: what is above each, and the column that refers to it.
ABOVE = {
    "clients": ("", ""),
    "projects": ("clients", "client_id"),
    "tasks": ("projects", "project_id"),
}


def _is_csv(source: Source) -> bool:
    head = head_of(source)
    found, names = columns(head), {plain(name) for name in head}
    about = {"project", "task", "note"} & found.keys()
    ours = names & {"user name", "user email", "duration (decimal)"}
    return has(found, "start", "stop") and bool(about) and bool(ours) and "billable" in names


def _read_csv(source: Source, answers: Answers) -> Iterator[Row]:
    table = Separated(source)
    return read_rows(table, answers, columns(table.head))


def _is_zip(source: Source) -> bool:
    return ENTRIES in source.parts and "meta.json" in source.parts


def _read_zip(source: Source, _answers: Answers) -> Iterator[Row]:
    if ENTRIES not in source.parts:
        raise UnreadableError(f"The file is no export of solidtime: it has no {ENTRIES}.")
    return _Export(source).rows()


class _Export:
    """The parts of an export, by identifier. UnreadableError where one is no table."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._records = {kind: self._by_id(f"{kind}.csv") for kind in KINDS}
        self._paths: dict[str, Mapping[str, tuple[str, ...]]] = {}
        for kind, (above, key) in ABOVE.items():
            self._paths[kind] = self._paths_of(kind, key, self._paths.get(above, {}))

    def rows(self) -> Iterator[Row]:
        """What it describes, from the top, then its entries."""
        for kind in ABOVE:
            for one, record in self._records[kind].items():
                if record.get("name", "").strip():
                    yield _place(self._paths[kind][one], record)
        for number, record in self._each(ENTRIES):
            try:
                yield self._tracked(number, record)
            except CellError as error:
                yield Unread(number, str(error))

    def _tracked(self, row: int, record: Mapping[str, str]) -> Tracked:
        start, stop = _moment(record.get("start", ""), "start"), record.get("end", "")
        end = _moment(stop, "end") if stop else None
        if end:
            check_end(start, end)
        member = self._records["members"].get(record.get("member_id", ""), {})
        return Tracked(
            row,
            start,
            end,
            path=self._about(record),
            note=record.get("description", ""),
            tags=self._tags(record.get("tags", "")),
            person=member.get("email") or member.get("name", ""),
            source_id=record.get("id", ""),
            created_at=_micros(record.get("created_at", "")),
            updated_at=_micros(record.get("updated_at", "")),
        )

    def _about(self, record: Mapping[str, str]) -> tuple[str, ...]:
        """By the most particular of what it refers to."""
        for kind in reversed(ABOVE):
            if path := self._paths[kind].get(record.get(f"{kind[:-1]}_id", "")):
                return path
        return ()

    def _paths_of(
        self, kind: str, key: str, upper: Mapping[str, tuple[str, ...]]
    ) -> Mapping[str, tuple[str, ...]]:
        """Names with those above them; what has no name is only what is above it."""
        found = {}
        for one, record in self._records[kind].items():
            name = record.get("name", "").strip()
            found[one] = (*upper.get(record.get(key, ""), ()), *((name,) if name else ()))
        return found

    def _tags(self, text: str) -> tuple[str, ...]:
        try:
            found = msgspec.json.decode(text or "[]", type=list[str] | None) or []
        except (msgspec.DecodeError, UnicodeError):
            raise CellError("The tags are not a list.") from None
        known = self._records["tags"]
        names = (known.get(one, {}).get("name", "") for one in found)
        return tuple(dict.fromkeys(name for name in names if name))

    def _by_id(self, name: str) -> Mapping[str, Mapping[str, str]]:
        return {record.get("id", ""): record for _, record in self._each(name)}

    def _each(self, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
        part = self._source.parts.get(name, b"")
        if not part.strip():
            return
        table = Separated(Source(name, part))
        for row in table.rows():
            yield row.number, dict(zip(table.head, row.cells, strict=False))


def _place(path: tuple[str, ...], record: Mapping[str, str]) -> Place:
    return Place(
        path,
        record.get("id") or None,
        record.get("color") or None,
        archived_at=_micros(record.get("archived_at", "") or record.get("done_at", "")),
        created_at=_micros(record.get("created_at", "")),
        updated_at=_micros(record.get("updated_at", "")),
    )


def _moment(text: str, what: str) -> datetime:
    moment = read_moment(text, None, what)
    if moment.tzinfo is None:
        raise CellError(f"The {what} {quoted(text)} does not say its zone.")
    return moment


def _micros(text: str) -> int | None:
    """When something was made or changed; None where that is not told, as nobody misses it."""
    try:
        return to_micros(_moment(text, "time")) if text else None
    except CellError:
        return None


SOLIDTIME = Format("solidtime", "solidtime, export (zip)", "solidtime", _is_zip, _read_zip)
SOLIDTIME_CSV = Format("solidtime-csv", "solidtime (CSV)", "solidtime", _is_csv, _read_csv)
