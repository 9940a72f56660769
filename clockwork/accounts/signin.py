"""Prove who one is: the first run, signing in, and a new password."""

from dataclasses import dataclass

from peewee import Query

from clockwork.accounts import administration, passwords, people, sessions, setup, throttle
from clockwork.accounts.people import Person
from clockwork.clock import Clock
from clockwork.db import models
from clockwork.db.database import transaction
from clockwork.db.statements import Slot, statement
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
def _renew() -> Query:
    person = models.Person
    return person.update(password_hash=Slot("renewed")).where(
        person.id == Slot("id"),
        person.password_hash == Slot("verified"),
        person.disabled_at.is_null(),
    )


def set_up(guest: Guest, code: str, name: str, email: str, password: str) -> SignedIn:
    """Make the first administrator and sign them in.

    ConflictError `already_set_up`, `duplicate_email`; UnauthenticatedError `wrong_code`;
    InvalidError `invalid_json`, `invalid_password`; ThrottledError.
    """
    now = guest.clock()
    if people.has_administrator():
        raise _already_set_up()
    tried = throttle.begin("setup", guest.address, now)
    if not setup.knows(code):
        raise UnauthenticatedError("That is not the code in the server's log.", "wrong_code")
    throttle.succeed(tried, now)
    hashed = passwords.hash_password(password)
    with transaction():
        person = administration.add(None, now, name, email, "administrator", hashed)
        # Under the lock that `add` took: of two at once, the second finds its code used.
        if not setup.use():
            raise _already_set_up()
        return _begin(guest, person, now)


def sign_in(guest: Guest, email: str, password: str) -> SignedIn:
    """Sign a person in. UnauthenticatedError `wrong_credentials`, ThrottledError."""
    now, person = guest.clock(), people.find(email)
    tried = throttle.begin(throttle.of_person(email), guest.address, now)
    usable = person if person and person.disabled_at is None else None
    if not passwords.verify(usable.password_hash if usable else None, password) or not usable:
        raise _wrong_credentials()
    verified, renewed = usable.password_hash, _renewed(usable, password)
    with transaction():
        # None when it was reset, or its owner disabled, while it was verified.
        if not _renew.execute(id=usable.id, verified=verified, renewed=renewed):
            raise _wrong_credentials()
        signed_in = _begin(guest, usable, now)
        # Last: who holds an address waits for nothing else.
        throttle.succeed(tried, now)
        return signed_in


def change_password(actor: Actor, guest: Guest, current: str, new: str) -> SignedIn:
    """Set a new password; every session and token ends, and a new session begins.

    InvalidError `wrong_password`, `invalid_password`; ThrottledError.
    """
    now, person = actor.clock(), people.get(actor.person_id)
    tried = throttle.begin(throttle.of_person(person.email or person.id), guest.address, now)
    if not passwords.verify(person.password_hash, current):
        raise _wrong_password()
    throttle.succeed(tried, now)
    hashed = passwords.hash_password(new)
    with transaction():
        administration.lock_people()
        if people.get(person.id).password_hash != person.password_hash:
            raise _wrong_password()
        values = {"password_hash": hashed}
        changed = administration.store(actor.person_id, now, person.id, values)
        return _begin(guest, changed, now)


def _begin(guest: Guest, person: Person, now: int) -> SignedIn:
    session_id, key = sessions.begin(person, now, guest.address, guest.agent)
    return SignedIn(person, session_id, key)


def _renewed(person: Person, password: str) -> str | None:
    """The hash of a verified password, of the parameters of today."""
    stored = person.password_hash
    return passwords.renew(password) if stored and passwords.is_outdated(stored) else stored


def _wrong_credentials() -> UnauthenticatedError:
    return UnauthenticatedError("E-mail or password is not right.", "wrong_credentials")


def _wrong_password() -> InvalidError:
    return InvalidError("wrong_password", "The present password is not right.")


def _already_set_up() -> ConflictError:
    return ConflictError("already_set_up", "There is an administrator already; sign in.")
