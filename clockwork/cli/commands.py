"""What a command is made of. Each imports what it needs when it runs, so that each starts fast."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from clockwork.printable import printable

if TYPE_CHECKING:
    from clockwork.accounts.people import Person

# argparse has no public name for what commands are added to.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Options = argparse.Namespace
Run = Callable[[Options], int | None]


def add(commands: Commands, name: str, about: str, run: Run) -> argparse.ArgumentParser:
    """Add a command; what it takes is to be added to what this gives."""
    command = commands.add_parser(name, help=about)
    command.set_defaults(run=run)
    return command


def add_group(commands: Commands, name: str, about: str) -> Commands:
    """Add a command that has commands of its own."""
    group = commands.add_parser(name, help=about)
    return group.add_subparsers(metavar="COMMAND", required=True)


def person_of(email: str) -> "Person":
    """Whom somebody means. InvalidError `not_found`."""
    from clockwork.accounts import people  # noqa: PLC0415 - each command starts without it
    from clockwork.errors import InvalidError  # noqa: PLC0415
    from clockwork.tracking import texts  # noqa: PLC0415

    person = people.find(texts.name(email))
    if person is None:
        raise InvalidError(
            "not_found", f"Nobody here is {email}; `clockwork user list` shows who there is."
        )
    return person


def say(line: str) -> None:
    """Print a line that holds what people wrote."""
    print(printable(line))


def write_file(parts: Iterable[bytes], target: str | None) -> None:
    """To a file that appears under its name only when it is whole, else to standard output."""
    if target is None:
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    partial = Path(f"{target}.partial")
    try:
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
