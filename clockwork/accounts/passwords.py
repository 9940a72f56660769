"""Passwords: what is accepted, and argon2id.

Parameters: OWASP Password Storage Cheat Sheet, argon2id with 19 MiB, 2 passes, 1 lane.
"""

import functools
import threading
import unicodedata
from pathlib import Path

from argon2 import PasswordHasher, Type, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import hash_secret_raw

from clockwork.errors import InvalidError

SHORTEST = 10
LONGEST = 200
COMMON = Path(__file__).parent / "common_passwords.txt"

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)

# Hashing takes a core and 19 MiB for a while; other requests must not wait for many of them.
_slots = threading.BoundedSemaphore(2)


def hash_password(password: str) -> str:
    """The argon2id hash of a password that is good enough. InvalidError `invalid_password`."""
    normal = normalise(password)
    _check(normal)
    with _slots:
        return HASHER.hash(normal)


def verify(stored: str | None, password: str) -> bool:
    """Whether a password is the stored one; as much work when nothing or less is stored."""
    normal = normalise(password)
    with _slots:
        matches = _matches(stored or _nobodys(), normal)
        _make_up(stored or _nobodys(), normal)
    return matches and bool(stored)


def is_outdated(stored: str) -> bool:
    """Whether the parameters have risen since a hash was made."""
    return HASHER.check_needs_rehash(stored)


def normalise(password: str) -> str:
    """The same text however a keyboard composes it (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def renew(password: str) -> str:
    """The hash, of the present parameters, of a password that was accepted once."""
    with _slots:
        return HASHER.hash(normalise(password))


def _matches(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _make_up(stored: str, password: str) -> None:
    """Do the work that a hash of weaker parameters saved: time must not tell of it."""
    missing = HASHER.memory_cost * HASHER.time_cost - _work(stored)
    if missing > 0:
        memory = max(missing // HASHER.time_cost, 8 * HASHER.parallelism)
        hash_secret_raw(
            password.encode(),
            bytes(HASHER.salt_len),
            *(HASHER.time_cost, memory, HASHER.parallelism, HASHER.hash_len, HASHER.type),
        )


def _work(stored: str) -> int:
    """What verifying costs: the KiB that are filled, times the passes."""
    try:
        found = extract_parameters(stored)
    except InvalidHashError:
        return 0
    return found.memory_cost * found.time_cost


def _check(password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise _weak(f"A password has {SHORTEST} to {LONGEST} characters.")
    if password.casefold() in _common():
        raise _weak("That password is among the commonest; choose another.")


def _weak(message: str) -> InvalidError:
    return InvalidError("invalid_password", message)


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").splitlines())


@functools.cache
def _nobodys() -> str:
    """A hash that no password has, to spend as much time on unknown names."""
    return HASHER.hash("no password is this long and known " * 4)
