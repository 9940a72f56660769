"""The people of a tracker: who they are, and what they may."""

import unicodedata
from typing import Any, NamedTuple
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import peewee

from clockwork.accounts import passwords
from clockwork.accounts.local import LOCAL_PERSON
from clockwork.db.database import execute, is_sqlite, row, rows, transaction
from clockwork.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor

ROLES = ("administrator", "member")
COLUMNS = "id, name, email, role, zone, disabled_at, password_hash, created_at"


class Person(NamedTuple):
    """A person as stored; times in microseconds."""

    id: str
    name: str
    email: str | None
    role: str
    zone: str
    disabled_at: int | None
    password_hash: str | None
    created_at: int


def normalise_email(email: str) -> str:
    """What a person is found by: trimmed, NFC, in small letters."""
    return unicodedata.normalize("NFC", email.strip()).casefold()


def find(email: str) -> Person | None:
    """The person who signs in with an e-mail address, or whom a proxy calls so."""
    return _one("email = ?", normalise_email(email))


def get(person_id: str) -> Person:
    """One person. NotFoundError."""
    found = _one("id = ?", person_id)
    if found is None:
        raise NotFoundError("person")
    return found


def list_all(actor: Actor) -> list[Person]:
    """All who can sign in, or could, oldest first; for administrators. ForbiddenError."""
    require_administrator(actor)
    return registered()


def registered() -> list[Person]:
    """All with an e-mail address or name to sign in with, oldest first."""
    found = rows(f"SELECT {COLUMNS} FROM person WHERE email IS NOT NULL ORDER BY created_at, id")
    return [Person._make(person) for person in found]


def has_administrator() -> bool:
    """Whether somebody can administer; until then the first run is open."""
    return bool(_administrators())


def require_administrator(actor: Actor) -> None:
    """Raise ForbiddenError for everybody else."""
    if not actor.is_administrator:
        raise ForbiddenError("forbidden", "That is for administrators.")


def add(
    actor_id: str | None, now: int, name: str, email: str, role: str, password: str | None
) -> Person:
    """Add a person. ConflictError `duplicate_email`, InvalidError `invalid_password`.

    The first administrator takes over the local person's row, entries and all.
    """
    hashed = passwords.hash_password(password) if password is not None else None
    values = (name, normalise_email(email), role, hashed)
    with transaction():
        person_id = _take_over(now, *values) if _is_first(role) else _insert(now, *values)
        audit.write(now, actor_id, "created", "person", person_id, role=role)
        return get(person_id)


def change(actor: Actor, person_id: str, changes: dict[str, Any]) -> Person:
    """Change name, email, role, zone, disabled or password of a person.

    NotFoundError; ConflictError `duplicate_email`, `last_administrator`; InvalidError
    `invalid_password`, `invalid_time_zone`; ForbiddenError.
    """
    if person_id != actor.person_id or set(changes) & {"email", "role", "disabled"}:
        require_administrator(actor)
    return update(actor.person_id, actor.clock(), person_id, changes)


def update(actor_id: str | None, now: int, person_id: str, changes: dict[str, Any]) -> Person:
    """Change a person, whoever asks; see `change`."""
    values = _stored(changes, now)
    with transaction():
        _lock_people()
        before = get(person_id)
        for name, value in values.items():
            # The names are keys of `_stored`, never what somebody sent.
            _refuse_duplicate(f"UPDATE person SET {name} = ? WHERE id = ?", value, person_id)
        after = get(person_id)
        if _can_administer(before) and not _administrators():
            raise ConflictError("last_administrator", "Somebody has to be administrator.")
        if after.disabled_at is not None or "password_hash" in values:
            execute("DELETE FROM session WHERE person_id = ?", person_id)
        audit.write(now, actor_id, "changed", "person", person_id, fields=sorted(changes))
        return after


def check_zone(name: str) -> str:
    """The name of a time zone. InvalidError `invalid_time_zone`."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidError("invalid_time_zone", "There is no such time zone.") from None


def _stored(changes: dict[str, Any], now: int) -> dict[str, Any]:
    """Changes as columns."""
    values: dict[str, Any] = {name: changes[name] for name in ("name", "role") if name in changes}
    if "zone" in changes:
        values["zone"] = check_zone(changes["zone"])
    if "email" in changes:
        values["email"] = normalise_email(changes["email"])
    if "disabled" in changes:
        values["disabled_at"] = now if changes["disabled"] else None
    if "password" in changes:
        values["password_hash"] = passwords.hash_password(changes["password"])
    return values


def _is_first(role: str) -> bool:
    """Whether the local person's row is free for this administrator. Locks it."""
    _lock_people()
    local = _one("id = ?", LOCAL_PERSON)
    free = local is None or local.email is None
    return role == "administrator" and free and not _administrators()


def _take_over(now: int, name: str, email: str, role: str, hashed: str | None) -> str:
    execute(
        "INSERT INTO person (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        *(LOCAL_PERSON, name, now),
    )
    _refuse_duplicate(
        "UPDATE person SET name = ?, email = ?, role = ?, password_hash = ? WHERE id = ?",
        *(name, email, role, hashed, LOCAL_PERSON),
    )
    return LOCAL_PERSON


def _insert(now: int, name: str, email: str, role: str, hashed: str | None) -> str:
    person_id = str(uuid4())
    _refuse_duplicate(
        "INSERT INTO person (id, name, created_at, email, role, password_hash) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        *(person_id, name, now, email, role, hashed),
    )
    return person_id


def _refuse_duplicate(sql: str, *values: object) -> None:
    try:
        with transaction():
            execute(sql, *values)
    except peewee.IntegrityError:
        raise ConflictError("duplicate_email", "Somebody has that e-mail address.") from None


def _one(condition: str, value: str) -> Person | None:
    found = row(f"SELECT {COLUMNS} FROM person WHERE {condition}", value)
    return Person._make(found) if found else None


def _administrators() -> list[str]:
    found = rows(
        "SELECT id FROM person WHERE role = 'administrator' AND disabled_at IS NULL "
        "AND email IS NOT NULL"
    )
    return [person_id for (person_id,) in found]


def _can_administer(person: Person) -> bool:
    return person.role == "administrator" and person.disabled_at is None and bool(person.email)


def _lock_people() -> None:
    """Let two changes of roles wait for each other, so that one administrator always stays."""
    if not is_sqlite():
        execute("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE")
