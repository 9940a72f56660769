"""The SQL of time entries: finding, adding, changing and removing them. No rules."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import uuid4

from clockwork.clock import DAY
from clockwork.db.database import Row, execute, is_sqlite, marks, row, rows
from clockwork.db.models import IS_LONG

# Between the tags of one entry in the answer of one query; no tag holds control characters.
SEPARATOR = "\x1f"

# How many entries before a moment may end after it. Without ALLOW_OVERLAPS it is one; more
# are looked at for the sake of entries made while overlaps were allowed.
REACH = 50


class TimeEntry(NamedTuple):
    """An entry as stored: times in microseconds, running while `stopped_at` is None."""

    id: str
    person_id: str
    category_id: str
    project_id: str
    started_at: int
    stopped_at: int | None
    note: str | None
    tag_text: str | None
    created_at: int
    updated_at: int

    @property
    def tags(self) -> list[str]:
        """The tags in alphabetical order."""
        return sorted(self.tag_text.split(SEPARATOR)) if self.tag_text else []


class Span(NamedTuple):
    """What a report needs of an entry."""

    person_id: str
    category_id: str
    started_at: int
    stopped_at: int | None
    tag_text: str | None

    @property
    def tags(self) -> list[str]:
        """The tags, in no order."""
        return self.tag_text.split(SEPARATOR) if self.tag_text else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which entries are meant. Each list means "one of these"; an empty one means all.

    Of people there is always one or more: nobody's entries are found by leaving them out.
    """

    person_ids: Sequence[str]
    start: int | None = None
    stop: int | None = None
    project_ids: Sequence[str] = ()
    category_ids: Sequence[str] = ()
    only_category_id: str | None = None
    tags: Sequence[str] = ()
    text: str | None = None
    running: bool | None = None


class Condition(NamedTuple):
    """A piece of a WHERE clause and its values."""

    sql: str
    values: tuple[object, ...] = ()


def fold(text: str) -> str:
    """What a search compares: the same on every database, whatever the case."""
    return unicodedata.normalize("NFC", text).casefold()


def get(entry_id: str) -> TimeEntry | None:
    """One entry, whoever's it is."""
    return _one(row(f"{_select()} WHERE e.id = ?", entry_id))


def running(person_id: str) -> TimeEntry | None:
    """The entry that a person's timer runs on."""
    return _one(row(f"{_select()} WHERE e.person_id = ? AND e.stopped_at IS NULL", person_id))


def find(
    wanted: Filter,
    now: int,
    limit: int | None = None,
    before: tuple[int, str] | None = None,
) -> list[TimeEntry]:
    """Entries newest first; with `before`, those older than that (start, id)."""
    found: list[TimeEntry] = []
    for condition in _conditions(wanted, now, before):
        room = None if limit is None else limit - len(found)
        if room == 0:
            break
        found += map(TimeEntry._make, _fetch(_select(), condition, room))
    return found


def spans(wanted: Filter, now: int, with_tags: bool) -> Iterator[Span]:
    """Entries for a report, in no order."""
    tags = f"{_tags()}" if with_tags else "NULL"
    select = f"SELECT e.person_id, e.category_id, e.started_at, e.stopped_at, {tags} FROM entry e"
    for condition in _conditions(wanted, now, None):
        yield from map(Span._make, rows(f"{select} WHERE {condition.sql}", *condition.values))


def latest_stop(person_id: str) -> int | None:
    """When the last stopped entry of a person ended."""
    found = row(
        "SELECT max(stopped_at) FROM (SELECT stopped_at FROM entry WHERE person_id = ? "
        f"ORDER BY started_at DESC LIMIT {REACH}) latest",
        person_id,
    )
    return found[0] if found else None


def overlapping(person_id: str, start: int, stop: int | None, exclude: str | None) -> list[str]:
    """Entries, save `exclude`, that share time with [start, stop); None means for ever.

    Looks at those that start inside, and at the last few that start before.
    """
    sql = f"""
        SELECT id FROM entry WHERE person_id = ? AND started_at >= ?
            AND (? IS NULL OR started_at < ?) AND (stopped_at IS NULL OR stopped_at > started_at)
        UNION ALL
        SELECT id FROM (
            SELECT id, started_at, stopped_at FROM entry WHERE person_id = ? AND started_at < ?
                AND (stopped_at IS NULL OR stopped_at > started_at)
            ORDER BY started_at DESC LIMIT {REACH}
        ) earlier WHERE stopped_at IS NULL OR stopped_at > ?"""
    found = rows(sql, person_id, start, stop, stop, person_id, start, start)
    return [entry_id for (entry_id,) in found if entry_id != exclude]


def add(
    person_id: str,
    category_id: str,
    started_at: int,
    stopped_at: int | None,
    note: str | None,
    tags: Sequence[str],
    now: int,
) -> str:
    """Store a new entry; its identifier."""
    entry_id = str(uuid4())
    execute(
        "INSERT INTO entry (id, person_id, category_id, started_at, stopped_at, note, "
        "note_folded, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(entry_id, person_id, category_id, started_at, stopped_at),
        *(note, fold(note) if note else None, now, now),
    )
    _tag(entry_id, tags)
    return entry_id


def stop(entry_id: str, stopped_at: int, now: int) -> None:
    """Set when an entry ended."""
    execute(
        "UPDATE entry SET stopped_at = ?, updated_at = ? WHERE id = ?", stopped_at, now, entry_id
    )


