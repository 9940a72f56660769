"""The file of a backup: gzip'd JSON lines.

A header with the format's version and the schema's migrations, a line for each row, and a
trailer with the number of rows and a SHA-256 of all lines before it.
"""

import gzip
import hashlib
import os
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from clockwork.errors import BackupError

FORMAT = "clockwork-backup"
VERSION = 1
STANDARD = "-"


class Header(msgspec.Struct, rename="camel"):
    """The first line: what made the file, and of which schema it is."""

    format: str
    version: int
    clockwork: str
    created_at: datetime
    migrations: list[str]
    tables: dict[str, list[str]]


class Trailer(msgspec.Struct):
    """The last line: what has to be before it."""

    rows: dict[str, int]
    sha256: str


def examine(file: IO[bytes]) -> tuple[Header, Trailer]:
    """Read the whole file once; refuse it unless it is what was written."""
    counts: dict[str, int] = {}
    digest = hashlib.sha256()
    try:
        with gzip.open(file) as lines:
            header = _header(previous := lines.readline())
            for line in lines:
                digest.update(previous)
                if previous.startswith(b"["):
                    name = msgspec.json.decode(previous)[0]
                    counts[name] = counts.get(name, 0) + 1
                previous = line
        trailer = msgspec.json.decode(previous, type=Trailer)
    except (EOFError, OSError, LookupError, ValueError, zlib.error, msgspec.DecodeError):
        raise BackupError("The file is no whole backup; nothing was changed.") from None
    whole = {name: count for name, count in trailer.rows.items() if count} == counts
    if not whole or trailer.sha256 != digest.hexdigest():
        raise BackupError("The file was altered or damaged; nothing was changed.")
    return header, trailer


def _header(line: bytes) -> Header:
    header = msgspec.json.decode(line, type=Header)
    if header.format != FORMAT:
        raise BackupError("The file is no backup of Clockwork.")
    if header.version != VERSION:
        raise BackupError(
            f"The backup has format {header.version}, this version reads {VERSION}; "
            f"restore it with Clockwork {header.clockwork}."
        )
    return header


@contextmanager
def output(target: str) -> Iterator[gzip.GzipFile]:
    if target == STANDARD:
        with gzip.GzipFile(fileobj=sys.stdout.buffer, mode="wb") as file:
            yield file
        return
    partial = f"{target}.partial"
    try:
        with _private(partial) as raw:
            with gzip.GzipFile(fileobj=raw, mode="wb") as file:
                yield file
            raw.flush()
            os.fsync(raw.fileno())
        Path(partial).replace(target)
    finally:
        Path(partial).unlink(missing_ok=True)


def _private(name: str) -> IO[bytes]:
    Path(name).unlink(missing_ok=True)
    return os.fdopen(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


@contextmanager
def opened_source(source: str) -> Iterator[IO[bytes]]:
    """The file; what comes by standard input is kept aside, because it is read twice."""
    if source != STANDARD:
        with Path(source).open("rb") as file:
            yield file
        return
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
        file.seek(0)
        yield file
