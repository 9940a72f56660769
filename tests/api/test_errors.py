"""Whatever goes wrong is answered in one shape."""

import json
import logging
import re
import sqlite3
from uuid import uuid4

import peewee
import pytest

from clockwork.tracking import projects
from tests.tracker import Tracker


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api", 404, "not_found"),
        ("GET", "/api/", 404, "not_found"),
        ("GET", "/api/nowhere", 404, "not_found"),
        ("POST", "/api/nowhere", 404, "not_found"),
        ("PUT", "/api/projects", 405, "method_not_allowed"),
        ("DELETE", "/api/time/active", 405, "method_not_allowed"),
        ("POST", "/healthz", 405, "method_not_allowed"),
    ],
)
def test_unknown_addresses_and_methods(tracker, method, path, status, code):
    assert tracker.refused(method, path) == (status, code)


def test_an_unknown_address_of_the_api_is_that_for_every_method_beside_a_page_too(
    make_app, tmp_path
):
    (tmp_path / "index.html").write_text("page")
    app = Tracker(make_app(static_dir=tmp_path).test_client())

    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        for path in ("/api", "/api/", "/api/nowhere", "/api/projects/1/2/3/4"):
            assert app.refused(method, path) == (404, "not_found")
    assert app.refused("PUT", "/api/projects") == (405, "method_not_allowed")
    for path in ("/", "/apiary", "/projects/api/x"):
        assert app.call("GET", path).text == "page"


@pytest.mark.parametrize(
    "host", ["127.0.0.1:9001, evil.example", "localhost:evil", "evil@localhost", "localhost/x", "ä"]
)
@pytest.mark.parametrize("auth_mode", ["none", "password"])
def test_a_host_that_is_none_is_refused(make_app, auth_mode, host):
    app = Tracker(make_app(auth_mode=auth_mode).test_client())

    for path in ("/api/projects", "/healthz"):
        assert app.refused("GET", path, headers={"Host": host}) == (400, "invalid_request")


def test_a_wrong_method_is_told_the_right_ones(client):
    assert {"GET", "POST"} <= set(client.put("/api/projects").headers["Allow"].split(", "))


def test_a_body_over_the_limit_is_refused(make_app):
    client = make_app(max_body_bytes=1024).test_client()

    response = client.post("/api/projects", data=b"x" * 1025)

    assert (response.status_code, response.json["code"]) == (413, "too_large")


def test_a_request_keeps_its_identifier_and_a_bad_one_is_replaced(client):
    kept = client.get("/api/projects", headers={"X-Request-ID": "a.B_9-"})
    assert kept.headers["X-Request-ID"] == "a.B_9-"
    for bad in ("", "x" * 65, "a b", "ä", "a\tb"):
        answered = client.get("/api/projects", headers={"X-Request-ID": bad})
        assert re.fullmatch(r"[0-9a-f]{32}", answered.headers["X-Request-ID"])


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        (RuntimeError("secret detail"), 500, "internal"),
        (peewee.IntegrityError("secret detail"), 500, "internal"),
        (peewee.OperationalError("secret detail"), 503, "database_unavailable"),
        (peewee.InterfaceError("secret detail"), 503, "database_unavailable"),
        (peewee.DatabaseError("secret detail"), 503, "database_unavailable"),
    ],
)
def test_a_fault_is_logged_and_not_shown(app, client, monkeypatch, caplog, fault, status, code):
    def fail(_actor):
        raise fault

    monkeypatch.setattr(projects, "list_all", fail)

    with caplog.at_level(logging.ERROR, "clockwork"):
        response = client.get("/api/projects")

    assert (response.status_code, response.json["code"]) == (status, code)
    assert response.json["requestId"] == response.headers["X-Request-ID"]
    assert "secret" not in response.text
    assert "secret detail" in caplog.text
    assert ("Traceback" in caplog.text) == (status == 500)


def test_a_full_disk_is_said(app, client, monkeypatch):
    original = sqlite3.OperationalError("database or disk is full")
    original.sqlite_errorcode = sqlite3.SQLITE_FULL

    def fail(_actor):
        raise peewee.OperationalError(original)

    monkeypatch.setattr(projects, "list_all", fail)

    response = client.get("/api/projects")

    assert (response.status_code, response.json["code"]) == (507, "storage_full")


def test_the_log_of_a_request_holds_nothing_private(start_server, database_url):
    server = start_server(database_url, LOG_FORMAT="json")
    server.call("GET", "/api/entries?q=hush", Authorization="Bearer hush", Cookie="a=hush")
    server.stop()

    line = next(json.loads(one) for one in server.log if "/api/entries" in one)
    assert line["route"] == "/api/entries"
    assert line["status"] == 200
    assert line["person"]
    assert "hush" not in "".join(server.log)


@pytest.mark.parametrize(
    ("path", "what"),
    [("projects/{}", "project"), ("projects/{}/categories", "project"), ("entries/{}", "entry"),
     ("projects/{project}/categories/{}", "category"), ("people/{}", "person")],
)  # fmt: skip
def test_it_is_said_what_there_is_not(tracker, path, what):
    project = tracker.project()["id"]
    refused = tracker.call("GET", f"/api/{path.format(uuid4(), project=project)}")

    assert refused.status_code == 404
    assert refused.json["message"] == f"There is no such {what}."


def test_a_timer_needs_a_category_that_there_is(tracker):
    refused = tracker.call("POST", "/api/time/start", {"categoryId": str(uuid4())})

    assert (refused.status_code, refused.json["message"]) == (404, "There is no such category.")
