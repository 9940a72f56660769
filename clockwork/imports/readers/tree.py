"""Projects and categories of a file that has them with identifiers; their paths. Pure."""

from collections.abc import Iterable, Iterator
from typing import Any

from clockwork.imports.readers.records import BadRecordError, micros
from clockwork.imports.rows import Place, UnreadableError

MOST_LEVELS = 200  # of categories; as many as Clockwork has
MOST_NAMES = 2_000_000  # in all paths together


class Tree:
    """Paths by the identifiers of categories: projects' names are made different.

    Two projects may have one name, and a path tells names only. So the second of a name is called
    `Name (2)`, in the order of the file; its Place has the identifier that it is known by.
    """

    def __init__(self, projects: Iterable[Any], categories: Iterable[Any]) -> None:
        self._projects = {one.id: one for one in projects}
        self._categories = {one.id: one for one in categories}
        self._names = dict(_different_names(self._projects.values()))
        self._paths: dict[str, tuple[str, ...] | None] = {}
        self._room = MOST_NAMES

    def path(self, category_id: str) -> tuple[str, ...]:
        """Project and categories; nothing for the inbox. BadRecordError: there is none such."""
        category = self._categories.get(category_id)
        if category is not None and category.inbox:
            return ()
        path = self._path(category_id)
        if path is None:
            raise BadRecordError("The file does not hold the category that it is in.")
        return path

    def places(self) -> Iterator[Place]:
        """Parents before their children; of the inbox only what somebody put below it."""
        holding = {one.project_id for one in self._categories.values() if not one.inbox}
        for project in self._projects.values():
            if not project.inbox or project.id in holding:
                yield _place((self._names[project.id],), project)
        found = [(self._path(one.id), one) for one in self._categories.values() if not one.inbox]
        for path, category in sorted(found, key=lambda each: len(each[0] or ())):
            if path is not None:
                yield _place(path, category)

    def _path(self, category_id: str) -> tuple[str, ...] | None:
        if category_id not in self._paths:
            upwards = self._upwards(category_id)
            project = self._names.get(upwards[-1].project_id) if upwards else None
            names = (one.name for one in reversed(upwards))
            self._paths[category_id] = None if project is None else (project, *names)
            self._room -= len(upwards)
            if self._room < 0:
                raise UnreadableError("The file holds more categories than can be read.")
        return self._paths[category_id]

    def _upwards(self, category_id: str) -> list[Any]:
        """A category and those above it; nothing, where one of them is not there."""
        found: list[Any] = []
        at: str | None = category_id
        while at is not None:
            if at not in self._categories:
                return []
            if len(found) >= MOST_LEVELS:
                raise UnreadableError("Categories of the file lie more than 200 levels deep.")
            found.append(self._categories[at])
            at = found[-1].parent_category_id
        return found


def _different_names(projects: Iterable[Any]) -> Iterator[tuple[str, str]]:
    projects = list(projects)
    taken, counts = {one.name for one in projects}, dict[str, int]()
    for one in projects:
        name = one.name
        while counts.get(one.name) and (name == one.name or name in taken):
            counts[one.name] += 1
            name = f"{one.name} ({counts[one.name]})"
        counts.setdefault(one.name, 1)
        taken.add(name)
        yield one.id, name


def _place(path: tuple[str, ...], one: Any) -> Place:
    try:
        times = (micros(one.archived_at), micros(one.created_at), micros(one.updated_at))
    except BadRecordError:
        raise UnreadableError("A project or category has a time that can't be read.") from None
    description = one.description if isinstance(one.description, str) else None
    name = None if one.name == path[-1] else one.name
    return Place(path, one.id, getattr(one, "color", None), description, *times, name)
