"""Keys for scripts: named, limited to a scope, shown once."""

from typing import NamedTuple
from uuid import uuid4

from peewee import Query

from clockwork.accounts.keys import hash_key, make_key
from clockwork.clock import MINUTE
from clockwork.db import models
from clockwork.db.database import transaction
from clockwork.db.statements import Slot, slots, statement
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
    email: str | None
    role: str
    scope: str


@statement
def _insert() -> Query:
    columns = "id person_id name scope token_hash created_at expires_at"
    return models.Token.insert(**slots(columns))


@statement
def _by_key() -> Query:
    token, person = models.Token, models.Person
    lasts = token.expires_at.is_null() | (token.expires_at > Slot("now"))
    return (
        token.select(*(token.id, token.used_at, person.id, person.email, person.role, token.scope))
        .join(person)
        .where(token.token_hash == Slot("token_hash"), token.revoked_at.is_null(), lasts)
        .where(person.disabled_at.is_null())
    )


@statement
def _of_person() -> Query:
    token = models.Token
    return (
        token.select(*(getattr(token, name) for name in Token._fields))
        .where(token.person == Slot("person_id"), token.revoked_at.is_null())
        .order_by(token.created_at.desc(), token.id)
    )


@statement
def _use() -> Query:
    return models.Token.update(used_at=Slot("now")).where(models.Token.id == Slot("id"))


@statement
def _revoke() -> Query:
    token = models.Token
    return token.update(revoked_at=Slot("now")).where(
        token.id == Slot("id"), token.person == Slot("person_id"), token.revoked_at.is_null()
    )


def create(actor: Actor, name: str, scope: str, expires_at: int | None) -> tuple[Token, str]:
    """Make a token: it, and the key that is shown only now. InvalidError `invalid_time`."""
    now = actor.clock()
    if expires_at is not None and expires_at <= now:
        raise InvalidError("invalid_time", "That time has passed; a token ends in the future.")
    token, key = Token(str(uuid4()), name, scope, now, expires_at, None), PREFIX + make_key()
    with transaction():
        kept = {**token._asdict(), "person_id": actor.person_id, "token_hash": hash_key(key)}
        _insert.execute(**kept)
        audit.write(now, actor.person_id, "created", "token", token.id, name=name, scope=scope)
    return token, key


def find(key: str, now: int) -> Found | None:
    """Whose token it is; None when it is unknown, over or revoked, or its owner disabled."""
    found = _by_key.row(token_hash=hash_key(key), now=now)
    if found is None or found[-1] not in SCOPES:
        return None
    token_id, used_at, *rest = found
    if used_at is None or used_at < now - GRAIN:
        _use.execute(id=token_id, now=now)
    return Found(*rest)


def list_all(person_id: str) -> list[Token]:
    """A person's tokens that were not revoked, newest first."""
    return [Token._make(token) for token in _of_person.rows(person_id=person_id)]


def revoke(actor: Actor, person_id: str, token_id: str) -> None:
    """End one of a person's tokens. NotFoundError."""
    with transaction():
        if not _end(actor.person_id, actor.clock(), person_id, token_id):
            raise NotFoundError("token")


def revoke_all(actor_id: str | None, now: int, person_id: str) -> None:
    """End all of a person's tokens."""
    with transaction():
        for token in list_all(person_id):
            _end(actor_id, now, person_id, token.id)


def _end(actor_id: str | None, now: int, person_id: str, token_id: str) -> bool:
    found = _revoke.execute(id=token_id, person_id=person_id, now=now)
    if found:
        audit.write(now, actor_id, "revoked", "token", token_id)
    return bool(found)
