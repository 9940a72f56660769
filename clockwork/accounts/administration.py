"""Add people, and change who they are and what they may."""

from typing import Any
from uuid import uuid4

import peewee
from peewee import Query

from clockwork.accounts import feeds, passwords, people, sessions, tokens
from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.accounts.names import fold, is_plain
from clockwork.accounts.people import Person
from clockwork.db import models
from clockwork.db.database import execute, is_sqlite, transaction
from clockwork.db.statements import Slot, slots, statement
from clockwork.errors import ConflictError, ForbiddenError, InvalidError
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor
from clockwork.tracking.zones import find_zone

CHANGEABLE = ("name", "email", "role", "zone", "disabled_at", "password_hash")
# What the audit calls columns that are shown to nobody as they are.
CALLED = {"disabled_at": "disabled", "password_hash": "password"}


@statement
def _insert() -> Query:
    return models.Person.insert(**slots("id name created_at"))


@statement
def _update() -> Query:
    columns = slots(" ".join(CHANGEABLE))
    return models.Person.update(**columns).where(models.Person.id == Slot("id"))


def add(
    actor_id: str | None,
    now: int,
    name: str,
    email: str,
    role: str,
    password_hash: str | None,
    takes_over: bool = False,
) -> Person:
    """Add a person. ConflictError `duplicate_email`, InvalidError `invalid_json`.

    The first administrator, or who `takes_over`, gets the local person's row, entries and all.
    """
    folded = _fold(email)
    with transaction():
        lock_people()
        first = takes_over or (role == "administrator" and not people.has_administrator())
        person = _local_person(actor_id, now) if first and _local_is_free(now) else _new(now, name)
        added = person._replace(name=name, email=folded, role=role, password_hash=password_hash)
        _write(added)
        audit.write(now, actor_id, "created", "person", added.id, role=role)
        return added


def change(actor: Actor, person_id: str, changes: dict[str, Any]) -> Person:
    """Change name, email, role, zone, disabled or password of a person.

    NotFoundError; ConflictError `duplicate_email`, `last_administrator`; InvalidError
    `invalid_json`, `invalid_password`, `invalid_time_zone`; ForbiddenError.
    """
    if person_id != actor.person_id or set(changes) & {"email", "role", "disabled"}:
        people.require_administrator(actor)
    if person_id == actor.person_id and "password" in changes:
        raise ForbiddenError(
            "forbidden", "One's own password is changed with the present one, under Account."
        )
    return update(actor.person_id, actor.clock(), person_id, changes)


def update(actor_id: str | None, now: int, person_id: str, changes: dict[str, Any]) -> Person:
    """Change a person, whoever asks; see `change`."""
    return store(actor_id, now, person_id, _columns(changes, now))


def store(actor_id: str | None, now: int, person_id: str, values: dict[str, Any]) -> Person:
    """Set columns of a person; NotFoundError, ConflictError as in `change`.

    A new password, and being disabled or enabled, ends all sessions, tokens and feeds.
    """
    with transaction():
        lock_people()
        before = people.get(person_id)
        after = _after(before, values)
        changed = [name for name in CHANGEABLE if getattr(before, name) != getattr(after, name)]
        if not changed:
            return before
        _write(after)
        if before.administers and not people.has_administrator():
            raise ConflictError("last_administrator", "Somebody has to be administrator.")
        if {"disabled_at", "password_hash"} & set(changed):
            sessions.end_all(person_id)
            tokens.revoke_all(actor_id, now, person_id)
            feeds.revoke_all(actor_id, now, person_id)
        audit.write(now, actor_id, "changed", "person", person_id, **_told(before, after, changed))
        return after


def lock_people() -> None:
    """Let two changes of roles wait for each other, so that one administrator always stays.

    By hand: peewee has no word for it.
    """
    if not is_sqlite():
        execute("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE")


def _columns(changes: dict[str, Any], now: int) -> dict[str, Any]:
    values: dict[str, Any] = {name: changes[name] for name in ("name", "role") if name in changes}
    if "zone" in changes:
        values["zone"] = find_zone(changes["zone"]).key
    if "email" in changes:
        values["email"] = _fold(changes["email"])
    if "disabled" in changes:
        values["disabled_at"] = now if changes["disabled"] else None
    if "password" in changes:
        values["password_hash"] = passwords.hash_password(changes["password"])
    return values


def _after(before: Person, values: dict[str, Any]) -> Person:
    after = before._replace(**values)
    # Who is disabled already stays so since then.
    again = before.disabled_at is not None and after.disabled_at is not None
    return after._replace(disabled_at=before.disabled_at) if again else after


def _told(before: Person, after: Person, changed: list[str]) -> dict[str, Any]:
    """What the audit tells: the fields that changed, and the role from which to which."""
    fields = sorted(CALLED.get(name, name) for name in changed)
    return {"fields": fields, **({"role": [before.role, after.role]} if "role" in changed else {})}


def _fold(email: str) -> str:
    if not is_plain(email):
        raise InvalidError(
            "invalid_json",
            "That e-mail address could be taken for another: beyond A to Z, write it in small "
            "letters and without ligatures, ß or signs that only look like others.",
        )
    return fold(email)


def _local_is_free(now: int) -> bool:
    return people.get(ensure_local_person(lambda: now)).email is None


def _local_person(actor_id: str | None, now: int) -> Person:
    """The local person, whose tokens and feeds anybody could make who reached the port."""
    tokens.revoke_all(actor_id, now, LOCAL_PERSON)
    feeds.revoke_all(actor_id, now, LOCAL_PERSON)
    return people.get(LOCAL_PERSON)


def _new(now: int, name: str) -> Person:
    person_id = str(uuid4())
    _insert.execute(id=person_id, name=name, created_at=now)
    return people.get(person_id)


def _write(person: Person) -> None:
    try:
        with transaction():
            _update.execute(**person._asdict())
    except peewee.IntegrityError:
        raise ConflictError("duplicate_email", "Somebody has that e-mail address.") from None
