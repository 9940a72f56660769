"""A request sent twice happens once."""

import threading
from collections import Counter

import pytest

from clockwork.api.endpoint import endpoint
from clockwork.clock import DAY
from clockwork.db.database import connected
from clockwork.db.models import Answer
from clockwork.errors import ThrottledError
from clockwork.tracking import projects
from tests.api.people import Team, Visitor
from tests.tracker import Tracker

# Of each request on its own; all others are of the answer.
OWN_HEADERS = {"X-Request-ID", "traceparent"}


@pytest.fixture
def category(tracker):
    return tracker.category()


def keyed(key):
    return {"headers": {"Idempotency-Key": key}}


def test_the_second_request_gets_the_first_answer_and_does_nothing(tracker, category, clock):
    body = {"categoryId": category["id"]}
    first = tracker.call("POST", "/api/time/start", body, **keyed("a"))
    clock.advance(60)

    again = tracker.call("POST", "/api/time/start", body, **keyed("a"))

    assert (again.status_code, again.data) == (201, first.data)
    assert headers_of(again) == headers_of(first)
    assert "ETag" in headers_of(first)
    assert tracker.entries() == [first.json]


def headers_of(response):
    return {name: value for name, value in response.headers if name not in OWN_HEADERS}


def test_a_stop_whose_answer_was_lost_is_answered_again(tracker, category):
    tracker.start(category)
    first = tracker.call("POST", "/api/time/stop", **keyed("stop"))

    again = tracker.call("POST", "/api/time/stop", **keyed("stop"))

    assert (again.status_code, again.json) == (200, first.json)


def test_a_refusal_is_repeated_too(tracker, category):
    refusal = tracker.refused("POST", "/api/time/stop", **keyed("k"))
    tracker.start(category)

    assert tracker.refused("POST", "/api/time/stop", **keyed("k")) == refusal
    assert refusal == (409, "no_active_timer")
    assert tracker.active() is not None


def test_another_key_is_another_request(tracker):
    for key in ("a", "b" * 64):
        tracker.done("POST", "/api/projects", {"name": "x"}, **keyed(key))

    assert len(tracker.done("GET", "/api/projects")) == 2


def test_a_key_used_for_another_address_by_mistake_loses_nothing(tracker, category):
    tracker.call("POST", "/api/time/start", {"categoryId": category["id"]}, **keyed("k"))

    stopped = tracker.done("POST", "/api/time/stop", **keyed("k"))

    assert stopped["stoppedAt"] is not None


def test_after_seven_days_a_key_is_forgotten(tracker, clock):
    def make():
        return tracker.done("POST", "/api/projects", {"name": "x"}, **keyed("k"))["id"]

    first = make()
    clock.now += 7 * DAY
    assert make() == first
    clock.now += 1
    assert make() != first


@pytest.mark.parametrize("key", ["", "x" * 65, "a\0b", "a\x1fb"])
def test_a_key_has_1_to_64_characters(tracker, key):
    body = {"name": "x"}
    assert tracker.refused("POST", "/api/projects", body, **keyed(key)) == (400, "invalid_json")
    assert tracker.done("GET", "/api/projects") == []


