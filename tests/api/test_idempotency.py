"""A request sent twice happens once."""

import threading

import pytest

from clockwork.clock import DAY


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
    assert again.headers["ETag"] == first.headers["ETag"]
    assert tracker.entries() == [first.json]


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


@pytest.mark.parametrize("key", ["", "x" * 65])
def test_a_key_has_1_to_64_characters(tracker, key):
    body = {"name": "x"}
    assert tracker.refused("POST", "/api/projects", body, **keyed(key)) == (400, "invalid_json")
    assert tracker.done("GET", "/api/projects") == []


def test_a_list_is_repeated_as_it_was(tracker, category):
    entry = tracker.add(category, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z")
    path, body = f"/api/entries/{entry['id']}/split", {"at": "2026-11-02T10:30:00Z"}
    first = tracker.done("POST", path, body, **keyed("k"))

    assert tracker.done("POST", path, body, **keyed("k")) == first
    assert len(tracker.entries()) == 2


def test_two_at_once_happen_once(server):
    _, project = server.call("POST", "/api/projects", {"name": "x"})
    answers = []

    def add():
        path = f"/api/projects/{project['id']}/categories"
        answers.append(server.call("POST", path, {"name": "x"}, Idempotency_Key="same"))

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({str(answer) for answer in answers}) == 1
    assert answers[0][0] == 201
