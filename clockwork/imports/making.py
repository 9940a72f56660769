"""The projects and categories that an import needs, found or made; inside its transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple
from uuid import uuid4

from clockwork.errors import InvalidError, NotFoundError
from clockwork.imports.mapping import INBOX, Catalog, Path, Target, target_of
from clockwork.imports.rows import Place
from clockwork.tracking import inbox, locks, projects, texts, tree, versions
from clockwork.tracking.actor import Actor
from clockwork.tracking.identifiers import proper
from clockwork.tracking.projects import COLORS, Project
from clockwork.tracking.tree import Category

NOTHING_SAID = Place(())
MOST_MADE = 10_000  # projects or categories by one import: more are no tree that anybody uses


class Made(NamedTuple):
    """What was made: identifiers of projects and categories, those above before those below."""

    projects: list[str]
    categories: list[str]


def hold(targets: Iterable[Target], places: Sequence[Place]) -> None:
    """Let nobody change the trees that time goes to; in order, so nothing deadlocks.

    Those that only get time may get that of others too. Of two who have to make something the
    second waits, and then finds what the first made.
    """
    growing: dict[str, bool] = {}
    within: dict[str, str] = {}
    makes = bool(places)
    for target in targets:
        makes = makes or not target.is_there
        if target.project_id is not None:
            grows = growing.get(target.project_id, False) or not target.is_there
            growing[target.project_id] = grows
            within.update((target.project_id, one) for one in target.category_ids)
    for project_id in sorted(growing):
        if growing[project_id]:
            projects.lock(project_id)
        elif project_id in within:
            locks.hold_tree(within[project_id])
    if makes:
        versions.hold_shared()


class Maker:
    """Finds categories by their paths, and makes those that are missing, as a file tells of them.

    Identifiers of the file are kept where nothing has them.
    """

    def __init__(self, actor: Actor, catalog: Catalog, places: Iterable[Place]) -> None:
        self.made = Made([], [])
        self._actor = actor
        self._catalog = catalog
        self._told = {path: one for one in places if (path := _path(one))}
        self._ids: dict[Path, str] = {}
        self._given: set[str] = set()

    def category(self, path: Path) -> str:
        """That of a path of at least two names, or the inbox."""
        return self._category(path) if path else self._inbox()

    def project(self, path: Path) -> str:
        """That of a path of one name."""
        return self._project(path[0])

    def all_told(self, targets: Mapping[Path, Target | None]) -> None:
        """Make everything that the file tells of, except for time that is sent elsewhere alone."""
        for path in _staying(self._told, targets):
            self.project(path) if len(path) == 1 else self.category(path)

    def _inbox(self) -> str:
        if INBOX not in self._ids:
            inbox.make(self._actor.clock())
            self._ids[INBOX] = inbox.category_id() or ""
        return self._ids[INBOX]

    def _project(self, name: str) -> str:
        path = (name,)
        if path not in self._ids:
            self._ids[path] = self._catalog.find(path).project_id or self._make_project(path)
        return self._ids[path]

    def _category(self, path: Path) -> str:
        if path not in self._ids:
            found = self._catalog.find(path)
            there = len(found.category_ids) == len(path) - 1
            self._ids[path] = found.category_ids[-1] if there else self._make_category(path)
        return self._ids[path]

    def _make_project(self, path: Path) -> str:
        told, now = self._told.get(path, NOTHING_SAID), self._actor.clock()
        color = told.color if told.color in COLORS else projects.rarest_color()
        project = Project(
            *(
                self._free(told.id),
                _name(told, path),
                _description(told),
                color,
                told.archived_at,
            ),
            *(told.created_at or now, told.updated_at or now),
        )
        projects.add(project)
        self._note(self.made.projects, project.id)
        return project.id

    def _make_category(self, path: Path) -> str:
        told, now = self._told.get(path, NOTHING_SAID), self._actor.clock()
        parent_id = self._category(path[:-1]) if len(path) > 2 else None
        category = Category(
            *(self._free(told.id), self._project(path[0]), parent_id, _name(told, path)),
            *(_description(told), told.archived_at),
            *(told.created_at or now, told.updated_at or now),
        )
        tree.add(category)
        self._note(self.made.categories, category.id)
        return category.id

    def _note(self, made: list[str], identifier: str) -> None:
        made.append(identifier)
        if len(made) > MOST_MADE:
            raise InvalidError(
                "invalid_json",
                f"That would make more than {MOST_MADE:,} categories; put some into others.",
            )

    def _free(self, wanted: str | None) -> str:
        given = proper(wanted)
        if given is None or given in self._given or self._catalog.has(given):
            return str(uuid4())
        self._given.add(given)
        return given


def _staying(told: Iterable[Path], targets: Mapping[Path, Target | None]) -> Iterator[Path]:
    """Those of which nothing goes elsewhere, or not all."""
    elsewhere = {path for path, target in targets.items() if _is_elsewhere(path, target)}
    above = {part for path in elsewhere for part in _parts(path)}
    needed = {part for path in targets.keys() - elsewhere for part in _parts(path)}
    for path in told:
        is_sent = path in above or not elsewhere.isdisjoint(_parts(path))
        if path in needed or not is_sent:
            yield path


def _is_elsewhere(path: Path, target: Target | None) -> bool:
    return target is None or target.path != target_of(path)


def _parts(path: Path) -> Iterator[Path]:
    """It, and what it lies in."""
    return (path[:length] for length in range(1, len(path) + 1))


def _name(told: Place, path: Path) -> str:
    return path[-1] if told.name is None else texts.name(told.name)


def _description(told: Place) -> str | None:
    """As much of it as can be kept."""
    return (told.description or "").replace("\0", "")[: texts.TEXT_LENGTH] or None


def _path(place: Place) -> Path | None:
    """Nothing, where a name can't be one."""
    try:
        return tuple(map(texts.name, (*place.path, place.name or place.path[-1])))[:-1]
    except InvalidError:
        return None


def remove(made: Made) -> None:
    """Take away what was made and nothing is in any more; what is left out stays in use."""
    for project_id in sorted(made.projects):
        with suppress(NotFoundError):
            projects.lock(project_id)
    for category_id in reversed(made.categories):
        tree.remove_empty(category_id)
    for project_id in reversed(made.projects):
        projects.remove_empty(project_id)
