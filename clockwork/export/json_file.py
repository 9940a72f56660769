"""Entries as JSON that holds all there is about them; described in docs/export.md. Pure.

These shapes are the contract of format 1: what reads it decodes an Export.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from clockwork import __version__
from clockwork.export.contents import Contents
from clockwork.tracking.intervals import to_datetime

if TYPE_CHECKING:
    from clockwork.accounts import people
    from clockwork.tracking import ledger, projects, tree


class Shape(msgspec.Struct, rename="camel"):
    """Times are RFC 3339 in UTC; a text that is not there is left out."""


class Entry(Shape):
    """Time in a category; running while `stoppedAt` is null."""

    id: str
    person_id: str
    project_id: str
    category_id: str
    started_at: str
    stopped_at: str | None
    tags: list[str]
    created_at: str
    updated_at: str
    note: str | UnsetType = UNSET


class Person(Shape):
    """Whose time it is."""

    id: str
    name: str
    email: str | None
    zone: str


class Project(Shape):
    """A project."""

    id: str
    name: str
    color: str
    archived_at: str | None
    inbox: bool
    created_at: str
    updated_at: str
    description: str | UnsetType = UNSET


class Category(Shape):
    """A category; `archivedAt` is its own, whatever those above it are."""

    id: str
    project_id: str
    parent_category_id: str | None
    name: str
    archived_at: str | None
    inbox: bool
    created_at: str
    updated_at: str
    description: str | UnsetType = UNSET


class Export(Shape):
    """The whole file."""

    format: Literal["clockwork-export"]
    version: Literal[1]
    clockwork: str
    exported_at: str
    time_zone: str
    from_: str | None
    to: str | None
    people: list[Person]
    entries: list[Entry]
    projects: list[Project]
    categories: list[Category]


def write(contents: Contents) -> Iterator[bytes]:
    """One object; projects and categories come last, when all that is needed is known."""
    begun = Export(
        format="clockwork-export",
        version=1,
        clockwork=__version__,
        exported_at=time_of(contents.made_at),
        # It may be a text of a kind of its own, as the API decodes it.
        time_zone=str(contents.zone.key),
        from_=time_or_null(contents.start),
        to=time_or_null(contents.stop),
        people=[_person(person) for person in contents.people.values()],
        entries=[],
        projects=[],
        categories=[],
    )
    head, middle, tail = b'"entries":[', b'],\n"projects":[', b'],\n"categories":['
    encoded = msgspec.json.encode(begun)
    yield encoded[: encoded.index(head)] + b"\n" + head
    used: set[str] = set()
    yield from listed(_entry(one) for one in _noted(contents, used))
    projects, categories = _places(contents, used)
    yield middle
    yield from listed(map(_project, projects))
    yield tail
    yield from listed(map(_category, categories))
    yield b"]}\n"


def listed(shapes: Iterable[object]) -> Iterator[bytes]:
    """What stands between the brackets of a list: one a line."""
    separators = chain([b"\n"], iter(lambda: b",\n", None))
    for separator, shape in zip(separators, shapes, strict=False):
        yield separator + msgspec.json.encode(shape)


def _noted(contents: Contents, used: set[str]) -> "Iterator[ledger.TimeEntry]":
    for entry in contents.entries:
        used.add(entry.category_id)
        yield entry


def _places(
    contents: Contents, used: set[str]
) -> "tuple[Iterator[projects.Project], Iterator[tree.Category]]":
    """All of them, or of a choice those that its entries are in, and those above."""
    places = contents.places
    if contents.whole:
        return iter([*places.projects.values()]), iter([*places.categories.values()])
    wanted = set().union(*map(places.above, used))
    categories = [one for one in places.categories.values() if one.id in wanted]
    holding = {one.project_id for one in categories}
    return (one for one in places.projects.values() if one.id in holding), iter(categories)


def _entry(entry: "ledger.TimeEntry") -> Entry:
    return Entry(
        *(entry.id, entry.person_id, entry.project_id, entry.category_id),
        *(time_of(entry.started_at), time_or_null(entry.stopped_at), entry.tags),
        *(time_of(entry.created_at), time_of(entry.updated_at), entry.note or UNSET),
    )


def _person(person: "people.Person") -> Person:
    return Person(person.id, person.name, person.email, person.zone)


def _project(project: "projects.Project") -> Project:
    return Project(project.id, project.name, project.color, *_rest(project))


def _category(category: "tree.Category") -> Category:
    place = (category.id, category.project_id, category.parent_id, category.name)
    return Category(*place, *_rest(category))


def _rest(place: "projects.Project | tree.Category") -> tuple[Any, ...]:
    return (
        *(time_or_null(place.archived_at), bool(place.inbox)),
        *(time_of(place.created_at), time_of(place.updated_at), place.description or UNSET),
    )


def time_of(micros: int) -> str:
    """A moment as RFC 3339 in UTC."""
    return f"{to_datetime(micros).replace(tzinfo=None).isoformat()}Z"


def time_or_null(micros: int | None) -> str | None:
    """A moment that may be missing."""
    return None if micros is None else time_of(micros)
