"""Slow down guessing, for all servers on a database together.

After five failures of a person or from an address, the waits grow from a second to fifteen
minutes, so that nobody can lock another out for long; an hour without failure forgets them.
"""

from collections.abc import Sequence

from peewee import EXCLUDED, Query

from clockwork.clock import HOUR, MINUTE, SECOND
from clockwork.db.database import transaction
from clockwork.db.models import Throttle
from clockwork.db.statements import Slot, slots, statement
from clockwork.errors import ThrottledError

FREE = 5
LONGEST_WAIT = 15 * MINUTE
MEMORY = HOUR


@statement
def _find() -> Query:
    return Throttle.select(Throttle.failures, Throttle.blocked_until).where(
        Throttle.key == Slot("key")
    )


@statement
def _count() -> Query:
    made = Throttle.insert(key=Slot("key"), failures=1, blocked_until=0, failed_at=Slot("now"))
    return made.on_conflict(
        conflict_target=[Throttle.key],
        update={Throttle.failures: Throttle.failures + 1, Throttle.failed_at: EXCLUDED.failed_at},
    )


@statement
def _block() -> Query:
    return Throttle.update(**slots("blocked_until")).where(Throttle.key == Slot("key"))


@statement
def _forget() -> Query:
    return Throttle.delete().where(Throttle.key == Slot("key"))  # type: ignore[misc]


@statement
def _forget_old() -> Query:
    return Throttle.delete().where(Throttle.failed_at < Slot("before"))  # type: ignore[misc]


def wait_after(failures: int) -> int:
    """How long, in microseconds, nothing is looked at after so many failures."""
    if failures < FREE:
        return 0
    return min(SECOND << (failures - FREE), LONGEST_WAIT) if failures < 64 else LONGEST_WAIT


def check(keys: Sequence[str], now: int) -> None:
    """Raise ThrottledError while one of the keys has to wait."""
    found = [_find.row(key=key) for key in keys]
    blocked_until = max((row[1] for row in found if row), default=now)
    if blocked_until > now:
        raise ThrottledError(-(-(blocked_until - now) // SECOND))


def count_failure(keys: Sequence[str], now: int) -> None:
    """Remember that a try failed."""
    with transaction():
        _forget_old.execute(before=now - MEMORY)
        # In order, so that two servers never wait for each other.
        for key in sorted(keys):
            _count.execute(key=key, now=now)
            found = _find.row(key=key)
            _block.execute(key=key, blocked_until=now + wait_after(found[0] if found else 0))


def forget(keys: Sequence[str]) -> None:
    """A try succeeded: start again from none."""
    for key in sorted(keys):
        _forget.execute(key=key)
