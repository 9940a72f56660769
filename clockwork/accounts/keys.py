"""Random keys, and what is kept of them."""

import secrets
from hashlib import blake2b, sha256

from peewee import Query

from clockwork.db.models import Secret
from clockwork.db.statements import slots, statement

CSRF = "csrf"


@statement
def _value() -> Query:
    return Secret.select(Secret.value).where(Secret.name == CSRF)


@statement
def _insert() -> Query:
    made = Secret.insert(name=CSRF, **slots("value created_at"))
    return made.on_conflict(action="nothing", conflict_target=[Secret.name])


def make_key() -> str:
    """A new key of 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_key(key: str) -> str:
    """What is stored of a random key; it has too much entropy to need a slow hash."""
    return sha256(key.encode()).hexdigest()


def csrf_token(person_id: str, session_id: str | None, now: int) -> str:
    """What a page must send beside its cookie or its proxy's word to change something."""
    bound = f"{person_id}:{session_id or ''}".encode()
    return blake2b(bound, key=bytes.fromhex(_installation_key(now)), digest_size=24).hexdigest()


def of_installation(purpose: str, now: int) -> bytes:
    """A key of this installation for a purpose; the same on all its servers."""
    return blake2b(purpose.encode(), key=bytes.fromhex(_installation_key(now))).digest()


def _installation_key(now: int) -> str:
    """The key that all servers on one database share; made by the first that needs it."""
    found = _value.row()
    if found is None:
        _insert.execute(value=secrets.token_hex(32), created_at=now)
        found = _value.row()
    value: str = found[0] if found else ""
    return value
