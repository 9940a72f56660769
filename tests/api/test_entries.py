"""Entries across categories, and their correction."""

from uuid import uuid4

import pytest

from clockwork.api.cursors import write_cursor
from tests.tracker import Tracker


@pytest.fixture
def category(tracker):
    return tracker.category()


@pytest.fixture
def entry(tracker, category):
    return tracker.add(
        category, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z", note="Note", tags=["tag"]
    )


def test_an_entry_with_both_ends_is_added(tracker, category, entry):
    assert entry["durationSeconds"] == 3600
    assert entry["note"] == "Note"
    assert tracker.entries() == [entry]


@pytest.mark.parametrize(
    ("start", "stop", "free"),
    [
        ("09:00", "10:00", True),
        ("11:00", "12:00", True),
        ("10:30", "10:30", True),
        ("09:00", "10:01", False),
        ("10:59", "11:30", False),
        ("10:15", "10:45", False),
        ("09:00", "11:30", False),
        ("10:00", "11:00", False),
    ],
)
def test_entries_may_touch_and_not_overlap(tracker, category, entry, start, stop, free):
    times = {"startedAt": f"2026-11-02T{start}:00Z", "stoppedAt": f"2026-11-02T{stop}:00Z"}

    response = tracker.call("POST", "/api/entries", {"categoryId": category["id"], **times})

    if free:
        assert response.status_code == 201
    else:
        assert (response.status_code, response.json["code"]) == (409, "entry_overlap")
        assert response.json["details"] == {"entries": [entry["id"]]}


def test_a_running_entry_occupies_all_that_follows(tracker, category, clock):
    running = tracker.start(category)
    clock.advance(3600)
    times = {"startedAt": "2026-11-02T12:30:00Z", "stoppedAt": "2026-11-02T12:40:00Z"}

    response = tracker.call("POST", "/api/entries", {"categoryId": category["id"], **times})

    assert response.json["details"] == {"entries": [running["id"]]}


