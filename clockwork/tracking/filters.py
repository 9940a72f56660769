"""Which entries are meant, and the SQL that finds them. No rules."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from clockwork.clock import DAY
from clockwork.db.database import is_sqlite
from clockwork.db.models import IS_LONG
from clockwork.tracking.tree import BELOW


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


class Source(NamedTuple):
    """Where entries are looked for, as `e`, and which of them are meant."""

    table: str
    where: Condition


def sources(
    wanted: Filter, now: int, after: tuple[int, str] | None, oldest_first: bool = False
) -> list[Source]:
    """One or two sources: all entries of the first come before all of the second.

    Those that come after a (start, id), newest first or oldest first.

    An entry that reaches into a range may have started long before it. Those of up to a day
    are found by looking back a day, longer ones by an index that holds no others.
    """
    parts = []
    if after is not None:
        parts.append(Condition(f"(e.started_at, e.id) {'<>'[oldest_first]} (?, ?)", after))
    if wanted.stop is not None:
        parts.append(Condition("e.started_at < ?", (wanted.stop,)))
    if wanted.start is None:
        return [Source("entry e", _all_of([*_filters(wanted), *parts]))]
    parts.append(
        Condition(
            "(e.started_at >= ? OR coalesce(e.stopped_at, ?) > ?)",
            (wanted.start, now, wanted.start),
        )
    )
    recent = Condition("e.started_at >= ?", (wanted.start - DAY,))
    newest_first = [
        Source("entry e", _all_of([*_filters(wanted), *parts, recent])),
        _long(wanted, parts),
    ]
    return newest_first[::-1] if oldest_first else newest_first


def _long(wanted: Filter, parts: Sequence[Condition]) -> Source:
    """Those that are longer than a day, of which there are few, whatever else is asked.

    Databases think that there are many, and would rather read all that there ever was of a
    category: their word for it is hidden from the index of categories.
    """
    hint, hidden = (" INDEXED BY entry_long", "+{}") if is_sqlite() else ("", "{}::text")
    long = IS_LONG.replace("stopped_at", "e.stopped_at").replace("started_at", "e.started_at")
    before = Condition("e.started_at < ?", ((wanted.start or 0) - DAY,))
    filters = _filters(wanted, hidden)
    return Source(f"entry e{hint}", _all_of([*filters, *parts, before, Condition(f"({long})")]))


def one_of(sql: str, values: Sequence[str], kind: str = "uuid") -> Condition:
    """`sql` with its `{}` filled in.

    A list is bound as one value: else each length is another statement, that every connection
    keeps. One alone, as nearly always, is looked up as such: the index then gives the order too.
    """
    if len(values) == 1:
        return Condition(sql.format("= ?"), tuple(values))
    if is_sqlite():
        listed = msgspec.json.encode([*map(str, values)]).decode()
        return Condition(sql.format("IN (SELECT value FROM json_each(?))"), (listed,))
    # What psycopg2 makes of a list is a list of texts; identifiers are no texts to PostgreSQL.
    listed = "?::text[]" if kind == "text" else f"(?::text[])::{kind}[]"
    return Condition(sql.format(f"= ANY({listed})"), (list(values),))


def _all_of(parts: Sequence[Condition]) -> Condition:
    values = tuple(value for part in parts for value in part.values)
    return Condition(" AND ".join(part.sql for part in parts), values)


def _filters(wanted: Filter, hidden: str = "{}") -> Iterator[Condition]:
    """`hidden` is how a category's identifier is written where no index may be taken for it."""
    category, found = hidden.format("e.category_id"), hidden.format("id")
    yield one_of("e.person_id {}", wanted.person_ids)
    if wanted.only_category_id is not None:
        yield Condition(f"{category} = ?", (str(wanted.only_category_id),))
    if wanted.project_ids:
        within = f"SELECT {found} FROM category WHERE project_id {{}}"
        yield one_of(f"{category} IN ({within})", wanted.project_ids)
    if wanted.category_ids:
        below = BELOW.replace("SELECT id FROM below", f"SELECT {found} FROM below")
        yield one_of(f"{category} IN ({below})", wanted.category_ids)
    if wanted.tags:
        yield one_of(_tagged(wanted), wanted.tags, "text")
    if wanted.text:
        search = "instr" if is_sqlite() else "strpos"
        yield Condition(f"{search}(e.note_folded, ?) > 0", (fold(wanted.text),))
    if wanted.running is not None:
        yield Condition(f"e.stopped_at IS {'' if wanted.running else 'NOT '}NULL")


def _tagged(wanted: Filter) -> str:
    tagged = "FROM entry_tag x WHERE x.entry_id = e.id"
    named = "x.tag_id IN (SELECT id FROM tag WHERE name {})"
    if wanted.start is None:
        return f"EXISTS (SELECT 1 {tagged} AND {named})"
    # Of a range few entries are looked at. EXISTS would be made a join, with all entries of the
    # tag, whoever's and whenever they are.
    return f"(SELECT count(*) {tagged} AND {named}) > 0"
