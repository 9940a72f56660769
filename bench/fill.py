"""Fill a database by bulk insert: made-up work of twenty people over ten years, seeded."""

import csv
import io
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg2

from clockwork.accounts.keys import hash_key
from clockwork.accounts.local import LOCAL_PERSON
from clockwork.accounts.tokens import PREFIX
from clockwork.clock import DAY, MINUTE
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import sqlite_file
from clockwork.tracking.intervals import to_micros

PEOPLE, PROJECTS, CATEGORIES, TAGS = 20, 10, 100, 20
# One project is large; the others share the rest of the categories.
LARGE = 20
FIRST = to_micros(datetime(2016, 1, 1, tzinfo=UTC))
LAST = to_micros(datetime(2026, 1, 1, tzinfo=UTC))
# The week that is listed and the newest four weeks hold the same work whatever else there is:
# what is compared between sizes is finding it.
WEEK = to_micros(datetime(2025, 6, 2, tzinfo=UTC))
WEEK_ENTRIES = 40
# Of the person who is measured alone: as much as the page shows at most.
DENSE_DAYS, DENSE_ENTRIES = 28, 1_000
TOKEN = f"{PREFIX}bench"  # of the person who is measured
WORDS = ("fix", "write", "review", "plan", "rounding", "timer", "report", "map", "harbour", "mail")

Rows = Sequence[tuple[Any, ...]]


def fill(settings: Settings, entries: int) -> None:
    """Migrate an empty database and fill it with as many entries."""
    migrator.up(settings)
    write = _to_sqlite if settings.uses_sqlite else _to_postgres
    write(settings, list(_tables()), _entries(entries))


def _id(kind: int, number: int) -> str:
    return str(UUID(int=(kind << 96) + (0x4000 << 64) + (0x8000 << 48) + number))


def category_id(number: int) -> str:
    """One of the hundred categories."""
    return _id(3, number)


def person_id(number: int) -> str:
    """One of the twenty people, but the first."""
    return _id(1, number)


def project_id(number: int) -> str:
    """One of the ten projects."""
    return _id(2, number)


def tag(number: int) -> str:
    """One of the twenty tags."""
    return f"tag {number}"


def _tables() -> Iterator[tuple[str, str, Rows]]:
    people = [LOCAL_PERSON, *(_id(1, n) for n in range(1, PEOPLE))]
    yield "person", "id, name, created_at", [(p, f"P{n}", 0) for n, p in enumerate(people)]
    yield (
        "project",
        "id, name, color, created_at, updated_at",
        [(project_id(n), f"Project {n}", "blue", n, n) for n in range(PROJECTS)],
    )
    yield "category", "id, project_id, parent_id, name, created_at, updated_at", _categories()
    yield "tag", "id, name", [(_id(4, n), tag(n)) for n in range(TAGS)]
    token = (_id(6, 0), LOCAL_PERSON, "bench", "track", hash_key(TOKEN), 0)
    yield "token", "id, person_id, name, scope, token_hash, created_at", [token]


def _categories() -> Rows:
    chance = _chance(0)
    rows, places = [], [0] * PROJECTS
    for number in range(CATEGORIES):
        project = _project_of(number)
        within = places[project]
        places[project] += 1
        parent = number - chance.randint(1, within) if within > 3 else None
        above = None if parent is None else category_id(parent)
        rows.append((category_id(number), project_id(project), above, f"C{number}", number, number))
    return rows


def _project_of(category: int) -> int:
    if category < LARGE:
        return 0
    return 1 + (category - LARGE) * (PROJECTS - 1) // (CATEGORIES - LARGE)


Work = tuple[tuple[Any, ...], list[tuple[str, str]]]


