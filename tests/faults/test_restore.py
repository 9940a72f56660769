"""A server that is asked while its data is replaced."""

import threading
from collections import Counter

from tests.load import ask
from tests.servers import run_clockwork

CLIENTS = 4


def test_a_server_survives_a_restore(start_server, database_url, tmp_path):
    server = start_server(database_url)
    _, project = ask(server.url, "POST", "/api/projects", {"name": "Before"})
    path = f"/api/projects/{project['id']}/categories"
    _, category = ask(server.url, "POST", path, {"name": "Category"})
    file = str(tmp_path / "backup")
    run_clockwork("backup", file, database_url=database_url, cwd=tmp_path)
    ask(server.url, "POST", "/api/projects", {"name": "Since"})
    statuses, done = Counter(), threading.Event()

    def keep_working():
        while not done.is_set():
            statuses[ask(server.url, "GET", "/api/projects")[0]] += 1
            body = {"categoryId": category["id"], "tags": ["busy"]}
            statuses[ask(server.url, "POST", "/api/time/start", body)[0]] += 1

    clients = [threading.Thread(target=keep_working) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    restored = [
        run_clockwork("restore", "--replace", file, database_url=database_url, cwd=tmp_path)
        for _ in range(3)
    ]
    done.set()
    for client in clients:
        client.join()

    assert [one.returncode for one in restored] == [0, 0, 0], restored
    assert statuses.keys() <= {200, 201, 503}
    assert statuses[201] > 20
    listed = ask(server.url, "GET", "/api/projects")[1]
    assert [one["name"] for one in listed] == ["Before"]
    status, entry = ask(server.url, "POST", "/api/time/start", {"categoryId": category["id"]})
    assert (status, ask(server.url, "GET", "/api/time/active")[1]) == (201, entry)
    assert ask(server.url, "GET", "/healthz")[0] == 200
