"""Accounts on real servers, and at a terminal."""

import http.client
import json
import re
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from tests.servers import environment, run_clockwork

PASSWORD = "correct horse battery"
ALICE = {"email": "alice@x.example", "password": PASSWORD}


def ask(server, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
    connection.request(method, path, json.dumps(body) if body else None, headers or {})
    response = connection.getresponse()
    found = json.loads(response.read() or b"null")
    connection.close()
    return response, found


@pytest.fixture
def servers(kind, start_server, database_url):
    """Two servers on one PostgreSQL; on SQLite, one that is both."""
    started = [start_server(database_url, AUTH_MODE="password") for _ in range(2)]
    return started if kind == "postgres" else started[:1] * 2


def set_up(server):
    code = next(
        found[1] for line in server.log if (found := re.search(r"set-up code is (\S+)", line))
    )
    return ask(server, "POST", "/api/setup", {**ALICE, "name": "Alice", "code": code})


def test_who_signs_in_on_one_server_is_known_on_the_other(servers):
    first, second = servers
    response, session = set_up(first)
    assert response.status == 201, session
    cookie = response.getheader("Set-Cookie").partition(";")[0]

    response, found = ask(second, "GET", "/api/session", headers={"Cookie": cookie})

    assert (response.status, found["person"]) == (200, session["person"])
    # The proof that goes with a change is the same everywhere.
    assert found["csrfToken"] == session["csrfToken"]


def test_failures_count_on_all_servers_together(servers):
    first, second = servers
    set_up(first)
    guess = {**ALICE, "password": "not the password"}
    for server in (first, second, first, second, first):
        assert ask(server, "POST", "/api/session", guess)[0].status == 401

    response, found = ask(second, "POST", "/api/session", ALICE)

    assert (response.status, found["code"]) == (429, "too_many_tries")


def test_the_set_up_code_is_the_only_secret_in_the_log(servers):
    server = servers[0]
    response, _ = set_up(server)
    cookie = response.getheader("Set-Cookie").partition(";")[0].partition("=")[2]
    ask(server, "POST", "/api/session", {**ALICE, "password": "hush hush hush"})
    server.stop()

    log = "".join(server.log)
    for secret in (PASSWORD, cookie, "hush"):
        assert secret not in log


def test_people_are_managed_at_a_terminal(database_url, tmp_path, start_server):
    def user(*arguments, typed=""):
        return subprocess.run(
            [sys.executable, "-m", "clockwork", "user", *arguments],
            env=environment(database_url), cwd=tmp_path, input=typed,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert "as administrator" in user("add", "alice@x.example", typed=f"{PASSWORD}\n").stdout
    assert (
        "as member" in user("add", "bob@x.example", "--name", "Bob", typed=f"{PASSWORD}\n").stdout
    )
    weak = user("add", "eve@x.example", typed="short\n")
    assert (weak.returncode, weak.stderr.count("\n")) == (1, 1)
    assert "disabled" in user("disable", "bob@x.example").stdout
    last = user("disable", "alice@x.example")
    assert (last.returncode, "administrator" in last.stderr) == (1, True)
    listed = user("list").stdout.splitlines()
    assert [line.split()[:3] for line in listed] == [
        ["active", "administrator", "alice@x.example"],
        ["disabled", "member", "bob@x.example"],
    ]
    user("enable", "bob@x.example")
    user("password", "bob@x.example", typed="another password\n")
    assert user("disable", "nobody@x.example").returncode == 1

    server = start_server(database_url, AUTH_MODE="password")
    body = {"email": "bob@x.example", "password": "another password"}
    assert ask(server, "POST", "/api/session", body)[0].status == 200
    assert not any("set-up code" in line for line in server.log)


def test_turning_accounts_on_at_a_terminal_loses_nothing(database_url, tmp_path, start_server):
    before = start_server(database_url)
    _, project = before.call("POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    _, category = before.call("POST", path, {"name": "C"})
    _, entry = before.call("POST", "/api/time/start", {"categoryId": category["id"]})
    before.stop()
    subprocess.run(
        [sys.executable, "-m", "clockwork", "user", "add", "alice@x.example"],
        env=environment(database_url), cwd=tmp_path, input=f"{PASSWORD}\n", text=True, check=True,
        capture_output=True,
    )  # fmt: skip

    after = start_server(database_url, AUTH_MODE="password")
    response, _ = ask(after, "POST", "/api/session", ALICE)
    cookie = response.getheader("Set-Cookie").partition(";")[0]

    assert ask(after, "GET", "/api/time/active", headers={"Cookie": cookie})[1] == entry


def test_the_open_doors_are_said(tmp_path, database_url, start_server):
    server = start_server(
        database_url, ENV="production", AUTH_MODE="password", HOST="0.0.0.0", STATIC_DIR=""
    )

    assert any("PUBLIC_URL is not https" in line for line in server.log)
    refused = run_clockwork("serve", database_url=database_url, cwd=tmp_path, AUTH_MODE="proxy")
    assert (refused.returncode, "TRUSTED_PROXY" in refused.stderr) == (1, True)
