"""Start now, name later: time without a category goes to the inbox."""

import pytest

from tests.api.people import Team

SPAN = {"startedAt": "2026-11-02T10:00:00Z", "stoppedAt": "2026-11-02T11:00:00Z"}
NOWHERE = {"categoryId": None}


@pytest.fixture
def entry(tracker):
    """What made the inbox."""
    return tracker.done("POST", "/api/entries", {**NOWHERE, **SPAN})


@pytest.fixture
def project(entry):
    return f"/api/projects/{entry['projectId']}"


@pytest.fixture
def category(entry, project):
    return f"{project}/categories/{entry['categoryId']}"


def test_without_a_category_the_inbox_is_started(tracker, clock):
    before = tracker.project("Before")
    clock.advance(1)

    started = tracker.done("POST", "/api/time/start", {**NOWHERE, "note": "What was it?"})

    project = tracker.done("GET", f"/api/projects/{started['projectId']}")
    now = "2026-11-02T12:00:01Z"
    assert project == {
        "id": started["projectId"], "name": "Inbox", "color": "orange", "inbox": True,
        "archivedAt": None, "createdAt": now, "updatedAt": now,
    }  # fmt: skip
    [category] = tracker.done("GET", f"/api/projects/{project['id']}/categories")
    assert category == {
        "id": started["categoryId"], "projectId": project["id"], "parentCategoryId": None,
        "name": "Inbox", "inbox": True, "archivedAt": None, "createdAt": now, "updatedAt": now,
    }  # fmt: skip
    assert tracker.active() == started
    catalog = tracker.done("GET", "/api/catalog")
    assert (catalog["projects"], catalog["categories"]) == ([before, project], [category])
    assert before["inbox"] is tracker.category(before)["inbox"] is False


def test_there_is_one_whatever_it_is_called(tracker, entry, project, category, clock):
    tracker.done("PATCH", project, {"name": "Später", "color": "red", "description": "x"})
    tracker.done("POST", f"{category}/rename", {"name": "Noch ohne Namen"})
    renamed = tracker.done("PATCH", category, {"name": "Unsorted"})
    assert (renamed["name"], renamed["inbox"]) == ("Unsorted", True)
    tracker.project("Inbox")

    started = tracker.done("POST", "/api/time/start", NOWHERE)

    assert started["categoryId"] == entry["categoryId"]
    inboxes = [one["name"] for one in tracker.done("GET", "/api/projects") if one["inbox"]]
    assert inboxes == ["Später"]


def test_a_category_left_out_is_still_an_error(tracker):
    for path, body in (("/api/time/start", {}), ("/api/entries", SPAN)):
        assert tracker.refused("POST", path, body) == (400, "invalid_json")
    assert tracker.done("GET", "/api/projects") == []


def test_what_is_refused_makes_no_inbox(tracker):
    late = {**NOWHERE, "startedAt": "2026-11-02T12:02:00Z"}
    assert tracker.refused("POST", "/api/time/start", late) == (400, "invalid_time")
    assert tracker.done("GET", "/api/projects") == []


def test_it_stays_where_it_is(tracker, entry, project, category):
    other = tracker.project("Other")
    above = tracker.category({"id": entry["projectId"]}, "Above")
    tracker.done("DELETE", f"/api/entries/{entry['id']}")
    top = {"projectId": other["id"], "parentCategoryId": None}
    below = {"projectId": entry["projectId"], "parentCategoryId": above["id"]}
    before = tracker.done("GET", "/api/catalog")

    for method, path, body in (
        ("DELETE", project, None),
        ("POST", f"{project}/archive", None),
        ("DELETE", category, None),
        ("POST", f"{category}/archive", None),
        ("POST", f"{category}/move", top),
        ("POST", f"{category}/move", below),
        ("PATCH", category, {"name": "x", "parentCategoryId": above["id"]}),
    ):
        assert tracker.refused(method, path, body) == (409, "inbox"), (method, path)

    assert tracker.done("GET", "/api/catalog") == before
    # What changes nothing is no harm.
    here = {"projectId": entry["projectId"], "parentCategoryId": None}
    for path, body in ((f"{category}/move", here), (f"{category}/unarchive", None)):
        assert tracker.done("POST", path, body)["inbox"] is True
    assert tracker.done("POST", f"{project}/unarchive")["inbox"] is True


def test_time_gets_its_name_later(tracker, entry):
    named = tracker.category(tracker.project("Garden"))

    assert tracker.change(entry, categoryId=named["id"])["projectId"] == named["projectId"]


def test_a_report_shows_it_as_itself(tracker, entry):
    day = {"start": "2026-11-02T00:00:00Z", "stop": "2026-11-03T00:00:00Z"}
    [row] = tracker.report(**day, groupBy="project")["rows"]
    assert (row["label"], row["key"], row["seconds"]) == ("Inbox", entry["projectId"], 3600)


def test_all_people_have_the_same(make_app, clock):
    team = Team(make_app(auth_mode="password"), clock)
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    started = [who.done("POST", "/api/time/start", NOWHERE) for who in (bob, charlie)]

    assert len({one["categoryId"] for one in started}) == 1
    assert len({one["id"] for one in started}) == 2


def test_with_a_key_it_is_made_once(tracker):
    sent = {"json": NOWHERE, "headers": {"Idempotency-Key": "k"}}
    first, again = (tracker.done("POST", "/api/time/start", **sent) for _ in range(2))

    assert first == again
    assert len(tracker.done("GET", "/api/projects")) == 1
