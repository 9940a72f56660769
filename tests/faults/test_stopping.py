"""A server that is told to stop: nobody is cut off, and nobody keeps it."""

import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from clockwork.server.listener import let_nobody_begin
from clockwork.server.stop import FINISH_SECONDS
from tests.conftest import eventually
from tests.hammer import Hammer
from tests.servers import Postgres, environment


def place(server) -> tuple[str, int]:
    parts = urlsplit(server.url)
    return parts.hostname, parts.port


def ask_for_projects(connection: socket.socket) -> bytes:
    connection.sendall(b"GET /api/projects HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return connection.recv(65536)


def begin(connection: socket.socket, body: bytes) -> None:
    """Send a request but for the end of its body."""
    head = "POST /api/projects HTTP/1.1\r\nHost: localhost\r\nContent-Length:"
    connection.sendall(f"{head} {len(body)}\r\n\r\n".encode() + body[:-1])


def has_stopped_accepting(server) -> bool:
    try:
        socket.create_connection(place(server)).close()
    except ConnectionRefusedError:
        return True
    return False


def test_clients_without_pause_are_all_answered(start_server, database_url):
    drain = 1.0
    server = start_server(database_url, DRAIN_SECONDS=str(drain))
    hammer = Hammer(server.url)
    eventually(lambda: hammer.answered > 200, 30)

    began = time.monotonic()
    status = server.stop()

    assert status == 0
    assert time.monotonic() - began < drain + FINISH_SECONDS
    hammer.finish()
    assert hammer.cut == []
    assert hammer.refused_before(began + drain) == 0
    assert hammer.kept_open_after(began) == 0
    assert hammer.statuses.keys() <= {200, 201, 409}


def test_after_the_grace_nobody_new_gets_in_and_who_is_quiet_is_let_go(start_server, database_url):
    server = start_server(database_url)
    with (
        socket.create_connection(place(server)) as quiet,
        socket.create_connection(place(server)) as slow,
    ):
        assert b"200 OK" in ask_for_projects(quiet)
        begin(slow, b'{"name":"slow"}')
        server.process.send_signal(signal.SIGTERM)

        eventually(lambda: has_stopped_accepting(server))
        assert quiet.recv(1) == b""
        slow.sendall(b"}")
        assert b"201 CREATED" in slow.recv(65536)

    assert server.process.wait(10) == 0


def test_what_does_not_end_is_refused_before_the_server_goes(own_postgres, start_server):
    url = own_postgres.create()
    server = start_server(url, DB_AUTO_MIGRATE="true")
    with (
        locked(url, "project"),
        socket.create_connection(place(server)) as waiting,
        socket.create_connection(place(server)) as slow,
    ):
        for connection in (waiting, slow):
            begin(connection, b'{"name":"P"}')
        waiting.sendall(b"}")
        eventually(lambda: waits_for_a_lock(own_postgres))
        began = time.monotonic()

        assert server.stop() == 0

        assert time.monotonic() - began < FINISH_SECONDS + 1
        for connection in (waiting, slow):
            answer = connection.recv(65536)
            assert answer.startswith(b"HTTP/1.1 503")
            assert b"Retry-After: 1\r\n" in answer
            assert b"may have been stored" in answer


@contextmanager
def locked(url: str, table: str) -> Iterator[None]:
    with closing(psycopg2.connect(url)) as connection:
        connection.cursor().execute(f"LOCK TABLE {table}")
        yield


def waits_for_a_lock(postgres: Postgres) -> bool:
    return bool(postgres.execute("SELECT 1 FROM pg_locks WHERE NOT granted"))


def test_ctrl_c_in_development_ends_it_at_once(start_server, database_url):
    server = start_server(database_url, DRAIN_SECONDS="600")
    kept = http.client.HTTPConnection(*place(server))
    kept.request("GET", "/api/projects")
    kept.getresponse().read()

    began = time.monotonic()
    assert server.stop(signal.SIGINT) == 0

    assert time.monotonic() - began < 1
    kept.close()


def test_the_first_process_of_a_container_obeys_from_the_start(tmp_path):
    """The kernel keeps signals from it that it has no handler for."""
    with (tmp_path / "clockwork.db.migrating").open("w") as lock:
        # So that it never gets to where serving would have set one.
        fcntl.flock(lock, fcntl.LOCK_EX)
        url = f"sqlite:///{tmp_path / 'clockwork.db'}"
        root = ["--map-root-user"] if os.getuid() else []
        outer = subprocess.Popen(
            ["unshare", "--pid", "--fork", "--kill-child", *root,
             sys.executable, "-m", "clockwork", "migrate", "up"],
            env=environment(url), cwd=tmp_path,
        )  # fmt: skip
        children = Path(f"/proc/{outer.pid}/task/{outer.pid}/children")
        eventually(lambda: children.read_text() != "")
        first = int(children.read_text())
        status = Path(f"/proc/{first}/status")
        eventually(lambda: "clockwork" in Path(f"/proc/{first}/cmdline").read_text())

        def is_caught():
            caught = next(line for line in status.read_text().splitlines() if "SigCgt" in line)
            return int(caught.split()[1], 16) & 1 << signal.SIGTERM - 1

        eventually(is_caught)
        os.kill(first, signal.SIGTERM)

        assert outer.wait(10) == 128 + signal.SIGTERM


def test_who_begins_to_connect_at_the_end_is_not_reset_but_asks_again():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        place = listener.getsockname()
        with closing(socket.create_connection(place)) as before:
            let_nobody_begin(listener)
            connection, _ = listener.accept()
            with closing(connection):
                before.sendall(b"asked")
                assert connection.recv(5) == b"asked"
            # Dropped, not refused: the system asks again a second later.
            with pytest.raises(TimeoutError):
                socket.create_connection(place, timeout=0.3)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(place)
