"""Remove a person for good: what is theirs goes, what all share stays, nothing left names them."""

from peewee import Query

from clockwork.accounts import administration, people, throttle
from clockwork.accounts.people import Person
from clockwork.db import models
from clockwork.db.database import transaction
from clockwork.db.statements import Slot, statement
from clockwork.errors import ConflictError, ForbiddenError
from clockwork.tracking import audit, tags
from clockwork.tracking.actor import Actor
from clockwork.tracking.locks import lock_to_remove

# In one statement, so that each is over before a server's patience is.
AT_ONCE = 5_000
# No entry starts before or after.
EARLIEST, LATEST = -(2**62), 2**62


@statement
def _delete_counts() -> Query:
    return models.TagUse.delete().where(models.TagUse.person == Slot("person_id"))  # type: ignore[misc]


@statement
def _some_start() -> Query:
    """When the last of some entries after a moment starts; none when there are fewer."""
    entry = models.Entry
    later = entry.select(entry.started_at).where(
        entry.person == Slot("person_id"), entry.started_at > Slot("after")
    )
    return later.order_by(entry.started_at).offset(AT_ONCE - 1).limit(1)


@statement
def _delete_entries() -> Query:
    entry = models.Entry
    within = entry.started_at.between(Slot("first"), Slot("last"))
    return entry.delete().where(entry.person == Slot("person_id"), within)  # type: ignore[misc]


@statement
def _delete() -> Query:
    return models.Person.delete().where(models.Person.id == Slot("id"))  # type: ignore[misc]


def remove(actor: Actor, person_id: str) -> None:
    """Remove another person, for administrators.

    NotFoundError; ForbiddenError; ConflictError `last_administrator`.
    """
    people.require_administrator(actor)
    if person_id == actor.person_id:
        raise ForbiddenError("forbidden", "Nobody removes themselves; another administrator does.")
    erase(actor.person_id, actor.clock(), person_id)


def erase(actor_id: str | None, now: int, person_id: str) -> None:
    """Remove a person, whoever asks: all or nothing. NotFoundError, ConflictError as above."""
    with transaction():
        administration.lock_people()
        lock_to_remove(person_id)
        person = people.get(person_id)
        forget(actor_id, now, person)
        if person.administers and not people.has_administrator():
            raise ConflictError("last_administrator", "Somebody has to be administrator.")


def forget(actor_id: str | None, now: int, person: Person) -> None:
    """Delete what is a person's own, inside a transaction; the audit tells only that it is gone.

    Sessions, tokens, feeds and kept answers go with the row of the person.
    """
    entries = _forget_time(person.id)
    audit.forget(person.id)
    if person.email is not None:
        throttle.forget(person.email)
    _delete.execute(id=person.id)
    tags.delete_unused()
    audit.write(now, actor_id, "deleted", "person", person.id, entries=entries)


def _forget_time(person_id: str) -> int:
    """Delete all of a person's entries, some at a time; how many those were."""
    # First: to count down with each entry would take PostgreSQL a row's version for each.
    _delete_counts.execute(person_id=person_id)
    gone, last = 0, EARLIEST
    while last < LATEST:
        found = _some_start.row(person_id=person_id, after=last)
        first, last = last + 1, found[0] if found else LATEST
        gone += _delete_entries.execute(person_id=person_id, first=first, last=last)
    return gone
