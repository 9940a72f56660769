"""Many starts at once, from many clients, against real servers."""

import threading
from datetime import timedelta

import pytest

from tests.tracker import at

CLIENTS = 20
STARTS = 20
ROUNDS = 40


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


def at_once(*calls):
    """The answers to calls that are made at the same moment, in their order."""
    barrier, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(number):
        barrier.wait()
        answers[number] = calls[number]()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_the_inbox_is_made_once(servers):
    """By starts and by additions, of which each needs it first."""
    span = {"startedAt": "2020-01-01T10:00:00Z", "stoppedAt": "2020-01-01T11:00:00Z"}
    requests = [("/api/time/start", {}), ("/api/entries", span), ("/api/projects", {"name": "P"})]

    def call(number, path, body):
        server = servers[number % len(servers)]
        body = body if "name" in body else {"categoryId": None, **body}
        return lambda: server.call("POST", path, body)

    answers = at_once(*(call(n, *requests[n % 3]) for n in range(12)))

    refused = [(status, body.get("code")) for status, body in answers if status != 201]
    assert refused == [(409, "entry_overlap")] * 3
    _, catalog = servers[0].call("GET", "/api/catalog")
    assert sum(one["inbox"] for one in catalog["projects"]) == 1
    (category,) = [one for one in catalog["categories"] if one["inbox"]]
    made = [body for status, body in answers if status == 201 and "categoryId" in body]
    assert {one["categoryId"] for one in made} == {category["id"]}
    assert len(catalog["categories"]) == 1


class Rounds:
    """New categories, and calls that add time to them in every way."""

    def __init__(self, servers):
        self.servers = servers
        self.home = self.category()[1]

    def call(self, *request):
        return self.servers[0].call(*request)

    def category(self):
        """The addresses of a project and of a category in it, and the latter's identifier."""
        project = f"/api/projects/{self.call('POST', '/api/projects', {'name': 'P'})[1]['id']}"
        _, made = self.call("POST", f"{project}/categories", {"name": "C"})
        return (project, f"{project}/categories/{made['id']}"), made["id"]

    def entry(self, category, number):
        start = at("2020-01-01T00:00:00Z") + timedelta(hours=number)
        times = {"startedAt": start.isoformat(),
                 "stoppedAt": (start + timedelta(minutes=30)).isoformat()}  # fmt: skip
        return {"categoryId": category, **times}

    def adding(self, category, number):
        """Start, add, move: each on a server of its own."""
        _, moving = self.call("POST", "/api/entries", self.entry(self.home, 2 * number))
        to = {"categoryId": category}
        requests = (
            ("POST", "/api/time/start", to),
            ("POST", "/api/entries", self.entry(category, 2 * number + 1)),
            ("PATCH", f"/api/entries/{moving['id']}", to),
        )
        chosen = [self.servers[n % len(self.servers)] for n in range(len(requests))]
        return [lambda server=server, request=request: server.call(*request)
                for server, request in zip(chosen, requests, strict=True)]  # fmt: skip


# Which of the addresses of a category is deleted or archived.
WHOLE = pytest.mark.parametrize("which", [0, 1], ids=["project", "category"])


@WHOLE
def test_time_is_added_or_the_category_deleted_and_never_both(servers, which):
    rounds = Rounds(servers)
    for number in range(ROUNDS):
        paths, category = rounds.category()

        *added, (deleted, _) = at_once(
            *rounds.adding(category, number),
            lambda paths=paths: servers[-1].call("DELETE", paths[which]),
        )

        statuses = [status for status, _ in added]
        assert set(statuses) <= {200, 201, 404}
        assert deleted == (204 if set(statuses) == {404} else 409)


@WHOLE
def test_no_timer_begins_in_what_is_archived(servers, which):
    rounds = Rounds(servers)
    for number in range(ROUNDS):
        paths, category = rounds.category()
        _, model = rounds.call("POST", "/api/entries", rounds.entry(category, 2 * ROUNDS + number))

        started, added, moved, continued, (archived, found) = at_once(
            *rounds.adding(category, number),
            lambda model=model: servers[-1].call("POST", f"/api/entries/{model['id']}/continue"),
            lambda paths=paths: servers[-1].call("POST", f"{paths[which]}/archive"),
        )

        assert archived == 200
        assert {status for status, _ in (started, added, moved, continued)} <= {200, 201, 409}
        for status, entry in (started, continued):
            assert status == 409 or at(entry["startedAt"]) <= at(found["archivedAt"])


def test_time_is_added_before_a_merge_or_not_at_all(servers):
    rounds = Rounds(servers)
    (_, into), into_id = rounds.category()
    path = f"/api/entries?projectId={into.split('/')[3]}&limit=1000"
    for number in range(ROUNDS):
        (_, merging), category = rounds.category()
        body = rounds.entry(category, 2 * ROUNDS + number)
        _, noted = rounds.call("POST", "/api/entries", body)
        address = f"/api/entries/{noted['id']}"

        *added, changed, (merged, answer) = at_once(
            *rounds.adding(category, number),
            lambda address=address: servers[-1].call("PATCH", address, {"note": "x"}),
            lambda merging=merging: servers[-1].call("POST", f"{merging}/merge", {"into": into_id}),
        )

        statuses = [status for status, _ in added]
        assert set(statuses) <= {200, 201, 404}
        assert changed[0] == 200
        assert (merged, answer["changed"]) == (200, 1 + len(statuses) - statuses.count(404))
        assert rounds.call("GET", merging)[0] == 404
        ids = {entry["id"] for status, entry in (*added, changed) if status != 404}
        assert ids <= {entry["id"] for entry in rounds.call("GET", path)[1]["items"]}


def test_two_categories_that_are_merged_into_each_other_become_one(servers):
    rounds = Rounds(servers)
    for number in range(ROUNDS):
        (first, other) = (rounds.category() for _ in range(2))
        for place, (_, category) in enumerate((first, other)):
            rounds.call("POST", "/api/entries", rounds.entry(category, 2 * number + place))

        pairs = ((servers[0], first, other), (servers[-1], other, first))
        answers = at_once(*(
            lambda server=server, path=f"{one[0][1]}/merge", into=into: server.call(
                "POST", path, {"into": into[1]}
            )
            for server, one, into in pairs
        ))  # fmt: skip

        assert sorted(status for status, _ in answers) == [200, 404]


def test_categories_move_both_ways_between_projects_while_timers_start_in_them(servers):
    rounds = Rounds(servers)
    projects = [rounds.category()[0][0].rpartition("/")[2] for _ in range(2)]
    moving = {}
    for project in projects:
        path = f"/api/projects/{project}/categories"
        moving[rounds.call("POST", path, {"name": f"Moving from {project}"})[1]["id"]] = project

    for _ in range(ROUNDS):
        moves, starts = [], []
        for category, project in moving.items():
            to = projects[1 - projects.index(project)]
            path = f"/api/projects/{project}/categories/{category}/move"
            body = {"projectId": to, "parentCategoryId": None}
            moves.append(lambda path=path, body=body: servers[0].call("POST", path, body))
            body = {"categoryId": category}
            starts.append(lambda body=body: servers[-1].call("POST", "/api/time/start", body))
        answers = at_once(*moves, *starts)

        assert [status for status, _ in answers] == [200, 200, 201, 201]
        moving = {made["id"]: made["projectId"] for _, made in answers[:2]}
