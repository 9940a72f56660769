"""Projects over HTTP."""

from uuid import uuid4


def test_a_new_project_is_answered_whole(tracker):
    response = tracker.call(
        "POST", "/api/projects", {"name": "  Clockwork ", "description": "Time"}
    )

    made = response.json
    assert response.status_code == 201
    assert made == {
        "id": made["id"],
        "name": "Clockwork",
        "description": "Time",
        "color": "blue",
        "archivedAt": None,
        "inbox": False,
        "createdAt": "2026-11-02T12:00:00Z",
        "updatedAt": "2026-11-02T12:00:00Z",
    }
    assert tracker.done("GET", f"/api/projects/{made['id']}") == made


def test_a_description_without_value_is_left_out(tracker):
    for description in (None, ""):
        assert "description" not in tracker.project(description=description)


def test_projects_are_listed_oldest_first(tracker, clock):
    names = ["C", "A", "B"]
    for name in names:
        tracker.project(name)
        clock.advance(1)

    assert [project["name"] for project in tracker.done("GET", "/api/projects")] == names


def test_two_projects_may_have_the_same_name(tracker):
    assert tracker.project("Twin")["id"] != tracker.project("Twin")["id"]


def test_a_patch_clears_the_description_it_leaves_out_and_keeps_the_colour(tracker, clock):
    made = tracker.project(description="Old", color="green")
    clock.advance(1.5)

    changed = tracker.done("PATCH", f"/api/projects/{made['id']}", {"name": "New"})

    assert changed["name"] == "New"
    assert "description" not in changed
    assert changed["color"] == "green"
    assert changed["createdAt"] == made["createdAt"]
    assert changed["updatedAt"] == "2026-11-02T12:00:01.500000Z"


def test_a_patch_sets_the_colour(tracker):
    path = f"/api/projects/{tracker.project('Garden', color='teal')['id']}"
    tracker.done("PATCH", path, {"name": "Garden", "color": "orange"})
    assert tracker.done("GET", path)["color"] == "orange"


def test_a_patch_of_nothing_is_no_change(tracker, clock):
    made = tracker.project("Same", description="As it was")
    clock.advance(1)

    path = f"/api/projects/{made['id']}"
    body = {"name": " Same", "description": "As it was", "color": made["color"]}
    assert tracker.done("PATCH", path, body) == made
    assert tracker.done("POST", f"{path}/unarchive") == made


def test_new_projects_get_colours_that_are_least_used(tracker):
    colors = [tracker.project(str(number))["color"] for number in range(9)]

    assert len(set(colors[:8])) == 8
    assert colors[8] == colors[0]


def test_what_does_not_exist_is_not_found(tracker):
    for method, body in (("GET", None), ("PATCH", {"name": "x"}), ("DELETE", None)):
        assert tracker.refused(method, f"/api/projects/{uuid4()}", body) == (404, "not_found")


def test_a_project_without_time_is_deleted_with_its_categories(tracker):
    project = tracker.project()
    # The child bears the name of its parent: rows that go one by one must not collide.
    parent = tracker.category(project, "A")
    tracker.category(project, "A", parentCategoryId=parent["id"])

    tracker.done("DELETE", f"/api/projects/{project['id']}")

    assert tracker.done("GET", "/api/projects") == []


def test_a_project_that_holds_time_stays_and_says_how_much(tracker):
    project = tracker.project()
    child = tracker.category(project, "B", parentCategoryId=tracker.category(project, "A")["id"])
    tracker.start(child)

    response = tracker.call("DELETE", f"/api/projects/{project['id']}")

    assert response.status_code == 409
    assert response.json["code"] == "project_in_use"
    assert response.json["details"] == {"entries": 1, "categories": 1}
    assert tracker.done("GET", f"/api/projects/{project['id']}") == project


def test_archiving_keeps_history_and_stops_starting(tracker, clock):
    project = tracker.project()
    category = tracker.category(project)
    entry = tracker.add(category, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z")
    clock.advance(60)

    archived = tracker.done("POST", f"/api/projects/{project['id']}/archive")

    assert archived["archivedAt"] == "2026-11-02T12:01:00Z"
    body = {"categoryId": category["id"]}
    assert tracker.refused("POST", "/api/time/start", body) == (409, "archived")
    assert tracker.refused("POST", f"/api/entries/{entry['id']}/continue") == (409, "archived")
    assert tracker.entry(entry["id"]) == entry
    listed = tracker.done("GET", f"/api/projects/{project['id']}/categories")
    assert [found["archivedAt"] for found in listed] == ["2026-11-02T12:01:00Z"]


def test_archiving_twice_keeps_the_first_time_and_unarchiving_brings_back(tracker, clock):
    project = tracker.project()
    category = tracker.category(project)
    path = f"/api/projects/{project['id']}"
    first = tracker.done("POST", f"{path}/archive")
    clock.advance(60)

    assert tracker.done("POST", f"{path}/archive") == first
    assert tracker.done("POST", f"{path}/unarchive")["archivedAt"] is None
    assert tracker.start(category)["stoppedAt"] is None
