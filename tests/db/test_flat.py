"""What is read for a week is what the week holds, beside a million entries and without statistics.

Pages of the database are counted, and steps of SQLite's machine: not time, which others take too.
"""

import re
from collections.abc import Iterator

import pytest

from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.app import create_app
from clockwork.clock import DAY, HOUR, MINUTE, SECOND
from clockwork.db import migrator
from clockwork.db.database import (
    connected,
    connected_to,
    current,
    execute,
    is_sqlite,
    transaction,
)
from clockwork.db.prepared import named
from tests.conftest import DATABASES, FakeClock, settings_for
from tests.tracker import Tracker

ENTRIES = 1_000_000
CATEGORIES, TAGS = 100, 20
END = 1_768_176_000 * SECOND  # 2026-01-12
# Of a week with 336 entries. All that there ever was of one category are 10,000 pages and 100,000
# steps, of all categories a hundred times as much.
MOST_PAGES = 4_000
MOST_STEPS = 25_000

WEEK = "from=2026-01-05T00:00:00Z&to=2026-01-12T00:00:00Z"
REPORT = f"/api/reports/summary?groupBy=day,project&{WEEK}"
FILTERS = {
    "all": "",
    "category": "&categoryId={category}",
    "categories": "&categoryId={category}&categoryId={other}",
    "project": "&projectId={project}",
    "tag": "&tag=tag+7",
    "tags": "&tag=tag+7&tag=tag+8",
    "text": "&q=note+77",
}
ASKED = {
    **{f"list by {name}": f"/api/entries?{WEEK}{of}" for name, of in FILTERS.items()},
    **{f"report by {name}": f"{REPORT}{of}" for name, of in FILTERS.items() if name != "text"},
    "exactly a category": f"/api/time/entries?{WEEK}&categoryId={{category}}",
    "before all": "/api/time/entries?to=1960-01-01T00:00:00Z&categoryId={category}",
    "newest": "/api/entries?limit=10",
    "newest of a category": "/api/time/entries?from=2026-01-08T00:00:00Z&categoryId={category}",
    "active": "/api/time/active",
    "catalog": "/api/catalog",
    "projects": "/api/projects",
    "categories": "/api/projects/{project}/categories",
}  # fmt: skip


def identifier(kind: int, number: object) -> str:
    """SQL for an identifier: on SQLite a text, which PostgreSQL takes for a UUID."""
    padded = "printf('%012d', {})" if is_sqlite() else "lpad(({})::text, 12, '0')"
    return as_uuid(f"('0000000{kind}-0000-4000-8000-' || {padded.format(number)})")


def as_uuid(text: str) -> str:
    return text if is_sqlite() else f"{text}::uuid"


