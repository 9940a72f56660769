"""Prove who one is: the first run, signing in, and a new password."""

from dataclasses import dataclass

from peewee import Query

from clockwork.accounts import administration, passwords, people, sessions, setup, throttle
from clockwork.accounts.people import Person
from clockwork.clock import Clock
from clockwork.db import models
from clockwork.db.database import transaction
from clockwork.db.statements import Slot, slots, statement
from clockwork.errors import ConflictError, InvalidError, UnauthenticatedError
from clockwork.tracking.actor import Actor


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who has not signed in, and from where they ask."""

    clock: Clock
    address: str
    agent: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person, their new session, and the key that their browser keeps."""

    person: Person
    session_id: str
    key: str


@statement
def _set_hash() -> Query:
    return models.Person.update(**slots("password_hash")).where(models.Person.id == Slot("id"))


def set_up(guest: Guest, code: str, name: str, email: str, password: str) -> SignedIn:
    """Make the first administrator and sign them in.

    ConflictError `already_set_up`; UnauthenticatedError `wrong_code`; InvalidError
    `invalid_password`; ThrottledError.
    """
    now, keys = guest.clock(), [f"setup {guest.address}"]
    throttle.check(keys, now)
    if people.has_administrator():
        raise ConflictError("already_set_up", "There is an administrator already; sign in.")
    if not setup.knows(code):
        throttle.count_failure(keys, now)
        raise UnauthenticatedError("That is not the code in the server's log.", "wrong_code")
    with transaction():
        person = administration.add(None, now, name, email, "administrator", password)
        # Under the lock that `add` took: of two at once, the second finds its code used.
        if not setup.use():
            raise ConflictError("already_set_up", "There is an administrator already; sign in.")
        return _begin(guest, person, now)


def sign_in(guest: Guest, email: str, password: str) -> SignedIn:
    """Sign a person in. UnauthenticatedError `wrong_credentials`, ThrottledError."""
    now = guest.clock()
    keys = [f"person {people.normalise_email(email)}", f"address {guest.address}"]
    throttle.check(keys, now)
    person = people.find(email)
    usable = person if person and person.disabled_at is None else None
    if not passwords.verify(usable.password_hash if usable else None, password) or not usable:
        throttle.count_failure(keys, now)
        raise UnauthenticatedError("E-mail or password is not right.", "wrong_credentials")
    with transaction():
        throttle.forget(keys)
        _renew_hash(usable, password)
        return _begin(guest, usable, now)


def change_password(actor: Actor, guest: Guest, current: str, new: str) -> SignedIn:
    """Set a new password; every session ends and a new one begins.

    InvalidError `wrong_password`, `invalid_password`; ThrottledError.
    """
    now, person = actor.clock(), people.get(actor.person_id)
    keys = [f"person {person.email}", f"address {guest.address}"]
    throttle.check(keys, now)
    if not passwords.verify(person.password_hash, current):
        throttle.count_failure(keys, now)
        raise InvalidError("wrong_password", "The present password is not right.")
    with transaction():
        changed = administration.update(actor.person_id, now, person.id, {"password": new})
        return _begin(guest, changed, now)


def _begin(guest: Guest, person: Person, now: int) -> SignedIn:
    session_id, key = sessions.begin(person, now, guest.address, guest.agent)
    return SignedIn(person, session_id, key)


def _renew_hash(person: Person, password: str) -> None:
    if person.password_hash and passwords.is_outdated(person.password_hash):
        hashed = passwords.HASHER.hash(passwords.normalise(password))
        _set_hash.execute(id=person.id, password_hash=hashed)
