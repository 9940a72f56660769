"""What changes to the same thing wait for; on SQLite the transaction itself does that."""

from typing import Any

from clockwork.db.database import is_sqlite
from clockwork.db.models import Person
from clockwork.db.statements import Slot, statement


def lock_person(person_id: str) -> None:
    """Make changes to one person's time wait for each other, inside a transaction."""
    if not is_sqlite():
        _person.row(id=person_id)


@statement
def _person() -> Any:
    # Not FOR UPDATE: that would deadlock with rows that merely refer to the person.
    person: Any = Person.select(Person.id).where(Person.id == Slot("id"))
    return person.for_update("FOR NO KEY UPDATE")
