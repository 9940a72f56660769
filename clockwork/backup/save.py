"""Make a backup while servers go on writing."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from gzip import GzipFile

import msgspec
import peewee

from clockwork import __version__
from clockwork.backup.archive import FORMAT, VERSION, Header, Trailer, output
from clockwork.backup.contents import count as count_of
from clockwork.backup.contents import fields, stored, tables
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import connected_to, current, is_sqlite
from clockwork.errors import BackupError

REPORTED = 2_000  # rows between two lines of progress


def back_up(settings: Settings, target: str, report: Callable[[str], None]) -> int:
    """Write all data to a file of mode 600, or `-`; how many rows. Servers may go on writing.

    The file appears under its name only when it is whole. Raises BackupError.
    """
    with connected_to(settings) as opened:
        if migrator.pending(settings.migrations_dir, opened):
            raise BackupError("The schema is behind this version; run: clockwork migrate up")
        with output(target) as file, _snapshot():
            return sum(_write(file, report).values())


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment for all tables, whatever others write meanwhile."""
    opened = current()
    with opened.atomic():
        if not is_sqlite():
            opened.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _write(file: GzipFile, report: Callable[[str], None]) -> dict[str, int]:
    digest = hashlib.sha256()

    def put(value: object) -> None:
        line = msgspec.json.encode(value) + b"\n"
        digest.update(line)
        file.write(line)

    put(_header())
    counts = {name: _write_table(name, table, put, report) for name, table in tables().items()}
    file.write(msgspec.json.encode(Trailer(counts, digest.hexdigest())) + b"\n")
    return counts


def _header() -> Header:
    columns = {
        name: [field.column_name for field in fields(table)] for name, table in tables().items()
    }
    done = migrator.applied(current())
    return Header(FORMAT, VERSION, __version__, datetime.now(UTC), done, columns)


def _write_table(
    name: str,
    table: type[peewee.Model],
    put: Callable[[object], None],
    report: Callable[[str], None],
) -> int:
    total, count = count_of(table), 0
    for row in stored(table):
        put([name, *row])
        count += 1
        if count % REPORTED == 0 or count == total:
            report(f"{name}: {count} of {total}")
    if count != total:
        raise BackupError(f"Only {count} of {total} rows of {name} can be reached; see its tree.")
    return count
