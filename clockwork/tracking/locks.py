"""What changes to the same thing wait for; on SQLite the transaction itself does that."""

from clockwork.db.database import is_sqlite, rows


def lock_person(person_id: str) -> None:
    """Make changes to one person's time wait for each other, inside a transaction.

    Not FOR UPDATE: that would deadlock with rows that merely refer to the person.
    """
    if not is_sqlite():
        rows("SELECT id FROM person WHERE id = ? FOR NO KEY UPDATE", person_id)
