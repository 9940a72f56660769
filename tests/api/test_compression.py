"""Long answers are sent as fewer bytes to those who take that, and say the same."""

import gzip
import json

import pytest

from clockwork.web.compression import LEAST
from tests.api.people import PASSWORD, Team

TAKES = {"Accept-Encoding": "gzip, deflate, br"}
MARCH = "from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"
LONG = (
    "/api/catalog",
    "/api/entries?limit=200",
    "/api/time/entries?categoryId={category}",
    "/api/projects",
    f"/api/reports/summary?groupBy=day,tag&{MARCH}",
    "/api/reports/summary?groupBy=day&from=2000-01-01T00:00:00Z&to=2026-03-02T00:00:00Z",
)


@pytest.fixture
def category(tracker):
    project = tracker.project(description="d" * LEAST)
    made = tracker.category(project, "C")
    for number in range(100):
        start, stop = (f"2026-03-01T{number // 60:02}:{number % 60:02}:{s:02}Z" for s in (0, 30))
        tracker.add(made, start, stop, tags=[f"tag {number}"], note="n" * 40)
    return made["id"]


@pytest.mark.parametrize("path", LONG)
def test_a_long_answer_is_compressed_for_who_takes_it(tracker, category, path):
    path = path.format(category=category)
    plain = tracker.call("GET", path)
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == "Accept-Encoding"
    assert len(plain.data) > LEAST

    short = tracker.call("GET", path, headers=TAKES)
    assert short.headers["Content-Encoding"] == "gzip"
    assert short.headers["Vary"] == "Accept-Encoding"
    assert len(short.data) < len(plain.data) / 3
    assert gzip.decompress(short.data) == plain.data
    held = {**TAKES, "If-None-Match": short.headers["ETag"]}
    assert tracker.call("GET", path, headers=held).status_code == 304


def test_who_does_not_take_it_gets_it_as_it_is(tracker, category):
    for taken in ("identity", "gzip;q=0", "br", "", "gzip;q=nonsense;"):
        answer = tracker.call("GET", "/api/catalog", headers={"Accept-Encoding": taken})
        if "Content-Encoding" not in answer.headers:
            assert answer.json["projects"]
        else:
            assert json.loads(gzip.decompress(answer.data))["projects"]
    refused = tracker.call("GET", "/api/catalog", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused.headers


def test_what_is_short_or_refused_is_sent_as_it_is(tracker):
    for path in ("/api/projects", "/api/time/active", "/api/nowhere", "/livez"):
        assert "Content-Encoding" not in tracker.call("GET", path, headers=TAKES).headers


def test_what_holds_a_key_is_never_compressed(make_app, clock):
    team = Team(make_app(auth_mode="password"), clock)
    alice = team.signed_in(team.alice)
    long = {"name": "x" * 200, "scope": "read"}
    for method, path, body in (
        ("GET", "/api/session", None),
        ("POST", "/api/account/tokens", long),
        ("GET", "/api/account/tokens", None),
        ("POST", "/api/session", {"email": "alice@x.example", "password": PASSWORD}),
        ("GET", "/api/people", None),
    ):
        answer = alice.call(method, path, body, Accept_Encoding="gzip")
        assert answer.status_code < 300, answer.text
        assert "Content-Encoding" not in answer.headers
