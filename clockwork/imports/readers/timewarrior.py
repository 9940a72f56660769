"""What `timew export` writes, and what Timewarrior stores. Pure.

Source: timew-export(1) of Timewarrior 1.9.1; of its source Interval::serialize and
IntervalFactory::fromSerialization, which write and read the lines of its .data files.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from clockwork.imports.readers.records import (
    LONGEST_TEXT,
    BadRecordError,
    decoded,
    each,
    json_bytes,
    lines_of,
    record,
)
from clockwork.imports.rows import Answers, Format, Row, Tracked, UnreadableError
from clockwork.imports.source import Source

TIME = r"\d{8}T\d{6}Z"
WHOLE_TIME = re.compile(TIME, re.ASCII)
EXPORT = re.compile(rf'\s*\[\s*(?:\]\s*\Z|\{{[^{{}}]*"start"\s*:\s*"{TIME}")')
LINE = re.compile(rf"inc(?: ({TIME})(?: - ({TIME}))?)?(?: (#.*))?", re.ASCII)
FIRST_LINE = re.compile(rf"\s*inc {TIME}(?: - {TIME})?(?: #|\s*$)", re.MULTILINE | re.ASCII)
TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"(?=\s|$)|\S+)')
# Its other files: changes to take back, and how often tags are used.
UNDO = re.compile(r"\s*txn:\s*\n\s*type:")
TAGS = re.compile(r'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"count"\s*:\s*\d+')
INSTEAD = "bring in the files like 2024-01.data"
# A project, as in `project:Client.Website`.
PROJECT = re.compile(r"project:[ .]*[^ .]")


class Interval(msgspec.Struct):
    """One of `timew export`."""

    start: str
    end: str | None = None
    tags: Sequence[str] = ()
    annotation: str = ""


def recognises_json(source: Source) -> bool:
    """An array whose first object has a start as Timewarrior writes it, or an empty one."""
    return EXPORT.match(source.head) is not None


def read_json(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - all is in it
    """A row an interval, numbered from 1."""
    intervals = decoded(json_bytes(source), list[msgspec.Raw])
    yield from each(enumerate(intervals, 1), _interval)


def recognises_data(source: Source) -> bool:
    """By its first line, or as one of the files beside it, which reading refuses."""
    return any(one.match(source.head) for one in (FIRST_LINE, UNDO, TAGS))


def read_data(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - all is in it
    """A row a line. UnreadableError for undo.data and tags.data."""
    if UNDO.match(source.head):
        raise UnreadableError(f"This is what `timew undo` needs; {INSTEAD}.")
    if TAGS.match(source.head):
        raise UnreadableError(f"This is a list of tags; {INSTEAD}.")
    lines = lines_of(source)
    yield from each(((number, line.strip()) for number, line in lines if line.strip()), _line)


def _interval(row: int, raw: msgspec.Raw) -> Tracked:
    one = record(raw, Interval)
    return _tracked(row, one.start, one.end, one.tags, one.annotation)


def _line(row: int, line: str) -> Tracked:
    found = LINE.fullmatch(line) if len(line) <= LONGEST_TEXT else None
    if found is None:
        raise BadRecordError("The line is not an interval of Timewarrior.")
    start, end, rest = found.groups()
    return _tracked(row, start, end, *_tags_and_annotation(rest or ""))


def _tags_and_annotation(rest: str) -> tuple[list[str], str]:
    """What stands after the first `#`, and after the second."""
    tags: list[str] = []
    at = 1
    while token := TOKEN.match(rest, at):
        at = token.end()
        if token[1] == "#":
            return tags, _plain(rest[at:].strip())
        tags.append(_plain(token[1]))
    return tags, ""


def _plain(text: str) -> str:
    """Without the quotation marks that are around it."""
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('\\"', '"') if quoted else text


def _tracked(
    row: int, start: str | None, end: str | None, tags: Sequence[str], annotation: str
) -> Tracked:
    """Which tag is a project nobody can tell, unless one says so."""
    first = next(filter(PROJECT.match, tags), "")
    path = first.partition(":")[2].split(".")
    return Tracked(
        row,
        _moment(start or ""),
        None if end is None else _moment(end),
        path=tuple(name.strip() for name in path if name.strip()),
        note=annotation,
        tags=tuple(tag for tag in tags if tag != first),
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text if WHOLE_TIME.fullmatch(text) else "")
    except ValueError:
        raise BadRecordError("One of its times is missing or can't be read.") from None


JSON = Format("timewarrior", "Timewarrior, JSON", "timewarrior", recognises_json, read_json)
DATA = Format(
    "timewarrior-data", "Timewarrior, .data files", "timewarrior", recognises_data, read_data
)
