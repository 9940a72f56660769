"""Slow down guessing, for all servers on a database together.

After five failures of a person or from an address, the waits grow from a second to fifteen
minutes, so that nobody can lock another out for long; an hour without failure forgets them.
"""

from collections.abc import Sequence

from clockwork.clock import HOUR, MINUTE, SECOND
from clockwork.db.database import execute, marks, row, transaction
from clockwork.errors import ThrottledError

FREE = 5
LONGEST_WAIT = 15 * MINUTE
MEMORY = HOUR


def wait_after(failures: int) -> int:
    """How long, in microseconds, nothing is looked at after so many failures."""
    if failures < FREE:
        return 0
    return min(SECOND << (failures - FREE), LONGEST_WAIT) if failures < 64 else LONGEST_WAIT


def check(keys: Sequence[str], now: int) -> None:
    """Raise ThrottledError while one of the keys has to wait."""
    found = row(f"SELECT max(blocked_until) FROM throttle WHERE key IN ({marks(keys)})", *keys)
    blocked_until = found[0] if found else None
    if blocked_until is not None and blocked_until > now:
        raise ThrottledError(-(-(blocked_until - now) // SECOND))


def count_failure(keys: Sequence[str], now: int) -> None:
    """Remember that a try failed."""
    with transaction():
        execute("DELETE FROM throttle WHERE failed_at < ?", now - MEMORY)
        # In order, so that two servers never wait for each other.
        for key in sorted(keys):
            execute(
                "INSERT INTO throttle (key, failures, blocked_until, failed_at) "
                "VALUES (?, 1, 0, ?) ON CONFLICT (key) DO UPDATE "
                "SET failures = throttle.failures + 1, failed_at = excluded.failed_at",
                *(key, now),
            )
            found = row("SELECT failures FROM throttle WHERE key = ?", key)
            until = now + wait_after(found[0] if found else 0)
            execute("UPDATE throttle SET blocked_until = ? WHERE key = ?", until, key)


def forget(keys: Sequence[str]) -> None:
    """A try succeeded: start again from none."""
    execute(f"DELETE FROM throttle WHERE key IN ({marks(keys)})", *keys)
