"""The one person of a tracker without sign-in."""

from peewee import Query

from clockwork.clock import Clock
from clockwork.db.models import Person
from clockwork.db.statements import slots, statement

LOCAL_PERSON = "00000000-0000-4000-8000-000000000001"


@statement
def _insert() -> Query:
    made = Person.insert(id=LOCAL_PERSON, name="Me", **slots("created_at"))
    return made.on_conflict(action="nothing", conflict_target=[Person.id])


def ensure_local_person(clock: Clock) -> str:
    """Make the local person when there is none yet; their identifier."""
    _insert.execute(created_at=clock())
    return LOCAL_PERSON
