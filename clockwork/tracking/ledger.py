"""The SQL of time entries: finding, adding, changing and removing them. No rules.

By hand, because a list is another query for each choice of filters, which can't be compiled once:
putting one together as text takes 19 µs, with peewee 4,100.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple
from uuid import uuid4

from clockwork.db.batches import usually_few
from clockwork.db.database import Row, execute, execute_along, is_sqlite, row, rows
from clockwork.tracking.filters import Filter, Source, fold, sources
from clockwork.tracking.identifiers import identifier
from clockwork.tracking.tree import BELOW

# Between the tags of one entry in the answer of one query; no tag holds control characters.
SEPARATOR = "\x1f"

# How many entries before a moment may end after it. Without ALLOW_OVERLAPS it is one; more
# are looked at for the sake of entries made while overlaps were allowed.
REACH = 50

NEVER = 2**63 - 1  # the last moment that databases can hold

# The start and the identifier in the rows of `find`, by which these are ordered.
position: Callable[[Row], tuple[int, str]] = itemgetter(4, 0)

AT_ONCE = 500  # entries of a long list in memory


# Of one person.
LATEST_STOP = (
    "SELECT max(stopped_at) FROM (SELECT stopped_at FROM entry WHERE person_id = ? "
    f"ORDER BY started_at DESC LIMIT {REACH}) latest"
)


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
        return tags_of(self.tag_text)


class Span(NamedTuple):
    """What a report needs of an entry."""

    person_id: str
    category_id: str
    started_at: int
    stopped_at: int | None
    tag_text: str | None


def tags_of(tag_text: str | None) -> list[str]:
    """The tags that a query found on an entry, in alphabetical order."""
    if not tag_text:
        return []
    return sorted(tag_text.split(SEPARATOR)) if SEPARATOR in tag_text else [tag_text]


def get(entry_id: str) -> TimeEntry | None:
    """One entry, whoever's it is."""
    return _one(row(f"{_select()} WHERE e.id = ?", entry_id))


def running(person_id: str) -> TimeEntry | None:
    """The entry that a person's timer runs on."""
    return _one(row(f"{_select()} WHERE e.person_id = ? AND e.stopped_at IS NULL", person_id))


def running_now(person_id: str) -> tuple[Sequence[int], TimeEntry | None]:
    """The same, with the versions of what all share and of the person's time, in one look-up."""
    # From a row that is always there, so that there is an answer when nothing runs.
    found = row(
        f"SELECT v.number, coalesce(o.number, 0), {_columns()} FROM version v "
        "LEFT JOIN version o ON o.subject = ? "
        "LEFT JOIN entry e ON e.person_id = ? AND e.stopped_at IS NULL "
        "LEFT JOIN category c ON c.id = e.category_id WHERE v.subject = 'shared'",
        *(person_id, person_id),
    )
    versions, entry = (found[:2], found[2:]) if found else ((0, 0), (None,))
    return versions, None if entry[0] is None else TimeEntry._make(entry)


def find(
    wanted: Filter,
    now: int,
    limit: int,
    after: tuple[int, str] | None = None,
    oldest_first: bool = False,
) -> Sequence[Row]:
    """Entries newest first, or oldest; those that come after a (start, id) in that order.

    As tuples of what a TimeEntry has, for a list may be long.
    """
    parts = sources(wanted, now, after, oldest_first)
    sql = _in_turn([_in_order(source, oldest_first) for source in parts])
    found = rows(sql, *(value for one in parts for value in (*one.where.values, limit)))
    if len(found) > 1 and (len(found) > limit or len(parts) > 1):
        # Of two sources together SQL promises no order, though they come as they are asked for.
        found = sorted(found, key=position, reverse=not oldest_first)[:limit]
    return found


def each(wanted: Filter, now: int, oldest_first: bool = False) -> Iterator[Sequence[Row]]:
    """All entries that match, newest or oldest first, some at a time.

    Each time by a query of its own, so that nothing is held between them: what is changed
    meanwhile may be there as it was or as it is.
    """
    found = find(wanted, now, AT_ONCE, None, oldest_first)
    while len(found) == AT_ONCE:
        yield found
        found = find(wanted, now, AT_ONCE, position(found[-1]), oldest_first)
    if found:
        yield found


def spans(wanted: Filter, now: int, with_tags: bool) -> Generator[Span, None, None]:
    """Entries for a report, in no order."""
    tags = _tags() if with_tags else "NULL"
    select = f"SELECT e.person_id, e.category_id, e.started_at, e.stopped_at, {tags} FROM"
    parts = sources(wanted, now, None)
    sql = " UNION ALL ".join(f"{select} {one.table} WHERE {one.where.sql}" for one in parts)
    for batch in usually_few(sql, *(value for one in parts for value in one.where.values)):
        yield from map(Span._make, batch)


