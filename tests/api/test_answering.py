"""How answers go over the wire: in as few pieces and connections as there can be."""

import json

import pytest

from tests.wire import connect


def ask(opened, method, path, body=b"", **headers):
    """The first piece of the answer."""
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items()]
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{''.join(lines)}"
    opened.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    return opened.recv(1 << 20)


@pytest.fixture
def server(start_server, database_url):
    return start_server(database_url)


def test_head_and_body_come_in_one_piece(server):
    with connect(server) as opened:
        for _ in range(20):
            head, _, body = ask(opened, "GET", "/livez").partition(b"\r\n\r\n")
            assert body == b'{"ok":true}'
            assert f"Content-Length: {len(body)}".encode() in head


def test_an_answer_without_a_body_leaves_the_connection_open(server):
    with connect(server) as opened:
        made = ask(opened, "POST", "/api/projects", b'{"name":"a"}')
        project = json.loads(made.partition(b"\r\n\r\n")[2])
        deleted = ask(opened, "DELETE", f"/api/projects/{project['id']}")
        assert deleted.startswith(b"HTTP/1.1 204 ")
        assert b"Connection: close" not in deleted
        assert ask(opened, "GET", "/livez").startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("path", ["/livez", "/api/projects", "/api/time/entries", "/api/nowhere"])
def test_head_is_get_without_the_body(server, path):
    with connect(server) as opened:
        got, head = (ask(opened, method, path) for method in ("GET", "HEAD"))
        assert head.endswith(b"\r\n\r\n")
        assert ask(opened, "GET", "/livez").startswith(b"HTTP/1.1 200 ")
    lengths = {line for line in got.split(b"\r\n") if line.startswith(b"Content-Length")}
    assert lengths
    assert lengths <= set(head.split(b"\r\n"))


def test_who_asks_for_the_end_gets_it(server):
    with connect(server) as opened:
        answer = ask(opened, "GET", "/livez", Connection="close")
        assert b"Connection: close" in answer
        while piece := opened.recv(100):
            answer += piece
    assert answer.endswith(b'{"ok":true}')


def test_the_headers_of_every_answer_are_there_once(server):
    with connect(server) as opened:
        for path in ("/livez", "/api/projects", "/api/nowhere", "/"):
            head, _, _ = ask(opened, "GET", path).partition(b"\r\n\r\n")
            names = [line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:]]
            assert len(names) == len(set(names))
            assert {b"x-request-id", b"traceparent", b"content-security-policy", b"date"} <= {
                *names
            }
