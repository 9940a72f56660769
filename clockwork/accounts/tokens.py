"""Keys for scripts: named, limited to a scope, shown once."""

from typing import NamedTuple
from uuid import uuid4

from clockwork.accounts.keys import hash_key, make_key
from clockwork.clock import MINUTE
from clockwork.db.database import execute, row, rows, transaction
from clockwork.errors import InvalidError, NotFoundError
from clockwork.tracking import audit
from clockwork.tracking.actor import SCOPES, Actor

# What begins so can be found where it should not be.
PREFIX = "cw_"
GRAIN = MINUTE


class Token(NamedTuple):
    """A token as its owner sees it; times in microseconds."""

    id: str
    name: str
    scope: str
    created_at: int
    expires_at: int | None
    used_at: int | None


class Found(NamedTuple):
    """Whose token a key is, and what it may."""

    person_id: str
    role: str
    scope: str


def create(actor: Actor, name: str, scope: str, expires_at: int | None) -> tuple[Token, str]:
    """Make a token: it, and the key that is shown only now. InvalidError `invalid_time`."""
    now = actor.clock()
    if expires_at is not None and expires_at <= now:
        raise InvalidError("invalid_time", "That time has passed; a token ends in the future.")
    token, key = Token(str(uuid4()), name, scope, now, expires_at, None), PREFIX + make_key()
    with transaction():
        execute(
            "INSERT INTO token (id, person_id, name, scope, token_hash, created_at, expires_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(token.id, actor.person_id, name, scope, hash_key(key), now, expires_at),
        )
        audit.write(now, actor.person_id, "created", "token", token.id, name=name, scope=scope)
    return token, key


def find(key: str, now: int) -> Found | None:
    """Whose token it is; None when it is unknown, over or revoked, or its owner disabled."""
    found = row(
        "SELECT t.id, t.used_at, p.id, p.role, t.scope "
        "FROM token t JOIN person p ON p.id = t.person_id "
        "WHERE t.token_hash = ? AND t.revoked_at IS NULL AND p.disabled_at IS NULL "
        "AND (t.expires_at IS NULL OR t.expires_at > ?)",
        *(hash_key(key), now),
    )
    if found is None or found[4] not in SCOPES:
        return None
    token_id, used_at, *rest = found
    if used_at is None or used_at < now - GRAIN:
        execute("UPDATE token SET used_at = ? WHERE id = ?", now, token_id)
    return Found(*rest)


def list_all(actor: Actor) -> list[Token]:
    """The acting person's tokens that were not revoked, newest first."""
    found = rows(
        "SELECT id, name, scope, created_at, expires_at, used_at FROM token "
        "WHERE person_id = ? AND revoked_at IS NULL ORDER BY created_at DESC, id",
        actor.person_id,
    )
    return [Token._make(token) for token in found]


def revoke(actor: Actor, token_id: str) -> None:
    """End one of the acting person's tokens. NotFoundError."""
    now = actor.clock()
    with transaction():
        changed = execute(
            "UPDATE token SET revoked_at = ? WHERE id = ? AND person_id = ? AND revoked_at IS NULL",
            *(now, token_id, actor.person_id),
        )
        if not changed:
            raise NotFoundError("token")
        audit.write(now, actor.person_id, "revoked", "token", token_id)
