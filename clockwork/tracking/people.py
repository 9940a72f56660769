"""The people, as far as tracking time needs them."""

from clockwork.database import execute, is_sqlite, rows
from clockwork.tracking.clock import Clock

# The one person of a tracker without sign-in.
LOCAL_PERSON = "00000000-0000-4000-8000-000000000001"


def ensure_local_person(clock: Clock) -> str:
    """Make the local person when there is none yet; their identifier."""
    execute(
        "INSERT INTO person (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        LOCAL_PERSON,
        "Me",
        clock(),
    )
    return LOCAL_PERSON


def lock_person(person_id: str) -> None:
    """Make changes to one person's time wait for each other, inside a transaction.

    Not FOR UPDATE: that would deadlock with rows that merely refer to the person.
    """
    if not is_sqlite():
        rows("SELECT id FROM person WHERE id = ? FOR NO KEY UPDATE", person_id)
