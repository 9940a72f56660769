"""What requests repeat, PostgreSQL plans once a connection: by PREPARE, then EXECUTE.

Planning takes longer than running: of the 0.49 ms of `GET /api/time/active` it took 0.35.
psycopg2 has no call for it. What needs no answer of its own waits, and goes in one trip with what
does: BEGIN with the first statement of a transaction, the last ones with COMMIT.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

import psycopg2
from psycopg2.errors import (
    DuplicatePreparedStatement,
    FeatureNotSupported,
    InvalidSqlStatementName,
)
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_INERROR, connection
from psycopg2.extensions import cursor as plain_cursor

# Of one connection: more than the fixed ones and the usual lists. The server keeps some 50 kB of
# each.
MOST = 200
FORGOTTEN = (
    "a prepared statement is not where it was: is there a pooler between, which shares "
    "connections by transaction? Then set DB_PREPARE=false"
)


class Repeated(str):
    """The SQL of a statement that is run again and again, with other values."""

    __slots__ = ()


class Connection(connection):
    """A connection that knows what is prepared on it, and what is still to be sent."""

    # Whether what is repeated is prepared.
    prepares = True

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.cursor_factory = Cursor
        self.waiting: list[bytes] = []
        # The one that was run longest ago is the first.
        self.names: dict[str, str] = {}
        # The schema was changed, so that what is prepared is of no use.
        self.is_outdated = False


class PlainConnection(Connection):
    """One that prepares nothing, for poolers that share it by transaction."""

    prepares = False


class Cursor(plain_cursor):
    """Runs what is repeated by its name."""

    connection: Connection

    def execute(self, sql: Any, values: Any = None) -> None:
        """Run one statement, and what waits. psycopg2.Error.

        OperationalError where another try may go well.
        """
        is_named = self._is_named(sql)
        try:
            self._send(self._written(sql, values))
        except FeatureNotSupported:
            # PostgreSQL: "cached plan must not change result type".
            self.connection.is_outdated = True
            if self._status() != TRANSACTION_STATUS_IDLE:
                raise psycopg2.OperationalError("the schema was changed meanwhile") from None
            if not is_named:
                raise
            self._send(self._written(sql, values))
        except (InvalidSqlStatementName, DuplicatePreparedStatement) as error:
            raise psycopg2.OperationalError(FORGOTTEN) from error

    def add(self, sql: str, values: Sequence[object]) -> None:
        """Let a statement wait for the next one, or for the end of the transaction."""
        self.connection.waiting.append(self._written(sql, values))

    def _send(self, statement: bytes) -> None:
        statements = b"; ".join((*self.connection.waiting, statement))
        self.connection.waiting.clear()
        super().execute(statements)

    def _written(self, sql: Any, values: Any) -> bytes:
        if self._is_named(sql):
            return self._named(sql, values or ())
        written: bytes = self.mogrify(sql, values)
        return written

    def _is_named(self, sql: Any) -> bool:
        return isinstance(sql, Repeated) and self.connection.prepares

    def _named(self, sql: str, values: Sequence[object]) -> bytes:
        names = self.connection.names
        if self.connection.is_outdated and self._status() != TRANSACTION_STATUS_INERROR:
            super().execute("DEALLOCATE ALL")
            names.clear()
            self.connection.is_outdated = False
        name = names.pop(sql, None) or self._prepare(sql)
        names[sql] = name
        places = f"({', '.join(['%s'] * len(values))})" if values else ""
        named: bytes = self.mogrify(f"EXECUTE {name} {places}", values)
        return named

    def _prepare(self, sql: str) -> str:
        names = self.connection.names
        if len(names) >= MOST:
            super().execute(f"DEALLOCATE {names.pop(next(iter(names)))}")
        name, numbered = named(sql)
        super().execute(f"PREPARE {name} AS {numbered}")
        return name

    def _status(self) -> int:
        return self.connection.get_transaction_status()


@lru_cache(maxsize=1024)
def named(sql: str) -> tuple[str, str]:
    """A name that stands for this text alone, and the text with `$1` for its first `%s`.

    Where a pooler shares connections, the name is never that of another's other statement.
    """
    first, *others = sql.split("%s")
    numbered = first + "".join(f"${place}{part}" for place, part in enumerate(others, 1))
    return f"clockwork_{sha256(sql.encode()).hexdigest()[:32]}", numbered
