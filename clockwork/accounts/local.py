"""The one person of a tracker without sign-in."""

from clockwork.clock import Clock
from clockwork.db.database import execute

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
