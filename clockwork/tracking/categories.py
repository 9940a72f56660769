"""Categories: a tree in each project, names unique among siblings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, Required, TypedDict

import peewee

from clockwork.db.database import transaction
from clockwork.errors import ConflictError, NotFoundError
from clockwork.tracking import ledger, places, projects, tree
from clockwork.tracking.actor import Actor
from clockwork.tracking.identifiers import identifier, unique_identifiers
from clockwork.tracking.locks import MovedError, again_when_moved, hold_tree
from clockwork.tracking.tree import Category, earliest


class Node(NamedTuple):
    """A category, and since when it is archived: itself, by one above it or by its project."""

    category: Category
    archived_at: int | None


class Naming(TypedDict, total=False):
    """What a category is called; an absent description is kept, None clears it."""

    name: Required[str]
    description: str | None


Guard = Callable[[Node], None]


def list_all(_actor: Actor, project_id: str) -> tuple[int, list[Node]]:
    """The version of what all share, and a project's categories, oldest first. NotFoundError."""
    found = tree.of_project_now(project_id)
    if not found:
        raise NotFoundError("project")
    version, project_archived_at = found[0][:2]
    listed = [Category._make(row[2:]) for row in found if row[2] is not None]
    return version, nodes(listed, project_archived_at)


def nodes(found: Sequence[Category], project_archived_at: int | None) -> list[Node]:
    """Categories of a project, each with since when it is archived."""
    archived = _archived(found, project_archived_at)
    return [Node(category, archived[category.id]) for category in found]


def get(_actor: Actor, project_id: str, category_id: str) -> Node:
    """One category of a project. NotFoundError, for one of another project too."""
    links, archived_at = tree.chain(category_id)
    category = links.get(category_id)
    if category is None or category.project_id != project_id:
        raise NotFoundError("category")
    return Node(category, archived_at)


@again_when_moved
def require_startable(category_id: str) -> None:
    """Raise NotFoundError or ConflictError `archived` when no time may be added to it.

    So it stays until the transaction ends: nobody deletes, archives or moves it meanwhile.
    """
    with transaction():
        held = hold_tree(category_id)
        links, archived_at = tree.chain(category_id)
        if category_id not in links:
            raise NotFoundError("category")
        if held not in (None, links[category_id].project_id):
            raise MovedError
    refuse_archived(archived_at)


def refuse_archived(archived_at: int | None) -> None:
    """Raise ConflictError `archived` where no time may be added any more."""
    if archived_at is not None:
        raise ConflictError("archived", "It is archived; bring it back first.")


def create(
    actor: Actor,
    project_id: str,
    name: str,
    description: str | None,
    parent_id: str | None,
    category_id: str | None = None,
) -> Node:
    """Add a category.

    NotFoundError for the project; InvalidError `invalid_parent`, `cross_project_parent`;
    ConflictError `duplicate_name`, `id_taken`.
    """
    with transaction():
        projects.lock(project_id)
        places.check_new(project_id, parent_id)
        now, made_id = actor.clock(), identifier(category_id)
        category = Category(
            *(made_id, project_id, parent_id, name, description or None, None, now, now)
        )
        with unique_names(), unique_identifiers():
            tree.add(category)
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
    `category_cycle`, `duplicate_name`, `inbox`.
    """
    with transaction():
        projects.lock(project_id)
        node = get(actor, project_id, category_id)
        guard(node)
        if parent_id != node.category.parent_id:
            projects.refuse_inbox(node.category.inbox)
            places.check_move(node.category, project_id, parent_id)
        return _store(actor, node, name=name, description=description or None, parent_id=parent_id)


def rename(actor: Actor, project_id: str, category_id: str, naming: Naming, guard: Guard) -> Node:
    """Set the name, and the description when there is one. NotFoundError, `duplicate_name`."""
    with transaction():
        projects.lock(project_id)
        node = get(actor, project_id, category_id)
        guard(node)
        description = naming.get("description", node.category.description) or None
        return _store(actor, node, name=naming["name"], description=description)


def move(
    actor: Actor,
    project_id: str,
    category_id: str,
    to_project_id: str,
    parent_id: str | None,
    guard: Guard,
) -> Node:
    """Put a category, with all below it and its time, below another or at a project's top.

    NotFoundError; InvalidError `invalid_parent`, `cross_project_parent`; ConflictError `inbox`,
    `category_cycle`, `duplicate_name`, `archived` for what it would be put into.
    """
    with transaction():
        # In this order, so that two moves never wait for each other.
        locked = {one: projects.lock(one) for one in sorted({project_id, to_project_id})}
        node = get(actor, project_id, category_id)
        guard(node)
        if (to_project_id, parent_id) == (project_id, node.category.parent_id):
            return node
        projects.refuse_inbox(node.category.inbox)
        places.check_move(node.category, to_project_id, parent_id)
        above = tree.chain(parent_id) if parent_id else locked[to_project_id]
        if above.archived_at is not None:
            raise ConflictError("archived", "It can't be moved into what is archived.")
        moved = _store(actor, node, project_id=to_project_id, parent_id=parent_id)
        tree.take_along(moved.category)
        return moved


def archive(actor: Actor, project_id: str, category_id: str) -> Node:
    """Archive a category and what is below it. NotFoundError, ConflictError `inbox`."""
    with transaction():
        projects.lock(project_id)
        node = get(actor, project_id, category_id)
        projects.refuse_inbox(node.category.inbox)
        if node.category.archived_at is not None:
            return node
        return _store(actor, node, archived_at=actor.clock())


def unarchive(actor: Actor, project_id: str, category_id: str) -> Node:
    """Bring a category back; it stays archived while one above it is. NotFoundError."""
    with transaction():
        projects.lock(project_id)
        return _store(actor, get(actor, project_id, category_id), archived_at=None)


def delete(actor: Actor, project_id: str, category_id: str, guard: Guard) -> None:
    """Remove a category that holds no time, itself and below; its children go to the top.

    NotFoundError; ConflictError `inbox`, `category_in_use` with the counts, `duplicate_name`.
    """
    with transaction():
        projects.lock(project_id)
        node = get(actor, project_id, category_id)
        guard(node)
        projects.refuse_inbox(node.category.inbox)
        projects.refuse_in_use("category_in_use", ledger.held_below(category_id))
        with unique_names():
            tree.hand_over_children(category_id, None, actor.clock())
        tree.remove(category_id)


def _store(actor: Actor, node: Node, **changes: Any) -> Node:
    """The category with its changes; without any, nothing is written."""
    changed = node.category._replace(**changes)
    if changed == node.category:
        return node
    with unique_names():
        tree.replace(changed._replace(updated_at=actor.clock()))
    return get(actor, changed.project_id, changed.id)


@contextmanager
def unique_names() -> Iterator[None]:
    """Turn the database's refusal of a second sibling of a name into ours: `duplicate_name`."""
    try:
        with transaction():
            yield
    except peewee.IntegrityError:
        raise ConflictError(
            "duplicate_name", "There is already a category of that name at that place."
        ) from None


def _archived(
    found: Sequence[Category], project_archived_at: int | None
) -> Mapping[str, int | None]:
    """Since when each category is archived; walks each chain once, however deep the tree."""
    by_id = {category.id: category for category in found}
    archived: dict[str, int | None] = {}
    for category in found:
        chain, at = [], category
        while at.id not in archived:
            chain.append(at)
            if at.parent_id is None:
                break
            at = by_id[at.parent_id]
        above = archived.get(at.id, project_archived_at)
        for link in reversed(chain):
            above = archived[link.id] = earliest(link.archived_at, above)
    return archived
