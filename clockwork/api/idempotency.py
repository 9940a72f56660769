"""Answers kept under an Idempotency-Key, so that a request sent twice happens once."""

from typing import NamedTuple

from clockwork.clock import DAY
from clockwork.db.database import execute, row
from clockwork.tracking.actor import Actor

KEPT = 7 * DAY


class Answer(NamedTuple):
    """What was answered the first time."""

    status: int
    body: str


def claim(actor: Actor, key: str) -> Answer | None:
    """Claim a key inside a transaction: None for the first request, else its answer.

    A second request with the key waits here until the first one's transaction ends.
    """
    now = actor.clock()
    execute("DELETE FROM answer WHERE created_at < ?", now - KEPT)
    claimed = execute(
        "INSERT INTO answer (person_id, key, created_at) VALUES (?, ?, ?) "
        "ON CONFLICT (person_id, key) DO NOTHING",
        *(actor.person_id, key, now),
    )
    if claimed:
        return None
    found = row(
        "SELECT status, body FROM answer WHERE person_id = ? AND key = ?", actor.person_id, key
    )
    return Answer._make(found) if found else None


def keep(actor: Actor, key: str, answer: Answer) -> None:
    """Store the answer to a claimed key, in the transaction that claimed it."""
    execute(
        "UPDATE answer SET status = ?, body = ? WHERE person_id = ? AND key = ?",
        *(answer.status, answer.body, actor.person_id, key),
    )
