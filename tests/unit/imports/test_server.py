"""Everything of another server, from a real one and from some that are broken."""

import json
import shutil
import socket
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from clockwork.accounts import administration, tokens
from clockwork.clock import system_clock
from clockwork.db.database import connected_to
from clockwork.imports import formats, server
from clockwork.imports.rows import NOTHING_SAID, Place, Tracked, Unread, UnreadableError
from clockwork.tracking.actor import Actor
from tests.conftest import settings_for
from tests.servers import free_port
from tests.tracker import at
from tests.unit.imports.reading import kinds

ID = "00000000-0000-0000-0000-0000000000{:02}"
PROJECT = {"id": ID.format(1), "name": "Garden", "createdAt": "2024-01-01T00:00:00Z",
           "updatedAt": "2024-01-01T00:00:00.123456789Z"}  # fmt: skip
CATEGORY = {**PROJECT, "id": ID.format(2), "projectId": PROJECT["id"], "name": "Beds",
            "parentCategoryId": None, "description": "All of them"}  # fmt: skip
ENTRY = {"id": ID.format(3), "categoryId": CATEGORY["id"], "startedAt": "2024-01-01T08:00:00Z",
         "stoppedAt": "2024-01-01T10:00:00+01:00", "durationSeconds": 3600,
         "createdAt": "2024-01-01T08:00:00Z", "updatedAt": "2024-01-01T09:00:00Z"}  # fmt: skip
GOOD = {
    "/api/projects": [PROJECT],
    f"/api/projects/{PROJECT['id']}/categories": [CATEGORY],
    f"/api/time/entries?categoryId={CATEGORY['id']}": [ENTRY],
}


def rows_of(address: str, token: str | None = None) -> list:
    source = server.fetch(address, token)
    found = formats.recognise(source)
    assert found.name == "server"
    return list(found.read(source, NOTHING_SAID))


@pytest.fixture
def url(migrated, tmp_path) -> str:
    file = tmp_path / "old.db"
    shutil.copy(migrated("sqlite").removeprefix("sqlite:///"), file)
    return f"sqlite:///{file}"


def done(old, method: str, path: str, body: object = None) -> dict:
    status, answer = old.call(method, path, body)
    assert status < 300, answer
    return answer


def test_everything_of_a_real_server_comes_along(start_server, url):
    old = start_server(url)
    garden = done(old, "POST", "/api/projects", {"name": "Garden", "description": "Green",
                                                 "color": "green"})  # fmt: skip
    below = f"/api/projects/{garden['id']}/categories"
    beds = done(old, "POST", below, {"name": "Beds"})
    roses = done(old, "POST", below, {"name": "Roses", "parentCategoryId": beds["id"]})
    times = {"startedAt": "2026-01-01T08:00:00Z", "stoppedAt": "2026-01-01T09:00:00.5Z"}
    entry = done(old, "POST", "/api/entries", {"categoryId": roses["id"], **times, "note": "Cut",
                                               "tags": ["x"]})  # fmt: skip
    running = done(old, "POST", "/api/time/start", {"categoryId": beds["id"]})
    inbox = done(old, "POST", "/api/entries", {
        "categoryId": None, "startedAt": times["stoppedAt"], "stoppedAt": times["stoppedAt"],
    })  # fmt: skip

    rows = rows_of(old.url + "/")

    places = [row for row in rows if isinstance(row, Place)]
    assert [(place.path, place.id) for place in places] == [
        (("Garden",), garden["id"]),
        (("Garden", "Beds"), beds["id"]),
        (("Garden", "Beds", "Roses"), roses["id"]),
    ]
    assert (places[0].color, places[0].description) == ("green", "Green")
    found = {row.source_id: row for row in rows if isinstance(row, Tracked)}
    assert set(found) == {entry["id"], running["id"], inbox["id"]}
    assert sorted(row.row for row in found.values()) == [1, 2, 3]
    cut = found[entry["id"]]
    assert (cut.start, cut.stop) == (at(times["startedAt"]), at(times["stoppedAt"]))
    assert (cut.path, cut.note, cut.tags) == (("Garden", "Beds", "Roses"), "Cut", ("x",))
    assert cut.created_at is not None
    assert found[running["id"]].stop is None
    assert found[inbox["id"]].path == ()


def test_a_server_that_wants_a_token_tells_only_its_person(start_server, url):
    with connected_to(settings_for(url)):
        person = administration.add(None, system_clock(), "Ada", "ada@example.org", "member", None)
        _, key = tokens.create(Actor(person.id), "import", "read", None)
    old = start_server(url, AUTH_MODE="password", PUBLIC_URL="http://127.0.0.1")

    with pytest.raises(UnreadableError, match="give --token"):
        server.fetch(old.url)
    with pytest.raises(UnreadableError, match="give --token"):
        server.fetch(old.url, key[:-1] + "x")
    assert rows_of(old.url, key) == []


