"""Clients that are slow, deaf, idle or gone: they hurt nobody but themselves."""

import json
import time
from contextlib import ExitStack
from uuid import uuid4

import pytest

from tests.conftest import eventually
from tests.load import Connection
from tests.wire import connect


def longest_answer(server, count: int = 50) -> float:
    """Seconds that the slowest of some ordinary requests takes."""
    connection, slowest = Connection(server.url), 0.0
    for _ in range(count):
        began = time.monotonic()
        assert connection.call("GET", "/api/time/active")[0] == 200
        slowest = max(slowest, time.monotonic() - began)
    connection.close()
    return slowest


@pytest.fixture
def category(server) -> str:
    _, project = server.call("POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    return server.call("POST", path, {"name": "C"})[1]["id"]


def test_bodies_that_come_byte_by_byte_hold_no_thread(server):
    body = b'{"name":"slow"}'
    head = f"POST /api/projects HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    slow = [connect(server) for _ in range(50)]
    for client in slow:
        client.sendall(head.encode())

    for byte in body:
        for client in slow:
            client.sendall(bytes([byte]))
        # In place of the second that such a client lets pass.
        assert longest_answer(server, 5) < 2

    assert {client.recv(65536)[:12] for client in slow} == {b"HTTP/1.1 201"}
    for client in slow:
        client.close()


def test_answers_that_nobody_reads_hold_no_thread_for_long(server):
    for _ in range(100):
        body = {"name": "big", "description": "x" * 10_000}
        assert server.call("POST", "/api/projects", body)[0] == 201
    deaf = [connect(server) for _ in range(8)]
    # Forty answers of a megabyte each are more than Waitress keeps before a thread waits.
    for client in deaf:
        client.sendall(b"GET /api/projects HTTP/1.1\r\nHost: localhost\r\n\r\n" * 40)

    eventually(lambda: server.call("GET", "/healthz")[0] == 200, 20)
    assert longest_answer(server) < 5
    for client in deaf:
        client.close()


def test_a_thousand_idle_connections_leave_room_for_more(server):
    with ExitStack() as stack:
        idle = [stack.enter_context(connect(server, f"127.0.0.{2 + n // 100}"))
                for n in range(1000)]  # fmt: skip

        assert longest_answer(server) < 5

        # They are still served themselves.
        idle[0].sendall(b"GET /api/time/active HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert idle[0].recv(65536).startswith(b"HTTP/1.1 200")


def test_a_request_sent_again_after_a_lost_answer_happens_once(server, category):
    connection = Connection(server.url)
    lost = {}
    for _ in range(20):
        key, body = uuid4().hex, json.dumps({"categoryId": category})
        with connect(server) as client:
            client.sendall(
                f"POST /api/time/start HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: {key}\r\n"
                f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
            )
        # Gone without reading; whether the first is done, under way or to come, is open.
        status, entry = connection.call(
            "POST", "/api/time/start", json.loads(body), Idempotency_Key=key
        )
        assert status == 201
        lost[entry["id"]] = entry["startedAt"]

    def found() -> dict:
        path = f"/api/time/entries?categoryId={category}"
        return {one["id"]: one["startedAt"] for one in connection.call("GET", path)[1]}

    assert found() == lost
    connection.close()
