"""Make a backup while servers go on writing."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from gzip import GzipFile
from typing import Any

import msgspec
import peewee

from clockwork import __version__
from clockwork.backup.archive import FORMAT, VERSION, Header, Trailer, output
from clockwork.backup.contents import columns, tables
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import connected_to, current, database, is_sqlite
from clockwork.errors import BackupError

FETCHED = 2_000  # rows kept in memory at once


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
    with database.atomic():
        if not is_sqlite():
            database.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _write(file: GzipFile, report: Callable[[str], None]) -> dict[str, int]:
    chosen = tables()
    digest = hashlib.sha256()

    def put(value: object) -> None:
        line = msgspec.json.encode(value) + b"\n"
        digest.update(line)
        file.write(line)

    listed = {name: columns(table) for name, table in chosen.items()}
    done = migrator.applied(current())
    put(Header(FORMAT, VERSION, __version__, datetime.now(UTC), done, listed))
    counts = {}
    for name, table in chosen.items():
        counts[name] = 0
        total = database.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for batch in _rows(table):
            for row in batch:
                put([name, *row])
            counts[name] += len(batch)
            report(f"{name}: {counts[name]} of {total}")
    file.write(msgspec.json.encode(Trailer(counts, digest.hexdigest())) + b"\n")
    return counts


def _rows(table: type[peewee.Model]) -> Iterator[list[list[object]]]:
    selected = ", ".join(f'"{column}"' for column in columns(table))
    batches = _batches(f'SELECT {selected} FROM "{table._meta.table_name}"')
    fields = table._meta.sorted_fields
    portable = ([_portable(fields, row) for row in batch] for batch in batches)
    parent = _parent(table)
    if parent is None:
        yield from portable
    elif rows := _parents_first([row for batch in portable for row in batch], parent):
        yield rows


def _batches(query: str) -> Iterator[list[Any]]:
    if is_sqlite():
        cursor = database.execute_sql(query)
        while batch := cursor.fetchmany(FETCHED):
            yield batch
        return
    # The driver would fetch everything at once.
    database.execute_sql(f"DECLARE backup NO SCROLL CURSOR FOR {query}")
    while batch := database.execute_sql(f"FETCH {FETCHED} FROM backup").fetchall():
        yield batch
    database.execute_sql("CLOSE backup")


def _portable(fields: list[peewee.Field], row: Iterable[object]) -> list[object]:
    """Values as both databases and JSON have them."""
    return [_portable_value(*pair) for pair in zip(fields, row, strict=True)]


def _portable_value(field: peewee.Field, value: object) -> object:
    if value is None:
        return None
    if isinstance(field, peewee.BooleanField):
        return bool(value)
    if isinstance(value, bytes | memoryview):
        return {"base64": b64encode(bytes(value)).decode()}
    return value


def _parent(table: type[peewee.Model]) -> int | None:
    """Which column refers to the table itself."""
    fields = enumerate(table._meta.sorted_fields)
    return next((n for n, field in fields if getattr(field, "rel_model", None) is table), None)


def _parents_first(rows: list[list[object]], parent: int) -> list[list[object]]:
    """A row after the one it refers to, so that references hold while they are loaded."""
    children: dict[object, list[list[object]]] = {}
    for row in rows:
        children.setdefault(row[parent], []).append(row)
    ordered = children.get(None, [])[:]
    for row in ordered:
        ordered.extend(children.get(row[0], ()))
    return ordered
