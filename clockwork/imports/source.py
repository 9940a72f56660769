"""A file that somebody brings: its text, its parts, and how much of it is read at most. Pure."""

import codecs
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import msgspec

from clockwork.imports.rows import UnreadableError

LARGEST = 50 * 1024 * 1024  # bytes of a file
# What a packed file may hold, unpacked: more than any export, less than memory has.
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 1_000
HEAD = 8_192  # characters that formats are told by

# What zipfile raises for files that it was not made for.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OSError),
)

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class Source:
    """A file: what it is called, and its bytes. UnreadableError when it is too large or empty."""

    def __init__(self, name: str, data: bytes) -> None:
        if len(data) > LARGEST:
            raise UnreadableError("The file is larger than 50 MB; split it.")
        if not data.strip():
            raise UnreadableError("The file is empty.")
        self.name = name
        self.data = data

    @cached_property
    def is_zip(self) -> bool:
        """Whether it is packed, as workbooks are too."""
        return self.data.startswith(b"PK\x03\x04")

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """What is packed in it, by name; nothing, if it is not packed. UnreadableError."""
        if not self.is_zip:
            return {}
        try:
            return _unpacked(self.data)
        except DAMAGED:
            raise UnreadableError("The zip file is damaged or encrypted.") from None

    @cached_property
    def text(self) -> str:
        """What it says, without a byte order mark. UnreadableError where it is no text."""
        if b"\0" in self.data and self.encoding != "utf-16":
            raise UnreadableError("The file is neither text nor a format that is known.")
        try:
            return self.data.decode(self.encoding)
        except UnicodeDecodeError:
            raise UnreadableError("The text of the file is damaged.") from None

    @cached_property
    def encoding(self) -> str:
        """By its mark; else UTF-8 if it can be that, else that of Windows in Western Europe.

        Few texts that are not UTF-8 look as if they were.
        """
        for mark, name in MARKS.items():
            if self.data.startswith(mark):
                return name
        try:
            self.data.decode()
        except UnicodeDecodeError:
            # All bytes mean something in it, but for five: these are taken for control characters.
            return "cp1252" if _is_western(self.data) else "latin-1"
        return "utf-8"

    @cached_property
    def head(self) -> str:
        """The beginning of its text, nothing where it is packed or no text."""
        if self.is_zip:
            return ""
        try:
            return self.text[:HEAD]
        except UnreadableError:
            return ""

    @cached_property
    def json(self) -> Any:
        """It as JSON. UnreadableError."""
        try:
            return msgspec.json.decode(self.text)
        except (msgspec.DecodeError, RecursionError, ValueError):
            raise UnreadableError("The file is not proper JSON.") from None


def _is_western(data: bytes) -> bool:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _unpacked(data: bytes) -> Mapping[str, bytes]:
    """All files in it. What is said about their sizes is not believed."""
    parts, room = {}, LARGEST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = [one for one in packed.infolist() if not one.is_dir()]
        if len(files) > MOST_PARTS or sum(one.file_size for one in files) > LARGEST_UNPACKED:
            raise UnreadableError("The zip file holds more than 1,000 files or 100 MB.")
        for one in files:
            with packed.open(one) as part:
                parts[one.filename] = part.read(room + 1)
            room -= len(parts[one.filename])
            if room < 0:
                raise UnreadableError("The zip file holds more than 100 MB.")
    return parts
