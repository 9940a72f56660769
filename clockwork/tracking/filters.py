"""Which entries are meant, and the SQL that finds them. No rules."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clockwork.clock import DAY
from clockwork.db.database import is_sqlite, marks
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
            f"e.category_id IN ({BELOW.format(f'IN ({marks(wanted.category_ids)})')})",
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
