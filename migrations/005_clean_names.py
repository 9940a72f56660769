"""Names as requests have to write them: composed, trimmed, short, without control characters.

Versions before took control characters, and from a terminal or a proxy any name.
"""

import re
import unicodedata

import peewee
from peewee_migrate import Migrator

LONGEST = {
    ("person", "name"): 200,
    ("person", "email"): 600,
    ("project", "name"): 200,
    ("category", "name"): 200,
    ("token", "name"): 200,
    ("tag", "name"): 64,
}
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Write such names anew."""
    for (table, column), most in LONGEST.items():
        found = database.execute_sql(f"SELECT id, {column} FROM {table}").fetchall()
        for row_id, name in found:
            if name is not None and clean(name, most) != name:
                _rename(database, table, column, row_id, clean(name, most))


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Leave them: the version before takes these names too."""


def clean(name: str, most: int) -> str:
    """The name with a space for each control character; `?` when nothing is left."""
    composed = unicodedata.normalize("NFC", CONTROL.sub(" ", name).strip())
    return composed[:most].strip() or "?"


def _rename(database: peewee.Database, table: str, column: str, row_id: str, name: str) -> None:
    sql = f"UPDATE {table} SET {column} = ? WHERE id = ?".replace("?", database.param)
    try:
        with database.atomic():
            database.execute_sql(sql, (name, row_id))
    except peewee.IntegrityError:
        # Another has that name already; a part of the identifier tells them apart.
        told_apart = f"{name[: LONGEST[table, column] - 9]} {str(row_id)[:8]}"
        database.execute_sql(sql, (told_apart, row_id))
