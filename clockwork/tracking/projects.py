"""Projects: what time is tracked on, shared by all."""

from collections.abc import Callable
from typing import Any, NamedTuple

from peewee import JOIN, SQL, fn

from clockwork.db import models
from clockwork.db.database import is_sqlite, transaction
from clockwork.db.statements import Slot, Statement, slots, statement
from clockwork.errors import ConflictError, NotFoundError
from clockwork.tracking import ledger
from clockwork.tracking.actor import Actor
from clockwork.tracking.identifiers import identifier, unique_identifiers

TABLE: Any = models.Project  # the stubs of peewee lack much of what its models can do
COLORS = ("blue", "orange", "green", "red", "purple", "brown", "pink", "teal")


class Project(NamedTuple):
    """A project as stored: times in microseconds."""

    id: str
    name: str
    description: str | None
    color: str
    archived_at: int | None
    created_at: int
    updated_at: int
    inbox: bool = False


Guard = Callable[[Project], None]


def list_all(_actor: Actor) -> tuple[int, list[Project]]:
    """The version of what all share, and all projects, oldest first."""
    found = _all.rows()
    listed = [Project._make(row[1:]) for row in found if row[1] is not None]
    return (found[0][0] if found else 0), listed


def get(_actor: Actor, project_id: str) -> Project:
    """One project. NotFoundError."""
    return _found(_one, project_id)


def lock(project_id: str) -> Project:
    """One project, its tree protected from other changes until the transaction ends."""
    return _found(_one_locked, project_id)


def create(
    actor: Actor,
    name: str,
    description: str | None,
    color: str | None,
    project_id: str | None = None,
) -> Project:
    """Add a project; without a colour it gets the one used least. ConflictError `id_taken`."""
    with unique_identifiers(), transaction():
        now, color, made_id = actor.clock(), color or rarest_color(), identifier(project_id)
        project = Project(made_id, name, description or None, color, None, now, now)
        add(project)
        return project


def add(project: Project) -> None:
    """Store a new project, inside a transaction."""
    _add.execute(**project._asdict())


def remove_empty(project_id: str) -> None:
    """Delete a project that has no categories; inside a transaction that locks it."""
    _remove_empty.execute(id=project_id)


def change(
    actor: Actor,
    project_id: str,
    name: str,
    description: str | None,
    color: str | None,
    guard: Guard,
) -> Project:
    """Set name and description; a colour of None keeps the present one. NotFoundError."""
    with transaction():
        project = lock(project_id)
        guard(project)
        color = color or project.color
        return _store(actor, project, name=name, description=description or None, color=color)


def archive(actor: Actor, project_id: str) -> Project:
    """Keep the history, and let nothing in it be started. NotFoundError, ConflictError `inbox`."""
    with transaction():
        project = lock(project_id)
        refuse_inbox(project.inbox)
        if project.archived_at is not None:
            return project
        return _store(actor, project, archived_at=actor.clock())


def unarchive(actor: Actor, project_id: str) -> Project:
    """Bring an archived project back. NotFoundError."""
    with transaction():
        return _store(actor, lock(project_id), archived_at=None)


def delete(_actor: Actor, project_id: str, guard: Guard) -> None:
    """Remove a project that holds no time, with its categories.

    NotFoundError; ConflictError `inbox`, `project_in_use` with the counts.
    """
    with transaction():
        project = lock(project_id)
        guard(project)
        refuse_inbox(project.inbox)
        refuse_in_use("project_in_use", ledger.held_in(project_id))
        _remove.execute(id=project_id)


def refuse_in_use(code: str, held: tuple[int, int]) -> None:
    """Raise ConflictError when there are entries, given how many in how many categories."""
    entries, categories = held
    if entries:
        raise ConflictError(
            code,
            "It holds time entries; archive it instead, or delete or move them first.",
            {"entries": entries, "categories": categories},
        )


def refuse_inbox(is_inbox: bool) -> None:
    """Raise ConflictError `inbox` when something else than a new name is meant for the inbox."""
    if is_inbox:
        raise ConflictError("inbox", "That is the inbox: it can be renamed, and stays otherwise.")


def _found(query: Statement, project_id: str) -> Project:
    found = query.row(id=project_id)
    if found is None:
        raise NotFoundError("project")
    return Project._make(found)


def _store(actor: Actor, project: Project, **changes: Any) -> Project:
    """The project with its changes; without any, nothing is written."""
    changed = project._replace(**changes)
    if changed == project:
        return project
    changed = changed._replace(updated_at=actor.clock())
    _replace.execute(**changed._asdict())
    return changed


def rarest_color() -> str:
    """The colour that the fewest projects have."""
    counts = dict.fromkeys(COLORS, 0) | dict(_colors.rows())
    return min(counts, key=lambda color: counts[color])


def columns() -> list[Any]:
    """Of a Project, in its order."""
    return [getattr(TABLE, name) for name in Project._fields]


def _select() -> Any:
    return TABLE.select(*columns())


@statement
def _all() -> Any:
    # From a row that is always there: without projects there is a version too.
    versions: Any = models.Version.select(models.Version.number, *columns())
    joined = versions.join(TABLE, JOIN.LEFT_OUTER, on=SQL("1 = 1"))
    shared = joined.where(models.Version.subject == "shared")
    return shared.order_by(TABLE.created_at, TABLE.id)


@statement
def _one() -> Any:
    return _select().where(TABLE.id == Slot("id"))


@statement
def _one_locked() -> Any:
    one = _select().where(TABLE.id == Slot("id"))
    # Not FOR UPDATE: adding a category must not wait for those who merely refer to the project.
    return one if is_sqlite() else one.for_update("FOR NO KEY UPDATE")


@statement
def _colors() -> Any:
    return TABLE.select(TABLE.color, fn.COUNT(TABLE.id)).group_by(TABLE.color)


@statement
def _add() -> Any:
    return TABLE.insert(**slots(" ".join(Project._fields)))


@statement
def _replace() -> Any:
    return TABLE.update(**slots(" ".join(Project._fields))).where(TABLE.id == Slot("id"))


@statement
def _remove() -> Any:
    return TABLE.delete().where(TABLE.id == Slot("id"))


@statement
def _remove_empty() -> Any:
    has_category = fn.EXISTS(
        models.Category.select(SQL("1")).where(models.Category.project == TABLE.id)
    )
    return TABLE.delete().where(TABLE.id == Slot("id"), ~TABLE.inbox, ~has_category)
