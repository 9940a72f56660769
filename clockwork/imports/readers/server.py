"""What was read from another server that speaks Clockwork's API. Pure.

The document is that of `clockwork.imports.server`; its shapes are the frozen ones of the API, and
what Clockwork itself adds to them may be there.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from clockwork.imports.readers.records import decoded, each, json_bytes, micros, moment, record
from clockwork.imports.readers.tree import Tree
from clockwork.imports.rows import Answers, Format, Row, Tracked
from clockwork.imports.source import Source

MARK = re.compile(r'\s*\{\s*"format"\s*:\s*"clockwork-server"')


class Shape(msgspec.Struct, rename="camel"):
    """Something with an identifier; servers before Clockwork leave out what is not there."""

    id: str
    created_at: str | None = None
    updated_at: str | None = None


class Project(Shape, kw_only=True):
    """A project."""

    name: str
    description: str | None = None
    color: str | None = None
    archived_at: str | None = None
    inbox: bool = False


class Category(Shape, kw_only=True):
    """A category."""

    name: str
    project_id: str
    parent_category_id: str | None = None
    description: str | None = None
    archived_at: str | None = None
    inbox: bool = False


class Entry(Shape, kw_only=True):
    """Time in a category."""

    category_id: str
    started_at: str
    stopped_at: str | None = None
    note: str | None = None
    tags: Sequence[str] = ()


class Document(msgspec.Struct):
    """What `clockwork.imports.server` has put together."""

    projects: list[Project]
    categories: list[Category]
    entries: list[msgspec.Raw]


def recognises(source: Source) -> bool:
    """By its format."""
    return MARK.match(source.head) is not None


def read(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - it tells everything
    """Projects and categories first, then an entry a row, numbered from 1."""
    document = decoded(json_bytes(source), Document)
    tree = Tree(document.projects, document.categories)
    yield from tree.places()
    yield from each(enumerate(document.entries, 1), lambda row, raw: _entry(row, raw, tree))


def _entry(row: int, raw: msgspec.Raw, tree: Tree) -> Tracked:
    entry = record(raw, Entry)
    return Tracked(
        row,
        moment(entry.started_at),
        None if entry.stopped_at is None else moment(entry.stopped_at),
        path=tree.path(entry.category_id),
        note=entry.note or "",
        tags=tuple(entry.tags),
        source_id=entry.id,
        created_at=micros(entry.created_at),
        updated_at=micros(entry.updated_at),
    )


# Its identifiers are those that an export of the same server would have.
FORMAT = Format("server", "another server", "clockwork", recognises, read)
