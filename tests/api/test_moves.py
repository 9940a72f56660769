"""Renaming a category and moving it, each without the other."""

from uuid import uuid4

import pytest

DAY = {"start": "2026-11-02T00:00:00Z", "stop": "2026-11-03T00:00:00Z"}


@pytest.fixture
def project(tracker):
    return tracker.project("Here")


@pytest.fixture
def other(tracker):
    return tracker.project("There")


@pytest.fixture
def top(tracker, project):
    return tracker.category(project, "Top")


@pytest.fixture
def child(tracker, project, top):
    return tracker.category(project, "Child", parentCategoryId=top["id"], description="Mine")


def address(category):
    return f"/api/projects/{category['projectId']}/categories/{category['id']}"


def place(project, parent=None):
    return {"projectId": project["id"], "parentCategoryId": parent and parent["id"]}


def test_renaming_moves_nothing_and_keeps_what_is_left_out(tracker, child, clock):
    clock.advance(1)

    renamed = tracker.done("POST", f"{address(child)}/rename", {"name": " Renamed "})

    assert renamed == {**child, "name": "Renamed", "updatedAt": "2026-11-02T12:00:01Z"}
    cleared = {"name": "Renamed", "description": None}
    assert "description" not in tracker.done("POST", f"{address(child)}/rename", cleared)


def test_renaming_to_the_same_name_is_no_change(tracker, child, clock):
    clock.advance(1)

    assert tracker.done("POST", f"{address(child)}/rename", {"name": "Child"}) == child


def test_a_name_has_to_be_one_and_no_sibling_s(tracker, project, top, child):
    tracker.category(project, "Taken", parentCategoryId=top["id"])
    path = f"{address(child)}/rename"

    assert tracker.refused("POST", path, {"name": "Taken"}) == (409, "duplicate_name")
    assert tracker.refused("POST", path, {"name": " "}) == (400, "invalid_category_name")
    assert tracker.refused("POST", path, {"description": "x"}) == (400, "invalid_json")
    body = {"name": "x", "parentCategoryId": None}
    assert tracker.refused("POST", path, body) == (400, "invalid_json")


def test_moving_within_a_project_changes_nothing_but_the_place(tracker, project, child, clock):
    clock.advance(1)

    moved = tracker.done("POST", f"{address(child)}/move", place(project))

    assert moved == {**child, "parentCategoryId": None, "updatedAt": "2026-11-02T12:00:01Z"}
    clock.advance(1)
    assert tracker.done("POST", f"{address(moved)}/move", place(project)) == moved


def test_a_category_moves_to_another_project_with_all_below_it_and_its_time(
    tracker, project, other, top, child, clock
):
    above = tracker.category(other, "Above")
    leaf = tracker.category(project, "Leaf", parentCategoryId=child["id"])
    entry = tracker.add(leaf, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")
    tracker.start(leaf)
    clock.advance(60)

    moved = tracker.done("POST", f"{address(child)}/move", place(other, above))

    assert (moved["projectId"], moved["parentCategoryId"]) == (other["id"], above["id"])
    assert tracker.refused("GET", address(child)) == (404, "not_found")
    below = tracker.done("GET", address({**leaf, "projectId": other["id"]}))
    assert below["parentCategoryId"] == child["id"]
    assert below["updatedAt"] == moved["updatedAt"] == "2026-11-02T12:01:00Z"
    assert tracker.entry(entry["id"]) == {**entry, "projectId": other["id"]}
    assert tracker.active()["projectId"] == other["id"]
    [row] = tracker.report(**DAY, groupBy="project")["rows"]
    assert (row["key"], row["seconds"]) == (other["id"], 3660)
    assert tracker.done("GET", address(top)) == top


def test_a_move_that_can_not_be_is_refused_and_changes_nothing(tracker, project, other, top, child):
    there = tracker.category(other, "There")
    tracker.category(other, "Top")

    def refused(body, category=top):
        return tracker.refused("POST", f"{address(category)}/move", body)

    assert refused(place(project, child)) == (409, "category_cycle")
    assert refused(place(project, top)) == (409, "category_cycle")
    assert refused(place(other)) == (409, "duplicate_name")
    assert refused(place(project, there)) == (400, "cross_project_parent")
    assert refused(place(other, {"id": str(uuid4())})) == (400, "invalid_parent")
    assert refused(place({"id": str(uuid4())})) == (404, "not_found")
    assert refused(place(other), {**top, "id": str(uuid4())}) == (404, "not_found")
    assert refused({"projectId": other["id"]}) == (400, "invalid_json")
    assert refused({"parentCategoryId": None}) == (400, "invalid_json")
    assert tracker.done("GET", address(top)) == top
    assert tracker.done("GET", address(child)) == child


def test_nothing_moves_into_what_is_archived(tracker, project, other, child):
    shut = tracker.category(project, "Shut")
    tracker.done("POST", f"{address(shut)}/archive")
    tracker.done("POST", f"/api/projects/{other['id']}/archive")
    path = f"{address(child)}/move"

    assert tracker.refused("POST", path, place(project, shut)) == (409, "archived")
    assert tracker.refused("POST", path, place(other)) == (409, "archived")
    opened = tracker.done("POST", f"{address(shut)}/move", place(project, child))
    assert opened["archivedAt"] == "2026-11-02T12:00:00Z"


def test_a_category_moves_only_as_deep_as_all_below_it_may_be(tracker, project, other, top, child):
    deep = None
    for number in range(199):
        deep = tracker.category(other, f"{number}", parentCategoryId=deep and deep["id"])

    path = f"{address(top)}/move"
    assert tracker.refused("POST", path, place(other, deep)) == (400, "invalid_parent")
    tracker.done("POST", f"{address(child)}/move", place(other, deep))


def test_if_match_prevents_a_rename_or_move_of_what_somebody_else_changed(tracker, project, child):
    read = tracker.call("GET", address(child)).headers["ETag"]
    for action, body in (("rename", {"name": "New"}), ("move", place(project))):
        path = f"{address(child)}/{action}"
        old = {"If-Match": '"long ago"'}
        assert tracker.refused("POST", path, body, headers=old) == (412, "changed")
        done = tracker.call("POST", path, body, headers={"If-Match": read})
        assert done.status_code == 200
        read = done.headers["ETag"]
