"""Open SQLite or PostgreSQL, and the one way to write to either."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import peewee
from playhouse.pool import PooledSqliteDatabase

from clockwork import postgres
from clockwork.config import Settings

Database = PooledSqliteDatabase | postgres.Database
Row = tuple[Any, ...]

BUSY_SECONDS = 30
POOL_SECONDS = 2

# The models' database; `open_database` gives it its target.
database: Any = peewee.DatabaseProxy()

# SQLite lets writers race for its lock and may starve one; inside a process they queue here.
_sqlite_writers = threading.Lock()


class PrivateFile(peewee.SqliteDatabase):
    """Below the pool, so that it happens once a connection and not once a request."""

    def _connect(self) -> Any:
        _make_private(Path(self.database))
        return super()._connect()  # type: ignore[misc]


class SqliteDatabase(PooledSqliteDatabase, PrivateFile):  # type: ignore[misc]
    """SQLite with durable commits: an acknowledged write survives a power cut."""

    def __init__(self, file: Path, connections: int) -> None:
        super().__init__(
            str(file),
            max_connections=connections,
            timeout=POOL_SECONDS,
            check_same_thread=False,
            pragmas=[
                ("journal_mode", "wal"),
                ("synchronous", "full"),
                ("foreign_keys", 1),
                ("busy_timeout", BUSY_SECONDS * 1000),
            ],
        )


def open_database(settings: Settings, seconds: float | None = None) -> Database:
    """Point the models at the database of the settings. Connects only when first used.

    With `seconds`, nobody keeps a connection to PostgreSQL for longer: a server that does not
    answer must not hold every thread.
    """
    # Two more than the threads: neither the health check nor signing in waits for a slow report.
    connections = settings.threads + 2
    opened: Database
    if settings.uses_sqlite:
        opened = SqliteDatabase(sqlite_file(settings), connections)
    else:
        url = settings.database_url
        opened = postgres.Database(url, connections, seconds, **tls_options(url))
    database.initialize(opened)
    return opened


def sqlite_file(settings: Settings) -> Path:
    """Where the SQLite file lies: `sqlite:///a` is relative, `sqlite:////a` absolute."""
    return Path(unquote(urlsplit(settings.database_url).path[1:]))


def is_sqlite() -> bool:
    """Whether the open database is SQLite."""
    return isinstance(database.obj, PooledSqliteDatabase)


@contextmanager
def transaction() -> Iterator[None]:
    """All or nothing; nested, a savepoint. On SQLite the write lock is taken at once.

    PostgreSQL runs READ COMMITTED: take a row lock before what depends on what was read.
    """
    opened = database.obj
    if opened.transaction_depth() or not is_sqlite():
        with opened.atomic():
            yield
    else:
        with _sqlite_writers, opened.atomic("IMMEDIATE"):
            yield


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


def marks(values: Sequence[object]) -> str:
    """As many `?` as there are values, for IN (…)."""
    return ",".join("?" * len(values))


def _run(sql: str, values: Sequence[object]) -> Any:
    # Past the proxy, whose every attribute costs as much as a short query on SQLite.
    opened = database.obj
    return opened.execute_sql(_with_marks(sql, opened.param), values)


@lru_cache(maxsize=512)
def _with_marks(sql: str, mark: str) -> str:
    return sql if mark == "?" else sql.replace("?", mark)


def _make_private(file: Path) -> None:
    """Create the file for its owner alone; SQLite gives its journals the same mode."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def tls_options(url: str) -> dict[str, Any]:
    """Libpq knows no system CA bundle by itself; give it one when it is asked to verify."""
    query = urlsplit(url).query
    bundle = os.environ.get("SSL_CERT_FILE") or "/etc/ssl/certs/ca-certificates.crt"
    if "sslmode=verify" not in query or "sslrootcert" in query or not Path(bundle).is_file():
        return {}
    return {"sslrootcert": bundle}
