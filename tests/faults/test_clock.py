"""The server's clock steps: stored time never runs backwards, overlaps or is refused."""

from tests.load import check_invariants

HOUR = 3600


def test_a_clock_that_steps_back_and_forth_leaves_time_in_order(tracker, clock):
    category = tracker.category()
    promised = {}
    for step in (60, -HOUR, 10, 10, HOUR, 60, HOUR, 5, -HOUR, 1, -HOUR, 30, 2 * HOUR):
        entry = tracker.start(category)
        promised[entry["id"]] = entry["startedAt"]
        clock.advance(step)
    stopped = tracker.stop()

    found = tracker.entries(limit=100)
    assert {entry["id"]: entry["startedAt"] for entry in found} == promised
    assert all(entry["durationSeconds"] >= 0 for entry in found)
    assert stopped in found
    check_invariants(found)


def test_a_stop_after_the_clock_stepped_back_ends_where_it_began(tracker, clock):
    entry = tracker.start(tracker.category())
    clock.advance(-HOUR)

    stopped = tracker.stop()

    assert stopped["stoppedAt"] == entry["startedAt"]
    assert stopped["durationSeconds"] == 0


def test_keys_and_lists_hold_after_the_clock_stepped(tracker, clock):
    category = tracker.category()
    headers = {"Idempotency-Key": "one"}
    body = {"categoryId": category["id"]}
    first = tracker.done("POST", "/api/time/start", body, headers=headers)
    for step in (-HOUR, 2 * HOUR):
        clock.advance(step)
        assert tracker.done("POST", "/api/time/start", body, headers=headers) == first

    assert [entry["id"] for entry in tracker.entries(running="true")] == [first["id"]]
