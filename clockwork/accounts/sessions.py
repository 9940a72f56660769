"""Browsers that are signed in: 30 days from when they were last seen."""

from typing import NamedTuple
from uuid import uuid4

from clockwork.accounts.keys import hash_key, make_key
from clockwork.accounts.people import Person
from clockwork.clock import DAY, MINUTE
from clockwork.db.database import execute, row, rows
from clockwork.errors import NotFoundError
from clockwork.tracking.actor import Actor

LASTING = 30 * DAY
# A session that was seen is marked so at most this often.
GRAIN = MINUTE


class Session(NamedTuple):
    """A session as its owner sees it; times in microseconds."""

    id: str
    created_at: int
    seen_at: int
    address: str
    agent: str


class Found(NamedTuple):
    """Whose session a key belongs to."""

    session_id: str
    person_id: str
    role: str


def begin(person: Person, now: int, address: str, agent: str) -> tuple[str, str]:
    """Sign a person in: the session's identifier, and the key that the browser keeps."""
    session_id, key = str(uuid4()), make_key()
    execute(
        "INSERT INTO session (id, person_id, token_hash, created_at, seen_at, address, agent) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(session_id, person.id, hash_key(key), now, now, address, agent[:200]),
    )
    execute("DELETE FROM session WHERE person_id = ? AND seen_at < ?", person.id, now - LASTING)
    return session_id, key


def find(key: str, now: int) -> Found | None:
    """Whose session it is; None when it is unknown or over, or its owner is disabled."""
    found = row(
        "SELECT s.id, p.id, p.role, s.seen_at FROM session s JOIN person p ON p.id = s.person_id "
        "WHERE s.token_hash = ? AND s.seen_at > ? AND p.disabled_at IS NULL",
        *(hash_key(key), now - LASTING),
    )
    if found is None:
        return None
    session_id, person_id, role, seen_at = found
    if seen_at < now - GRAIN:
        execute("UPDATE session SET seen_at = ? WHERE id = ?", now, session_id)
    return Found(session_id, person_id, role)


def list_all(actor: Actor) -> list[Session]:
    """The acting person's sessions that are not over, last seen first."""
    found = rows(
        "SELECT id, created_at, seen_at, address, agent FROM session "
        "WHERE person_id = ? AND seen_at > ? ORDER BY seen_at DESC, id",
        *(actor.person_id, actor.clock() - LASTING),
    )
    return [Session._make(session) for session in found]


def end(actor: Actor, session_id: str) -> None:
    """End one of the acting person's sessions. NotFoundError."""
    sql = "DELETE FROM session WHERE id = ? AND person_id = ?"
    if not execute(sql, session_id, actor.person_id):
        raise NotFoundError("session")