def fill() -> None:
    """Half an hour of work every half hour, up to the end of the week; each tenth has a tag."""
    # What they keep is filled by hand.
    for table in ("entry", "entry_tag"):
        for trigger in triggers(table):
            current().execute_sql(f"DROP TRIGGER {trigger}{'' if is_sqlite() else f' ON {table}'}")
    project, category, tag, entry = (identifier(kind, "i") for kind in (1, 2, 3, 4))
    person, of_entry = as_uuid(f"'{LOCAL_PERSON}'"), identifier(2, f"i % {CATEGORIES}")
    start = f"{END} - CAST({ENTRIES} - i AS BIGINT) * {HOUR // 2}"
    each = ENTRIES // 10 // TAGS
    for count, table, values in (
        (10, "project", f"{project}, 'P' || i, NULL, 'blue', NULL, i, i, FALSE"),
        (CATEGORIES, "category", f"{category}, {identifier(1, 'i % 10')}, {as_uuid('NULL')}, "
         "'C' || i, NULL, NULL, i, i, FALSE"),
        (TAGS, "tag", f"{tag}, 'tag ' || i"),
        (ENTRIES, "entry", f"{entry}, {person}, {of_entry}, {start}, {start} + {30 * MINUTE}, "
         "'note ' || i, 'note ' || i, 0, 0"),
        (ENTRIES // 10, "entry_tag", f"{identifier(4, 'i * 10')}, {identifier(3, f'i % {TAGS}')}"),
        (TAGS, "tag_use", f"{person}, {tag}, {each}"),
    ):  # fmt: skip
        more = f"SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1}"
        numbered = f"WITH RECURSIVE n (i) AS ({more}) SELECT {values} FROM n"
        # psycopg2 takes a single % for the place of a value.
        sql = f"INSERT INTO {table} {numbered}"
        current().execute_sql(sql if is_sqlite() else sql.replace("%", "%%"))
    # And one that is longer than a day.
    execute(f"UPDATE entry SET stopped_at = started_at + {2 * DAY} WHERE id = {identifier(4, 5)}")


def triggers(table: str) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{}'"
    if not is_sqlite():
        sql = "SELECT tgname FROM pg_trigger WHERE tgrelid = '{}'::regclass AND NOT tgisinternal"
    sql = sql.format(table)
    return [name for (name,) in current().execute_sql(sql).fetchall()]


@pytest.fixture(scope="module", params=DATABASES)
def tracker(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tracker]:
    """A tracker whose one person has a million entries; nobody has looked at how they lie."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('flat') / 'million.db'}"
    else:
        url = request.getfixturevalue("postgres").create()
    settings = settings_for(url)
    migrator.up(settings)
    app = create_app(settings, FakeClock("2026-01-12T00:00:00Z"))
    with connected_to(settings), transaction():
        if not is_sqlite():
            current().execute_sql("ALTER TABLE entry SET (autovacuum_enabled = false)")
            current().execute_sql("ALTER TABLE entry_tag SET (autovacuum_enabled = false)")
        ensure_local_person(lambda: 0)
        fill()
    yield Tracker(app.test_client())
    app.database.close_all()


@pytest.mark.parametrize("name", ASKED)
def test_no_more_is_read_than_the_week_holds(tracker: Tracker, name: str) -> None:
    assert_little_is_read(tracker, name)


@pytest.mark.parametrize("name", ASKED)
def test_so_it_is_once_the_database_knows_its_tables(tracker: Tracker, name: str) -> None:
    with connected(tracker.client.application.database):
        if name == next(iter(ASKED)):
            current().execute_sql("ANALYZE")
    assert_little_is_read(tracker, name)


def assert_little_is_read(tracker: Tracker, name: str) -> None:
    app = tracker.client.application
    names = {"project": 1, "category": 2, "other": 2}
    with connected(app.database):
        ids = {key: current().execute_sql(f"SELECT {identifier(kind, at)}").fetchone()[0]
               for (key, kind), at in zip(names.items(), (3, 13, 14), strict=True)}  # fmt: skip
        steps: list[int] = []
        if is_sqlite():
            current().connection().set_progress_handler(lambda: steps.append(1), 1_000)
    seen: list[tuple[str, tuple]] = []
    app.database.query_hooks = [lambda event: seen.append((event.sql, tuple(event.params or ())))]

    answer = tracker.done("GET", ASKED[name].format(**ids))

    assert answer or name in {"active", "before all"}
    app.database.query_hooks = []
    with connected(app.database):
        if is_sqlite():
            current().connection().set_progress_handler(None, 0)
            assert len(steps) * 1_000 < MOST_STEPS
        else:
            assert sum(pages(sql, values) for sql, values in seen) < MOST_PAGES


def pages(sql: str, values: tuple) -> int:
    """How many pages a statement reads that was run on this connection before."""
    marks = f"({', '.join(['%s'] * len(values))})" if values else ""
    explained = f"EXPLAIN (ANALYZE, BUFFERS) EXECUTE {named(sql)[0]} {marks}"
    plan = "\n".join(line for (line,) in current().execute_sql(explained, values).fetchall())
    # The first line with pages is that of all of the plan.
    first = next(line for line in plan.split("\n") if "Buffers:" in line)
    return sum(int(count) for count in re.findall(r"(?:hit|read)=(\d+)", first))
