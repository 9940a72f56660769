"""Backups made, read and altered for the tests."""

import gzip
import json
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from clockwork.backup.contents import TRANSIENT
from clockwork.backup.restore import restore
from clockwork.backup.save import back_up
from clockwork.db.database import connected_to
from clockwork.db.models import TABLES
from tests.conftest import settings_for

Contents = dict[str, list[str]]


class Backup:
    """A file with what can be done to it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @classmethod
    def of(cls, url: str, file: Path) -> "Backup":
        back_up(settings_for(url), str(file), print)
        return cls(file)

    def restore(self, url: str, replace: bool = True, **options: object) -> None:
        keep_tokens = bool(options.pop("keep_tokens", False))
        restore(settings_for(url, **options), str(self.file), replace, print, keep_tokens)

    def lines(self) -> list[bytes]:
        return gzip.decompress(self.file.read_bytes()).splitlines(keepends=True)

    def edit(self, change: Callable[[list[bytes]], list[bytes]]) -> None:
        """Change the lines; the checksum no longer fits."""
        lines = change(self.lines())
        with gzip.open(self.file, "wb") as edited:
            edited.writelines(lines)

    def forge(self, change: Callable[[dict, list], object]) -> None:
        """Change header and rows in place; the counts and the checksum fit again."""
        header, *rows = map(json.loads, self.lines()[:-1])
        change(header, rows)
        body = b"".join(json.dumps(line).encode() + b"\n" for line in (header, *rows))
        counts = Counter(str(row[0]) for row in rows if isinstance(row, list) and row)
        trailer = {"rows": counts, "sha256": sha256(body).hexdigest()}
        with gzip.open(self.file, "wb") as edited:
            edited.write(body + json.dumps(trailer).encode() + b"\n")


def contents(url: str) -> Contents:
    """Every row of every table, as the database has it."""
    with connected_to(settings_for(url)) as opened:
        found = {}
        for table in TABLES:
            name = table._meta.table_name
            columns = ", ".join(field.column_name for field in table._meta.sorted_fields)
            rows = opened.execute_sql(f"SELECT {columns} FROM {name}").fetchall()
            found[name] = sorted(repr([*map(_same, row)]) for row in rows)
    return found


def _same(value: object) -> object:
    """Of true and false SQLite makes numbers; PostgreSQL gives bytes as a view of them."""
    if isinstance(value, memoryview):
        return bytes(value)
    return value + 0 if isinstance(value, bool) else value


def kept(found: Contents) -> Contents:
    """What a backup brings back: no files that nobody decided on."""
    brought = {name: rows for name, rows in found.items() if name not in TRANSIENT}
    brought["import"] = [one for one in brought["import"] if "'draft'" not in one]
    return brought