class Fake:
    """A server that answers what it is told to."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = dict(GOOD)
        self.status, self.headers, self.asked = 200, {}, []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                fake.asked.append((self.path, self.headers["Authorization"]))
                body = fake.answers.get(self.path, [])
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(fake.status)
                for name, value in fake.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()


@pytest.fixture
def fake():
    made = Fake()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_server_of_the_frozen_part_alone_is_enough(fake):
    rows = rows_of(fake.url, "secret")

    micros = 1_704_067_200_123_456
    assert rows[0] == Place(("Garden",), ID.format(1), None, None, None, micros - 123_456, micros)
    assert (rows[1].path, rows[1].description) == (("Garden", "Beds"), "All of them")
    assert rows[2] == Tracked(
        1, at(ENTRY["startedAt"]), at(ENTRY["stoppedAt"]), path=("Garden", "Beds"),
        source_id=ID.format(3), created_at=1_704_096_000_000_000, updated_at=1_704_099_600_000_000,
    )  # fmt: skip
    assert fake.asked == [(path, "Bearer secret") for path in GOOD]


def test_an_entry_that_is_not_right_is_told(fake):
    path = f"/api/time/entries?categoryId={CATEGORY['id']}"
    bad = [7, {**ENTRY, "categoryId": ID.format(9)}, {**ENTRY, "startedAt": None}, ENTRY]
    fake.answers[path] = bad

    assert kinds(rows_of(fake.url)) == [(1, Unread), (2, Unread), (3, Unread), (4, Tracked)]


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/api/projects", b"<!doctype html><title>Welcome</title>"),
        ("/api/projects", b""),
        ("/api/projects", {"projects": []}),
        ("/api/projects", [{"id": "../../admin"}]),
        ("/api/projects", [{"name": "x"}]),
        ("/api/projects", b"[" * 1_000_000),
        (f"/api/projects/{PROJECT['id']}/categories", [{"id": "&categoryId=x"}]),
        (f"/api/time/entries?categoryId={CATEGORY['id']}", {"code": "x"}),
    ],
)
def test_what_is_no_clockwork_is_refused(fake, path, answer):
    fake.answers[path] = answer

    with pytest.raises(UnreadableError, match=f"What answers at {fake.url} is not a Clockwork"):
        server.fetch(fake.url)


@pytest.mark.parametrize(
    ("status", "reason"),
    [(401, "--token"), (403, "does not let you"), (404, "no Clockwork at"), (429, "too much"),
     (500, "an error, 500"), (418, "an error, 418")],
)  # fmt: skip
def test_refusals_are_told(fake, status, reason):
    fake.status = status

    with pytest.raises(UnreadableError, match=reason):
        server.fetch(fake.url)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirects_are_told_and_not_followed(fake, status):
    elsewhere = Fake()
    fake.status, fake.headers = status, {"Location": elsewhere.url}

    with pytest.raises(UnreadableError, match=f"address that it sends to: {elsewhere.url}"):
        server.fetch(fake.url, "secret")

    assert elsewhere.asked == []
    elsewhere.server.shutdown()
    elsewhere.server.server_close()


def test_nobody_there_is_told():
    with pytest.raises(UnreadableError, match="can't be reached: connection refused"):
        server.fetch(f"http://127.0.0.1:{free_port()}")


def test_silence_and_other_protocols_are_told(monkeypatch, fake):
    monkeypatch.setattr(server, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(UnreadableError, match="does not answer in time"):
            server.fetch(f"http://{address}")
    with pytest.raises(UnreadableError, match="certificate"):
        server.fetch(fake.url.replace("http:", "https:"))


def test_an_answer_without_end_is_given_up(monkeypatch, fake):
    monkeypatch.setattr(server, "LARGEST", 1000)
    fake.answers["/api/projects"] = b"[" + b" " * 2000 + b"]"
    with pytest.raises(UnreadableError, match="more than 50 MB"):
        server.fetch(fake.url)
    monkeypatch.setattr(server, "LARGEST", 10_000)
    monkeypatch.setattr(server, "MOST_SECONDS", -1)
    with pytest.raises(UnreadableError, match="longer than 15 minutes"):
        server.fetch(fake.url)


@pytest.mark.parametrize(
    "address",
    ["old:8080", "ftp://old", "http://", "http://me:secret@old", "http://old?x=1", "http://old#x",
     "file:///etc/passwd", "http://old:port", "http://[old", "http://o\nld", ""],
)  # fmt: skip
def test_what_is_no_address_is_refused(address):
    with pytest.raises(UnreadableError, match="must be like"):
        server.fetch(address)


@pytest.mark.parametrize(
    ("address", "plain"),
    [(" HTTP://Old.Example:80/ ", "http://old.example:80"), ("https://[::1]:1/a/", "https://[::1]:1/a")],
)  # fmt: skip
def test_one_address_is_written_in_one_way(address, plain):
    assert server.normalised(address) == plain


def test_a_token_that_is_none_is_not_sent(fake):
    with pytest.raises(UnreadableError, match="no token has"):
        server.fetch(fake.url, "a\r\nb")
    assert fake.asked == []


def test_who_opens_can_be_chosen(fake):
    asked = []

    class Opener:
        def open(self, request, timeout):
            asked.append((request.full_url, timeout))
            return urllib.request.urlopen(request, timeout=timeout)

    source = server.fetch(fake.url, opener=Opener())

    assert source.name == fake.url
    assert asked == [(fake.url + path, 30) for path in GOOD]
