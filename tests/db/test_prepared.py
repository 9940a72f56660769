"""What is repeated is planned once a connection, wherever the server stands and what happens."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import uuid4

import peewee
import pytest
from psycopg2.extensions import TRANSACTION_STATUS_IDLE

from clockwork.db import prepared
from clockwork.db.database import (
    connected_to,
    current,
    execute_along,
    row,
    rows,
    transaction,
)
from tests.conftest import settings_for
from tests.servers import Clockwork, Pooler, Postgres, run_clockwork
from tests.tracker import Tracker

POSTGRES = pytest.mark.parametrize("kind", ["postgres"], indirect=True)


@pytest.fixture
def pooler(own_postgres: Postgres) -> Iterator[Pooler]:
    started = Pooler(own_postgres)
    yield started
    started.stop()


def names() -> list[str]:
    """What is prepared on this thread's connection."""
    found = current().execute_sql("SELECT name FROM pg_prepared_statements").fetchall()
    return [name for (name,) in found]


@POSTGRES
def test_a_request_that_comes_again_is_not_planned_again(tracker: Tracker) -> None:
    category = tracker.category()
    for _ in range(2):
        tracker.start(category)
        tracker.stop()
    before = names()
    assert before
    tracker.start(category)
    tracker.stop()
    assert names() == before


@POSTGRES
def test_so_many_are_prepared_and_no_more(opened: object) -> None:
    for number in range(prepared.MOST + 50):
        assert row(f"SELECT {number} + ?", 1) == (number + 1,)
    assert len(names()) == prepared.MOST
    assert row("SELECT 0 + ?", 2) == (2,)


@POSTGRES
def test_a_schema_that_changes_meanwhile_is_noticed(tracker: Tracker, database_url: str) -> None:
    project = tracker.project("Garden")
    path = f"/api/projects/{project['id']}"
    tracker.done("PATCH", path, {"name": "Yard"})
    assert tracker.done("GET", path)["name"] == "Yard"

    alter(database_url, "varchar(300)")
    # In a transaction nothing can be tried again, and nothing is done by halves.
    assert tracker.refused("PATCH", path, {"name": "Park"}) == (503, "database_unavailable")
    assert tracker.done("PATCH", path, {"name": "Park"})["name"] == "Park"
    assert tracker.done("GET", path)["name"] == "Park"
    alter(database_url, "text")
    assert tracker.done("GET", path)["name"] == "Park"


def alter(url: str, kind: str) -> None:
    with connected_to(settings_for(url)) as other:
        other.execute_sql(f"ALTER TABLE project ALTER COLUMN name TYPE {kind}")


def test_behind_a_pooler_that_shares_connections_nothing_is_prepared(
    own_postgres: Postgres, pooler: Pooler, start_server: Callable[..., Clockwork], tmp_path
) -> None:
    url = pooler.url(own_postgres.create())
    settings = {"DB_PREPARE": "false"}
    migrations = [
        lambda: run_clockwork("migrate", "up", database_url=url, cwd=tmp_path, **settings)
    ] * 3
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda run: run(), migrations))
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]

    server = start_server(url, **settings)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda n: server.call("POST", "/api/projects", {"name": f"P{n}"}),
                             range(24)))  # fmt: skip
    assert {status for status, _ in made} == {201}
    assert len(server.call("GET", "/api/projects")[1]) == 24


def test_who_forgets_to_say_so_is_told(
    own_postgres: Postgres, pooler: Pooler, start_server: Callable[..., Clockwork], tmp_path
) -> None:
    url = pooler.url(own_postgres.create())
    assert run_clockwork("migrate", "up", database_url=url, cwd=tmp_path).returncode == 0
    server = start_server(url)
    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(lambda _: server.call("GET", "/api/projects")[0], range(100)))

    assert 503 in statuses
    server.stop()
    assert "DB_PREPARE=false" in "".join(server.log)


@POSTGRES
@pytest.mark.parametrize(
    "body", [{}, {"note": "x", "tags": ["a", "b", "c"]}], ids=["plain", "full"]
)
@pytest.mark.parametrize("make_id", [dict, lambda: {"id": str(uuid4())}], ids=["", "identified"])
def test_changes_of_the_timer_take_few_trips(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, body: dict, make_id: Callable[[], dict]
) -> None:
    """Who asks is looked up besides."""
    category = tracker.category()
    tracker.start(category, **body, **make_id())
    tracker.stop()
    sent: list[bytes] = []
    send = prepared.Cursor._send
    monkeypatch.setattr(
        prepared.Cursor, "_send", lambda self, sql: (sent.append(sql), send(self, sql))[1]
    )

    for _ in range(2):
        sent.clear()
        tracker.start(category, **body, **make_id())
        assert len(sent) <= 3 + 1, sent
    entry = tracker.active()
    sent.clear()
    tracker.stop(**({"entryId": entry["id"]} if make_id() else {}))
    assert len(sent) <= 3 + 1, sent


@POSTGRES
def test_so_do_starts_in_the_inbox_once_it_is_there(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = {"id": None}
    tracker.start(inbox)
    tracker.start(inbox)
    sent: list[bytes] = []
    send = prepared.Cursor._send
    monkeypatch.setattr(
        prepared.Cursor, "_send", lambda self, sql: (sent.append(sql), send(self, sql))[1]
    )

    tracker.start(inbox)

    assert len(sent) <= 3 + 1, sent


@POSTGRES
def test_a_transaction_that_does_nothing_asks_nobody(opened: object) -> None:
    with transaction():
        pass
    assert current().connection().get_transaction_status() == TRANSACTION_STATUS_IDLE


@POSTGRES
def test_what_goes_along_fails_where_it_is_sent(opened: object) -> None:
    with pytest.raises(peewee.DataError), transaction():
        execute_along("SELECT 1 / ?", 0)
    with suppress(KeyError), transaction():
        execute_along("SELECT 1 / ?", 0)
        raise KeyError
    assert row("SELECT 1 + ?", 1) == (2,)
    assert current().connection().waiting == []


@POSTGRES
def test_a_savepoint_that_waits_is_undone_too(opened: object) -> None:
    current().execute_sql("CREATE TABLE marks (name TEXT)")
    with transaction():
        execute_along("INSERT INTO marks VALUES (?)", "kept")
        with suppress(KeyError), transaction():
            execute_along("INSERT INTO marks VALUES (?)", "undone")
            raise KeyError
        with transaction():
            execute_along("INSERT INTO marks VALUES (?)", "kept too")
    assert rows("SELECT name FROM marks ORDER BY name") == [("kept",), ("kept too",)]
