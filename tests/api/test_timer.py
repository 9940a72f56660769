"""The running timer over HTTP."""

from datetime import timedelta
from uuid import uuid4

import pytest

from clockwork.accounts.local import LOCAL_PERSON
from clockwork.backup.restore import restore
from clockwork.backup.save import back_up
from tests.api.people import Team
from tests.conftest import settings_for
from tests.tracker import at


@pytest.fixture
def category(tracker):
    return tracker.category()


def test_nothing_runs_at_first(tracker):
    response = tracker.call("GET", "/api/time/active")

    assert (response.status_code, response.text) == (200, "null")


def test_a_started_entry_runs_until_it_is_stopped(tracker, category, clock):
    started = tracker.start(category, note="Think", tags=["b", "a", "b"])

    assert started == {
        "id": started["id"],
        "personId": LOCAL_PERSON,
        "projectId": category["projectId"],
        "categoryId": category["id"],
        "startedAt": "2026-11-02T12:00:00Z",
        "stoppedAt": None,
        "durationSeconds": None,
        "note": "Think",
        "tags": ["a", "b"],
        "createdAt": "2026-11-02T12:00:00Z",
        "updatedAt": "2026-11-02T12:00:00Z",
    }
    assert tracker.active() == started
    clock.advance(90.9)
    stopped = tracker.stop()
    assert stopped["stoppedAt"] == "2026-11-02T12:01:30.900000Z"
    assert stopped["durationSeconds"] == 90
    assert tracker.active() is None
    assert tracker.entry(started["id"]) == stopped


def test_starting_switches_without_a_gap(tracker, category, clock):
    first = tracker.start(category)
    clock.advance(60)

    second = tracker.start(category)

    assert tracker.entry(first["id"])["stoppedAt"] == second["startedAt"]
    assert tracker.active() == second


def test_stopping_nothing_is_a_conflict(tracker):
    assert tracker.refused("POST", "/api/time/stop") == (409, "no_active_timer")


def test_only_the_entry_that_is_meant_is_stopped(tracker, category, clock):
    first = tracker.start(category)
    clock.advance(60)
    second = tracker.start(category)
    clock.advance(60)
    for other in (first["id"], category["id"], str(uuid4())):
        for body in ({"entryId": other}, {"entryId": other, "stoppedAt": second["startedAt"]}):
            refused = tracker.refused("POST", "/api/time/stop", body)
            assert refused == (409, "not_running")
    assert tracker.active() == second

    stopped = tracker.stop(entryId=second["id"].upper())

    assert (stopped["id"], stopped["durationSeconds"]) == (second["id"], 60)
    again = {"entryId": second["id"]}
    assert tracker.refused("POST", "/api/time/stop", again) == (409, "not_running")
    assert tracker.refused("POST", "/api/time/stop", {}) == (409, "no_active_timer")


def test_what_somebody_else_runs_is_not_stopped(make_app, clock):
    team = Team(make_app(auth_mode="password"), clock)
    bob, alice = team.with_token(team.bob, "track"), team.with_token(team.alice, "admin")
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    bobs = bob.done("POST", "/api/time/start", {"categoryId": category})

    stop = {"entryId": bobs["id"]}
    assert alice.refused("POST", "/api/time/stop", stop) == (409, "not_running")
    assert bob.done("GET", "/api/time/active") == bobs


def test_a_category_that_does_not_exist_can_not_be_started(tracker):
    body = {"categoryId": str(uuid4())}
    assert tracker.refused("POST", "/api/time/start", body) == (404, "not_found")


def test_a_clock_that_steps_back_makes_no_negative_time(tracker, category, clock):
    tracker.start(category)
    clock.advance(-3600)

    stopped = tracker.stop()

    assert stopped["durationSeconds"] == 0
    assert stopped["stoppedAt"] == stopped["startedAt"]


def test_starting_after_the_clock_stepped_back_starts_where_the_last_entry_ended(
    tracker, category, clock
):
    tracker.start(category)
    clock.advance(600)
    last = tracker.stop()
    clock.advance(-3600)

    assert tracker.start(category)["startedAt"] == last["stoppedAt"]


def test_switching_after_the_clock_stepped_back_leaves_an_entry_of_no_length(
    tracker, category, clock
):
    first = tracker.start(category)
    clock.advance(-3600)

    second = tracker.start(category)

    assert second["startedAt"] == first["startedAt"]
    assert tracker.entry(first["id"])["durationSeconds"] == 0


def test_a_start_in_the_past_switches_then(tracker, category):
    first = tracker.start(category, startedAt="2026-11-02T11:00:00Z")

    second = tracker.start(category, startedAt="2026-11-02T11:30:00+00:00")

    assert second["startedAt"] == "2026-11-02T11:30:00Z"
    assert tracker.entry(first["id"])["durationSeconds"] == 1800


