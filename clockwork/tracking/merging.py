"""Two categories made one."""

from clockwork.db.database import transaction
from clockwork.errors import NotFoundError
from clockwork.tracking import audit, categories, ledger, places, projects, tree
from clockwork.tracking.actor import Actor
from clockwork.tracking.categories import Guard
from clockwork.tracking.locks import MovedError, again_when_moved, lock_people
from clockwork.tracking.tree import Category, Chain


@again_when_moved
def merge(actor: Actor, project_id: str, category_id: str, into_id: str, guard: Guard) -> int:
    """Put a category's time, whoever's it is, and what is below it into another, and delete it.

    How many entries that were. NotFoundError; InvalidError `invalid_parent` where the tree would
    get too deep; ConflictError `category_cycle`, `inbox`, `archived`, `duplicate_name`.
    """
    with transaction():
        into = _hold(project_id, category_id, into_id)
        node = categories.get(actor, project_id, category_id)
        guard(node)
        projects.refuse_inbox(node.category.inbox)
        places.check_merge(node.category, into.links)
        categories.refuse_archived(into.archived_at)
        now = actor.clock()
        changed = ledger.move_all(category_id, into_id, now)
        _empty(node.category, into.links[into_id], now)
        tree.remove(category_id)
        about = {"into": into_id, "name": node.category.name, "entries": changed}
        audit.write(now, actor.person_id, "merged", "category", category_id, **about)
        return changed


def _hold(project_id: str, category_id: str, into_id: str) -> Chain:
    """Let nobody else change either tree, or time in the category; what it is merged into.

    NotFoundError; MovedError when that is elsewhere, or somebody else's time is there, than before
    all of them were waited for.
    """
    people = lock_people(ledger.people_in(category_id))
    into = _chain(into_id)
    # In this order, so that two changes never wait for each other.
    for one in sorted({project_id, into.links[into_id].project_id}):
        projects.lock(one)
    found = _chain(into_id)
    is_elsewhere = found.links[into_id].project_id != into.links[into_id].project_id
    if is_elsewhere or not people >= ledger.people_in(category_id):
        raise MovedError
    return found


def _chain(category_id: str) -> Chain:
    found = tree.chain(category_id)
    if not found.links:
        raise NotFoundError("category")
    return found


def _empty(category: Category, into: Category, now: int) -> None:
    """Put what is below a category that is to be deleted below another."""
    # A child that comes to be where it is may be called as it is.
    tree.replace(category._replace(name=category.id))
    with categories.unique_names():
        tree.hand_over_children(category.id, into.id, now)
    tree.take_along(into._replace(updated_at=now))