def _entries(count: int) -> Iterator[Work]:
    """Each entry with the tags on it; no two of a person overlap."""
    yield from _same()
    fixed = PEOPLE * WEEK_ENTRIES + DENSE_ENTRIES
    chance, number = _chance(count), fixed
    for person in range(PEOPLE):
        for span in _spans(chance, (count - fixed) // PEOPLE):
            number += 1
            yield _work(chance, number, person, span, chance.randrange(CATEGORIES))


def _same() -> Iterator[Work]:
    """What there is at every size, with the same identifiers."""
    chance, number = _chance(1), 0
    for person in range(PEOPLE):
        for at in range(WEEK_ENTRIES):
            number += 1
            # Ten categories, four entries each: five of the large project, five of others.
            category = at % 10 if at % 10 < 5 else at % 10 * 10
            yield _work(chance, number, person, _of_week(chance, at), category)
    step = DENSE_DAYS * DAY // DENSE_ENTRIES
    for at in range(DENSE_ENTRIES):
        start = LAST + at * step
        span = start, start + chance.randint(10, 40) * MINUTE
        yield _work(chance, number + 1 + at, 0, span, chance.randrange(CATEGORIES))


def _work(
    chance: random.Random, number: int, person: int, span: tuple[int, int], category: int
) -> Work:
    entry = _id(5, number)
    note = " ".join(chance.sample(WORDS, 3)) if chance.random() < 0.6 else None
    tags = chance.sample(range(TAGS), chance.choice((0, 0, 1, 2)))
    owner = LOCAL_PERSON if person == 0 else _id(1, person)
    row = (entry, owner, category_id(category), *span, note, note, *span)
    return row, [(entry, _id(4, tag)) for tag in tags]


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - made-up work needs no secrets


def _of_week(chance: random.Random, at: int) -> tuple[int, int]:
    start = WEEK + at // 8 * DAY + (7 * 60 + at % 8 * 60) * MINUTE
    return start, start + chance.randint(10, 60) * MINUTE


def _spans(chance: random.Random, count: int) -> Iterator[tuple[int, int]]:
    step = (LAST - FIRST) // count
    for at in range(count):
        start = FIRST + at * step
        stop = start + chance.randrange(step // 2, step)
        if stop <= WEEK or start >= WEEK + 7 * DAY:
            yield start, min(stop, start + 8 * 60 * MINUTE)


ENTRY = (
    "id, person_id, category_id, started_at, stopped_at, note, note_folded, created_at, updated_at"
)


def _to_sqlite(settings: Settings, tables: Sequence[tuple[str, str, Rows]], entries: Any) -> None:
    with closing(sqlite3.connect(sqlite_file(settings))) as connection, connection:
        for table, columns, rows in tables:
            marks = ", ".join("?" * len(columns.split(",")))
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        tags: list[Any] = []
        connection.executemany(
            f"INSERT INTO entry ({ENTRY}) VALUES (?,?,?,?,?,?,?,?,?)", _rows(entries, tags)
        )
        connection.executemany("INSERT INTO entry_tag VALUES (?, ?)", tags)
        connection.commit()
        connection.execute("ANALYZE")


def _to_postgres(settings: Settings, tables: Sequence[tuple[str, str, Rows]], entries: Any) -> None:
    with closing(psycopg2.connect(settings.database_url)) as connection:
        cursor = connection.cursor()
        # What refers to what was made above, so PostgreSQL need not look.
        cursor.execute("SET session_replication_role = replica")
        for table, columns, rows in tables:
            _copy(cursor, table, columns, rows)
        tags: list[Any] = []
        _copy(cursor, "entry", ENTRY, list(_rows(entries, tags)))
        _copy(cursor, "entry_tag", "entry_id, tag_id", tags)
        connection.commit()
        connection.autocommit = True
        cursor.execute("VACUUM ANALYZE")


def _rows(entries: Any, tags: list[Any]) -> Iterator[tuple[Any, ...]]:
    """The entries; what they are tagged with is gathered on the way."""
    for row, tagged in entries:
        tags += tagged
        yield row


def _copy(cursor: Any, table: str, columns: str, rows: Rows) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    text.seek(0)
    cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN WITH (FORMAT csv)", text)