def test_a_start_before_the_running_one_or_inside_another_is_refused(tracker, category):
    past = tracker.add(category, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z")
    running = tracker.start(category, startedAt="2026-11-02T11:30:00Z")

    for start, blocking in (("11:15", running), ("10:30", running)):
        body = {"categoryId": category["id"], "startedAt": f"2026-11-02T{start}:00Z"}
        response = tracker.call("POST", "/api/time/start", body)
        assert (response.status_code, response.json["code"]) == (409, "entry_overlap")
        assert response.json["details"]["entries"] == [blocking["id"]]
    tracker.stop()
    body = {"categoryId": category["id"], "startedAt": "2026-11-02T10:30:00Z"}
    response = tracker.call("POST", "/api/time/start", body)
    assert set(response.json["details"]["entries"]) == {past["id"], running["id"]}


def test_a_start_a_little_ahead_means_now_and_further_is_refused(tracker, category):
    ahead = {"categoryId": category["id"], "startedAt": "2026-11-02T12:01:00.000001Z"}

    assert tracker.refused("POST", "/api/time/start", ahead) == (400, "invalid_time")
    started = tracker.start(category, startedAt="2026-11-02T12:01:00Z")
    assert started["startedAt"] == "2026-11-02T12:00:00Z"


def test_a_stop_in_the_past_is_taken_when_the_timer_was_running(tracker, category, clock):
    tracker.start(category)
    clock.advance(600)

    early = {"stoppedAt": "2026-11-02T11:59:59Z"}
    assert tracker.refused("POST", "/api/time/stop", early) == (400, "invalid_time")
    late = {"stoppedAt": "2026-11-02T12:12:00Z"}
    assert tracker.refused("POST", "/api/time/stop", late) == (400, "invalid_time")
    assert tracker.stop(stoppedAt="2026-11-02T12:05:00Z")["durationSeconds"] == 300


def test_a_backup_from_before_anybody_came_is_restored_beneath_a_running_server(
    tracker, database_url, tmp_path
):
    settings, file = settings_for(database_url), str(tmp_path / "backup.gz")
    back_up(settings, file, lambda _: None)
    tracker.start(tracker.category())

    restore(settings, file, replace=True, report=lambda _: None)

    assert tracker.done("GET", "/api/session")["person"]["id"] == LOCAL_PERSON
    assert tracker.start(tracker.category())["personId"] == LOCAL_PERSON


def test_entries_of_exactly_one_category_are_listed_newest_first(tracker, category, clock):
    child = tracker.category(
        {"id": category["projectId"]}, "Child", parentCategoryId=category["id"]
    )
    first = tracker.start(category)
    clock.advance(60)
    tracker.start(child)
    clock.advance(60)
    last = tracker.start(category)

    listed = tracker.done("GET", f"/api/time/entries?categoryId={category['id']}")

    assert [entry["id"] for entry in listed] == [last["id"], first["id"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["empty", "night", "morning"]),
        ("&from=2026-11-02T09:00:00Z", ["empty", "night"][:1]),
        ("&from=2026-11-02T08:59:59.999999Z", ["empty", "morning"]),
        ("&to=2026-11-02T08:00:00Z", ["night"]),
        ("&to=2026-11-02T08:00:00.000001Z", ["morning", "night"]),
        ("&from=2026-11-02T02:00:00Z&to=2026-11-02T02:00:01Z", ["night"]),
        ("&from=2026-11-02T10:00:00Z&to=2026-11-02T10:00:01Z", ["empty"]),
        ("&from=2026-11-02T10:00:00.000001Z", []),
        ("&to=2026-11-02T10:00:00Z", ["morning", "night"]),
        ("&from=2026-11-02T11:00:00 02:00&to=2026-11-02T10:30:00+01:00", ["morning"][:0]),
    ],
)
def test_a_range_is_half_open_and_takes_what_reaches_into_it(tracker, category, query, found):
    names = {
        tracker.add(category, "2026-10-30T22:00:00Z", "2026-11-02T06:00:00Z")["id"]: "night",
        tracker.add(category, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")["id"]: "morning",
        tracker.add(category, "2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z")["id"]: "empty",
    }
    order = ["empty", "morning", "night"]

    listed = tracker.done("GET", f"/api/time/entries?categoryId={category['id']}{query}")

    expected = sorted(found, key=order.index)
    assert [names[entry["id"]] for entry in listed] == expected


def test_a_running_entry_reaches_to_now(tracker, category, clock):
    running = tracker.start(category)
    clock.advance(3600)
    path = f"/api/time/entries?categoryId={category['id']}"

    assert tracker.done("GET", f"{path}&from=2026-11-02T12:59:59Z") == [running]
    assert tracker.done("GET", f"{path}&from=2026-11-02T13:00:00Z") == []


def test_a_list_needs_a_category_and_a_range_that_does_not_end_before_it_begins(tracker, category):
    path = f"/api/time/entries?categoryId={category['id']}"

    assert tracker.refused("GET", "/api/time/entries") == (400, "invalid_id")
    assert tracker.refused("GET", "/api/time/entries?categoryId=x") == (400, "invalid_id")
    assert tracker.refused("GET", f"{path}&from=yesterday") == (400, "invalid_time")
    assert tracker.refused("GET", f"{path}&from=2026-11-03T00:00:00Z&to=2026-11-02T00:00:00Z") == (
        400,
        "invalid_time_range",
    )


def test_a_long_list_is_as_right_as_a_short_one(app, tracker, category):
    """Longer than what is read or sent at once, with entries of more than a day among them."""
    note, start = "x" * 200, at("2020-01-01T00:00:00Z")
    for hour in range(1100):
        begin = start + timedelta(hours=hour)
        tracker.add(
            category, begin.isoformat(), (begin + timedelta(hours=1)).isoformat(), note=note
        )
    long = tracker.add(category, "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z")
    path = f"/api/time/entries?categoryId={category['id']}"

    listed = tracker.done("GET", path)

    pages = tracker.entries(limit=1000)
    assert len(listed) == 1101
    assert listed[:1000] == pages
    assert listed[-1] == long
    assert tracker.done("GET", f"{path}&from=2019-06-01T00:00:00Z") == listed
    head, got = tracker.call("HEAD", path), tracker.call("GET", path)
    assert (head.content_length, head.data) == (len(got.data), b"")
    assert head.content_type == got.content_type == "application/json"
    assert app.database.is_closed()
    left = tracker.call("GET", path)
    assert next(left.iter_encoded()).startswith(b'[{"id":')
    assert app.database.is_closed()
