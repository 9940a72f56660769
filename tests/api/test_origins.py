"""No website reads or writes the tracker of somebody who merely visits it."""

from ipaddress import ip_network

import pytest

from clockwork.tracking.intervals import to_datetime
from tests.tracker import Tracker

EVIL = "https://evil.example"


@pytest.mark.parametrize(
    "origin",
    [EVIL, "null", "http://localhost:9999", "https://localhost", "x", "http://[", "file://",
     "http://localhost.evil.example"],
)  # fmt: skip
def test_a_foreign_website_reads_and_changes_nothing(tracker, origin):
    headers = {"Origin": origin}

    for method, path in (("GET", "/api/projects"), ("GET", "/healthz"), ("POST", "/api/projects"),
                         ("OPTIONS", "/api/projects"), ("GET", "/api/nowhere")):  # fmt: skip
        response = tracker.call(method, path, {"name": "x"}, headers=headers)
        assert (response.status_code, response.json["code"]) == (403, "forbidden_origin")
        assert "Access-Control-Allow-Origin" not in response.headers
    assert tracker.done("GET", "/api/projects") == []


MODES = ("none", "password", "proxy")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("mode", MODES)
def test_a_form_elsewhere_changes_nothing_when_it_hides_its_origin(make_app, mode, site):
    app = make_app(auth_mode=mode, trusted_proxy=(ip_network("10.1.0.0/16"),))
    tracker = Tracker(app.test_client())
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    for method, path in (("POST", "/api/time/stop"), ("POST", "/api/projects"),
                         ("POST", "/api/session"), ("DELETE", "/api/session")):  # fmt: skip
        answer = tracker.refused(method, path, {"name": "x"}, headers=headers)
        assert answer == (403, "forbidden_origin")


@pytest.mark.parametrize("kind_of_content", ["image", "iframe", "script", "empty", "embed"])
def test_what_a_page_elsewhere_embeds_is_not_looked_up(tracker, kind_of_content):
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": kind_of_content}

    refusal = tracker.refused("GET", "/api/entries?q=x", headers=headers)

    assert refusal == (403, "forbidden_origin")


def test_a_link_from_elsewhere_and_ones_own_doing_are_welcome(client):
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}
    assert client.get("/api/docs", headers=link).status_code == 200
    own = {"Sec-Fetch-Site": "none", "Sec-Fetch-Dest": "document"}
    assert client.post("/api/projects", json={"name": "x"}, headers=own).status_code == 201


def test_the_apps_own_pages_may_do_everything(tracker):
    for origin in ("http://localhost", "http://LOCALHOST:80"):
        assert tracker.done("GET", "/api/projects", headers={"Origin": origin}) == []


def test_the_public_address_is_the_apps_own(make_app):
    app = Tracker(make_app(public_url="https://time.example").test_client())
    headers = {"Origin": "https://time.example", "Host": "time.example"}

    assert app.done("POST", "/api/projects", {"name": "x"}, headers=headers)["name"] == "x"


def test_an_allowed_origin_gets_the_answer_and_is_told_what_it_may(make_app):
    app = Tracker(make_app(allowed_origins=("https://ok.example",)).test_client())
    headers = {"Origin": "https://ok.example"}

    asked = app.call("OPTIONS", "/api/projects", headers=headers)
    answered = app.call("GET", "/api/projects", headers=headers)

    assert asked.status_code == 204
    assert "PATCH" in asked.headers["Access-Control-Allow-Methods"]
    allowed = asked.headers["Access-Control-Allow-Headers"].split(", ")
    assert {"Authorization", "If-Match", "Idempotency-Key"} <= set(allowed)
    assert "X-CSRF-Token" not in allowed
    for response in (asked, answered):
        assert response.headers["Access-Control-Allow-Origin"] == "https://ok.example"
        assert "Origin" in response.headers["Vary"]
        assert "Access-Control-Allow-Credentials" not in response.headers
    assert app.refused("GET", "/api/projects", headers={"Origin": EVIL})[1] == "forbidden_origin"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "10.0.0.1", "", "evil.example:8080", "[::2]",
     "a b", "127.0.0.1.evil.example"],
)  # fmt: skip
def test_a_strange_name_reaches_nothing(tracker, host):
    response = tracker.call("GET", "/api/projects", headers={"Host": host})

    assert response.status_code in (400, 403)
    assert response.json["code"] in ("forbidden_host", "invalid_request")


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:8080", "127.1.2.3",
                                  "[::1]:8080", "LOCALHOST"])  # fmt: skip
def test_this_machines_own_names_are_known(tracker, host):
    assert tracker.done("GET", "/api/projects", headers={"Host": host}) == []


def test_more_names_can_be_allowed(make_app):
    app = Tracker(
        make_app(allowed_hosts=("tracker.lan",), public_url="http://t.example").test_client()
    )

    for host in ("tracker.lan:8080", "Tracker.LAN", "t.example"):
        assert app.done("GET", "/api/projects", headers={"Host": host}) == []
    assert app.refused("GET", "/api/projects", headers={"Host": "x.lan"}) == (403, "forbidden_host")


def test_health_is_answered_by_any_name(client, clock):
    response = client.get("/healthz", headers={"Host": "10.0.0.7:8080"})

    now = to_datetime(clock.now).isoformat().replace("+00:00", "Z")
    assert (response.status_code, response.json) == (200, {"ok": True, "db": "up", "time": now})
