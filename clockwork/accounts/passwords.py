"""Passwords: what is accepted, and argon2id.

Parameters: OWASP Password Storage Cheat Sheet, argon2id with 19 MiB, 2 passes, 1 lane.
"""

import functools
import threading
import unicodedata
from pathlib import Path

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

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
    """Whether a password is the stored one; as much work when nothing is stored."""
    try:
        with _slots:
            HASHER.verify(stored or _nobodys(), normalise(password))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether the parameters have risen since a hash was made."""
    return HASHER.check_needs_rehash(stored)


def normalise(password: str) -> str:
    """The same text however a keyboard composes it (NFKC)."""
    return unicodedata.normalize("NFKC", password)


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