def test_overlaps_can_be_allowed(make_app, category, entry):
    lenient = Tracker(make_app(allow_overlaps=True).test_client())

    assert (
        lenient.add(category, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z")["id"] != entry["id"]
    )


def test_an_overlap_made_while_they_were_allowed_still_counts_as_taken(make_app, tracker, category):
    lenient = Tracker(make_app(allow_overlaps=True).test_client())
    long = lenient.add(category, "2026-11-02T08:00:00Z", "2026-11-02T12:00:00Z")
    lenient.add(category, "2026-11-02T09:00:00Z", "2026-11-02T09:30:00Z")
    strict = Tracker(make_app().test_client())
    times = {"startedAt": "2026-11-02T10:00:00Z", "stoppedAt": "2026-11-02T10:30:00Z"}

    response = strict.call("POST", "/api/entries", {"categoryId": category["id"], **times})

    assert response.json["details"] == {"entries": [long["id"]]}


def test_times_that_have_not_come_or_are_the_wrong_way_round_are_refused(tracker, category):
    body = {"categoryId": category["id"], "startedAt": "2026-11-02T11:00:00Z"}

    later = {**body, "stoppedAt": "2026-11-02T12:01:01Z"}
    assert tracker.refused("POST", "/api/entries", later) == (400, "invalid_time")
    turned = {**body, "stoppedAt": "2026-11-02T10:59:59Z"}
    assert tracker.refused("POST", "/api/entries", turned) == (400, "invalid_time_range")
    soon = tracker.add(category, "2026-11-02T11:00:00Z", "2026-11-02T12:00:30Z")
    assert soon["stoppedAt"] == "2026-11-02T12:00:00Z"


def test_a_change_keeps_what_it_leaves_out(tracker, entry, clock):
    clock.advance(1)

    changed = tracker.change(entry, startedAt="2026-11-02T10:30:00Z")

    assert changed == {
        **entry,
        "startedAt": "2026-11-02T10:30:00Z",
        "durationSeconds": 1800,
        "updatedAt": "2026-11-02T12:00:01Z",
    }


def test_a_change_of_nothing_is_no_change(tracker, entry, clock):
    clock.advance(60)
    audited = tracker.done("GET", "/api/audit")
    sent = ("categoryId", "startedAt", "stoppedAt", "note", "tags")

    assert tracker.change(entry) == entry
    assert tracker.change(entry, **{name: entry[name] for name in sent}) == entry
    assert tracker.done("GET", "/api/audit") == audited


def test_a_change_sets_clears_and_replaces(tracker, entry):
    other = tracker.category(tracker.project("Other"), "Other")

    changed = tracker.change(entry, categoryId=other["id"], note=None, tags=["new", "two"])

    assert (changed["categoryId"], changed["projectId"]) == (other["id"], other["projectId"])
    assert "note" not in changed
    assert changed["tags"] == ["new", "two"]
    assert tracker.change(entry, tags=[])["tags"] == []


def test_a_running_entry_can_be_changed_and_stopped(tracker, category, clock):
    running = tracker.start(category)
    clock.advance(600)

    earlier = tracker.change(running, startedAt="2026-11-02T11:00:00Z")
    assert (earlier["startedAt"], earlier["stoppedAt"]) == ("2026-11-02T11:00:00Z", None)
    assert tracker.change(running, stoppedAt=None) == earlier
    assert tracker.change(running, stoppedAt="2026-11-02T12:00:00Z")["durationSeconds"] == 3600
    assert tracker.active() is None


def test_a_stopped_entry_never_runs_again(tracker, entry):
    path = f"/api/entries/{entry['id']}"

    assert tracker.refused("PATCH", path, {"stoppedAt": None}) == (400, "invalid_time")


def test_a_change_that_collides_changes_nothing(tracker, category, entry):
    tracker.add(category, "2026-11-02T11:00:00Z", "2026-11-02T11:30:00Z")
    path = f"/api/entries/{entry['id']}"

    body = {"note": "Lost", "stoppedAt": "2026-11-02T11:15:00Z"}
    assert tracker.refused("PATCH", path, body) == (409, "entry_overlap")
    body = {"startedAt": "2026-11-02T11:15:00Z"}
    assert tracker.refused("PATCH", path, body) == (400, "invalid_time_range")
    assert tracker.entry(entry["id"]) == entry


def test_an_entry_moves_to_no_archived_category_and_stays_correctable_in_one(tracker, entry):
    other = tracker.category(tracker.project("Other"), "Other")
    tracker.done("POST", f"/api/projects/{other['projectId']}/archive")
    tracker.done("POST", f"/api/projects/{entry['projectId']}/archive")

    path = f"/api/entries/{entry['id']}"
    assert tracker.refused("PATCH", path, {"categoryId": other["id"]}) == (409, "archived")
    assert tracker.change(entry, note="Corrected")["note"] == "Corrected"
    times = {"startedAt": "2026-11-02T09:00:00Z", "stoppedAt": "2026-11-02T09:30:00Z"}
    body = {"categoryId": other["id"], **times}
    assert tracker.refused("POST", "/api/entries", body) == (409, "archived")


def test_a_deleted_entry_is_gone(tracker, entry):
    tracker.done("DELETE", f"/api/entries/{entry['id']}")

    for method, body in (("GET", None), ("PATCH", {}), ("DELETE", None)):
        assert tracker.refused(method, f"/api/entries/{entry['id']}", body) == (404, "not_found")
    assert tracker.entries() == []


def test_a_split_leaves_two_entries_that_touch(tracker, entry):
    body = {"at": "2026-11-02T10:20:00.5Z"}

    first, second = tracker.done("POST", f"/api/entries/{entry['id']}/split", body)

    assert first["id"] == entry["id"]
    assert first["stoppedAt"] == second["startedAt"] == "2026-11-02T10:20:00.500000Z"
    assert second["stoppedAt"] == entry["stoppedAt"]
    assert (second["note"], second["tags"]) == (entry["note"], entry["tags"])


def test_a_split_of_the_running_entry_goes_on_running(tracker, category, clock):
    running = tracker.start(category)
    clock.advance(600)
    path = f"/api/entries/{running['id']}/split"

    assert tracker.refused("POST", path, {"at": "2026-11-02T12:10:00Z"}) == (400, "invalid_time")
    _, second = tracker.done("POST", path, {"at": "2026-11-02T12:05:00Z"})
    assert tracker.active() == second


@pytest.mark.parametrize("time", ["10:00:00", "11:00:00", "09:59:59", "11:00:01"])
def test_a_split_is_strictly_inside(tracker, entry, time):
    path = f"/api/entries/{entry['id']}/split"

    assert tracker.refused("POST", path, {"at": f"2026-11-02T{time}Z"}) == (400, "invalid_time")


def test_continuing_starts_a_new_entry_like_it(tracker, entry):
    going = tracker.done("POST", f"/api/entries/{entry['id']}/continue")

    assert going["id"] != entry["id"]
    assert going["startedAt"] == "2026-11-02T12:00:00Z"
    assert going["stoppedAt"] is None
    for field in ("categoryId", "note", "tags"):
        assert going[field] == entry[field]
    assert tracker.refused("POST", f"/api/entries/{uuid4()}/continue") == (404, "not_found")


def test_filters_choose_by_project_category_tag_text_and_state(tracker, clock):
    project, other = tracker.project("One"), tracker.project("Other")
    top = tracker.category(project, "Top")
    below = tracker.category(project, "Below", parentCategoryId=top["id"])
    far = tracker.category(other, "Far")
    a = tracker.add(top, "2026-11-02T01:00:00Z", "2026-11-02T02:00:00Z", note="Straße", tags=["x"])
    b = tracker.add(below, "2026-11-02T02:00:00Z", "2026-11-02T03:00:00Z", tags=["x", "y"])
    c = tracker.add(far, "2026-11-02T03:00:00Z", "2026-11-02T04:00:00Z", note="100% _sure_")
    d = tracker.start(far)

    def ids(**query):
        return [entry["id"] for entry in tracker.entries(**query)]

    assert ids() == [d["id"], c["id"], b["id"], a["id"]]
    assert ids(projectId=project["id"]) == [b["id"], a["id"]]
    assert ids(categoryId=top["id"]) == [b["id"], a["id"]]
    assert ids(categoryId=below["id"]) == [b["id"]]
    assert ids(categoryId=[below["id"], far["id"]]) == [d["id"], c["id"], b["id"]]
    assert ids(tag="y") == [b["id"]]
    assert ids(tag=["x", "y"]) == [b["id"], a["id"]]
    assert ids(q="STRASSE") == [a["id"]]
    assert ids(q="% _s") == [c["id"]]
    assert ids(q="%") == [c["id"]]
    assert ids(running="true") == [d["id"]]
    assert ids(running="false", projectId=other["id"]) == [c["id"]]
    assert ids(**{"from": "2026-11-02T02:30:00Z", "to": "2026-11-02T03:30:00Z"}) == [
        c["id"],
        b["id"],
    ]


def test_a_cursor_stays_right_while_entries_are_added(tracker, category):
    for hour in range(5):
        tracker.add(category, f"2026-11-02T0{hour}:00:00Z", f"2026-11-02T0{hour}:30:00Z")
    wanted = [entry["id"] for entry in tracker.entries()]

    page = tracker.done("GET", "/api/entries?limit=2")
    seen = page["items"]
    tracker.add(category, "2026-11-02T10:00:00Z", "2026-11-02T10:30:00Z")
    while page["nextCursor"]:
        query = {"limit": 2, "cursor": page["nextCursor"]}
        page = tracker.done("GET", "/api/entries", query_string=query)
        seen += page["items"]

    assert [entry["id"] for entry in seen] == wanted


def test_pages_cross_from_short_entries_to_one_that_began_long_before(tracker, category):
    long = tracker.add(category, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z")
    short = tracker.add(category, "2026-11-01T00:00:00Z", "2026-11-01T01:00:00Z")
    query = {"from": "2026-10-31T12:00:00Z", "limit": 1}

    first = tracker.done("GET", "/api/entries", query_string=query)
    second = tracker.done(
        "GET", "/api/entries", query_string={**query, "cursor": first["nextCursor"]}
    )

    assert [first["items"], second["items"]] == [[short], [long]]
    assert second["nextCursor"] is None


def test_a_range_that_ends_before_it_begins_is_refused(tracker):
    query = "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z"
    assert tracker.refused("GET", f"/api/entries?{query}") == (400, "invalid_time_range")


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "limit=x", "cursor=x", "cursor=W10",
                                   "running=maybe", "colour=red", "limit=1&limit=2"])  # fmt: skip
