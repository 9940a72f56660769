"""How often what somebody may see was changed: what a client holds is right until that moves on.

The database counts, by triggers, in the transaction of each change. Whoever reads a version and
then what it is of, in this order, never takes what is old for what is new.
"""

from collections.abc import Sequence
from typing import NamedTuple

from clockwork.db.database import Row, is_sqlite, row
from clockwork.tracking.filters import one_of

SHARED = "SELECT number FROM version WHERE subject = 'shared'"
OF_ONE = f"""SELECT ({SHARED}), (SELECT number FROM version WHERE subject = ?),
    (SELECT started_at FROM entry WHERE person_id = ? AND stopped_at IS NULL)"""


class Versions(NamedTuple):
    """Of what all share, and of some people's time; since when, in microseconds, some of it runs.

    Of the time of several it is the sum, which goes on whenever one of them does.
    """

    shared: int
    own: int
    running_since: int | None


def of(person_ids: Sequence[str]) -> Versions:
    """As it is now."""
    if len(person_ids) == 1:
        shared, own, running_since = _found(OF_ONE, person_ids[0], person_ids[0])
        return Versions(shared, own or 0, running_since)
    subjects, people = one_of("subject {}", person_ids, "text"), one_of("person_id {}", person_ids)
    return Versions._make(
        _found(
            f"SELECT ({SHARED}), (SELECT coalesce(sum(number), 0) FROM version WHERE "
            f"{subjects.sql}), (SELECT min(started_at) FROM entry WHERE {people.sql} "
            "AND stopped_at IS NULL)",
            *(*subjects.values, *people.values),
        )
    )


def shared() -> int:
    """Of what all share: projects, categories, and the names of people and tags."""
    version: int = _found(SHARED)[0]
    return version


def hold_shared() -> None:
    """Let nobody else change what all share until the transaction ends."""
    if not is_sqlite():
        row(f"{SHARED} FOR UPDATE")


def _found(sql: str, *values: object) -> Row:
    # Without the row of `shared` nothing is right; /healthz says when a migration is missing.
    return row(sql, *values) or (0, 0, None)
