"""Entries as `timew import` reads them and `timew export` writes them. Pure.

Source: timew-import(1) and timew-export(1) of Timewarrior 1.9.1: one array of intervals, oldest
first, with times as 20261102T123456Z; one without `end` runs.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

from clockwork.export.contents import STEP, Contents, compact

if TYPE_CHECKING:
    from clockwork.tracking.ledger import TimeEntry


class Interval(msgspec.Struct):
    """Without an id: `timew` numbers them itself, from the newest."""

    start: str
    end: str | UnsetType
    tags: list[str]
    annotation: str | UnsetType


def write(contents: Contents) -> Iterator[bytes]:
    """An array, one interval a line."""
    separator = b"[\n"
    for entry in contents.entries:
        yield separator + msgspec.json.encode(_interval(contents, entry))
        separator = b",\n"
    yield b"\n]\n" if separator != b"[\n" else b"[\n]\n"


def _interval(contents: Contents, entry: "TimeEntry") -> Interval:
    """The project, the category with those above it, and the tags are all tags there."""
    places = contents.places
    project = places.projects[entry.project_id].name
    tags = dict.fromkeys((project, STEP.join(places.path(entry.category_id)), *entry.tags))
    return Interval(
        start=compact(entry.started_at),
        end=UNSET if entry.stopped_at is None else compact(entry.stopped_at),
        tags=list(tags),
        annotation=" ".join(entry.note.split()) if entry.note else UNSET,
    )
