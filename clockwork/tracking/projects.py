"""Projects: what time is tracked on, shared by all."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import peewee

from clockwork.db.database import execute, is_sqlite, row, rows, transaction
from clockwork.db.models import Project
from clockwork.errors import ConflictError, NotFoundError
from clockwork.tracking.actor import Actor

COLORS = ("blue", "orange", "green", "red", "purple", "brown", "pink", "teal")

Guard = Callable[[Project], None]


def list_all(_actor: Actor) -> list[Project]:
    """All projects, oldest first."""
    return list(Project.select().order_by(Project.created_at, Project.id))


def get(_actor: Actor, project_id: str) -> Project:
    """One project. NotFoundError."""
    return _found(Project.select(), project_id)


def lock(project_id: str) -> Project:
    """One project, its tree protected from other changes until the transaction ends."""
    # Not FOR UPDATE: adding a category must not wait for those who merely refer to the project.
    query: Any = Project.select()
    if not is_sqlite():
        query = query.for_update("FOR NO KEY UPDATE")
    return _found(query, project_id)


def create(actor: Actor, name: str, description: str | None, color: str | None) -> Project:
    """Add a project; without a colour it gets the one used least."""
    with transaction():
        now = actor.clock()
        return Project.create(
            id=str(uuid4()),
            name=name,
            description=description or None,
            color=color or _rarest_color(),
            created_at=now,
            updated_at=now,
        )


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
        return _update(
            actor,
            project,
            {"name": name, "description": description or None, "color": color or project.color},
        )


def archive(actor: Actor, project_id: str) -> Project:
    """Keep the history, and let nothing in it be started. NotFoundError."""
    with transaction():
        project = lock(project_id)
        if project.archived_at is not None:
            return project
        return _update(actor, project, {"archived_at": actor.clock()})


def unarchive(actor: Actor, project_id: str) -> Project:
    """Bring an archived project back. NotFoundError."""
    with transaction():
        project = lock(project_id)
        if project.archived_at is None:
            return project
        return _update(actor, project, {"archived_at": None})


def delete(_actor: Actor, project_id: str, guard: Guard) -> None:
    """Remove a project that holds no time, with its categories.

    NotFoundError; ConflictError `project_in_use` with the counts.
    """
    with transaction():
        guard(lock(project_id))
        refuse_in_use(
            "project_in_use",
            "SELECT id FROM category WHERE project_id = ?",
            project_id,
        )
        try:
            with transaction():
                execute("DELETE FROM project WHERE id = ?", project_id)
        except peewee.IntegrityError:
            # Somebody started a timer in it between the count and now.
            raise in_use("project_in_use", 1, 1) from None


def refuse_in_use(code: str, categories_sql: str, root_id: str) -> None:
    """Raise ConflictError when any of the categories that the SQL names holds entries."""
    found = row(
        f"SELECT count(*), count(DISTINCT category_id) FROM entry "
        f"WHERE category_id IN ({categories_sql})",
        root_id,
    )
    entries, categories = found or (0, 0)
    if entries:
        raise in_use(code, entries, categories)


def in_use(code: str, entries: int, categories: int) -> ConflictError:
    """The refusal to delete what holds time, with the counts of what stands in the way."""
    return ConflictError(
        code,
        "It holds time entries; archive it instead, or delete or move them first.",
        {"entries": entries, "categories": categories},
    )


def _found(query: Any, project_id: str) -> Project:
    project: Project | None = query.where(Project.id == project_id).first()
    if project is None:
        raise NotFoundError("project")
    return project


def _update(actor: Actor, project: Project, values: dict[str, Any]) -> Project:
    values["updated_at"] = actor.clock()
    Project.update(values).where(Project.id == project.id).execute()
    return _found(Project.select(), project.id)


def _rarest_color() -> str:
    counts = dict.fromkeys(COLORS, 0)
    counts |= dict(rows("SELECT color, count(*) FROM project GROUP BY color"))
    return min(counts, key=lambda color: counts[color])
