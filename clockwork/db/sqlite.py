"""SQLite: a private file with durable commits, and writers that wait for each other."""

import os
import threading
from pathlib import Path
from typing import Any

import peewee
from playhouse.pool import PooledSqliteDatabase

BUSY_SECONDS = 30
POOL_SECONDS = 2
# Some 80 are fixed; the others are for lists by this and that. Python keeps 128 by itself.
CACHED_STATEMENTS = 200


class PrivateFile(peewee.SqliteDatabase):
    """Below the pool, so that it happens once a connection and not once a request."""

    def _connect(self) -> Any:
        _make_private(Path(self.database))
        return super()._connect()  # type: ignore[misc]


class Database(PooledSqliteDatabase, PrivateFile):  # type: ignore[misc]
    """SQLite with durable commits: an acknowledged write survives a power cut."""

    def __init__(self, file: Path, connections: int) -> None:
        super().__init__(
            str(file),
            max_connections=connections,
            timeout=POOL_SECONDS,
            check_same_thread=False,
            cached_statements=CACHED_STATEMENTS,
            pragmas=[
                ("journal_mode", "wal"),
                ("synchronous", "full"),
                ("foreign_keys", 1),
                ("busy_timeout", BUSY_SECONDS * 1000),
            ],
        )
        # SQLite lets writers race for its lock and may starve one; inside a process they queue.
        self.writers = threading.Lock()

    def rollback(self) -> None:
        """Undo the transaction, if SQLite has not done so itself, as it does on a full disk."""
        if self.connection().in_transaction:
            super().rollback()


def _make_private(file: Path) -> None:
    """Create the file for its owner alone; SQLite gives its journals the same mode."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