def test_a_query_of_the_wrong_form_is_refused(tracker, query):
    assert tracker.refused("GET", f"/api/entries?{query}") == (400, "invalid_json")


@pytest.mark.parametrize("start", [2**63, -(2**63) - 1, 10**30])
def test_a_cursor_beyond_what_a_database_counts_is_refused(tracker, start):
    cursor = write_cursor((start, str(uuid4())))
    query = {"cursor": cursor}

    refused = tracker.refused("GET", "/api/entries", query_string=query)

    assert refused == (400, "invalid_json")
    assert tracker.refused("GET", "/api/audit", query_string=query) == (400, "invalid_json")


def test_if_match_prevents_overwriting_what_somebody_else_changed(tracker, entry):
    path = f"/api/entries/{entry['id']}"
    read = tracker.call("GET", path).headers["ETag"]
    changed = tracker.call("PATCH", path, {"note": "Mine"}, headers={"If-Match": read})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != read

    for method, body in (("PATCH", {"note": "Theirs"}), ("DELETE", None)):
        response = tracker.call(method, path, body, headers={"If-Match": read})
        assert (response.status_code, response.json["code"]) == (412, "changed")
        assert response.json["details"] == changed.json
    fresh = {"If-Match": changed.headers["ETag"]}
    assert tracker.call("DELETE", path, headers=fresh).status_code == 204


def test_if_match_holds_for_projects_and_categories(tracker, category):
    project = f"/api/projects/{category['projectId']}"
    for path in (project, f"{project}/categories/{category['id']}"):
        read = tracker.call("GET", path).headers["ETag"]
        tracker.done("PATCH", path, {"name": "Changed"})
        for method, body in (("PATCH", {"name": "x"}), ("DELETE", None)):
            headers = {"If-Match": read}
            assert tracker.refused(method, path, body, headers=headers) == (412, "changed")
        tracker.done("PATCH", path, {"name": "Again"}, headers={"If-Match": "*"})
