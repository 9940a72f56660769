"""Files to import, which alone may be large: what they may take of memory and time."""

import re
import threading
import time
from pathlib import Path

import pytest

from clockwork.imports.rows import UnreadableError
from clockwork.imports.source import LARGEST
from tests.conftest import eventually
from tests.faults.test_limits import LAST, ending_of, serve
from tests.wire import connect, exchange, parse

__all__ = ["serve"]

HEAD = (
    "POST /api/imports?name=x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    "Content-Length: {}\r\n\r\n"
)
BODY = b"x" * 100_000


@pytest.fixture
def kind() -> str:
    """No data is concerned: the quicker database will do."""
    return "sqlite"


def head(length: int) -> bytes:
    return HEAD.format(length).encode()


def told(received: bytes) -> tuple[int, str]:
    [answer] = parse(received)
    return answer.status, answer.body["code"]


def resident(server) -> float:
    """Megabytes at the peak."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def test_a_file_of_50_mb_arrives_and_none_that_is_larger(server):
    before = resident(server)
    with connect(server) as client:
        client.sendall(head(LARGEST) + b"x" * LARGEST)
        assert told(ending_of(client)) == (400, "unreadable_file")
    assert resident(server) - before < 250

    with connect(server) as client:
        client.sendall(head(LARGEST + 1) + BODY)
        assert told(ending_of(client)) == (413, "too_large")


def test_a_file_in_chunks_is_read_and_limited_too(server):
    begun = head(0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    [answer] = exchange(server, begun + b"1\r\n{\r\n0\r\n\r\n")
    assert (answer.status, answer.body["code"]) == (400, "unreadable_file")


def test_who_began_last_gives_way_where_files_take_too_much(serve):
    server = serve(upload_bytes=150_000)
    with connect(server) as first, connect(server) as second:
        first.sendall(head(len(BODY)) + BODY[:-1])
        eventually(lambda: server.clients.kept_of_uploads.bytes > 90_000)
        second.sendall(head(len(BODY)) + BODY[:-1])
        assert told(ending_of(second)) == (503, "overloaded")

        first.sendall(BODY[-1:])
        assert told(ending_of(first)) == (400, "unreadable_file")
    eventually(lambda: server.clients.kept_of_uploads.bytes == 0)


def test_files_take_nothing_of_the_room_of_other_requests(serve):
    server = serve(request_bytes=50_000)
    with connect(server) as client:
        client.sendall(head(len(BODY)) + BODY[:-1])
        eventually(lambda: server.clients.kept_of_uploads.bytes > 90_000)
        assert server.clients.kept.bytes == 0
        [answer] = exchange(server, LAST)
        assert answer.status == 200


def test_a_file_may_take_longer_than_other_requests(serve):
    server = serve(request_seconds=0.1, upload_seconds=1)
    with connect(server) as client:
        began = time.monotonic()
        client.sendall(head(len(BODY)) + BODY[:-1])
        assert told(ending_of(client)) == (408, "too_slow")
        assert time.monotonic() - began > 1


def test_while_a_file_is_read_others_wait_for_it_and_everything_else_is_answered(
    serve, monkeypatch
):
    go_on, reading = threading.Event(), []

    def recognise(source):
        reading.append(source.name)
        go_on.wait(20)
        raise UnreadableError("It is nothing.")

    monkeypatch.setattr("clockwork.imports.formats.recognise", recognise)
    server = serve()
    with connect(server) as first, connect(server) as second:
        first.sendall(head(2) + b"{}")
        eventually(lambda: reading == ["x"])
        second.sendall(head(2) + b"{}")
        for path in (b"/api/imports", b"/healthz"):
            answer = ending_of_request(server, LAST.replace(b"/livez", path))
            assert answer.startswith(b"HTTP/1.1 200")
        assert reading == ["x"]

        go_on.set()
        for client in (first, second):
            assert told(ending_of(client)) == (400, "unreadable_file")


def ending_of_request(server, sent: bytes) -> bytes:
    with connect(server) as client:
        client.sendall(sent)
        return ending_of(client)
