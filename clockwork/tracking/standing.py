"""What a new entry stands on: its category, what runs, and where recorded time ends."""

from typing import NamedTuple

from clockwork.db.database import Row, is_sqlite, row
from clockwork.errors import NotFoundError
from clockwork.tracking import inbox
from clockwork.tracking.actor import Actor
from clockwork.tracking.categories import refuse_archived
from clockwork.tracking.ledger import LATEST_STOP
from clockwork.tracking.locks import MovedError, lock_both, lock_person, which
from clockwork.tracking.tree import earliest

# All in one trip: the category and its project, since when that and what is above the category
# are archived, the running entry, the latest stop. `{which}` says which category.
STANDING = f"""
    WITH RECURSIVE above (parent_id, archived_at) AS (
        SELECT parent_id, archived_at FROM category WHERE id = {{which}} UNION ALL
        SELECT c.parent_id, c.archived_at FROM category c JOIN above a ON c.id = a.parent_id
    )
    SELECT c.id, c.project_id, p.archived_at, (SELECT min(archived_at) FROM above),
        r.id, r.started_at, ({LATEST_STOP})
    FROM category c JOIN project p ON p.id = c.project_id
    LEFT JOIN entry r ON r.person_id = ? AND r.stopped_at IS NULL
    WHERE c.id = {{which}}"""


class Standing(NamedTuple):
    """As it is until the transaction ends; times in microseconds."""

    category_id: str
    project_id: str
    running_id: str | None
    running_since: int | None
    latest_stop: int | None


def hold(actor: Actor, category_id: str | None) -> Standing:
    """Let nobody else change a person's time, or the tree of the category, until the end.

    None for the category is the inbox, which is made when it is first needed. NotFoundError,
    ConflictError `archived`; MovedError for `again_when_moved`.
    """
    found = _held(actor.person_id, category_id)
    if found is None and category_id is None:
        # A person comes before a project, also before one that is only being made.
        lock_person(actor.person_id)
        inbox.make(actor.clock())
        found = _held(actor.person_id, None)
    if found is None:
        raise NotFoundError("category")
    found_id, project_id, project_archived_at, archived_at, *standing = found
    refuse_archived(earliest(project_archived_at, archived_at))
    return Standing(found_id, project_id, *standing)


def _held(person_id: str, category_id: str | None) -> Row | None:
    held = lock_both(person_id, category_id)
    one, values = which(category_id)
    sql = STANDING.format(which=one)
    found = row(sql, *values, person_id, person_id, *values)
    if found is not None and held != found[1] and not is_sqlite():
        raise MovedError
    return found
