"""Who may do what stays as it is: what was taken away since a backup does not come back with it."""

from contextlib import suppress
from typing import NamedTuple

from peewee import Query

from clockwork.accounts import people, removal
from clockwork.db.models import Audit, Feed, Person, Token
from clockwork.db.statements import statement
from clockwork.errors import BackupError, NotFoundError


class Access(NamedTuple):
    """How people sign in to the database that is to be replaced, its tokens and its feeds."""

    # By identifier: role, since when disabled, hash of the password.
    people: dict[str, tuple[str, int | None, str | None]]
    # By identifier: since when revoked.
    keys: dict[str, int | None]
    # Who was removed, by identifier.
    removed: set[str]


@statement
def _named() -> Query:
    """The local person has no name to sign in with, so nothing is known of them."""
    columns = (Person.id, Person.role, Person.disabled_at, Person.password_hash)
    return Person.select(*columns).where(Person.email.is_null(False))


@statement
def _removed() -> Query:
    """By the audit, which keeps it; without whom there is again, as the local person may be."""
    gone = Audit.select(Audit.object_id).where(Audit.kind == "person", Audit.action == "deleted")
    return gone.where(Audit.object_id.not_in(Person.select(Person.id)))


@statement
def _tokens() -> Query:
    return Token.select(Token.id, Token.revoked_at)


@statement
def _feeds() -> Query:
    return Feed.select(Feed.id, Feed.revoked_at)


# What lets in without a password.
KEYS = ((Token, _tokens), (Feed, _feeds))


def present() -> Access:
    """As it is now."""
    named = {person_id: (role, disabled, hashed)
             for person_id, role, disabled, hashed in _named.rows()}  # fmt: skip
    keys = {key_id: since for _, kept in KEYS for key_id, since in kept.rows()}
    return Access(named, keys, {person_id for (person_id,) in _removed.rows()})


def keep(before: Access, now: int, keep_tokens: bool) -> int:
    """Let nobody do more than before with what was loaded; how many keys are revoked by that.

    Who was removed since is removed again. Tokens and feeds of which nothing is known are revoked
    unless they are to be kept: whether they were revoked since, only another database knows.
    Raises BackupError when nobody could administer.
    """
    could = people.has_administrator()
    for person_id in before.removed:
        with suppress(NotFoundError):
            removal.forget(None, now, people.get(person_id))
    for person_id, (role, disabled_at, password_hash) in before.people.items():
        _restrict(person_id, role, disabled_at, password_hash)
    if could and not people.has_administrator():
        raise BackupError(
            "Who administers in the backup was disabled or demoted since, so nobody could; "
            "restore it into a new database. Nothing was changed."
        )
    return sum(
        _revoke(table, key_id, before.keys.get(key_id, None if keep_tokens else now))
        for table, kept in KEYS
        for key_id, revoked_at in kept.rows()
        if revoked_at is None
    )


def _restrict(
    person_id: str, role: str, disabled_at: int | None, password_hash: str | None
) -> None:
    one = (Person.id == person_id) & Person.email.is_null(False)
    Person.update(password_hash=password_hash).where(one).execute()
    if role == "member":
        Person.update(role=role).where(one).execute()
    if disabled_at is not None:
        Person.update(disabled_at=disabled_at).where(one, Person.disabled_at.is_null()).execute()


def _revoke(table: type[Token | Feed], key_id: str, since: int | None) -> bool:
    if since is not None:
        table.update(revoked_at=since).where(table.id == key_id).execute()
    return since is not None
