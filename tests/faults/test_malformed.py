"""Bytes that are no proper request: each gets an answer that its client can read."""

import http.client
import io
import json
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest

from clockwork.web.headers import HEADERS
from tests.conftest import eventually
from tests.wire import connect, exchange

HOST = b"Host: localhost\r\n"
POST = b"POST /api/projects HTTP/1.1\r\n" + HOST
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
MALFORMED = {
    "no first line": b"GARBAGE\r\n\r\n",
    "no address": b"GET http://[ HTTP/1.1\r\n" + HOST + b"\r\n",
    "a byte outside of ASCII": b"GET /\xff HTTP/1.1\r\n" + HOST + b"\r\n",
    "a small method": b"get / HTTP/1.1\r\n" + HOST + b"\r\n",
    "no length": POST + b"Content-Length: x\r\n\r\n",
    "two lengths": POST + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\nx",
    "a length without end": POST + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    "a chunk without size": CHUNKED + b"zz\r\n\r\n",
    "a chunk without end": CHUNKED + b"1\r\nxyz\r\n0\r\n\r\n",
    "a chunk's line without end": CHUNKED + b"1" * 9000,
    "a trailer without end": CHUNKED + b"0\r\n" + b"a: b\r\n" * 5000,
    "a line feed alone": b"GET / HTTP/1.1\r\n" + HOST + b"a: b\nc: d\r\n\r\n",
    "many fields": b"GET / HTTP/1.1\r\n" + HOST + b"a: b\r\n" * 1000 + b"\r\n",
}
HUGE = 20_000_000


@pytest.fixture
def server(start_server, tmp_path):
    return start_server(f"sqlite:///{tmp_path}/clockwork.db", LOG_FORMAT="json")


def test_what_is_no_http_is_answered_in_the_contracts_shape_and_logged_in_a_line(server):
    before = len(server.log)
    for about, sent in MALFORMED.items():
        [answer] = exchange(server, sent)
        assert (answer.status, answer.body["code"]) == (400, "invalid_request"), about
        assert answer.body["message"]
        assert answer.body["requestId"] == answer.headers["x-request-id"]
        assert answer.headers.items() >= {(k.lower(), v) for k, v in HEADERS.items()}

    eventually(lambda: len(server.log) >= before + len(MALFORMED))
    lines = [json.loads(line) for line in server.log[before:]]
    assert [line["status"] for line in lines] == [400] * len(MALFORMED)
    assert max(map(len, server.log[before:])) < 300


def test_a_refusal_keeps_the_requests_identifier(server):
    [answer] = exchange(server, POST + b"X-Request-ID: mine-1\r\nContent-Length: x\r\n\r\n")

    assert answer.body["requestId"] == answer.headers["x-request-id"] == "mine-1"


def test_behind_https_a_refusal_says_so_as_every_answer_does(start_server, tmp_path):
    url = f"sqlite:///{tmp_path}/clockwork.db"
    server = start_server(url, PUBLIC_URL="https://time.example")

    [answer] = exchange(server, b"GARBAGE\r\n\r\n")

    assert "strict-transport-security" in answer.headers


def test_headers_and_codings_that_nobody_needs_are_refused(server):
    [long] = exchange(server, b"GET /" + b"x" * 200_000)
    [coded] = exchange(server, POST + b"Transfer-Encoding: gzip\r\n\r\n")

    assert (long.status, long.body["code"]) == (431, "too_large")
    assert (coded.status, coded.body["code"]) == (501, "invalid_request")


@pytest.mark.parametrize("auth_mode", ["none", "password"])
def test_a_host_that_is_none_is_refused_in_every_mode(start_server, tmp_path, auth_mode):
    server = start_server(f"sqlite:///{tmp_path}/clockwork.db", AUTH_MODE=auth_mode)
    hosts = ["127.0.0.1:9001, evil.example", "localhost:evil", "evil@localhost", "a b", "[::",
             "localhost\r\nHost: localhost", ""]  # fmt: skip
    for host in hosts:
        sent = f"GET /api/session HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        [answer] = exchange(server, sent.encode())
        assert (answer.status, answer.body["code"]) == (400, "invalid_request"), host
    missing = exchange(server, b"GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n")
    old = exchange(server, b"GET /livez HTTP/1.0\r\n\r\n")

    assert [answer.status for answer in missing + old] == [400, 200]


@pytest.mark.parametrize("size", [3_000_000, HUGE])
def test_a_body_far_over_the_limit_is_answered_to_whoever_sends_all_of_it_first(server, size):
    request = urllib.request.Request(f"{server.url}/api/projects", b"x" * size)
    with pytest.raises(urllib.error.HTTPError) as caught, urllib.request.urlopen(request):
        pass
    with caught.value as error:
        assert (error.code, json.load(error)["code"]) == (413, "too_large")

    connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
    connection.request("POST", "/api/projects", io.BytesIO(b"x" * size), encode_chunked=True,
                       headers={"Transfer-Encoding": "chunked"})  # fmt: skip
    response = connection.getresponse()
    assert (response.status, json.load(response)["code"]) == (413, "too_large")
    connection.close()


def test_who_asks_first_whether_to_send_a_body_is_told_at_once(server):
    asked = b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % HUGE

    [answer] = exchange(server, POST + asked)

    assert (answer.status, answer.body["code"]) == (413, "too_large")


def test_bodies_at_the_limit_are_taken_however_they_come(start_server, tmp_path):
    server = start_server(f"sqlite:///{tmp_path}/clockwork.db", MAX_BODY_BYTES="2000")
    body = b'{"name":"x"}'.ljust(2000)
    end = b"0\r\n\r\n"
    each = b"".join(b"1\r\n%c\r\n" % byte for byte in body)
    plain = POST + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    slices = CHUNKED.replace(HOST, HOST + b"Connection: close\r\n") + each

    assert [answer.status for answer in exchange(server, plain)] == [201]
    assert [answer.status for answer in exchange(server, slices + end)] == [201]
    assert [answer.status for answer in exchange(server, slices + b"1\r\nx\r\n" + end)] == [413]


def test_requests_that_come_in_one_piece_are_answered_in_turn(server):
    get = b"GET /livez HTTP/1.1\r\n" + HOST
    answers = exchange(server, (get + b"\r\n") * 600 + get + b"Connection: close\r\n\r\n")

    assert [answer.status for answer in answers] == [200] * 601


def test_what_comes_after_a_broken_request_is_not_looked_at(server):
    made = POST + b'Content-Length: 12\r\n\r\n{"name":"x"}'

    [answer] = exchange(server, b"GARBAGE\r\n\r\n" + made)

    assert answer.status == 400
    assert server.call("GET", "/api/projects") == (200, [])


def test_a_client_that_expects_to_be_let_go_on_is(server):
    body = b'{"name":"x"}'
    head = b"Expect: 100-continue\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body)
    with connect(server) as client, client.makefile("rb") as stream:
        client.sendall(POST + head)
        assert stream.readline().startswith(b"HTTP/1.1 100")
        assert stream.readline() == b"\r\n"
        client.sendall(body)
        assert stream.readline().startswith(b"HTTP/1.1 201")
