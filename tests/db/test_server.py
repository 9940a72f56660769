"""The server as a process: how it starts, drains, logs, and lives through a lost database."""

import http.client
import json
import signal
import socket
import threading
import time
from urllib.parse import urlsplit

from tests.conftest import eventually


def test_a_tracker_is_the_same_after_a_restart(start_server, database_url):
    first = start_server(database_url)
    _, project = first.call("POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    _, category = first.call("POST", path, {"name": "C"})
    _, entry = first.call("POST", "/api/time/start", {"categoryId": category["id"]})
    assert first.stop() == 0

    second = start_server(database_url)

    assert second.call("GET", "/api/time/active") == (200, entry)


def test_a_stop_is_announced_and_loses_no_request(start_server, database_url):
    server = start_server(database_url, DRAIN_SECONDS="1.5")
    kept = http.client.HTTPConnection(urlsplit(server.url).netloc)
    kept.request("GET", "/api/projects")
    assert kept.getresponse().read() == b"[]"

    server.process.send_signal(signal.SIGTERM)

    eventually(lambda: server.call("GET", "/healthz")[0] == 503)
    assert server.call("POST", "/api/projects", {"name": "new connection"})[0] == 201
    kept.request("GET", "/api/projects")
    answer = kept.getresponse()
    assert answer.headers["Connection"] == "close"
    assert len(json.loads(answer.read())) == 1
    kept.close()
    assert server.process.wait(20) == 0


def test_a_request_under_way_is_finished(start_server, database_url):
    server = start_server(database_url, DRAIN_SECONDS="0")
    body = b'{"name":"slow"}'
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port)) as client:
        head = (
            f"POST /api/projects HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        client.sendall(head.encode() + body[:5])
        # The server has read the first part once it answers somebody who came later.
        assert server.call("GET", "/healthz")[0] == 200
        server.process.send_signal(signal.SIGTERM)
        eventually(lambda: any("Stopping" in line for line in server.log))
        client.sendall(body[5:])
        answer = client.recv(65536)

    assert answer.startswith(b"HTTP/1.1 201")
    assert server.process.wait(20) == 0


def test_a_second_signal_ends_it_at_once(start_server, database_url):
    server = start_server(database_url, DRAIN_SECONDS="600")
    server.process.send_signal(signal.SIGTERM)
    eventually(lambda: any("Stopping" in line for line in server.log))

    server.process.send_signal(signal.SIGTERM)

    assert server.process.wait(10) == 1


def test_production_logs_a_json_line_a_request(start_server, database_url):
    server = start_server(database_url, ENV="production", AUTH_MODE="none")
    server.call("GET", "/api/projects", X_Request_ID="abc", Authorization="Bearer hush")
    server.stop()

    lines = [json.loads(line) for line in server.log]
    assert [line["message"].partition(":")[0] for line in lines[-2:]] == ["Stopping", "Stopped"]
    line = next(line for line in lines if line.get("requestId") == "abc")
    assert line["method"] == "GET"
    assert line["route"] == "/api/projects"
    assert line["status"] == 200
    assert line["level"] == "info"
    assert line["milliseconds"] >= 0
    assert line["person"]
    assert time.strptime(line["time"], "%Y-%m-%dT%H:%M:%S.%fZ")
    assert "hush" not in "".join(server.log)
    assert any("AUTH_MODE is none" in entry for entry in server.log)


def test_a_body_over_the_limit_is_answered(server):
    status, answer = server.call("POST", "/api/projects", {"name": "x" * 1_100_000})

    assert (status, answer["code"]) == (413, "too_large")


def test_a_lost_database_is_said_quickly_and_found_again(own_postgres, start_server):
    server = start_server(own_postgres.create(), DB_AUTO_MIGRATE="true")
    assert server.call("POST", "/api/projects", {"name": "kept"})[0] == 201

    own_postgres.stop()
    began = time.monotonic()
    status, answer = server.call("GET", "/api/projects")
    assert time.monotonic() - began < 2
    assert (status, answer["code"]) == (503, "database_unavailable")
    status, health = server.call("GET", "/healthz")
    assert (status, health["ok"], health["db"]) == (503, False, "down")

    own_postgres.start()
    eventually(lambda: server.call("GET", "/healthz")[0] == 200)
    assert [found["name"] for found in server.call("GET", "/api/projects")[1]] == ["kept"]


def test_a_server_starts_without_its_database_and_serves_when_it_comes(own_postgres, start_server):
    url = own_postgres.create()
    first = start_server(url, DB_AUTO_MIGRATE="true")
    first.stop()
    own_postgres.stop()

    server = start_server(url, DB_AUTO_MIGRATE="false")

    assert server.call("GET", "/healthz")[0] == 503
    own_postgres.start()
    eventually(lambda: server.call("GET", "/healthz")[0] == 200)


def test_connections_that_are_cut_are_replaced(own_postgres, start_server):
    server = start_server(own_postgres.create(), DB_AUTO_MIGRATE="true")
    server.call("GET", "/api/projects")
    own_postgres.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )

    assert server.call("GET", "/api/projects") == (200, [])


def test_many_readers_at_once_all_get_an_answer(server):
    statuses = []

    def read():
        statuses.append(server.call("GET", "/api/projects")[0])

    threads = [threading.Thread(target=read) for _ in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert statuses == [200] * 60


def test_a_killed_server_loses_nothing_acknowledged(start_server, database_url):
    server = start_server(database_url)
    acknowledged = []

    def write():
        for number in range(1000):
            try:
                status, project = server.call("POST", "/api/projects", {"name": str(number)})
            except (OSError, http.client.HTTPException, ValueError):
                return
            if status == 201:
                acknowledged.append(project)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for thread in writers:
        thread.start()
    eventually(lambda: len(acknowledged) > 50)
    server.stop(signal.SIGKILL)
    for thread in writers:
        thread.join()

    _, found = start_server(database_url).call("GET", "/api/projects")
    assert {one["id"] for one in acknowledged} <= {one["id"] for one in found}
