"""Many starts at once, from many clients, against real servers."""

import threading

import pytest

CLIENTS = 20
STARTS = 20


@pytest.fixture
def servers(kind, start_server, database_url):
    """Two servers on one PostgreSQL; on SQLite, one."""
    return [start_server(database_url) for _ in range(2 if kind == "postgres" else 1)]


def test_parallel_starts_leave_one_running_and_no_gap(servers):
    _, project = servers[0].call("POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    category = servers[0].call("POST", path, {"name": "C"})[1]["id"]
    answers, running_counts, done = [], [], threading.Event()

    def start_often(number):
        server = servers[number % len(servers)]
        body = {"categoryId": category}
        answers.extend(server.call("POST", "/api/time/start", body) for _ in range(STARTS))

    def watch():
        while not done.is_set():
            _, page = servers[0].call("GET", "/api/entries?running=true")
            running_counts.append(len(page["items"]))

    watcher = threading.Thread(target=watch)
    clients = [threading.Thread(target=start_often, args=(n,)) for n in range(CLIENTS)]
    for thread in (*clients, watcher):
        thread.start()
    for thread in clients:
        thread.join()
    done.set()
    watcher.join()

    assert [status for status, _ in answers] == [201] * (CLIENTS * STARTS)
    assert len({entry["id"] for _, entry in answers}) == CLIENTS * STARTS
    assert set(running_counts) <= {0, 1}
    _, entries = servers[0].call("GET", f"/api/time/entries?categoryId={category}")
    entries = entries[::-1]
    assert len(entries) == CLIENTS * STARTS
    assert sum(entry["stoppedAt"] is None for entry in entries) == 1
    # Entries of no length share their start with the next, so ends are compared as sorted.
    starts = sorted(entry["startedAt"] for entry in entries)
    stops = sorted(entry["stoppedAt"] for entry in entries if entry["stoppedAt"])
    assert starts[1:] == stops


def test_parallel_additions_never_overlap(servers):
    _, project = servers[0].call("POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    category = servers[0].call("POST", path, {"name": "C"})[1]["id"]
    body = {"categoryId": category, "startedAt": "2026-01-01T10:00:00Z",
            "stoppedAt": "2026-01-01T11:00:00Z"}  # fmt: skip
    statuses = []

    def add(number):
        server = servers[number % len(servers)]
        statuses.append(server.call("POST", "/api/entries", body)[0])

    threads = [threading.Thread(target=add, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [201] + [409] * 11
