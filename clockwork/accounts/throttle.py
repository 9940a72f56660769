"""Slow down guessing, for all servers on a database together.

Failures are counted for a person at an address, and for the address alone. After five, or twenty,
the waits grow from a second to fifteen minutes; an hour without failure forgets them. Failures
from elsewhere keep nobody out. A try counts as failed until it is known to be right: of many
at once, no more are looked at than of as many in turn.
"""

from dataclasses import dataclass
from typing import NamedTuple

from peewee import EXCLUDED, Query, fn

from clockwork.accounts.names import fold
from clockwork.addresses import network_of
from clockwork.clock import HOUR, MINUTE, SECOND
from clockwork.db.database import transaction
from clockwork.db.models import Throttle
from clockwork.db.statements import Slot, slots, statement
from clockwork.errors import ThrottledError

FREE = 5
# Many people may share an address.
FREE_AT_ADDRESS = 20
LONGEST_WAIT = 15 * MINUTE
MEMORY = HOUR


class State(NamedTuple):
    """What is known of a key; times in microseconds."""

    failures: int
    blocked_until: int
    failed_at: int


NEW = State(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Try:
    """A try that counts as failed; how the address stood before it, and stands with it."""

    pair: str
    address: str
    before: State
    counted: State


@statement
def _lock() -> Query:
    # A change that changes nothing: whoever else tries from there waits for the transaction.
    made = Throttle.insert(**slots("key failed_at"), failures=0, blocked_until=0)
    return made.on_conflict(
        conflict_target=[Throttle.key], update={Throttle.failures: Throttle.failures}
    )


@statement
def _find() -> Query:
    found = Throttle.select(*(getattr(Throttle, name) for name in State._fields))
    return found.where(Throttle.key == Slot("key"))


@statement
def _set() -> Query:
    columns = State._fields
    return Throttle.insert(**slots(" ".join(("key", *columns)))).on_conflict(
        conflict_target=[Throttle.key],
        update={getattr(Throttle, name): getattr(EXCLUDED, name) for name in columns},
    )


@statement
def _forget() -> Query:
    return Throttle.delete().where(Throttle.key == Slot("key"))  # type: ignore[misc]


@statement
def _forget_person() -> Query:
    begins = fn.SUBSTR(Throttle.key, 1, Slot("length")) == Slot("begun")
    return Throttle.delete().where(begins)  # type: ignore[misc]


@statement
def _forget_old() -> Query:
    return Throttle.delete().where(Throttle.failed_at < Slot("before"))  # type: ignore[misc]


def wait_after(failures: int, free: int = FREE) -> int:
    """How long, in microseconds, nothing is looked at after so many failures."""
    if failures < free:
        return 0
    return min(SECOND << min(failures - free, 20), LONGEST_WAIT)


def begin(who: str, address: str, now: int) -> Try:
    """Count a try, before anything of it is verified. ThrottledError while it has to wait."""
    delete_expired(now)
    place = network_of(address)
    at_address, pair = f"address {place}", f"{who} {place}"
    with transaction():
        # Who holds the address also holds all pairs there.
        _lock.execute(key=at_address, failed_at=now)
        wait = max(_wait(at_address, now), _wait(pair, now))
        if not wait:
            before = _state(at_address, now)
            counted = _count(at_address, before, FREE_AT_ADDRESS, now)
            _count(pair, _state(pair, now), FREE, now)
    if wait:
        raise ThrottledError(-(-wait // SECOND))
    return Try(pair, at_address, before, counted)


def succeed(tried: Try, now: int) -> None:
    """A try was right: forget the failures of the pair, and of the address only this try."""
    with transaction():
        _lock.execute(key=tried.address, failed_at=now)
        state = _state(tried.address, now)
        less = state._replace(failures=max(state.failures - 1, 0))
        _keep(tried.address, tried.before if state == tried.counted else less)
        _forget.execute(key=tried.pair)


def forget(email: str) -> None:
    """Forget the failures of a person, from wherever; those of addresses stay."""
    begun = f"{of_person(email)} "
    _forget_person.execute(begun=begun, length=len(begun))


def of_person(email: str) -> str:
    """What a person's tries are counted under."""
    return f"person {fold(email)}"


def delete_expired(now: int) -> int:
    """Forget what is an hour old; how much that was."""
    with transaction():
        return _forget_old.execute(before=now - MEMORY)


def _state(key: str, now: int) -> State:
    found = _find.row(key=key)
    state = State._make(found) if found else NEW
    return state if state.failed_at >= now - MEMORY else NEW


def _wait(key: str, now: int) -> int:
    """How long, in microseconds, a key has to wait."""
    state = _state(key, now)
    wait = max(state.blocked_until - now, 0)
    if wait > LONGEST_WAIT:
        # The clock was set back; nobody waits until it is where it was.
        wait = LONGEST_WAIT
        _keep(key, state._replace(blocked_until=now + wait, failed_at=now))
    return wait


def _count(key: str, before: State, free: int, now: int) -> State:
    failures = before.failures + 1
    state = State(failures, now + wait_after(failures, free), now)
    _keep(key, state)
    return state


def _keep(key: str, state: State) -> None:
    _set.execute(key=key, **state._asdict())
