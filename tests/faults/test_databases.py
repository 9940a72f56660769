"""Servers and databases that die, freeze or fill up: nothing acknowledged is lost."""

import os
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from clockwork.db import migrator
from tests.conftest import eventually, settings_for
from tests.load import LOST, Load, ask
from tests.servers import Clockwork, Postgres, free_port

CLIENTS = 8
RECOVERY_SECONDS = 5


def is_served(url: str) -> bool:
    try:
        health = ask(url, "GET", "/healthz", seconds=2)[0]
        listed = ask(url, "GET", "/api/projects", seconds=2)[0]
    except LOST:
        return False
    return (health, listed) == (200, 200)


def work_on(load: Load, more: int = 100) -> None:
    """Let the clients get some more answers."""
    enough = load.answered + more
    eventually(lambda: load.answered >= enough, 30)


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.start_if_stopped()
    server.remove()


@pytest.fixture
def own_url(own_postgres: Postgres) -> str:
    url = own_postgres.create()
    migrator.up(settings_for(url))
    return url


def test_a_killed_server_forgets_nothing(start_server, database_url):
    port = str(free_port())
    server = start_server(database_url, PORT=port)
    load = Load([server.url], CLIENTS)
    for _ in range(3):
        work_on(load)
        server.stop(signal.SIGKILL)
        server = start_server(database_url, PORT=port)
        eventually(lambda url=server.url: is_served(url), RECOVERY_SECONDS)
    work_on(load)
    load.finish()

    assert load.compare(server.url)
    assert load.unanswered


def test_a_restarted_postgres_is_found_again(own_postgres, own_url, start_server):
    servers = [start_server(own_url), start_server(own_url)]
    load = Load([server.url for server in servers], CLIENTS)
    for mode in ("fast", "immediate"):
        work_on(load)
        own_postgres.stop(mode)
        own_postgres.start()
        for server in servers:
            eventually(lambda server=server: is_served(server.url), RECOVERY_SECONDS)
    work_on(load)
    load.finish()

    assert load.compare(servers[0].url)
    assert load.statuses.keys() <= {200, 201, 204, 404, 409, 503}


def test_connections_cut_in_mid_request_are_replaced(own_postgres, own_url, start_server):
    server = start_server(own_url)
    load = Load([server.url], CLIENTS)
    for _ in range(10):
        work_on(load, 30)
        own_postgres.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    eventually(lambda: is_served(server.url), RECOVERY_SECONDS)
    work_on(load)
    load.finish()

    assert load.compare(server.url)
    assert load.statuses.keys() <= {200, 201, 204, 404, 409, 503}


def processes(postgres: Postgres) -> list[int]:
    """The postmaster, then its children."""
    parent = int((postgres.folder / "data" / "postmaster.pid").read_text().split()[0])
    stats = [(int(stat.parent.name), read(stat)) for stat in Path("/proc").glob("[0-9]*/stat")]
    return [parent, *(pid for pid, stat in stats if stat and int(stat[1]) == parent)]


def read(stat: Path) -> list[str]:
    try:
        return stat.read_text().rpartition(")")[2].split()
    except OSError:
        return []


@contextmanager
def frozen(postgres: Postgres) -> Iterator[None]:
    stopped = processes(postgres)
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)


def test_a_frozen_postgres_holds_nobody_up(own_postgres, own_url, start_server):
    limit = 3
    server = start_server(own_url, DB_TIMEOUT=str(limit))
    load = Load([server.url], CLIENTS)
    work_on(load)
    refused, lives = [], []
    with frozen(own_postgres):
        until = time.monotonic() + 10

        def keep_asking():
            while time.monotonic() < until:
                began = time.monotonic()
                status, _ = ask(server.url, "GET", "/api/time/active")
                refused.append((status, time.monotonic() - began))
                time.sleep(0.1)

        askers = [threading.Thread(target=keep_asking) for _ in range(CLIENTS)]
        for asker in askers:
            asker.start()
        while time.monotonic() < until:
            began = time.monotonic()
            status, _ = ask(server.url, "GET", "/livez")
            lives.append((status, time.monotonic() - began))
            time.sleep(0.25)
        for asker in askers:
            asker.join()
    eventually(lambda: is_served(server.url), RECOVERY_SECONDS)
    work_on(load)
    load.finish()

    assert {status for status, _ in refused} == {503}
    # The watchdog's grace, and one attempt to connect before it.
    assert max(seconds for _, seconds in refused) < limit + 4
    assert {status for status, _ in lives} == {200}
    assert max(seconds for _, seconds in lives) < 1
    assert load.compare(server.url)


class SmallDisk(Clockwork):
    """A server whose SQLite file lies on a file system of its own of a few megabytes."""

    def __init__(self, cwd: Path, megabytes: int) -> None:
        self.folder = cwd / "small"
        self.folder.mkdir()
        # In a namespace of its own, so that nothing stays mounted whatever happens.
        root = ["--map-root-user"] if os.getuid() else []
        mount = f"mount -t tmpfs -o size={megabytes}m tmpfs {self.folder}"
        self.command = ["unshare", "--mount", *root, "sh", "-c", f'{mount} && exec "$@"', "sh"]
        super().__init__(f"sqlite:///{self.folder / 'clockwork.db'}", cwd)

    @property
    def inside(self) -> Path:
        """The folder as the server sees it."""
        return Path(f"/proc/{self.process.pid}/root{self.folder}")


def test_a_full_disk_refuses_and_goes_on_when_there_is_room(tmp_path):
    server = SmallDisk(tmp_path, 4)
    try:
        ballast = server.inside / "ballast"
        ballast.write_bytes(b"x" * 1024 * 1024)
        acknowledged, refused = [], []
        body = {"name": "x", "description": "y" * 10_000}
        while len(refused) < 20:
            # With a key there is a transaction within another.
            key = {"Idempotency_Key": f"key{len(refused)}"} if len(refused) % 2 else {}
            status, answer = server.call("POST", "/api/projects", body, **key)
            if status == 201:
                acknowledged.append(answer["id"])
            else:
                refused.append((status, answer["code"]))
            assert len(acknowledged) < 1000
        assert set(refused) == {(507, "storage_full")}
        assert [one["id"] for one in server.call("GET", "/api/projects")[1]] == acknowledged

        ballast.unlink()

        status, answer = server.call("POST", "/api/projects", body)
        assert status == 201
        acknowledged.append(answer["id"])
        assert [one["id"] for one in server.call("GET", "/api/projects")[1]] == acknowledged
        file = str(server.inside / "clockwork.db")
        with closing(sqlite3.connect(file)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        server.stop()


def test_a_postgres_whose_disk_is_full_is_said(own_postgres, own_url, start_server):
    name = own_url.removeprefix("postgresql:///").partition("?")[0]
    ((path,),) = own_postgres.execute("SELECT pg_relation_filepath('project')", name)
    own_postgres.stop("fast")
    table = own_postgres.folder / "data" / path
    table.unlink()
    # Empty to who reads it, and full to who writes.
    table.symlink_to("/dev/full")
    own_postgres.start()
    server = start_server(own_url)

    status, answer = server.call("POST", "/api/projects", {"name": "P"})

    assert (status, answer["code"]) == (507, "storage_full")
