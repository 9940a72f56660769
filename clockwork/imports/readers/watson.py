"""What Watson stores, and what `watson log --json` writes. Pure.

Source: watson/frames.py and watson/watson.py of Watson 2.1 (github.com/jazzband/Watson): a frame is
[start, stop, project, id, tags, updated] in seconds since 1970; files of before 1.0 lack the last.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from clockwork.imports.readers.records import (
    BadRecordError,
    decoded,
    each,
    json_bytes,
    moment,
    record,
)
from clockwork.imports.rows import Answers, Format, Row, Tracked, UnreadableError
from clockwork.imports.source import Source
from clockwork.tracking.intervals import to_micros

NUMBER = r"-?\d+(?:\.\d+)?"
FRAMES = re.compile(rf'\s*\[\s*\[\s*{NUMBER}\s*,\s*{NUMBER}\s*,\s*"')
STATE = re.compile(r'\s*\{\s*(?:\}\s*\Z|"(?:project|start|tags)"\s*:)')
LOG = re.compile(r"\s*\[\s*(\{[^{}]*\})")
MOST_OF_A_STATE = 100_000  # bytes


class Running(msgspec.Struct):
    """What is in `state` while something runs."""

    project: str
    start: float
    tags: Sequence[str] = ()


class Logged(msgspec.Struct):
    """One frame of `watson log --json`."""

    id: str
    project: str
    start: str
    stop: str
    tags: Sequence[str] = ()


def recognises_frames(source: Source) -> bool:
    """Lists of two numbers and a text, in a list."""
    return FRAMES.match(source.head) is not None


def read_frames(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - all is in it
    """A row a frame, numbered from 1."""
    frames = decoded(json_bytes(source), list[msgspec.Raw])
    yield from each(enumerate(frames, 1), _frame)


def recognises_state(source: Source) -> bool:
    """A small object with nothing but what a running frame has, or nothing at all."""
    if len(source.data) > MOST_OF_A_STATE or not STATE.match(source.head):
        return False
    try:
        return set(source.json) in ({"project", "start", "tags"}, {"project", "start"}, set())
    except UnreadableError:
        return False


def read_state(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - all is in it
    """What runs, if anything does."""
    if source.json:
        yield from each([(1, msgspec.Raw(json_bytes(source)))], _running)


def recognises_log(source: Source) -> bool:
    """A list of objects that have what Watson writes, and times with their zone."""
    first = LOG.match(source.head)
    return first is not None and all(f'"{name}"' in first[1] for name in Logged.__struct_fields__)


def read_log(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - all is in it
    """A row a frame, numbered from 1."""
    frames = decoded(json_bytes(source), list[msgspec.Raw])
    yield from each(enumerate(frames, 1), _logged)


def _frame(row: int, raw: msgspec.Raw) -> Tracked:
    start, stop, project, source_id, tags, updated = _parts(record(raw, list[Any]))
    return Tracked(
        row,
        _moment(start),
        _moment(stop),
        path=_path(project),
        tags=tuple(tags),
        source_id=source_id,
        updated_at=None if updated is None else to_micros(_moment(updated)),
    )


def _parts(frame: list[Any]) -> list[Any]:
    """All six of them, of the right kinds."""
    start, stop, project, source_id, tags, updated = (frame + [None] * 6)[:6]
    tags = [] if tags is None else tags
    texts = [project, source_id, *tags] if isinstance(tags, list) else [None]
    if not all(isinstance(one, str) for one in texts):
        raise BadRecordError("It does not have the parts of a frame.")
    return [start, stop, project, source_id, tags, updated]


def _running(row: int, raw: msgspec.Raw) -> Tracked:
    one = record(raw, Running)
    return Tracked(row, _moment(one.start), path=_path(one.project), tags=tuple(one.tags))


def _logged(row: int, raw: msgspec.Raw) -> Tracked:
    one = record(raw, Logged)
    times = moment(one.start), moment(one.stop)
    return Tracked(row, *times, path=_path(one.project), tags=tuple(one.tags), source_id=one.id)


def _path(project: str) -> tuple[str, ...]:
    return (project,) if project.strip() else ()


def _moment(seconds: Any) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        raise BadRecordError("One of its times can't be read.") from None


FORMATS = [
    Format("watson", "Watson, frames", "watson", recognises_frames, read_frames),
    Format("watson-state", "Watson, state", "watson", recognises_state, read_state),
    Format("watson-log", "Watson, log as JSON", "watson", recognises_log, read_log),
]
