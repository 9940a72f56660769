"""Bring a backup back: all of it or nothing."""

import gzip
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import msgspec

from clockwork.backup.archive import Header, Trailer, examine, opened_source
from clockwork.backup.contents import REVOCABLE, columns, tables
from clockwork.config import Settings
from clockwork.db import migrator, models
from clockwork.db.database import connected_to, database, is_sqlite, marks, transaction
from clockwork.errors import BackupError

VALUES = 30_000  # bound to one statement; SQLite takes 32,766, PostgreSQL 65,535


def restore(settings: Settings, source: str, replace: bool, report: Callable[[str], None]) -> int:
    """Bring all data back from a file, or `-`; how many rows. All or nothing.

    A new database gets its schema. Refuses a database that holds data unless told to replace it,
    and a file that is damaged or of another schema, before anything is changed. Raises BackupError.
    """
    with opened_source(source) as file:
        header, trailer = examine(file)
        if header.migrations != migrator.known(settings.migrations_dir):
            raise BackupError(_other_schema(header))
        _prepare_schema(settings)
        file.seek(0)
        with connected_to(settings), transaction():
            _lock()
            if _holds_data() and not replace:
                raise BackupError("The database holds data; to give it up: restore --replace")
            revoked = _revoked()
            _empty()
            _load(file, header, trailer, report)
            _revoke_again(revoked)
        return sum(trailer.rows.values())


def _prepare_schema(settings: Settings) -> None:
    with connected_to(settings) as opened:
        is_new = not migrator.applied(opened)
        missing = migrator.pending(settings.migrations_dir, opened)
        unknown = migrator.newer(settings.migrations_dir, opened)
    if is_new:
        migrator.up(settings)
    elif missing or unknown:
        raise BackupError("The database has the schema of another version; see: migrate status")


def _other_schema(header: Header) -> str:
    return (
        f"The backup was made by Clockwork {header.clockwork} with the schema of "
        f"{header.migrations[-1] if header.migrations else 'no migration'}; restore it with that "
        "version into a new database, then run this version's migrate up."
    )


def _lock() -> None:
    """Let nobody write meanwhile; on SQLite the transaction does that."""
    if not is_sqlite():
        names = ", ".join(f'"{table._meta.table_name}"' for table in models.TABLES)
        database.execute_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")


def _holds_data() -> bool:
    """Whether there is more than the one person whom a tracker without accounts makes itself."""
    return any(
        database.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0] > (name == "person")
        for name in tables()
    )


def _empty() -> None:
    for table in reversed(models.TABLES):
        database.execute_sql(f'DELETE FROM "{table._meta.table_name}"')


def _load(file: IO[bytes], header: Header, trailer: Trailer, report: Callable[[str], None]) -> None:
    left = dict(trailer.rows)
    with gzip.open(file) as lines:
        lines.readline()
        rows = (msgspec.json.decode(line) for line in lines if line.startswith(b"["))
        for name, batch in _grouped(rows, header.tables):
            _insert(name, header.tables[name], batch)
            left[name] -= len(batch)
            report(f"{name}: {trailer.rows[name] - left[name]} of {trailer.rows[name]}")


def _grouped(
    rows: Iterable[list[Any]], columns_of: dict[str, list[str]]
) -> Iterator[tuple[str, list[list[Any]]]]:
    """Rows of one table together, as many as fit into a statement."""
    name = ""
    batch: list[list[Any]] = []
    for row in rows:
        if batch and (row[0] != name or len(batch) * len(columns_of[name]) + len(row) > VALUES):
            yield name, batch
            batch = []
        name = row[0]
        batch.append(row[1:])
    if batch:
        yield name, batch


def _insert(name: str, listed: list[str], batch: list[list[Any]]) -> None:
    table = tables().get(name)
    if table is None or set(listed) != set(columns(table)):
        raise BackupError(f"The backup has a table {name} that this schema does not have.")
    names = ", ".join(f'"{column}"' for column in listed)
    row_marks = f"({marks(listed)})"
    sql = f'INSERT INTO "{name}" ({names}) VALUES {", ".join([row_marks] * len(batch))}'
    values = [_native(value) for row in batch for value in row]
    database.execute_sql(sql.replace("?", database.param), values)


def _native(value: object) -> object:
    return b64decode(value["base64"]) if isinstance(value, dict) else value


def _revoked() -> list[tuple[str, object, object]]:
    """What was revoked in the database that is about to be replaced."""
    found = []
    for name, column in REVOCABLE.items():
        if name in tables():
            query = f'SELECT id, "{column}" FROM "{name}" WHERE "{column}" IS NOT NULL'
            found += [(name, *row) for row in database.execute_sql(query).fetchall()]
    return found


def _revoke_again(revoked: list[tuple[str, object, object]]) -> None:
    for name, row_id, since in revoked:
        column = REVOCABLE[name]
        sql = f'UPDATE "{name}" SET "{column}" = ? WHERE id = ? AND "{column}" IS NULL'
        database.execute_sql(sql.replace("?", database.param), (since, row_id))