def overlapping(person_id: str, start: int, stop: int | None, exclude: str | None) -> list[str]:
    """Entries, save `exclude`, that share time with [start, stop); None means for ever.

    Looks at those that start inside, and at the last few that start before.
    """
    sql = f"""
        SELECT id FROM entry WHERE person_id = ? AND started_at >= ?
            AND started_at < ? AND (stopped_at IS NULL OR stopped_at > started_at)
        UNION ALL
        SELECT id FROM (
            SELECT id, started_at, stopped_at FROM entry WHERE person_id = ? AND started_at < ?
                AND (stopped_at IS NULL OR stopped_at > started_at)
            ORDER BY started_at DESC LIMIT {REACH}
        ) earlier WHERE stopped_at IS NULL OR stopped_at > ?"""
    before = NEVER if stop is None else stop
    found = rows(sql, person_id, start, before, person_id, start, start)
    return [entry_id for (entry_id,) in found if entry_id != exclude]


def held_in(project_id: str) -> tuple[int, int]:
    """How many entries a project holds, in how many categories."""
    return _held("SELECT id FROM category WHERE project_id = ?", project_id)


def held_below(category_id: str) -> tuple[int, int]:
    """How many entries a category and those below it hold, in how many of them."""
    return _held(BELOW.format("= ?"), category_id)


def new(
    person_id: str,
    category_id: str,
    project_id: str,
    started_at: int,
    stopped_at: int | None,
    note: str | None,
    tags: Sequence[str],
    now: int,
    entry_id: str | None = None,
) -> TimeEntry:
    """An entry that is not stored yet."""
    tag_text = SEPARATOR.join(sorted(set(tags))) or None
    return TimeEntry(
        *(identifier(entry_id), person_id, category_id, project_id, started_at, stopped_at),
        *(note or None, tag_text, now, now),
    )


def add(entry: TimeEntry) -> TimeEntry:
    """Store a new entry, at the latest with the end of the transaction; see unique_identifiers."""
    execute_along(
        "INSERT INTO entry (id, person_id, category_id, started_at, stopped_at, note, "
        "note_folded, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(entry.id, entry.person_id, entry.category_id, entry.started_at, entry.stopped_at),
        *(entry.note, fold(entry.note) if entry.note else None),
        *(entry.created_at, entry.updated_at),
    )
    _tag(entry.id, entry.tags)
    return entry


def stop(entry_id: str, stopped_at: int, now: int) -> None:
    """Set when an entry ended, at the latest with the end of the transaction."""
    execute_along(
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


def people_in(category_id: str) -> set[str]:
    """Whose time a category holds."""
    found = rows("SELECT DISTINCT person_id FROM entry WHERE category_id = ?", category_id)
    return {person_id for (person_id,) in found}


def move_all(category_id: str, into_id: str, now: int) -> int:
    """Put all time of a category into another; how many entries that are."""
    return execute(
        "UPDATE entry SET category_id = ?, updated_at = ? WHERE category_id = ?",
        *(into_id, now, category_id),
    )


def remove(entry_id: str) -> None:
    """Delete an entry."""
    execute("DELETE FROM entry WHERE id = ?", entry_id)


def _held(categories: str, root_id: str) -> tuple[int, int]:
    found = row(
        "SELECT count(*), count(DISTINCT category_id) FROM entry "
        f"WHERE category_id IN ({categories})",
        root_id,
    )
    return found or (0, 0)


def _one(found: Row | None) -> TimeEntry | None:
    return TimeEntry._make(found) if found else None


def _select() -> str:
    return f"SELECT {_columns()} FROM entry e JOIN category c ON c.id = e.category_id"


def _in_order(source: Source, oldest_first: bool) -> str:
    direction = "ASC" if oldest_first else "DESC"
    return (
        f"SELECT {_columns()} FROM {source.table} JOIN category c ON c.id = e.category_id "
        f"WHERE {source.where.sql} "
        f"ORDER BY e.started_at {direction}, e.id {direction} LIMIT ?"
    )


def _in_turn(queries: Sequence[str]) -> str:
    """One statement of one or two, each with an order and a limit of its own."""
    if len(queries) == 1:
        return queries[0]
    return " UNION ALL ".join(f"SELECT * FROM ({query}) q{n}" for n, query in enumerate(queries))


def _columns() -> str:
    return (
        "e.id, e.person_id, e.category_id, c.project_id, e.started_at, e.stopped_at, "
        f"e.note, {_tags()}, e.created_at, e.updated_at"
    )


def _tags() -> str:
    # Nested rather than joined: PostgreSQL without statistics reads all tags for each entry.
    name = "(SELECT t.name FROM tag t WHERE t.id = x.tag_id)"
    joined = f"group_concat({name}, char(31))" if is_sqlite() else f"string_agg({name}, chr(31))"
    return f"(SELECT {joined} FROM entry_tag x WHERE x.entry_id = e.id)"


def _tag(entry_id: str, tags: Sequence[str]) -> None:
    # In order, so that two transactions that add the same new tags don't wait for each other.
    for name in sorted(set(tags)):
        execute_along(
            "INSERT INTO tag (id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
            *(str(uuid4()), name),
        )
        execute_along(
            "INSERT INTO entry_tag (entry_id, tag_id) "
            "VALUES (?, (SELECT id FROM tag WHERE name = ?))",
            *(entry_id, name),
        )
