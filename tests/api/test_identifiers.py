"""Identifiers that clients make: taken as they are, each for one thing of its kind."""

import threading
from collections import Counter

import pytest

from tests.api.people import Team

ID = "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c"
OTHER = "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d"
START, STOP = "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z"

# What makes something, and all that it needs besides the identifier.
MAKING = {
    "/api/projects": {"name": "New"},
    "/api/projects/{project}/categories": {"name": "New"},
    "/api/entries": {"categoryId": "{category}", "startedAt": START, "stoppedAt": STOP},
    "/api/time/start": {"categoryId": "{category}", "tags": ["new"]},
    "/api/entries/{entry}/split": {"at": "2026-11-02T08:30:00Z"},
    "/api/entries/{entry}/continue": {},
}
# What has its identifier for itself: the others make entries.
KINDS = {"/api/projects": "project", "/api/projects/{project}/categories": "category"}


@pytest.fixture
def ids(tracker):
    category = tracker.category(tracker.project("There"))
    entry = tracker.add(category, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")
    return {"project": category["projectId"], "category": category["id"], "entry": entry["id"]}


@pytest.fixture(params=MAKING)
def making(request, ids):
    """The kind of what is made, and the address and body that make it."""
    body = {name: value.format(**ids) if isinstance(value, str) else value
            for name, value in MAKING[request.param].items()}  # fmt: skip
    return KINDS.get(request.param, "entry"), request.param.format(**ids), body


def everything(tracker):
    projects = tracker.done("GET", "/api/projects")
    trees = [tracker.done("GET", f"/api/projects/{one['id']}/categories") for one in projects]
    tags = tracker.done("GET", "/api/catalog")["tags"]
    return projects, trees, tracker.entries(), tags


def made(answer):
    """The thing that was made; of a split, the later half."""
    return answer[-1] if isinstance(answer, list) else answer


def test_what_is_made_has_the_identifier_that_was_sent(tracker, making):
    _, path, body = making

    assert made(tracker.done("POST", path, {**body, "id": ID.upper()}))["id"] == ID


def test_one_that_is_taken_is_refused_and_nothing_is_done(tracker, making, ids, clock):
    kind, path, body = making
    tracker.start({"id": ids["category"]}, tags=["old"])
    clock.advance(60)
    before = everything(tracker)

    response = tracker.call("POST", path, {**body, "id": ids[kind].upper()})

    assert (response.status_code, response.json["code"]) == (409, "id_taken")
    assert "details" not in response.json
    assert everything(tracker) == before


def test_of_another_kind_it_is_not_taken(tracker, making, ids):
    kind, path, body = making
    other = next(one for name, one in ids.items() if name != kind)

    assert made(tracker.done("POST", path, {**body, "id": other}))["id"] == other


def test_a_key_that_comes_again_gets_the_first_answer(tracker, making):
    _, path, body = making
    sent = {"json": {**body, "id": ID}, "headers": {"Idempotency-Key": "k"}}
    first = tracker.call("POST", path, **sent)
    before = everything(tracker)

    again = tracker.call("POST", path, **sent)

    assert first.status_code == 201
    assert (again.status_code, again.data) == (201, first.data)
    assert everything(tracker) == before


def test_a_refusal_is_kept_under_a_key_too(tracker, making, ids):
    kind, path, body = making
    sent = {"json": {**body, "id": ids[kind]}, "headers": {"Idempotency-Key": "k"}}
    before = everything(tracker)

    refusals = [tracker.refused("POST", path, **sent) for _ in range(2)]

    assert refusals == [(409, "id_taken")] * 2
    assert everything(tracker) == before
    # With a key of its own it is as good as ever.
    again = {"json": {**body, "id": ID}, "headers": {"Idempotency-Key": "other"}}
    assert made(tracker.done("POST", path, **again))["id"] == ID


def test_a_name_that_a_sibling_has_is_still_that(tracker, ids):
    path = f"/api/projects/{ids['project']}/categories"

    assert tracker.refused("POST", path, {"name": "Work", "id": ID}) == (409, "duplicate_name")


def test_nobody_is_told_whose_it_is(make_app, clock):
    team = Team(make_app(auth_mode="password"), clock)
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    body = {"categoryId": category, "id": ID}
    bob.done("POST", "/api/time/start", {**body, "note": "private"})
    charlie.done("POST", "/api/time/start", {**body, "id": OTHER})

    told = [who.call("POST", "/api/time/start", body).json for who in (bob, charlie)]

    assert {one["code"] for one in told} == {"id_taken"}
    assert {(one["message"], *sorted(one)) for one in told} == {
        (told[0]["message"], "code", "message", "requestId")
    }
    assert bob.done("GET", "/api/time/active")["note"] == "private"
    assert charlie.done("GET", "/api/time/active")["id"] == OTHER


@pytest.mark.parametrize("key", [None, "own"])
def test_of_several_at_once_one_is_made(server, key):
    """Whether each waits under a key of its own or not."""
    project = server.call("POST", "/api/projects", {"name": "P"})[1]["id"]
    path = f"/api/projects/{project}/categories"
    category = server.call("POST", path, {"name": "C"})[1]["id"]
    calls = [("/api/time/start", lambda _: {"categoryId": category}),
             ("/api/projects", lambda number: {"name": f"P{number}"}),
             (path, lambda number: {"name": f"C{number}"})]  # fmt: skip
    for address, body in calls:
        answers = at_once(server, address, [{**body(n), "id": OTHER} for n in range(6)], key)

        assert Counter(status for status, _ in answers) == {201: 1, 409: 5}
        assert {told["code"] for status, told in answers if status == 409} == {"id_taken"}
    assert len(server.call("GET", "/api/entries")[1]["items"]) == 1


def at_once(server, path, bodies, key):
    answers = []

    def send(number):
        headers = {"Idempotency_Key": f"{key}{number}"} if key else {}
        answers.append(server.call("POST", path, bodies[number], **headers))

    threads = [threading.Thread(target=send, args=[number]) for number in range(len(bodies))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
