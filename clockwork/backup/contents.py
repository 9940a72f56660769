"""Which tables belong into a backup, and in which order their rows are read."""

from collections.abc import Iterator
from typing import Any

import peewee

from clockwork.db import models
from clockwork.db.batches import batches
from clockwork.db.database import is_sqlite
from clockwork.db.models import Category, Import

# Never in a backup, so never brought back: who was signed in or failed to, answers kept to be
# repeated, files that nobody has decided to bring, what belongs to one installation alone, and what
# its triggers keep.
TRANSIENT = frozenset(
    ("answer", "import_part", "secret", "session", "tag_use", "throttle", "version")
)


def tables() -> dict[str, type[peewee.Model]]:
    """What is backed up by name, each table after those it refers to."""
    named = {table._meta.table_name: table for table in models.TABLES}
    return {name: table for name, table in named.items() if name not in TRANSIENT}


def fields(table: type[peewee.Model]) -> list[peewee.Field]:
    """The columns of a table, as its rows in a backup have them."""
    return list(table._meta.sorted_fields)


def stored(table: type[peewee.Model]) -> Iterator[tuple[Any, ...]]:
    """All rows of a table, each after the one it refers to; few are in memory at once."""
    query = _wanted(table, *fields(table))
    if table is Category:
        query = _parents_first(query)
    if is_sqlite():
        yield from query.tuples().iterator()
        return
    # Peewee has no word for a cursor on the server, and would fetch everything at once.
    sql, values = query.sql()
    for batch in batches(sql, *values):
        yield from batch


def count(table: type[peewee.Model]) -> int:
    """How many rows of a table there are to be backed up."""
    number: int = _wanted(table).count()
    return number


def _wanted(table: type[peewee.Model], *columns: peewee.Field) -> Any:
    """All rows but of drafts, which are nothing without their files."""
    query: Any = table.select(*columns)
    return query.where(Import.state != "draft") if table is Import else query


def _parents_first(query: Any) -> Any:
    """Categories by how deep in the tree they are."""
    top = Category.select(Category.id, peewee.Value(0)).where(Category.parent.is_null())
    levels = top.cte("levels", recursive=True, columns=("id", "level"))
    child = Category.alias()
    below = child.select(child.id, levels.c.level + 1).join(levels, on=child.parent == levels.c.id)
    levels = levels.union_all(below)
    joined = query.join(levels, on=Category.id == levels.c.id)
    return joined.order_by(levels.c.level).with_cte(levels)
