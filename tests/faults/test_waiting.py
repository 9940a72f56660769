"""Servers and migrations that are there before their database."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from clockwork.db.waiting import LONGEST_PAUSE_SECONDS, is_away
from tests.conftest import eventually
from tests.servers import environment, free_port

READY_SECONDS = 3


class Process:
    """A command of Clockwork's on a database that may not be there."""

    def __init__(self, *arguments: str, url: str, cwd, **settings: str) -> None:
        self.port = free_port()
        self.log = cwd / f"log-{self.port}"
        settings = {"PORT": str(self.port), "DB_AUTO_MIGRATE": "true", **settings}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "clockwork", *arguments],
                env=environment(url, **settings), cwd=cwd, stdout=log, stderr=log,
            )  # fmt: skip

    @property
    def said(self) -> str:
        return self.log.read_text()

    def ask(self, path: str) -> tuple[int, object]:
        """The status of an answer, 0 when there is none, and when to ask again."""
        try:
            url = f"http://127.0.0.1:{self.port}{path}"
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.status, None
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers["Retry-After"]
        except OSError:
            return 0, None


@pytest.fixture
def start(tmp_path):
    started = []

    def start(*arguments, url, **settings):
        started.append(Process(*arguments, url=url, cwd=tmp_path, **settings))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


def test_servers_and_a_migration_wait_for_their_database(own_postgres, start):
    url = own_postgres.create()
    own_postgres.stop()
    servers = [start("serve", url=url), start("serve", url=url)]
    migration = start("migrate", "up", url=url)
    for one in (*servers, migration):
        eventually(lambda one=one: "Waiting for the database: connection" in one.said, 30)
    for server in servers:
        assert server.ask("/livez")[0] == 200
        assert server.ask("/healthz")[0] == 503
        assert server.ask("/api/projects") == (503, "1")

    own_postgres.start()

    for server in servers:
        eventually(lambda server=server: server.ask("/api/projects")[0] == 200, 30)
        assert server.ask("/healthz")[0] == 200
        assert server.said.count("Waiting for") < 5
    assert migration.process.wait(30) == 0


def test_it_is_ready_soon_after_its_database(own_postgres, start):
    url = own_postgres.create()
    assert start("migrate", "up", url=url).process.wait(30) == 0
    own_postgres.stop()
    server = start("serve", url=url)
    # By then the pauses have grown to their longest.
    eventually(lambda: server.ask("/livez")[0] == 200, 30)
    time.sleep(3 * LONGEST_PAUSE_SECONDS)

    own_postgres.start()

    eventually(lambda: server.ask("/api/projects")[0] == 200, READY_SECONDS)


def test_a_wait_has_an_end(own_postgres, start):
    url = own_postgres.create()
    own_postgres.stop()
    for arguments in (("serve",), ("migrate", "up")):
        one = start(*arguments, url=url, DB_WAIT_SECONDS="0.5")

        assert one.process.wait(30) == 1
        assert re.search(r"^clockwork: connection to server .* failed", one.said, re.MULTILINE)


def test_who_waits_can_be_stopped(own_postgres, start):
    url = own_postgres.create()
    own_postgres.stop()
    server = start("serve", url=url)
    eventually(lambda: "Waiting for the database" in server.said, 30)

    server.process.terminate()

    assert server.process.wait(10) == 0
    assert "Stopped" in server.said


def test_what_waiting_would_not_mend_fails_at_once(own_postgres, start):
    url = own_postgres.create()
    own_postgres.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    rules = own_postgres.folder / "data" / "pg_hba.conf"
    rules.write_text("local all guarded scram-sha-256\nlocal all all trust\n")
    own_postgres.execute("SELECT pg_reload_conf()")
    wrong = url.replace("user=postgres", "user=guarded&password=wrong")
    for given, said in ((wrong, "password authentication failed"),
                        (own_postgres.url("nowhere"), "does not exist")):  # fmt: skip
        for arguments in (("serve",), ("migrate", "up")):
            one = start(*arguments, url=given, DB_WAIT_SECONDS="600")

            assert one.process.wait(30) == 1
            assert said in one.said.splitlines()[-1]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ('could not translate host name "db" to address: Name or service not known', True),
        ('connection to server at "db" (10.0.0.1), port 5432 failed: Connection refused', True),
        ('connection to server at "db" (10.0.0.1), port 5432 failed: timeout expired', True),
        ("connection to server failed: FATAL: the database system is starting up", True),
        ("connection to server failed: FATAL: the database system is shutting down", True),
        ("connection to server failed: FATAL: sorry, too many clients already", True),
        ('connection to server failed: FATAL: role "x" does not exist', False),
        ('connection to server failed: FATAL: no pg_hba.conf entry for host "10.0.0.2"', False),
        ("connection to server failed: SSL error: certificate verify failed", False),
        ("connection to server failed: fe_sendauth: no password supplied", False),
    ],
)
def test_a_database_that_is_away_is_told_from_one_that_refuses(reason, expected):
    assert is_away(reason) == expected
