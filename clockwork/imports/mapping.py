"""Which project and category the time of a path goes to: matched by name, else to be made. Pure."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from clockwork.errors import InvalidError
from clockwork.imports.choices import Sent
from clockwork.tracking import texts
from clockwork.tracking.places import DEEPEST

if TYPE_CHECKING:
    from clockwork.imports.rows import Place
    from clockwork.tracking.projects import Project
    from clockwork.tracking.tree import Category

Path = tuple[str, ...]

INBOX: Path = ()


class Target(NamedTuple):
    """A project and categories from the top, and as much of that as is there already."""

    path: Path
    project_id: str | None = None
    # Of the categories in the path, one after another, as far as they are there.
    category_ids: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether nothing has to be made."""
        return self.project_id is not None and len(self.category_ids) == max(1, len(self.path) - 1)


class Catalog:
    """The projects and categories that are there, to be found by name.

    Of several projects of a name the first is meant that is not archived. Capitals count only where
    names differ by nothing else.
    """

    def __init__(self, projects: "Sequence[Project]", categories: "Sequence[Category]") -> None:
        self.inbox: tuple[str, str] | None = next(
            ((one.project_id, one.id) for one in categories if one.inbox), None
        )
        # Of each category its project; of each project itself.
        self._within = {one.id: one.project_id for one in categories}
        self._within |= {one.id: one.id for one in projects}
        self._told: dict[Path, str] = {}
        self._projects: dict[str, str] = {}
        active_first = sorted(projects, key=lambda one: one.archived_at is not None)
        for project in active_first:
            self._projects.setdefault(project.name, project.id)
        for project in active_first:
            self._projects.setdefault(_fold(project.name), project.id)
        self._children: dict[tuple[str, str | None, str], str] = {}
        for one in categories:
            self._children[(one.project_id, one.parent_id, one.name)] = one.id
        for one in categories:
            self._children.setdefault((one.project_id, one.parent_id, _fold(one.name)), one.id)

    def has(self, identifier: str) -> bool:
        """Whether something has that identifier."""
        return identifier in self._within

    def heed(self, places: "Iterable[Place]") -> None:
        """Find places by their identifiers, where they are here: they may be called otherwise."""
        self._told = {one.path: one.id for one in places if one.id and self.has(one.id)}

    def find(self, path: Path) -> Target:
        """As much of a path as is there; the inbox for one without names."""
        if not path:
            return Target(path, *((self.inbox[0], (self.inbox[1],)) if self.inbox else ()))
        project_id = self._project(path[:1])
        if project_id is None:
            return Target(path)
        found: list[str] = []
        for length in range(2, len(path) + 1):
            child = self._child(project_id, found[-1] if found else None, path[:length])
            if child is None:
                break
            found.append(child)
        return Target(path, project_id, tuple(found))

    def _project(self, path: Path) -> str | None:
        named = self._projects.get(path[0]) or self._projects.get(_fold(path[0]))
        return self._told.get(path) or named

    def _child(self, project_id: str, parent_id: str | None, path: Path) -> str | None:
        told = self._told.get(path)
        if told is not None and self._within[told] == project_id:
            return told
        above = (project_id, parent_id)
        return self._children.get((*above, path[-1])) or self._children.get(
            (*above, _fold(path[-1]))
        )


def _fold(name: str) -> str:
    # After a sign that no name holds: what is folded is never taken for what is written.
    return "\0" + unicodedata.normalize("NFC", name.casefold())


def target_of(path: Path) -> Path:
    """Where the time of a path goes if nobody says otherwise.

    The first name is the project, those after it are categories; a single one is both.
    """
    return path * 2 if len(path) == 1 else path


def chosen(sent: Iterable[Sent]) -> Mapping[Path, Path | None]:
    """Where somebody wants the time of paths to go; None is nowhere. InvalidError."""
    return {tuple(one.from_): None if one.to is None else _proper(one.to) for one in sent}


def _proper(names: Sequence[str]) -> Path:
    path = target_of(tuple(texts.name(name) for name in names))
    if len(path) > DEEPEST + 1:
        raise InvalidError("invalid_parent", f"A tree may be {DEEPEST} categories deep.")
    return path