def replace(entry: TimeEntry, tags: Sequence[str], now: int) -> None:
    """Store an entry's changed category, times, note and tags."""
    execute(
        "UPDATE entry SET category_id = ?, started_at = ?, stopped_at = ?, note = ?, "
        "note_folded = ?, updated_at = ? WHERE id = ?",
        *(entry.category_id, entry.started_at, entry.stopped_at, entry.note),
        *(fold(entry.note) if entry.note else None, now, entry.id),
    )
    if sorted(tags) != entry.tags:
        execute("DELETE FROM entry_tag WHERE entry_id = ?", entry.id)
        _tag(entry.id, tags)


def remove(entry_id: str) -> None:
    """Delete an entry."""
    execute("DELETE FROM entry WHERE id = ?", entry_id)


def _one(found: Row | None) -> TimeEntry | None:
    return TimeEntry._make(found) if found else None


def _select() -> str:
    return (
        "SELECT e.id, e.person_id, e.category_id, c.project_id, e.started_at, e.stopped_at, "
        f"e.note, {_tags()}, e.created_at, e.updated_at "
        "FROM entry e JOIN category c ON c.id = e.category_id"
    )


def _tags() -> str:
    # Nested rather than joined: PostgreSQL without statistics reads all tags for each entry.
    name = "(SELECT t.name FROM tag t WHERE t.id = x.tag_id)"
    joined = f"group_concat({name}, char(31))" if is_sqlite() else f"string_agg({name}, chr(31))"
    return f"(SELECT {joined} FROM entry_tag x WHERE x.entry_id = e.id)"


def _fetch(select: str, condition: Condition, limit: int | None) -> Sequence[Row]:
    sql = f"{select} WHERE {condition.sql} ORDER BY e.started_at DESC, e.id DESC"
    if limit is None:
        return rows(sql, *condition.values)
    return rows(f"{sql} LIMIT ?", *condition.values, limit)


def _conditions(wanted: Filter, now: int, before: tuple[int, str] | None) -> Iterator[Condition]:
    """The conditions of one or two queries whose answers, in turn, are newest first.

    An entry that reaches into a range may have started long before it. Those of up to a day
    are found by looking back a day, longer ones by an index that holds no others.
    """
    parts = list(_filters(wanted))
    if before is not None:
        parts.append(Condition("(e.started_at, e.id) < (?, ?)", before))
    if wanted.stop is not None:
        parts.append(Condition("e.started_at < ?", (wanted.stop,)))
    if wanted.start is None:
        yield _all_of(parts)
        return
    reaching = Condition(
        "(e.started_at >= ? OR coalesce(e.stopped_at, ?) > ?)", (wanted.start, now, wanted.start)
    )
    bound = wanted.start - DAY
    yield _all_of([*parts, reaching, Condition("e.started_at >= ?", (bound,))])
    long = IS_LONG.replace("stopped_at", "e.stopped_at").replace("started_at", "e.started_at")
    yield _all_of(
        [*parts, reaching, Condition("e.started_at < ?", (bound,)), Condition(f"({long})")]
    )


def _all_of(parts: Sequence[Condition]) -> Condition:
    values = tuple(value for part in parts for value in part.values)
    return Condition(" AND ".join(part.sql for part in parts), values)


def _filters(wanted: Filter) -> Iterator[Condition]:
    # One person, as nearly always, is looked up as such: the index then gives the order too.
    whose = "= ?" if len(wanted.person_ids) == 1 else f"IN ({marks(wanted.person_ids)})"
    yield Condition(f"e.person_id {whose}", tuple(wanted.person_ids))
    if wanted.only_category_id is not None:
        yield Condition("e.category_id = ?", (wanted.only_category_id,))
    if wanted.project_ids:
        yield Condition(
            "e.category_id IN (SELECT id FROM category "
            f"WHERE project_id IN ({marks(wanted.project_ids)}))",
            tuple(wanted.project_ids),
        )
    if wanted.category_ids:
        yield Condition(
            "e.category_id IN (WITH RECURSIVE below (id) AS ("
            f"SELECT id FROM category WHERE id IN ({marks(wanted.category_ids)}) UNION "
            "SELECT c.id FROM category c JOIN below b ON c.parent_id = b.id) "
            "SELECT id FROM below)",
            tuple(wanted.category_ids),
        )
    if wanted.tags:
        yield Condition(
            "EXISTS (SELECT 1 FROM entry_tag x WHERE x.entry_id = e.id AND x.tag_id IN "
            f"(SELECT id FROM tag WHERE name IN ({marks(wanted.tags)})))",
            tuple(wanted.tags),
        )
    if wanted.text:
        search = "instr" if is_sqlite() else "strpos"
        yield Condition(f"{search}(e.note_folded, ?) > 0", (fold(wanted.text),))
    if wanted.running is not None:
        yield Condition(f"e.stopped_at IS {'' if wanted.running else 'NOT '}NULL")


def _tag(entry_id: str, tags: Sequence[str]) -> None:
    # In order, so that two transactions that add the same new tags don't wait for each other.
    for name in sorted(set(tags)):
        execute(
            "INSERT INTO tag (id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
            *(str(uuid4()), name),
        )
        execute(
            "INSERT INTO entry_tag (entry_id, tag_id) SELECT ?, id FROM tag WHERE name = ?",
            *(entry_id, name),
        )