def test_a_list_is_repeated_as_it_was(tracker, category):
    entry = tracker.add(category, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z")
    path, body = f"/api/entries/{entry['id']}/split", {"at": "2026-11-02T10:30:00Z"}
    first = tracker.call("POST", path, body, **keyed("k"))

    again = tracker.call("POST", path, body, **keyed("k"))

    assert (again.status_code, again.json) == (201, first.json)
    assert headers_of(again) == headers_of(first)
    assert len(tracker.entries()) == 2


def test_a_key_with_another_body_is_refused_and_does_nothing(tracker):
    tracker.done("POST", "/api/projects", {"name": "first"}, **keyed("k"))

    refusal = tracker.refused("POST", "/api/projects", {"name": "second"}, **keyed("k"))

    assert refusal == (422, "key_reused")
    assert [one["name"] for one in tracker.done("GET", "/api/projects")] == ["first"]
    # Nor has the first answer gone.
    assert tracker.done("POST", "/api/projects", {"name": "first"}, **keyed("k"))["name"] == "first"


def test_a_key_with_a_body_and_then_without_is_refused(tracker, category):
    tracker.start(category)
    body = {"stoppedAt": "2026-11-02T12:00:00Z"}
    tracker.done("POST", "/api/time/stop", body, **keyed("k"))

    assert tracker.refused("POST", "/api/time/stop", **keyed("k")) == (422, "key_reused")


def route(app, handler, **options):
    """A tracker with one more address, /api/extra."""
    view = endpoint("More", **options)(handler)
    app.add_url_rule("/api/extra", "extra", view, methods=["POST"])
    return Tracker(app.test_client())


def test_an_answer_without_a_body_is_repeated(app):
    done = []
    tracker = route(app, lambda _actor: done.append(1), status=204)

    first, again = (tracker.call("POST", "/api/extra", **keyed("k")) for _ in range(2))

    assert (again.status_code, again.data) == (first.status_code, first.data) == (204, b"")
    assert headers_of(again) == headers_of(first)
    assert done == [1]


def test_a_refusal_is_repeated_with_its_headers_and_an_identifier_of_its_own(app):
    def refuse(_actor):
        raise ThrottledError(17)

    tracker = route(app, refuse)

    first, again = (tracker.call("POST", "/api/extra", **keyed("k")) for _ in range(2))

    assert headers_of(again) == headers_of(first)
    assert again.headers["Retry-After"] == "17"
    assert {**again.json, "requestId": ""} == {**first.json, "requestId": ""}
    assert again.json["requestId"] == again.headers["X-Request-ID"] != first.json["requestId"]


def test_after_a_crash_half_way_the_next_request_is_the_first(app):
    tries = []

    def crash_once(actor):
        projects.create(actor, "made", None, None)
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("half-way")

    tracker = route(app, crash_once, status=204)

    statuses = [tracker.call("POST", "/api/extra", **keyed("k")).status_code for _ in range(3)]

    assert statuses == [500, 204, 204]
    assert [one["name"] for one in tracker.done("GET", "/api/projects")] == ["made"]


@pytest.fixture
def guarded(make_app):
    return make_app(auth_mode="password")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/session", {"email": "bob@x.example", "password": "wrong"}),
        ("/api/setup", {"code": "c", "name": "n", "email": "e", "password": "p"}),
        ("/api/account/password", {"current": "wrong", "password": "seven small stones"}),
        ("/api/account/tokens", {"name": "script", "scope": "track"}),
        ("/api/people", {"name": "Dora", "email": "dora@x.example", "password": "seven stones"}),
    ],
)
def test_where_accounts_are_no_key_is_taken_and_nothing_kept(guarded, clock, path, body):
    team = Team(guarded, clock)
    is_open = path in ("/api/session", "/api/setup")
    visitor = Visitor(guarded) if is_open else team.signed_in(team.alice)

    response = visitor.call("POST", path, body, Idempotency_Key="k")

    assert (response.status_code, response.json["code"]) == (400, "invalid_json")
    assert "Idempotency-Key" in response.json["message"]
    with connected(guarded.database):
        assert Answer.select().count() == 0


def test_two_at_once_happen_once(server):
    _, project = server.call("POST", "/api/projects", {"name": "x"})
    path = f"/api/projects/{project['id']}/categories"

    answers = at_once(server, path, [{"name": "x"}] * 8)

    assert len({str(answer) for answer in answers}) == 1
    assert answers[0][0] == 201


def test_of_two_at_once_with_other_bodies_one_happens_and_the_rest_are_told(server):
    answers = at_once(server, "/api/projects", [{"name": str(number)} for number in range(8)])

    assert Counter(status for status, _ in answers) == {201: 1, 422: 7}
    (made,) = (body for status, body in answers if status == 201)
    assert server.call("GET", "/api/projects") == (200, [made])


def at_once(server, path, bodies):
    """The answers to requests with the same key."""
    answers = []

    def send(body):
        answers.append(server.call("POST", path, body, Idempotency_Key="same"))

    threads = [threading.Thread(target=send, args=[body]) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
