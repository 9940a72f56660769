"""The code in the server's log that lets the first administrator in, once."""

import logging

from peewee import Query

from clockwork.accounts.keys import hash_key, of_installation
from clockwork.db.models import Secret
from clockwork.db.statements import Slot, slots, statement

log = logging.getLogger("clockwork.setup")

PREFIX = "setup "
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


@statement
def _insert() -> Query:
    made = Secret.insert(value="", **slots("name created_at"))
    return made.on_conflict(action="nothing", conflict_target=[Secret.name])


@statement
def _find() -> Query:
    return Secret.select(Secret.name).where(Secret.name == Slot("name"))


@statement
def _delete() -> Query:
    # Whatever codes earlier versions have logged.
    return Secret.delete().where(Secret.name.startswith(PREFIX))  # type: ignore[misc]


def offer(now: int) -> None:
    """Log the code: the same on all servers of an installation, whichever log is looked at."""
    code = "-".join(_letters(of_installation("setup", now)[at : at + 8]) for at in range(0, 32, 8))
    _insert.execute(name=_name(code), created_at=now)
    log.warning("There is no administrator yet. The set-up code is %s", code)


def _letters(key: bytes) -> str:
    number, letters = int.from_bytes(key), ""
    for _ in range(4):
        number, letter = divmod(number, len(LETTERS))
        letters += LETTERS[letter]
    return letters


def knows(code: str) -> bool:
    """Whether a code is one that was logged and not used."""
    return _find.row(name=_name(code)) is not None


def use() -> bool:
    """End all codes, inside a transaction; whether there were any."""
    return bool(_delete.execute())


def _name(code: str) -> str:
    """A code as typed: letters of any case, with or without the dashes."""
    return PREFIX + hash_key(code.upper().replace("-", "").replace(" ", ""))
