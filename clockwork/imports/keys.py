"""What makes a row of a file the same row as one that was brought before. Pure."""

from collections import Counter
from hashlib import blake2b

from clockwork.imports.timing import Timed

SIZE = 16  # bytes; two of a million million rows are the same by chance once in 10^14 trackers
SEPARATOR = "\x1f"  # no name or tag holds it


class Keys:
    """Of the rows of one file, whose identifiers are those of a family of formats.

    A row is known by its identifier, else by all that it says. Rows of which only the day is known
    may say the same and yet be two of one person: they are counted.
    """

    def __init__(self, family: str) -> None:
        self._family = family
        self._seen: Counter[tuple[str, str]] = Counter()

    def given(self, row: Timed) -> Timed:
        """The row with its key."""
        said = self._said(row)
        if row.day is not None and not row.source_id:
            self._seen[(said, row.person)] += 1
            said = SEPARATOR.join((said, str(self._seen[(said, row.person)])))
        digest = blake2b(said.encode("utf-8", "replace"), digest_size=SIZE)
        return row._replace(key=digest.hexdigest())

    def _said(self, row: Timed) -> str:
        if row.source_id:
            return SEPARATOR.join((self._family, "id", row.source_id))
        times = (str(row.day or row.start), str(row.seconds if row.day else row.stop))
        return SEPARATOR.join((self._family, *times, *row.path, "", row.note, "", *row.tags))
