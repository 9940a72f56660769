"""Files as somebody brings them, read by the format that they are recognised as."""

import io
import zipfile
from datetime import datetime

from clockwork.imports import formats
from clockwork.imports.rows import Answers, Row
from clockwork.imports.source import Source


def source(content: str | bytes) -> Source:
    return Source("file", content.encode() if isinstance(content, str) else content)


def format_of(content: str | bytes) -> str:
    return formats.recognise(source(content)).name


def read(content: str | bytes, name: str, **answers) -> list[Row]:
    """Its rows, if it is recognised as what it is."""
    file = source(content)
    found = formats.recognise(file)
    assert found.name == name
    return list(found.read(file, Answers(**answers)))


def packed(**parts: str | bytes) -> bytes:
    """A zip of parts by their names, in which __ stands for a slash and _dot_ for a dot."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


def wall(text: str) -> datetime:
    """What the clock on the wall showed."""
    return datetime.fromisoformat(text)
