"""The code in the server's log that lets the first administrator in, once."""

import logging
import secrets

from peewee import Query

from clockwork.accounts.keys import hash_key
from clockwork.db.models import Secret
from clockwork.db.statements import Slot, slots, statement

log = logging.getLogger("clockwork.setup")

PREFIX = "setup "
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


@statement
def _insert() -> Query:
    return Secret.insert(value="", **slots("name created_at"))


@statement
def _find() -> Query:
    return Secret.select(Secret.name).where(Secret.name == Slot("name"))


@statement
def _delete() -> Query:
    # Every server that started without an administrator has logged a code of its own.
    return Secret.delete().where(Secret.name.startswith(PREFIX))  # type: ignore[misc]


def offer(now: int) -> None:
    """Log a new code."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    code = "-".join(groups)
    _insert.execute(name=_name(code), created_at=now)
    log.warning("There is no administrator yet. The set-up code is %s", code)


def knows(code: str) -> bool:
    """Whether a code is one that was logged and not used."""
    return _find.row(name=_name(code)) is not None


def use() -> bool:
    """End all codes, inside a transaction; whether there were any."""
    return bool(_delete.execute())


def _name(code: str) -> str:
    """A code as typed: letters of any case, with or without the dashes."""
    return PREFIX + hash_key(code.upper().replace("-", "").replace(" ", ""))
