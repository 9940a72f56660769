"""Bring a backup back: all of it or nothing."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import groupby, islice
from typing import IO, Any

import msgspec
import peewee

from clockwork.backup import access, rules
from clockwork.backup.archive import (
    UNCHANGED,
    Header,
    Trailer,
    decode,
    lines,
    opened_source,
    read_header,
)
from clockwork.backup.contents import tables
from clockwork.backup.rows import Decoder
from clockwork.clock import system_clock
from clockwork.config import Settings
from clockwork.db import migrator, models
from clockwork.db.database import connected_to, current, is_sqlite, transaction
from clockwork.errors import BackupError
from clockwork.printable import printable

Report = Callable[[str], None]

BATCH = 500  # rows in one statement; more are no faster
LOCK_TRIES = 10


def restore(
    settings: Settings, source: str, replace: bool, report: Report, keep_tokens: bool = False
) -> int:
    """Bring all data back from a file, or `-`; how many rows. All or nothing.

    A new database gets its schema. Refuses a database that holds data unless told to replace it,
    and a file that is damaged, of another schema, or with rows that no request could have made.
    Tokens and feeds are revoked unless the database that is replaced knows them, or they are to
    be kept.
    Raises BackupError; then nothing was changed.
    """
    with opened_source(source) as file:
        header = read_header(file)
        if header.migrations != migrator.known(settings.migrations_dir):
            raise BackupError(_other_schema(header))
        decoder = Decoder(header.tables)
        trailer = _examine(file, decoder)
        _prepare_schema(settings)
        with connected_to(settings), transaction():
            _lock()
            if _holds_data() and not replace:
                raise BackupError("The database holds data; to give it up: restore --replace")
            before = access.present()
            _empty()
            _load(file, decoder, trailer, report)
            rules.check(settings.allow_overlaps)
            _keep_access(before, keep_tokens, report)
        return sum(trailer.rows.values())


def _examine(file: IO[bytes], decoder: Decoder) -> Trailer:
    """Read the whole file once; refuse it unless it is what was written."""
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    found = lines(file)
    line = next(found)
    for following in found:
        digest.update(line)
        line = following
        if line.startswith(b"["):
            counts[_table(decoder.row(line))] += 1
    trailer = decode(line, Trailer)
    whole = Counter(trailer.rows) == counts
    if not whole or trailer.sha256 != digest.hexdigest():
        raise BackupError(f"The file was altered or damaged; {UNCHANGED}")
    return trailer


def _table(row: msgspec.Struct) -> str:
    return str(row.__struct_config__.tag)


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
    last = header.migrations[-1] if header.migrations else "no migration"
    return (
        f"The backup was made by Clockwork {printable(header.clockwork)} with the schema of "
        f"{printable(last)}; restore it with that version into a new database, then run this "
        "version's migrate up."
    )


def _lock() -> None:
    """Let nobody write meanwhile; on SQLite the transaction does that."""
    if is_sqlite():
        return
    names = ", ".join(f'"{table._meta.table_name}"' for table in models.TABLES)
    for _ in range(LOCK_TRIES):
        with suppress(peewee.OperationalError), transaction():
            # A request may hold one and want another: PostgreSQL lets one of the two give in.
            current().execute_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")
            return
    raise BackupError(f"The database is too busy; stop its servers. {UNCHANGED.capitalize()}")


def _holds_data() -> bool:
    """Whether there is more than the one person whom a tracker without accounts makes itself."""
    return any(table.select().count() > (name == "person") for name, table in tables().items())


def _empty() -> None:
    table: Any
    for table in reversed(models.TABLES):
        # Versions only go on: nothing that a client holds is ever taken for what is restored.
        if table is not models.Version:
            table.delete().execute()


def _load(file: IO[bytes], decoder: Decoder, trailer: Trailer, report: Report) -> None:
    for name, rows in groupby(_rows(file, decoder), _table):
        done = 0
        while batch := list(islice(rows, BATCH)):
            _insert(tables()[name], batch)
            done += len(batch)
            report(f"{name}: {done} of {trailer.rows[name]}")


def _rows(file: IO[bytes], decoder: Decoder) -> Iterator[msgspec.Struct]:
    found = lines(file)
    next(found)
    for line in found:
        if line.startswith(b"["):
            yield decoder.row(line)


def _insert(table: Any, batch: list[msgspec.Struct]) -> None:
    columns = [table._meta.columns[name] for name in batch[0].__struct_fields__]
    try:
        table.insert_many(map(msgspec.structs.astuple, batch), fields=columns).execute()
    except (peewee.IntegrityError, peewee.DataError) as error:
        reason = " ".join(str(error).split())
        raise BackupError(
            f"The file has rows of {table._meta.table_name} that do not fit: {reason}; {UNCHANGED}"
        ) from None


def _keep_access(before: access.Access, keep_tokens: bool, report: Report) -> None:
    revoked = access.keep(before, system_clock(), keep_tokens)
    if revoked:
        report(f"{revoked} tokens and calendar feeds are revoked; see --keep-tokens")
