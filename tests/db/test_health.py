"""A server that can't do its work says so, and why."""

import os
import shutil
import signal

import pytest

from clockwork.db import migrator
from tests.conftest import eventually, settings_for
from tests.servers import Clockwork


def test_a_migration_that_was_undone_is_noticed(tracker, clock, database_url):
    settings = settings_for(database_url)
    assert tracker.call("GET", "/healthz").status_code == 200
    last = migrator.down(settings)[0]

    clock.advance(3)
    response = tracker.call("GET", "/healthz")
    assert (response.status_code, response.json["db"]) == (503, "up")
    assert last in response.json["message"]

    migrator.up(settings)
    assert tracker.call("GET", "/healthz").status_code == 200


class Unprivileged(Clockwork):
    """A server that may write only what its mode lets it, also when root runs it."""

    command = [] if os.getuid() else ["setpriv", "--bounding-set", "-dac_override"]


@pytest.fixture
def unprivileged(migrated, tmp_path):
    """On a SQLite file in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    file = folder / "clockwork.db"
    shutil.copy(migrated("sqlite").removeprefix("sqlite:///"), file)
    server = Unprivileged(f"sqlite:///{file}", tmp_path)
    yield server, file
    folder.chmod(0o700)
    server.stop()


def test_a_sqlite_file_that_cannot_be_written_is_no_health(unprivileged):
    server, file = unprivileged
    assert server.call("GET", "/healthz")[0] == 200
    for place, mode, said in ((file, 0o400, "file"), (file.parent, 0o500, "folder")):
        before = place.stat().st_mode
        place.chmod(mode)

        status, health = server.call("GET", "/healthz")

        place.chmod(before)
        assert (status, health["ok"]) == (503, False)
        assert health["message"] == f"The database's {said} can't be written."
    assert server.call("GET", "/healthz")[0] == 200


def test_a_postgres_that_takes_no_writes_is_no_health(own_postgres, start_server):
    url = own_postgres.create()
    migrator.up(settings_for(url))
    server = start_server(url)
    assert server.call("GET", "/healthz")[0] == 200

    own_postgres.execute("ALTER SYSTEM SET default_transaction_read_only = on")
    own_postgres.execute("SELECT pg_reload_conf()")

    eventually(lambda: server.call("GET", "/healthz")[0] == 503)
    assert server.call("GET", "/healthz")[1]["message"] == "The database is read-only."
    assert server.call("POST", "/api/projects", {"name": "P"})[0] == 503


def test_without_the_database_that_all_share_each_server_stays_ready(own_postgres, start_server):
    """Else nobody would be left to say that it is away."""
    server = start_server(own_postgres.create(), DB_AUTO_MIGRATE="true")
    assert server.call("GET", "/readyz") == (200, {"ok": True})

    own_postgres.stop()

    eventually(lambda: server.call("GET", "/healthz")[0] == 503)
    assert server.call("GET", "/readyz") == (200, {"ok": True})


def test_a_server_that_never_saw_the_schema_is_not_ready(own_postgres, start_server):
    url = own_postgres.create()
    migrator.up(settings_for(url))
    own_postgres.stop()
    server = start_server(url)
    assert server.call("GET", "/readyz")[0] == 503

    own_postgres.start()

    eventually(lambda: server.call("GET", "/readyz")[0] == 200)


def test_a_server_whose_schema_was_changed_under_it_is_not_ready(start_server, database_url):
    server = start_server(database_url)
    assert server.call("GET", "/readyz")[0] == 200

    last = migrator.down(settings_for(database_url))[0]

    eventually(lambda: server.call("GET", "/readyz")[0] == 503)
    assert last in server.call("GET", "/readyz")[1]["message"]


def test_a_server_that_drains_is_ready_for_who_is_still_sent_to_it(start_server, database_url):
    """Where it is the only one, the cluster goes on sending people to it."""
    server = start_server(database_url, DRAIN_SECONDS="600")

    server.process.send_signal(signal.SIGTERM)

    eventually(lambda: server.call("GET", "/healthz")[0] == 503)
    assert server.call("GET", "/readyz")[0] == 200
    assert server.call("POST", "/api/projects", {"name": "P"})[0] == 201
    server.stop()


def test_a_server_whose_connections_are_all_lost_is_not_ready(make_app):
    app = make_app()
    app.readiness.report(app.database)
    client = app.test_client()
    assert client.get("/readyz").status_code == 200

    app.database._in_use |= dict.fromkeys(range(app.database._max_connections))

    assert client.get("/readyz").status_code == 503
    app.database._in_use.clear()
