"""The one person of a tracker without sign-in."""

from typing import Any

from peewee import Query

from clockwork.clock import Clock
from clockwork.db.models import Person
from clockwork.db.statements import slots, statement

LOCAL_PERSON = "00000000-0000-4000-8000-000000000001"


@statement
def _exists() -> Any:
    return Person.select(Person.id).where(Person.id == LOCAL_PERSON)


@statement
def _insert() -> Query:
    made = Person.insert(id=LOCAL_PERSON, name="Me", **slots("created_at"))
    return made.on_conflict(action="nothing", conflict_target=[Person.id])


def ensure_local_person(clock: Clock) -> str:
    """Make the local person when there is none, or none any more; their identifier."""
    if _exists.row() is None:
        _insert.execute(created_at=clock())
    return LOCAL_PERSON
