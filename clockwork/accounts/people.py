"""The people of a tracker: who they are."""

from typing import NamedTuple

from peewee import Query

from clockwork.accounts.names import fold
from clockwork.db import models
from clockwork.db.statements import Slot, statement
from clockwork.errors import ForbiddenError, NotFoundError
from clockwork.tracking.actor import Actor

ROLES = ("administrator", "member")


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

    @property
    def administers(self) -> bool:
        """Whether they can sign in, and then do what needs an administrator."""
        can_sign_in = bool(self.email and self.password_hash) and self.disabled_at is None
        return self.role == "administrator" and can_sign_in


def _select() -> Query:
    return models.Person.select(*(getattr(models.Person, name) for name in Person._fields))


@statement
def _by_id() -> Query:
    return _select().where(models.Person.id == Slot("id"))


@statement
def _by_email() -> Query:
    return _select().where(models.Person.email == Slot("email"))


@statement
def _registered() -> Query:
    oldest_first = (models.Person.created_at, models.Person.id)
    return _select().where(models.Person.email.is_null(False)).order_by(*oldest_first)


@statement
def _administrators() -> Query:
    found = models.Person.select(models.Person.id)
    return found.where(
        models.Person.role == "administrator",
        models.Person.disabled_at.is_null(),
        models.Person.email.is_null(False),
        models.Person.password_hash.is_null(False),
    )


def find(email: str) -> Person | None:
    """The person who signs in with an e-mail address, or whom a proxy calls so."""
    found = _by_email.row(email=fold(email))
    return Person._make(found) if found else None


def get(person_id: str) -> Person:
    """One person. NotFoundError."""
    found = _by_id.row(id=person_id)
    if found is None:
        raise NotFoundError("person")
    return Person._make(found)


def list_all(actor: Actor) -> list[Person]:
    """All who can sign in, or could, oldest first; for administrators. ForbiddenError."""
    require_administrator(actor)
    return registered()


def registered() -> list[Person]:
    """All with an e-mail address or name to sign in with, oldest first."""
    return [Person._make(found) for found in _registered.rows()]


def has_administrator() -> bool:
    """Whether somebody can sign in and administer; until then the first run is open."""
    return _administrators.row() is not None


def require_administrator(actor: Actor) -> None:
    """Raise ForbiddenError for everybody else."""
    if not actor.is_administrator:
        raise ForbiddenError("forbidden", "That is for administrators.")
