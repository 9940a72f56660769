"""Add people, and change who they are and what they may."""

from typing import Any
from uuid import uuid4

import peewee
from peewee import Query

from clockwork.accounts import passwords, people, sessions
from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.accounts.people import Person
from clockwork.db import models
from clockwork.db.database import execute, is_sqlite, transaction
from clockwork.db.statements import Slot, slots, statement
from clockwork.errors import ConflictError, NotFoundError
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor
from clockwork.tracking.zones import find_zone

CHANGEABLE = "name email role zone disabled_at password_hash"


@statement
def _insert() -> Query:
    return models.Person.insert(**slots("id name created_at"))


@statement
def _update() -> Query:
    return models.Person.update(**slots(CHANGEABLE)).where(models.Person.id == Slot("id"))


def add(
    actor_id: str | None, now: int, name: str, email: str, role: str, password: str | None
) -> Person:
    """Add a person. ConflictError `duplicate_email`, InvalidError `invalid_password`.

    The first administrator takes over the local person's row, entries and all.
    """
    hashed = passwords.hash_password(password) if password is not None else None
    with transaction():
        lock_people()
        person = _local_person(now) if _is_first(role) else _new_person(now, name)
        added = person._replace(
            name=name, email=people.normalise_email(email), role=role, password_hash=hashed
        )
        _store(added)
        audit.write(now, actor_id, "created", "person", added.id, role=role)
        return added


def change(actor: Actor, person_id: str, changes: dict[str, Any]) -> Person:
    """Change name, email, role, zone, disabled or password of a person.

    NotFoundError; ConflictError `duplicate_email`, `last_administrator`; InvalidError
    `invalid_password`, `invalid_time_zone`; ForbiddenError.
    """
    if person_id != actor.person_id or set(changes) & {"email", "role", "disabled"}:
        people.require_administrator(actor)
    return update(actor.person_id, actor.clock(), person_id, changes)


def update(actor_id: str | None, now: int, person_id: str, changes: dict[str, Any]) -> Person:
    """Change a person, whoever asks; see `change`."""
    values = _stored(changes, now)
    with transaction():
        lock_people()
        before = people.get(person_id)
        after = before._replace(**values)
        _store(after)
        if before.administers and not people.has_administrator():
            raise ConflictError("last_administrator", "Somebody has to be administrator.")
        if after.disabled_at is not None or "password_hash" in values:
            sessions.end_all(person_id)
        audit.write(now, actor_id, "changed", "person", person_id, fields=sorted(changes))
        return after


def lock_people() -> None:
    """Let two changes of roles wait for each other, so that one administrator always stays.

    By hand: peewee has no word for it.
    """
    if not is_sqlite():
        execute("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE")


def _stored(changes: dict[str, Any], now: int) -> dict[str, Any]:
    """Changes as columns."""
    values: dict[str, Any] = {name: changes[name] for name in ("name", "role") if name in changes}
    if "zone" in changes:
        values["zone"] = find_zone(changes["zone"]).key
    if "email" in changes:
        values["email"] = people.normalise_email(changes["email"])
    if "disabled" in changes:
        values["disabled_at"] = now if changes["disabled"] else None
    if "password" in changes:
        values["password_hash"] = passwords.hash_password(changes["password"])
    return values


def _is_first(role: str) -> bool:
    """Whether the local person's row is free for this administrator."""
    if role != "administrator" or people.has_administrator():
        return False
    try:
        return people.get(LOCAL_PERSON).email is None
    except NotFoundError:
        return True


def _local_person(now: int) -> Person:
    return people.get(ensure_local_person(lambda: now))


def _new_person(now: int, name: str) -> Person:
    person_id = str(uuid4())
    _insert.execute(id=person_id, name=name, created_at=now)
    return people.get(person_id)


def _store(person: Person) -> None:
    try:
        with transaction():
            _update.execute(**person._asdict())
    except peewee.IntegrityError:
        raise ConflictError("duplicate_email", "Somebody has that e-mail address.") from None
