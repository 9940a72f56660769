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

from clockwork.accounts.local import LOCAL_PERSON
from clockwork.clock import DAY, MINUTE
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import sqlite_file
from clockwork.tracking.intervals import to_micros

PEOPLE, PROJECTS, CATEGORIES, TAGS = 20, 10, 10, 20
YEARS = 10
FIRST = to_micros(datetime(2016, 1, 1, tzinfo=UTC))
LAST = to_micros(datetime(2026, 1, 1, tzinfo=UTC))
# The week that is listed holds the same work whatever else there is: what is compared between
# sizes is finding it.
WEEK = to_micros(datetime(2025, 6, 2, tzinfo=UTC))
WEEK_ENTRIES = 40
WORDS = ("fix", "write", "review", "plan", "rounding", "timer", "report", "map", "harbour", "mail")

Rows = Sequence[tuple[Any, ...]]


def fill(settings: Settings, entries: int) -> None:
    """Migrate an empty database and fill it with as many entries."""
    migrator.up(settings)
    chance = random.Random(entries)  # noqa: S311 - made-up work needs no secrets
    write = _to_sqlite if settings.uses_sqlite else _to_postgres
    write(settings, list(_tables(chance)), _entries(chance, entries))


def _id(kind: int, number: int) -> str:
    return str(UUID(int=(kind << 96) + (0x4000 << 64) + (0x8000 << 48) + number))


def category_id(number: int) -> str:
    """One of the hundred categories."""
    return _id(3, number)


def project_id(number: int) -> str:
    """One of the ten projects."""
    return _id(2, number)


def _tables(chance: random.Random) -> Iterator[tuple[str, str, Rows]]:
    people = [LOCAL_PERSON, *(_id(1, n) for n in range(1, PEOPLE))]
    yield "person", "id, name, created_at", [(p, f"P{n}", 0) for n, p in enumerate(people)]
    yield (
        "project",
        "id, name, color, created_at, updated_at",
        [(project_id(n), f"Project {n}", "blue", n, n) for n in range(PROJECTS)],
    )
    yield "category", "id, project_id, parent_id, name, created_at, updated_at", _categories(chance)
    yield "tag", "id, name", [(_id(4, n), f"tag {n}") for n in range(TAGS)]


def _categories(chance: random.Random) -> Rows:
    rows = []
    for number in range(PROJECTS * CATEGORIES):
        within = number % CATEGORIES
        parent = number - chance.randint(1, within) if within > 3 else None
        above = None if parent is None else category_id(parent)
        owner = project_id(number // CATEGORIES)
        rows.append((category_id(number), owner, above, f"C{number}", number, number))
    return rows


def _entries(chance: random.Random, count: int) -> Iterator[tuple[tuple[Any, ...], list[Any]]]:
    """Each entry with the tags on it; no two of a person overlap."""
    number = 0
    for person_number in range(PEOPLE):
        person = LOCAL_PERSON if person_number == 0 else _id(1, person_number)
        for start, stop in _spans(chance, count // PEOPLE):
            number += 1
            entry = _id(5, number)
            category = category_id(chance.randrange(PROJECTS * CATEGORIES))
            note = " ".join(chance.sample(WORDS, 3)) if chance.random() < 0.6 else None
            tags = chance.sample(range(TAGS), chance.choice((0, 0, 1, 2)))
            row = (entry, person, category, start, stop, note, note, start, stop)
            yield row, [(entry, _id(4, tag)) for tag in tags]


def _spans(chance: random.Random, count: int) -> Iterator[tuple[int, int]]:
    for at in range(WEEK_ENTRIES):
        start = WEEK + at // 8 * DAY + (7 * 60 + at % 8 * 60) * MINUTE
        yield start, start + chance.randint(10, 60) * MINUTE
    step = (LAST - FIRST) // (count - WEEK_ENTRIES)
    for at in range(count - WEEK_ENTRIES):
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
