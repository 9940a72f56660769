"""The file of a backup: gzip'd JSON lines.

A header with the format's version and the schema's migrations, a line for each row, and a
trailer with the number of rows and a SHA-256 of all lines before it.
"""

import gzip
import os
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from clockwork.errors import BackupError
from clockwork.printable import printable

FORMAT = "clockwork-backup"
VERSION = 1
STANDARD = "-"
UNCHANGED = "nothing was changed."

# No row is as long as this: a note of 10,000 characters and what is searched for it take less.
LONGEST_LINE = 1024 * 1024
# What packs better was made to fill a disk: rows of a year's work pack 5 times, and those with
# the longest of notes, all alike and each letter escaped, 400 times.
RATIO = 500
ROOM = 64 * 1024 * 1024  # beyond that, so that a small file may be all alike

T = TypeVar("T")


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


def lines(file: IO[bytes]) -> Iterator[bytes]:
    """Unpack a file from its beginning, a line in memory at a time. Raises BackupError."""
    left = ROOM + RATIO * file.seek(0, os.SEEK_END)
    file.seek(0)
    try:
        with gzip.open(file) as unpacked:
            while line := unpacked.readline(LONGEST_LINE):
                left -= len(line)
                if left < 0:
                    raise BackupError(
                        f"The file unpacks to over {RATIO} times its size; {UNCHANGED}"
                    )
                if not line.endswith(b"\n"):
                    is_long = len(line) == LONGEST_LINE
                    what = "has a line that is too long" if is_long else "is no whole backup"
                    raise BackupError(f"The file {what}; {UNCHANGED}")
                yield line
    except (EOFError, OSError, zlib.error):
        raise BackupError(f"The file is no whole backup; {UNCHANGED}") from None


def read_header(file: IO[bytes]) -> Header:
    """What made the file, and of which schema it is. Raises BackupError."""
    header = decode(next(lines(file), b""), Header)
    if header.format != FORMAT:
        raise BackupError("The file is no backup of Clockwork.")
    if header.version != VERSION:
        raise BackupError(
            f"The backup has format {header.version}, this version reads {VERSION}; "
            f"restore it with Clockwork {printable(header.clockwork)}."
        )
    return header


def decode(line: bytes, kind: type[T]) -> T:
    """A header or trailer. Raises BackupError."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BackupError(f"The file is no whole backup; {UNCHANGED}") from None


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
