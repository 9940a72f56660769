"""Categories: a tree in each project, names unique among siblings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import uuid4

import peewee

from clockwork.db.database import execute, row, rows, transaction
from clockwork.db.models import Category, Project
from clockwork.errors import ConflictError, InvalidError, NotFoundError
from clockwork.tracking import projects
from clockwork.tracking.actor import Actor

BELOW = (
    "WITH RECURSIVE below (id) AS (SELECT id FROM category WHERE id = ? UNION "
    "SELECT c.id FROM category c JOIN below b ON c.parent_id = b.id) SELECT id FROM below"
)
ABOVE = (
    "WITH RECURSIVE above (id, parent_id, project_id, archived_at) AS ("
    "SELECT id, parent_id, project_id, archived_at FROM category WHERE id = ? UNION "
    "SELECT c.id, c.parent_id, c.project_id, c.archived_at "
    "FROM category c JOIN above a ON c.id = a.parent_id) "
)


class Node(NamedTuple):
    """A category, and since when it is archived: itself, by one above it or by its project."""

    category: Category
    archived_at: int | None


Guard = Callable[[Node], None]


def list_all(_actor: Actor, project_id: str) -> list[Node]:
    """All categories of a project, oldest first. NotFoundError for the project."""
    project = projects.get(_actor, project_id)
    found = list(
        Category.select()
        .where(Category.project == project_id)
        .order_by(Category.created_at, Category.id)
    )
    archived = _archived(found, project)
    return [Node(category, archived[category.id]) for category in found]


def get(_actor: Actor, project_id: str, category_id: str) -> Node:
    """One category of a project. NotFoundError, for one of another project too."""
    category = (
        Category.select()
        .where((Category.id == category_id) & (Category.project == project_id))
        .first()
    )
    if category is None:
        raise NotFoundError("category")
    return Node(category, archived_since(category_id))


def archived_since(category_id: str) -> int | None:
    """When a category was archived, itself or by what is above it. NotFoundError."""
    found = row(
        f"{ABOVE} SELECT count(*), min(archived_at), "
        "(SELECT p.archived_at FROM project p JOIN category c ON c.project_id = p.id "
        "WHERE c.id = ?) FROM above",
        *(category_id, category_id),
    )
    if not found or not found[0]:
        raise NotFoundError("category")
    return _earliest(found[1], found[2])


def require_startable(category_id: str) -> None:
    """Raise NotFoundError or ConflictError `archived` when no time may be added to it."""
    if archived_since(category_id) is not None:
        raise ConflictError("archived", "It is archived; bring it back first.")


def create(
    actor: Actor, project_id: str, name: str, description: str | None, parent_id: str | None
) -> Node:
    """Add a category.

    NotFoundError for the project; InvalidError `invalid_parent`, `cross_project_parent`;
    ConflictError `duplicate_name`.
    """
    with transaction():
        projects.lock(project_id)
        _check_parent(project_id, parent_id)
        now = actor.clock()
        with _unique_names():
            category = Category.create(
                id=str(uuid4()),
                project=project_id,
                parent=parent_id,
                name=name,
                description=description or None,
                created_at=now,
                updated_at=now,
            )
        return get(actor, project_id, category.id)


def change(
    actor: Actor,
    project_id: str,
    category_id: str,
    name: str,
    description: str | None,
    parent_id: str | None,
    guard: Guard,
) -> Node:
    """Set name, description and parent; None for the parent puts it at the top.

    NotFoundError; InvalidError `invalid_parent`, `cross_project_parent`; ConflictError
    `category_cycle`, `duplicate_name`.
    """
    with transaction():
        projects.lock(project_id)
        guard(get(actor, project_id, category_id))
        _check_parent(project_id, parent_id)
        if parent_id is not None and parent_id in _ids(BELOW, category_id):
            raise ConflictError("category_cycle", "A category can't be put below itself.")
        values = {"name": name, "description": description or None, "parent": parent_id}
        return _update(actor, project_id, category_id, values)


def archive(actor: Actor, project_id: str, category_id: str) -> Node:
    """Archive a category and what is below it. NotFoundError."""
    with transaction():
        projects.lock(project_id)
        node = get(actor, project_id, category_id)
        if node.category.archived_at is not None:
            return node
        return _update(actor, project_id, category_id, {"archived_at": actor.clock()})


def unarchive(actor: Actor, project_id: str, category_id: str) -> Node:
    """Bring a category back; it stays archived while one above it is. NotFoundError."""
    with transaction():
        projects.lock(project_id)
        node = get(actor, project_id, category_id)
        if node.category.archived_at is None:
            return node
        return _update(actor, project_id, category_id, {"archived_at": None})


def delete(actor: Actor, project_id: str, category_id: str, guard: Guard) -> None:
    """Remove a category that holds no time, itself and below; its children go to the top.

    NotFoundError; ConflictError `category_in_use` with the counts, `duplicate_name`.
    """
    with transaction():
        projects.lock(project_id)
        guard(get(actor, project_id, category_id))
        projects.refuse_in_use("category_in_use", BELOW, category_id)
        with _unique_names():
            Category.update(parent=None, updated_at=actor.clock()).where(
                Category.parent == category_id
            ).execute()
        try:
            with transaction():
                execute("DELETE FROM category WHERE id = ?", category_id)
        except peewee.IntegrityError:
            # Somebody started a timer in it between the count and now.
            raise projects.in_use("category_in_use", 1, 1) from None


def _check_parent(project_id: str, parent_id: str | None) -> None:
    if parent_id is None:
        return
    found = row("SELECT project_id FROM category WHERE id = ?", parent_id)
    if found is None:
        raise InvalidError("invalid_parent", "There is no such parent category.")
    if found[0] != project_id:
        raise InvalidError("cross_project_parent", "The parent is in another project.")


def _update(actor: Actor, project_id: str, category_id: str, values: dict[str, Any]) -> Node:
    with _unique_names():
        Category.update({**values, "updated_at": actor.clock()}).where(
            Category.id == category_id
        ).execute()
    return get(actor, project_id, category_id)


@contextmanager
def _unique_names() -> Iterator[None]:
    """Turn the database's refusal of a second sibling of a name into ours."""
    try:
        with transaction():
            yield
    except peewee.IntegrityError:
        raise ConflictError(
            "duplicate_name", "There is already a category of that name at that place."
        ) from None


def _ids(sql: str, category_id: str) -> set[str]:
    return {found for (found,) in rows(sql, category_id)}


def _earliest(*moments: int | None) -> int | None:
    return min((moment for moment in moments if moment is not None), default=None)


def _archived(found: Sequence[Category], project: Project) -> Mapping[str, int | None]:
    """Since when each category is archived; walks each chain once, however deep the tree."""
    by_id = {category.id: category for category in found}
    archived: dict[str, int | None] = {}
    for category in found:
        chain = []
        node: Any = category
        while node is not None and node.id not in archived:
            chain.append(node)
            node = by_id.get(node.parent_id)
        above = archived[node.id] if node else project.archived_at
        for link in reversed(chain):
            above = archived[link.id] = _earliest(link.archived_at, above)
    return archived
