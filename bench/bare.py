"""The measure of what is possible: Waitress and a bare WSGI handler on the bare driver.

It runs the leanest queries on connections kept open, planned once, fetches all rows and answers
with as many bytes as Clockwork. It checks, decodes and encodes nothing.
"""

import json
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, Protocol
from uuid import uuid4

import psycopg2
from waitress import serve

from bench import queries

HELLO = "/hello"
GREETING = b"hello, world"
LOCAL = threading.local()
WRITERS = threading.Lock()
SWITCH_SECONDS = 0.0005

Rows = Sequence[tuple[Any, ...]]


class Database(Protocol):
    """One connection: a query, a start and a stop."""

    def read(self, name: str, *values: Any) -> Rows: ...

    def start(self, person: str, category: str) -> None: ...

    def stop(self, person: str) -> None: ...


class Postgres:
    """On PostgreSQL what need not be waited for goes along with what comes next."""

    def __init__(self, url: str) -> None:
        connection = psycopg2.connect(url)
        connection.autocommit = True
        self._cursor = connection.cursor()
        self._cursor.execute("SET plan_cache_mode = force_generic_plan")
        self._cursor.execute("SET max_parallel_workers_per_gather = 0")
        self._calls = {}
        for number, (name, sql) in enumerate(queries.for_postgres().items()):
            count = max((at for at in range(1, 10) if f"${at}" in sql), default=0)
            marks = f"({', '.join(['%s'] * count)})" if count else ""
            self._calls[name] = f"EXECUTE q{number} {marks}"
            self._cursor.execute(f"PREPARE q{number} AS {sql}")

    def read(self, name: str, *values: Any) -> Rows:
        """All rows of a query."""
        self._cursor.execute(self._calls[name], values)
        return self._cursor.fetchall()

    def start(self, person: str, category: str) -> None:
        """Two round trips: lock and look, then change and commit."""
        self._run("BEGIN", "lock", "hold", "state", values=(person, category, person, category))
        changes = _start(person, category, self._cursor.fetchall())
        values = [value for _, several in changes for value in several]
        self._run(*(name for name, _ in changes), "COMMIT", values=values)

    def stop(self, person: str) -> None:
        """Two round trips, too."""
        self._run("BEGIN", "lock", "running", values=(person, person))
        self._run("stop", "COMMIT", values=_stop(self._cursor.fetchall()))

    def _run(self, *names: str, values: Sequence[Any]) -> None:
        """Several statements in one message; the rows of the last can be fetched."""
        self._cursor.execute("; ".join(self._calls.get(name, name) for name in names), values)


class SQLite:
    """On SQLite the driver itself keeps what it has prepared."""

    def __init__(self, url: str) -> None:
        self._connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=1",
                       "busy_timeout=30000"):  # fmt: skip
            self._connection.execute(f"PRAGMA {pragma}")
        self._statements = queries.for_sqlite()

    def read(self, name: str, *values: Any) -> Rows:
        """All rows of a query."""
        return self._connection.execute(self._statements[name], values).fetchall()

    def start(self, person: str, category: str) -> None:
        """One transaction."""
        with WRITERS:
            self._connection.execute("BEGIN IMMEDIATE")
            for name, values in _start(person, category, self.read("state", person, category)):
                self._connection.execute(self._statements[name], values)
            self._connection.execute("COMMIT")

    def stop(self, person: str) -> None:
        """One transaction."""
        with WRITERS:
            self._connection.execute("BEGIN IMMEDIATE")
            values = _stop(self.read("running", person))
            self._connection.execute(self._statements["stop"], values)
            self._connection.execute("COMMIT")


def _start(person: str, category: str, state: Rows) -> list[tuple[str, Sequence[Any]]]:
    """The statements that start an entry, given what is known under the lock."""
    ((_, project_archived, archived, running, since, latest),) = state
    if project_archived is not None or archived is not None:
        raise RuntimeError("archived")
    now = time.time_ns() // 1000
    at = max(now, since or 0, latest or 0)
    stop = [("stop", (at, now, running))] if running else []
    return [*stop, ("add", (str(uuid4()), person, category, at, now))]


def _stop(running: Rows) -> Sequence[Any]:
    (entry,) = running
    now = time.time_ns() // 1000
    return max(now, entry[4]), now, entry[0]


class Handler:
    """A WSGI application of nothing but SQL. `script` is what each address runs and answers."""

    def __init__(self, url: str, script: dict[str, Any]) -> None:
        self._url, self._script = url, script

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        """Run the statements and answer."""
        path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
        body = GREETING if path == HELLO else self._answer(f"{path}?{query}" if query else path)
        environ["wsgi.input"].read()
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
        start_response("200 OK", headers)
        return [body]

    def _answer(self, address: str) -> bytes:
        found = self._script[address]
        if not hasattr(LOCAL, "database"):
            LOCAL.database = (SQLite if self._url.startswith("sqlite") else Postgres)(self._url)
        database: Database = LOCAL.database
        changes: dict[str, Callable[..., None]] = {"start": database.start, "stop": database.stop}
        for name, values in found["runs"]:
            if name in changes:
                changes[name](*values)
            else:
                database.read(name, *values)
        return b"x" * int(found["bytes"])


def main(url: str, port: int, script: str) -> None:
    """Serve what a file says: for each address its queries with values, and its bytes."""
    with open(script, encoding="utf-8") as file:  # noqa: PTH123
        handler = Handler(url, json.load(file))
    sys.setswitchinterval(SWITCH_SECONDS)
    serve(handler, host="127.0.0.1", port=port, threads=4, _quiet=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
