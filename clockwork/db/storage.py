"""Whether what holds the database can be written and has room."""

import os
import sqlite3
from pathlib import Path

from clockwork.db import sqlite
from clockwork.db.database import current, row

# SQLite needs as much at once, for the index of its journal.
LEAST_ROOM = 64 * 1024
# PostgreSQL, appendix A: disk_full, read_only_sql_transaction.
DISK_FULL = "53100"
READ_ONLY = "25006"


def why_read_only() -> str | None:
    """Why nothing can be stored in the database that answers; None when something can."""
    opened = current()
    if not isinstance(opened, sqlite.Database):
        is_read_only = row("SELECT current_setting('transaction_read_only')") == ("on",)
        return "The database is read-only." if is_read_only else None
    file = Path(opened.database)
    if not os.access(file, os.W_OK):
        return "The database's file can't be written."
    # Beside it SQLite makes its journals.
    return None if os.access(file.parent, os.W_OK) else "The database's folder can't be written."


def is_read_only(error: Exception) -> bool:
    """Whether an error means that PostgreSQL takes no writes."""
    return getattr(getattr(error, "orig", error), "pgcode", None) == READ_ONLY


def is_full(error: BaseException | None) -> bool:
    """Whether an error, or one that led to it, means that the disk is full."""
    while error is not None:
        if _says_full(getattr(error, "orig", error)):
            return True
        error = error.__context__
    return False


def _says_full(error: BaseException) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return getattr(error, "pgcode", None) == DISK_FULL
    # Of a disk that is full SQLite sometimes says only that reading, writing or opening failed.
    primary = code & 0xFF
    failed = primary in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
    return primary == sqlite3.SQLITE_FULL or (failed and _room() < LEAST_ROOM)


def _room() -> int:
    """Bytes that are free where the file of the database lies."""
    found = os.statvfs(Path(current().database).parent)
    return found.f_bavail * found.f_frsize
