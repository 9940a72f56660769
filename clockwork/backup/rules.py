"""What the rows of a backup have to be to each other; the database itself holds the rest."""

from collections.abc import Iterator
from typing import Any

from peewee import Window, fn

from clockwork.backup.contents import stored
from clockwork.db.models import Category, Entry, EntryTag, Project
from clockwork.errors import BackupError
from clockwork.tracking.texts import TAG_COUNT

FOREVER = 2**63 - 1


def check(allow_overlaps: bool) -> None:
    """Raise BackupError when what was loaded breaks a rule of the tracker."""
    for broken in _broken(allow_overlaps):
        raise BackupError(f"{broken}; nothing was changed.")


def _broken(allow_overlaps: bool) -> Iterator[str]:
    if sum(1 for _ in stored(Category)) != Category.select().count():
        yield "The file has categories that are below themselves"
    if _parent_is_elsewhere().exists():
        yield "The file has a category below one of another project"
    if _is_half_an_inbox():
        yield "The file has half an inbox"
    if _too_many_tags().exists():
        yield f"The file has an entry with more than {TAG_COUNT} tags"
    if not allow_overlaps and _overlapping().exists():
        yield "The file has entries of one person that overlap: restore it with ALLOW_OVERLAPS=true"


def _parent_is_elsewhere() -> Any:
    above = Category.alias()
    return (
        Category.select(Category.id)
        .join(above, on=Category.parent == above.id)
        .where(Category.project != above.project)
    )


def _is_half_an_inbox() -> bool:
    """Of each kind the database holds one at most; they have to be together."""
    inboxes = Project.select().where(Project.inbox).count()
    categories = Category.select().where(Category.inbox)
    inside = categories.join(Project).where(Project.inbox).count()
    return not inboxes == categories.count() == inside


def _too_many_tags() -> Any:
    return (
        EntryTag.select(EntryTag.entry)
        .group_by(EntryTag.entry)
        .having(fn.COUNT(EntryTag.tag) > TAG_COUNT)
    )


def _overlapping() -> Any:
    """Entries that begin before all of that person's earlier ones have ended."""
    earlier = fn.MAX(fn.COALESCE(Entry.stopped_at, FOREVER)).over(
        partition_by=[Entry.person],
        order_by=[Entry.started_at, Entry.id],
        frame_type=Window.ROWS,
        start=Window.preceding(),
        end=Window.preceding(1),
    )
    # What has no length overlaps nothing.
    lasting = Entry.select(Entry.started_at, earlier.alias("taken_until")).where(
        Entry.stopped_at.is_null() | (Entry.stopped_at > Entry.started_at)
    )
    taken = lasting.alias("taken")
    return (
        Entry.select(taken.c.started_at)
        .from_(taken)
        .where(taken.c.taken_until > taken.c.started_at)
    )
