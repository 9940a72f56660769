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


def conditions(wanted: Filter, now: int, before: tuple[int, str] | None) -> Iterator[Condition]:
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


def _filters(wanted: Filter) -> Iterator[Condition]:
    yield one_of("e.person_id {}", wanted.person_ids)
    if wanted.only_category_id is not None:
        yield Condition("e.category_id = ?", (wanted.only_category_id,))
    if wanted.project_ids:
        within = "SELECT id FROM category WHERE project_id {}"
        yield one_of(f"e.category_id IN ({within})", wanted.project_ids)
    if wanted.category_ids:
        yield one_of(f"e.category_id IN ({BELOW})", wanted.category_ids)
    if wanted.tags:
        tagged = "SELECT 1 FROM entry_tag x WHERE x.entry_id = e.id"
        named = "SELECT id FROM tag WHERE name {}"
        yield one_of(f"EXISTS ({tagged} AND x.tag_id IN ({named}))", wanted.tags, "text")
    if wanted.text:
        search = "instr" if is_sqlite() else "strpos"
        yield Condition(f"{search}(e.note_folded, ?) > 0", (fold(wanted.text),))
    if wanted.running is not None:
        yield Condition(f"e.stopped_at IS {'' if wanted.running else 'NOT '}NULL")
