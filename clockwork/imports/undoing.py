"""Take an import back: its entries, and what was made for them and is not used otherwise."""

from collections.abc import Sequence
from typing import Literal

from clockwork.db.database import execute, prolong, rows, transaction
from clockwork.errors import ConflictError
from clockwork.imports import book, making
from clockwork.imports.book import Import
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import one_of
from clockwork.tracking.locks import lock_person

AT_ONCE = 500  # entries

# What was brought, and whether it was changed since.
ENTRIES = (
    "SELECT e.id, e.updated_at <> i.updated_at FROM import_entry i JOIN entry e "
    "ON e.id = i.entry_id WHERE i.source_id = ?"
)

Changed = Literal["ask", "keep", "delete"]


def undo(actor: Actor, import_id: str, changed: Changed = "ask") -> Import:
    """Take it back; entries that were changed since are asked about, kept or deleted too.

    What is taken back already is answered as it is. NotFoundError; ConflictError
    `changed_since` with how many and which those are, `not_done` for a draft.
    """
    with transaction():
        lock_person(actor.person_id)
        one = book.get(actor, import_id)
        if one.state == "undone":
            return one
        if one.state != "done":
            raise ConflictError("not_done", "Nothing of that import was brought yet.")
        removed = _remove(_doomed(one, changed))
        making.remove(one.made)
        now = actor.clock()
        about = {"personId": actor.person_id, "name": one.name, "entries": removed}
        audit.write(now, actor.person_id, "undone", "import", one.id, **about)
        return book.store(book.ended(one, "undone", now))


def _doomed(one: Import, changed: Changed) -> Sequence[str]:
    """The entries that go."""
    found = rows(ENTRIES, one.id)
    edited = [entry_id for entry_id, is_changed in found if is_changed]
    if edited and changed == "ask":
        raise ConflictError(
            "changed_since",
            f"Entries of it were changed since, {len(edited):,} of them: keep or delete those too.",
            {"count": len(edited), "entries": edited[:100]},
        )
    kept = set(edited) if changed == "keep" else set()
    return [entry_id for entry_id, _ in found if entry_id not in kept]


def _remove(entry_ids: Sequence[str]) -> int:
    """Their tags first, which are counted faster together than one entry after another."""
    for begin in range(0, len(entry_ids), AT_ONCE):
        some = entry_ids[begin : begin + AT_ONCE]
        for column, table in (("entry_id", "entry_tag"), ("id", "entry")):
            condition = one_of(f"{column} {{}}", some)
            execute(f"DELETE FROM {table} WHERE {condition.sql}", *condition.values)
        prolong()
    return len(entry_ids)
