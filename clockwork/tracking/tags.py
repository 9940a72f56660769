"""Tags: words on entries. A word is everybody's; on one's own entries it is one's own."""

from uuid import uuid4

from peewee import Query, Value, fn

from clockwork.db.database import execute, is_sqlite, row, rows, transaction
from clockwork.db.models import EntryTag, Tag
from clockwork.db.statements import statement
from clockwork.errors import NotFoundError
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor
from clockwork.tracking.locks import lock_person

OWN = (
    "SELECT t.id FROM tag t JOIN tag_use u ON u.tag_id = t.id "
    "WHERE t.name = ? AND u.person_id = ? AND u.entries > 0"
)
# From the tag on: SQLite would rather read all that there ever was of the person.
CARRYING = (
    "tag_id = ? AND EXISTS "
    "(SELECT 1 FROM entry e WHERE e.id = entry_tag.entry_id AND e.person_id = ?)"
)
OTHER_TOO = "SELECT 1 FROM entry_tag o WHERE o.entry_id = entry_tag.entry_id AND o.tag_id = ?"


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


def find_or_add(name: str) -> str:
    """The identifier of a word, whoever uses it; inside a transaction."""
    execute(
        "INSERT INTO tag (id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        *(str(uuid4()), name),
    )
    [(tag_id,)] = rows("SELECT id FROM tag WHERE name = ?", name)
    return str(tag_id)


def rename(actor: Actor, name: str, to: str) -> int:
    """Call a tag otherwise on all of one's entries; how many carry it. NotFoundError.

    Where some carry the other already, the two are one from then on.
    """
    with transaction():
        lock_person(actor.person_id)
        tag_id = _own(actor, name)
        return _replace(actor, "renamed", name, tag_id, to, find_or_add(to))


def merge(actor: Actor, name: str, into: str) -> int:
    """Put another of one's tags in place of one; how many entries carried it. NotFoundError."""
    with transaction():
        lock_person(actor.person_id)
        tag_id = _own(actor, name)
        return _replace(actor, "merged", name, tag_id, into, _own(actor, into))


def remove(actor: Actor, name: str) -> int:
    """Take a tag from all of one's entries; how many carried it. NotFoundError."""
    with transaction():
        lock_person(actor.person_id)
        tag_id = _own(actor, name)
        changed = _touch(actor, tag_id)
        execute(f"DELETE FROM entry_tag WHERE {CARRYING}", tag_id, actor.person_id)
        _write_audit(actor, "deleted", tag_id, changed, name=name)
        return changed


def _own(actor: Actor, name: str) -> str:
    """A tag that some of one's entries carry."""
    found = row(OWN, name, actor.person_id)
    if found is None:
        raise NotFoundError("tag")
    return str(found[0])


def _replace(actor: Actor, action: str, name: str, tag_id: str, to: str, to_id: str) -> int:
    if tag_id == to_id:
        return 0
    changed = _touch(actor, tag_id)
    carrying = (tag_id, actor.person_id)
    execute(
        f"UPDATE entry_tag SET tag_id = ? WHERE {CARRYING} AND NOT EXISTS ({OTHER_TOO})",
        *(to_id, *carrying, to_id),
    )
    # What is left carries both.
    execute(f"DELETE FROM entry_tag WHERE {CARRYING}", *carrying)
    _write_audit(actor, action, tag_id, changed, name=[name, to])
    return changed


def _touch(actor: Actor, tag_id: str) -> int:
    """Note that a person's entries with a tag are changed; how many those are."""
    return execute(
        "UPDATE entry SET updated_at = ? "
        f"WHERE id IN (SELECT entry_id FROM entry_tag WHERE {CARRYING})",
        *(actor.clock(), tag_id, actor.person_id),
    )


def _write_audit(
    actor: Actor, action: str, tag_id: str, changed: int, name: str | list[str]
) -> None:
    """One line for all entries."""
    about = {"personId": actor.person_id, "name": name, "entries": changed}
    audit.write(actor.clock(), actor.person_id, action, "tag", tag_id, **about)
