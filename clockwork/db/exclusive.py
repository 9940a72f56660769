"""The lock that lets one process at a time change the schema; others wait."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2

from clockwork.config import Settings
from clockwork.db.database import Database, connected_to, sqlite_file
from clockwork.db.postgres import tls_options

AGAIN_SECONDS = 0.1
ADVISORY_LOCK = 0x636C6F636B  # "clock": any number that nobody else uses in this database


@contextmanager
def exclusive(settings: Settings) -> Iterator[Database]:
    """The database of the settings, connected, under the lock."""
    lock = _file_lock(sqlite_file(settings)) if settings.uses_sqlite else _advisory_lock(settings)
    with lock, connected_to(settings) as opened:
        yield opened


@contextmanager
def _file_lock(file: Path) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{file}.migrating", "w", opener=_private) as lock:
        # The kernel lets go of it however the process ends.
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def _advisory_lock(settings: Settings) -> Iterator[None]:
    # A connection of its own: the lock goes with it, however the process ends. And with its
    # transaction: a pooler would give a connection that holds one to somebody else. Who waits
    # asks again, instead of keeping one of a pooler's few connections until then.
    url = settings.database_url
    connection: Any = psycopg2.connect(url, **tls_options(url))
    try:
        while not _is_ours(connection):
            connection.rollback()
            time.sleep(AGAIN_SECONDS)
        yield
    finally:
        connection.close()


def _is_ours(connection: Any) -> bool:
    cursor = connection.cursor()
    cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", (ADVISORY_LOCK,))
    return bool(cursor.fetchone()[0])
