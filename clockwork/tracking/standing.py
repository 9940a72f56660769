"""What a new entry stands on: its category, what runs, and where recorded time ends."""

from typing import NamedTuple

from clockwork.db.database import is_sqlite, row
from clockwork.errors import NotFoundError
from clockwork.tracking.categories import refuse_archived
from clockwork.tracking.ledger import LATEST_STOP
from clockwork.tracking.locks import MovedError, lock_both
from clockwork.tracking.tree import earliest

# All in one trip: the project, since when it and what is above the category are archived, the
# running entry, the latest stop.
STANDING = f"""
    WITH RECURSIVE above (parent_id, archived_at) AS (
        SELECT parent_id, archived_at FROM category WHERE id = ? UNION ALL
        SELECT c.parent_id, c.archived_at FROM category c JOIN above a ON c.id = a.parent_id
    )
    SELECT c.project_id, p.archived_at, (SELECT min(archived_at) FROM above),
        r.id, r.started_at, ({LATEST_STOP})
    FROM category c JOIN project p ON p.id = c.project_id
    LEFT JOIN entry r ON r.person_id = ? AND r.stopped_at IS NULL
    WHERE c.id = ?"""


class Standing(NamedTuple):
    """As it is until the transaction ends; times in microseconds."""

    project_id: str
    running_id: str | None
    running_since: int | None
    latest_stop: int | None


def hold(person_id: str, category_id: str) -> Standing:
    """Let nobody else change a person's time, or the tree of the category, until the end.

    NotFoundError, ConflictError `archived`; MovedError for `again_when_moved`.
    """
    held = lock_both(person_id, category_id)
    found = row(STANDING, category_id, person_id, person_id, category_id)
    if found is None:
        raise NotFoundError("category")
    project_id, project_archived_at, archived_at, *standing = found
    if held != project_id and not is_sqlite():
        raise MovedError
    refuse_archived(earliest(project_archived_at, archived_at))
    return Standing(project_id, *standing)
