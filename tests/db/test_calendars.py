"""A calendar's address as others use it: by real clients, and told to nobody."""

import shutil
import subprocess
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.conftest import eventually

VDIRSYNCER = """
[general]
status_path = "status"
[pair clockwork]
a = "server"
b = "here"
collections = null
[storage server]
type = "http"
url = "{url}"
[storage here]
type = "filesystem"
path = "events"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[clockwork]]
path = {folder}/events
readonly = True
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


class Client:
    """vdirsyncer, which fetches a calendar, and khal, which shows what it fetched."""

    def __init__(self, folder, url):
        self.folder = folder
        (folder / "events").mkdir()
        (folder / "vdirsyncer").write_text(VDIRSYNCER.format(url=url))
        (folder / "khal").write_text(KHAL.format(folder=folder))
        self._run("vdirsyncer", "-c", "vdirsyncer", "discover")

    def fetch(self):
        self._run("vdirsyncer", "-c", "vdirsyncer", "sync")

    def days(self, first, last):
        shown = "{start-long-full}-{end-time} {title} | {description} | {categories}"
        listing = ("list", "--format", shown, "--day-format", "", first, last)
        return [*filter(None, self._run("khal", "-c", "khal", *listing).splitlines())]

    def _run(self, program, *arguments):
        found = shutil.which(program)
        assert found, f"{program} is missing: tests/tools.sh test"
        done = subprocess.run([found, *arguments], cwd=self.folder, capture_output=True, text=True,
                              check=False, timeout=60)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def server(start_server, database_url):
    return start_server(database_url, LOG_FORMAT="json")


@pytest.fixture
def beds(server):
    project = server.call("POST", "/api/projects", {"name": "Garden, north"})[1]
    path = f"/api/projects/{project['id']}/categories"
    return server.call("POST", path, {"name": "Beds"})[1]["id"]


def add(server, category, start, stop, **fields):
    body = {"categoryId": category, "startedAt": start, "stoppedAt": stop, **fields}
    return server.call("POST", "/api/entries", body)[1]


def test_a_client_of_calendars_shows_what_was_tracked(server, beds, tmp_path):
    note = "Größe; a, b " + "ü" * 60
    add(server, beds, "2026-03-02T09:00:00Z", "2026-03-02T10:30:00Z", note=note, tags=["a", "b"])
    moved = add(server, beds, "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z")
    feed = server.call("POST", "/api/feeds", {"name": "Mine"})[1]
    client = Client(tmp_path, server.url + feed["path"])

    client.fetch()
    first, second = client.days("2026-03-02", "2026-03-05")

    assert first.startswith("2026-03-02 09:00-10:30 Garden, north › Beds | Größe; a, b")
    assert first.endswith("ü" * 60 + " | a,b")
    assert second.startswith("2026-03-03 09:00-10:00 Garden, north › Beds")

    server.call("PATCH", f"/api/entries/{moved['id']}", {"stoppedAt": "2026-03-03T11:00:00Z"})
    client.fetch()
    assert client.days("2026-03-03", "2026-03-04")[0].startswith("2026-03-03 09:00-11:00")


def ask(server, method, path, **headers):
    """One request, whatever comes of it, without anything that mends the address."""
    with closing(HTTPConnection(urlsplit(server.url).netloc, timeout=10)) as connection:
        connection.request(method, path, headers={"Connection": "close", **headers})
        return connection.getresponse().status


@pytest.mark.parametrize("kind", ["sqlite"])
def test_neither_log_nor_trace_tells_the_address(start_server, database_url, collector):
    server = start_server(
        database_url, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url, OTEL_BSP_SCHEDULE_DELAY="200"
    )
    path = server.call("POST", "/api/feeds", {"name": "Mine"})[1]["path"]
    secret = path.removeprefix("/api/feeds/").removesuffix(".ics")

    answered = [
        ask(server, "GET", path),
        ask(server, "HEAD", f"{path}?x={secret}"),
        ask(server, "POST", path, **{"Content-Length": "0"}),
        ask(server, "GET", path.removesuffix(".ics")),
        ask(server, "GET", f"/api/feed//{secret}.ics"),
        ask(server, "GET", path.replace("/cwf_", "/%63wf_")),
        ask(server, "GET", path, Host="elsewhere.example"),
        ask(server, "GET", path, Origin="https://evil.example"),
        ask(server, "GET", path, Host="two hosts"),
        ask(server, "DELETE", path),
        ask(server, "GET", f"/{secret}"),
    ]
    assert answered == [200, 200, 405, 405, 404, 200, 403, 403, 400, 400, 404]
    eventually(lambda: len([1 for _, span in collector.spans if span.kind == 2]) > len(answered))
    server.stop()

    assert secret not in "".join(server.log)
    assert "/api/feeds/cwf_…" in "".join(server.log)
    told = "".join(str(span) for _, span in collector.spans)
    assert secret not in told
    assert "/api/feeds/" in told
