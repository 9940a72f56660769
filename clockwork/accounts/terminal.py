"""`clockwork user`: people, from a terminal on the machine of the database."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from clockwork.accounts import people
from clockwork.accounts.people import Person
from clockwork.config import Settings
from clockwork.database import open_database
from clockwork.errors import InvalidError, NotFoundError
from clockwork.tracking.clock import system_clock


def add(settings: Settings, email: str, name: str | None, administrator: bool) -> None:
    """Add a person; the first is an administrator and takes over the local person's time."""
    password = _ask_password()
    with _connected(settings):
        first = not people.has_administrator()
        role = "administrator" if administrator or first else "member"
        added = people.add(None, system_clock(), name or email, email, role, password)
    print(f"Added {added.email} as {added.role}.")


def show(settings: Settings) -> None:
    """List everybody."""
    with _connected(settings):
        for person in people.registered():
            state = "disabled" if person.disabled_at is not None else "active"
            print(f"{state:8} {person.role:13} {person.email}  {person.name}")


def disable(settings: Settings, email: str, disabled: bool) -> None:
    """Let a person no longer sign in, and end their sessions; or let them again."""
    with _connected(settings):
        person = _find(email)
        people.update(None, system_clock(), person.id, {"disabled": disabled})
    print(f"{person.email} is {'disabled' if disabled else 'active'}.")


def set_password(settings: Settings, email: str) -> None:
    """Give a person a new password, and end their sessions."""
    with _connected(settings):
        person = _find(email)
    password = _ask_password()
    with _connected(settings):
        people.update(None, system_clock(), person.id, {"password": password})
    print(f"The password of {person.email} is changed; they have to sign in again.")


@contextmanager
def _connected(settings: Settings) -> Iterator[None]:
    with open_database(settings).connection_context():
        yield


def _find(email: str) -> Person:
    person = people.find(email)
    if person is None:
        raise NotFoundError("person")
    return person


def _ask_password() -> str:
    """From the terminal, unseen and twice; else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise InvalidError("invalid_password", "The two are not the same; nothing was changed.")
    return password
