"""What tests of readers share: a file, read as what it is recognised as."""

from clockwork.imports import formats
from clockwork.imports.rows import NOTHING_SAID, Left, Place, Tracked, Unread
from clockwork.imports.source import Source


def read(name: str, data: str | bytes) -> list:
    """The rows of a file that is recognised as that format."""
    source = Source("a file", data.encode() if isinstance(data, str) else data)
    found = formats.recognise(source)
    assert found.name == name
    return list(found.read(source, NOTHING_SAID))


def tracked(rows) -> list[Tracked]:
    """The same, when there is nothing else."""
    assert all(isinstance(row, Tracked) for row in rows), rows
    return rows


def kinds(rows) -> list[tuple[int, type]]:
    """Number and kind of each row that stands for one of the file."""
    return [(row.row, type(row)) for row in rows if not isinstance(row, Place)]


def reasons(rows) -> list[str]:
    """Why rows are left out or can't be read: each a sentence."""
    found = [row.reason for row in rows if isinstance(row, Left | Unread)]
    assert all(one[0].isupper() and one.endswith(".") for one in found), found
    return found
