"""Tags: words on entries."""

from peewee import Query, Value, fn

from clockwork.db.database import execute, is_sqlite, transaction
from clockwork.db.models import EntryTag, Tag
from clockwork.db.statements import statement


@statement
def _delete_unused() -> Query:
    used = EntryTag.select(Value(1)).where(EntryTag.tag == Tag.id)
    return Tag.delete().where(~fn.EXISTS(used))  # type: ignore[misc]


def delete_unused() -> int:
    """Delete the tags that no entry carries; how many those were."""
    with transaction():
        if not is_sqlite():
            # Who tags an entry finds or adds the tag first, and must not lose it before its use.
            execute("LOCK TABLE tag IN SHARE ROW EXCLUSIVE MODE")
        return _delete_unused.execute()
