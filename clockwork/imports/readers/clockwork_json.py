"""Clockwork's own JSON, as clockwork/export/json_file.py writes it. Pure."""

import re
from collections.abc import Iterator

import msgspec

from clockwork.export.json_file import Category, Entry, Person, Project, Shape
from clockwork.imports.readers.records import decoded, each, json_bytes, micros, moment, record
from clockwork.imports.readers.tree import Tree
from clockwork.imports.rows import Answers, Format, Row, Tracked, UnreadableError
from clockwork.imports.source import Source

MARK = re.compile(rb'"format"\s*:\s*"clockwork-export"')


class File(Shape):
    """The whole file; entries are read one after another, as they may be many."""

    format: str
    version: int
    people: list[Person]
    entries: list[msgspec.Raw]
    projects: list[Project]
    categories: list[Category]


class Version(Shape):
    """What is the same in each version of the format."""

    version: int


def recognises(source: Source) -> bool:
    """By its format, wherever in the object it stands."""
    data = source.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return data.startswith(b"{") and MARK.search(data) is not None


def read(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - it tells everything
    """Its projects and categories first, then an entry a row, numbered from 1."""
    data = json_bytes(source)
    if decoded(data, Version).version != 1:
        raise UnreadableError("A newer Clockwork wrote the file; bring it in with that.")
    file = decoded(data, File)
    tree = Tree(file.projects, file.categories)
    people = {one.id: one.email or one.name for one in file.people}
    yield from tree.places()
    yield from each(enumerate(file.entries, 1), lambda row, raw: _entry(row, raw, tree, people))


def _entry(row: int, raw: msgspec.Raw, tree: Tree, people: dict[str, str]) -> Tracked:
    entry = record(raw, Entry)
    return Tracked(
        row,
        moment(entry.started_at),
        None if entry.stopped_at is None else moment(entry.stopped_at),
        path=tree.path(entry.category_id),
        note=entry.note or "",
        tags=tuple(entry.tags),
        person=people.get(entry.person_id, ""),
        source_id=entry.id,
        created_at=micros(entry.created_at),
        updated_at=micros(entry.updated_at),
    )


FORMAT = Format("clockwork-json", "Clockwork, JSON", "clockwork", recognises, read)
