"""The measure of what is possible: Waitress and a bare WSGI handler on the bare driver.

It runs the statements that Clockwork runs for a request, on connections kept open, fetches all
rows and answers with as many bytes. It checks, decodes and encodes nothing.
"""

import json
import sqlite3
import sys
import threading
import time
from typing import Any
from uuid import uuid4

import psycopg2
import psycopg2.extensions
from waitress import serve

LOCAL = threading.local()
WRITERS = threading.Lock()
SWITCH_SECONDS = 0.0005


def main(url: str, port: int, recording: str) -> None:
    """Serve what was recorded: for each path its statements with values, and its bytes."""
    with open(recording, encoding="utf-8") as file:  # noqa: PTH123
        recorded = json.load(file)
    sys.setswitchinterval(SWITCH_SECONDS)
    serve(Handler(url, recorded), host="127.0.0.1", port=port, threads=4, _quiet=True)


class Handler:
    """A WSGI application of nothing but SQL."""

    def __init__(self, url: str, recorded: dict[str, Any]) -> None:
        self._url, self._recorded = url, recorded

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        """Run the statements and answer."""
        path = environ["PATH_INFO"]
        query = environ["QUERY_STRING"]
        found = self._recorded[f"{path}?{query}" if query else path]
        environ["wsgi.input"].read()
        statements = found["statements"]
        if self._url.startswith("sqlite") and statements[0][0].startswith("BEGIN"):
            with WRITERS:
                self._run(statements, found)
        else:
            self._run(statements, found)
        body = b"x" * found["bytes"]
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
        start_response("200 OK", headers)
        return [body]

    def _run(self, statements: list[Any], found: dict[str, Any]) -> None:
        connection = self._connection()
        swap = {found["new"]: str(uuid4())} if "new" in found else {}
        for sql, values in statements:
            if found.get("running") in values and found["running"] not in swap:
                continue
            cursor, now = connection.cursor(), time.time_ns() // 1000
            given = [now if isinstance(v, int) and v > 10**15 and "new" in found
                     else swap.get(v, v) for v in values]  # fmt: skip
            cursor.execute(sql, given)
            if cursor.description is not None:
                rows = cursor.fetchall()
                if "new" in found and sql.endswith("e.stopped_at IS NULL"):
                    swap |= {found["running"]: rows[0][0]} if rows else {}

    def _connection(self) -> Any:
        if not hasattr(LOCAL, "connection"):
            LOCAL.connection = self._connect()
        return LOCAL.connection

    def _connect(self) -> Any:
        if not self._url.startswith("sqlite"):
            connection = psycopg2.connect(self._url)
            connection.autocommit = True
            return connection
        connection = sqlite3.connect(self._url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=1",
                       "busy_timeout=30000"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        return connection


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
