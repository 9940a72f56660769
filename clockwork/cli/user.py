"""`clockwork user`: people, from a terminal on the machine of the database."""

# ruff: noqa: PLC0415

import getpass
import sys
from typing import TYPE_CHECKING

from clockwork.cli.commands import Commands, Options, add, add_group, say, write_file
from clockwork.errors import InvalidError, NotFoundError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from clockwork.accounts.people import Person


def add_to(commands: Commands) -> None:
    """Add `user` with its commands."""
    group = add_group(commands, "user", "add, list and change people")
    new = add(group, "add", "add a person; asks for a password", _add)
    new.add_argument("email", help="what they sign in with")
    new.add_argument("--name", help="what they are called; by default the e-mail address")
    new.add_argument("--administrator", action="store_true", help="the first always is one")
    add(group, "list", "list everybody", _list)
    for name, disabled in (("disable", True), ("enable", False)):
        verb = "no longer let" if disabled else "again let"
        switch = add(group, name, f"{verb} a person sign in", _disable)
        switch.add_argument("email")
        switch.set_defaults(disabled=disabled)
    gone = add(group, "remove", "delete a person and their time for good; asks first", _remove)
    gone.add_argument("email")
    gone.add_argument("--yes", action="store_true", help="don't ask")
    everything = add(group, "export", "write all that is kept of a person, as a zip", _export)
    everything.add_argument("email")
    everything.add_argument("--output", metavar="FILE", required=True)
    password = add(group, "password", "set a person's password; asks for it", _set_password)
    password.add_argument("email")


def _add(options: Options) -> None:
    from clockwork.accounts import administration, people
    from clockwork.accounts.passwords import hash_password
    from clockwork.clock import system_clock
    from clockwork.tracking import texts

    email, hashed = texts.name(options.email), hash_password(_ask_password())
    with _connected():
        first = not people.has_administrator()
        role = "administrator" if options.administrator or first else "member"
        name = texts.name(options.name or email)
        added = administration.add(None, system_clock(), name, email, role, hashed)
    say(f"Added {added.email} as {added.role}.")


def _list(_options: Options) -> None:
    from clockwork.accounts import people

    with _connected():
        for person in people.registered():
            state = "disabled" if person.disabled_at is not None else "active"
            say(f"{state:8} {person.role:13} {person.email}  {person.name}")


def _disable(options: Options) -> None:
    from clockwork.accounts import administration
    from clockwork.clock import system_clock

    with _connected():
        person = _find(options.email)
        administration.update(None, system_clock(), person.id, {"disabled": options.disabled})
    say(f"{person.email} is {'disabled' if options.disabled else 'active'}.")


def _set_password(options: Options) -> None:
    from clockwork.accounts import administration
    from clockwork.clock import system_clock

    with _connected():
        person = _find(options.email)
    password = _ask_password()
    with _connected():
        administration.update(None, system_clock(), person.id, {"password": password})
    say(f"The password of {person.email} is changed; sessions and tokens have ended.")


def _remove(options: Options) -> None:
    from clockwork.accounts import removal
    from clockwork.clock import system_clock

    with _connected():
        person = _find(options.email)
    if not options.yes:
        _ask_whether(person)
    with _connected():
        removal.erase(None, system_clock(), person.id)
    say(f"{person.email} is removed, with all of their time.")


def _ask_whether(person: "Person") -> None:
    """Whoever types the address has read whose it is. InvalidError when it is not typed."""
    if not sys.stdin.isatty():
        raise InvalidError("invalid_json", "Nothing was removed: without a terminal, say --yes.")
    say(f"{person.name} goes for good: their time, with notes and tags, tokens, feeds, sessions.")
    say("Projects and categories stay, and that somebody did what the audit tells.")
    if input("To remove them, type their e-mail address: ").strip() != person.email:
        raise InvalidError("invalid_json", "That is another address; nothing was removed.")


def _export(options: Options) -> None:
    from clockwork.accounts.local import LOCAL_PERSON
    from clockwork.clock import system_clock
    from clockwork.export import everything
    from clockwork.export.gather import gather_everything
    from clockwork.tracking.actor import Actor

    with _connected():
        # Nobody in particular: who is at the machine of the database.
        actor = Actor(LOCAL_PERSON, system_clock, is_administrator=True)
        found = gather_everything(actor, _find(options.email).id)
        write_file(everything.write(found), options.output)


def _connected() -> "AbstractContextManager[object]":
    from clockwork.config import load_settings
    from clockwork.db.database import connected_to

    return connected_to(load_settings())


def _find(email: str) -> "Person":
    from clockwork.accounts import people
    from clockwork.tracking import texts

    person = people.find(texts.name(email))
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
