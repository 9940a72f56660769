"""Open SQLite or PostgreSQL, and read and write in whichever is being worked on.

Any number can be open; each thread works on one at a time, which `connected` or `work_on` says.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import peewee
from playhouse.pool import MaxConnectionsExceeded

from clockwork.config import Settings
from clockwork.db import postgres, sqlite
from clockwork.db.prepared import Repeated

Database = sqlite.Database | postgres.Database
Row = tuple[Any, ...]

# What is raised when a database can't be reached, or does not answer in time.
GONE = (peewee.OperationalError, peewee.InterfaceError, MaxConnectionsExceeded)

_current: ContextVar[Database] = ContextVar("clockwork.database")

# The one that this thread works on.
current = _current.get


class CurrentDatabase(peewee.DatabaseProxy):
    """What the models are bound to: whichever database the thread works on."""

    def __init__(self) -> None:
        """Without a target of its own: peewee's proxies have one for the whole process."""
        self._callbacks: list[Any] = []

    @property
    def obj(self) -> Database | None:
        """The target, as peewee's proxies call it."""
        return _current.get(None)


database = CurrentDatabase()


def open_database(settings: Settings, seconds: float | None = None) -> Database:
    """The database of the settings. Connects only when first used.

    With `seconds`, nobody keeps a connection to PostgreSQL for longer: a server that does not
    answer must not hold every thread.
    """
    # For all threads of server.dispatcher, requests, reports, exports, imports and signing in, for
    # who looks at the schema and for metrics, and one more: where all are in use, some were lost.
    connections = settings.threads + settings.threads // 2 + 8
    if settings.uses_sqlite:
        return sqlite.Database(sqlite_file(settings), connections)
    return postgres.Database(settings.database_url, connections, seconds, settings.db_prepare)


def work_on(opened: Database) -> None:
    """Let this thread work on a database from now on."""
    _current.set(opened)


@contextmanager
def connected(opened: Database) -> Iterator[Database]:
    """Connect, and let this thread work on a database until the end."""
    before = _current.set(opened)
    try:
        with opened.connection_context():
            yield opened
    finally:
        _current.reset(before)


@contextmanager
def connected_to(settings: Settings) -> Iterator[Database]:
    """Let this thread work on the database of the settings, then close all its connections."""
    opened = open_database(settings)
    try:
        with connected(opened):
            yield opened
    finally:
        opened.close_all()


def sqlite_file(settings: Settings) -> Path:
    """Where the SQLite file lies: `sqlite:///a` is relative, `sqlite:////a` absolute."""
    return Path(unquote(urlsplit(settings.database_url).path[1:]))


def is_sqlite() -> bool:
    """Whether it is SQLite that the thread works on."""
    return isinstance(current(), sqlite.Database)


@contextmanager
def transaction() -> Iterator[None]:
    """All or nothing; nested, a savepoint. On SQLite the write lock is taken at once.

    PostgreSQL runs READ COMMITTED: take a row lock before what depends on what was read.
    """
    opened = current()
    if opened.transaction_depth() or isinstance(opened, postgres.Database):
        with opened.atomic():
            yield
    else:
        with opened.writers, opened.atomic("IMMEDIATE"):
            yield


def prolong() -> None:
    """Let a request that goes on for long use its connection for as long again from now on."""
    opened = current()
    if isinstance(opened, postgres.Database):
        opened.prolong()


def give_back() -> None:
    """Let others have the connection until this thread needs one again; not in a transaction.

    Not inside `connected` either, which gives it back itself.
    """
    opened: Any = current()
    if not (opened._state.ctx or opened.is_closed() or opened.transaction_depth()):
        opened.close()


def rows(sql: str, *values: object) -> Sequence[Row]:
    """Run one statement with `?` for each value; all rows of the answer."""
    result: Sequence[Row] = _run(sql, values).fetchall()
    return result


def row(sql: str, *values: object) -> Row | None:
    """Run one statement; the first row, or None."""
    result: Row | None = _run(sql, values).fetchone()
    return result


def execute(sql: str, *values: object) -> int:
    """Run one statement that changes rows; how many it changed."""
    changed: int = _run(sql, values).rowcount
    return changed


def execute_along(sql: str, *values: object) -> None:
    """Run one statement whose answer nobody needs, inside a transaction.

    On PostgreSQL it goes with the next statement, or with the end of the transaction, and what it
    fails with is raised there: that saves a trip to the server.
    """
    opened = current()
    if isinstance(opened, postgres.Database):
        opened.add(_with_marks(sql, opened.param), values)
    else:
        opened.execute_sql(_with_marks(sql, opened.param), values)


def _run(sql: str, values: Sequence[object]) -> Any:
    # Past the models' proxy, whose every attribute costs as much as a short query on SQLite.
    opened = current()
    return opened.execute_sql(_with_marks(sql, opened.param), values)


@lru_cache(maxsize=512)
def _with_marks(sql: str, mark: str) -> str:
    # LOCK TABLE can't be prepared.
    is_planned = not sql.startswith("LOCK")
    return (Repeated if is_planned else str)(sql.replace("?", mark))
