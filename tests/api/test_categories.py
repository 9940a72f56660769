"""Categories over HTTP: a tree in each project."""

from uuid import uuid4

import pytest


@pytest.fixture
def project(tracker):
    return tracker.project()


@pytest.fixture
def path(project):
    return f"/api/projects/{project['id']}/categories"


def test_a_new_category_is_answered_whole(tracker, project, path):
    made = tracker.category(project, " Work ", description="All of it")

    assert made == {
        "id": made["id"],
        "projectId": project["id"],
        "parentCategoryId": None,
        "name": "Work",
        "description": "All of it",
        "archivedAt": None,
        "inbox": False,
        "createdAt": "2026-11-02T12:00:00Z",
        "updatedAt": "2026-11-02T12:00:00Z",
    }
    assert tracker.done("GET", f"{path}/{made['id']}") == made
    assert tracker.done("GET", path) == [made]


def test_siblings_have_different_names_and_cousins_may_share_one(tracker, project, path):
    first, second = tracker.category(project, "First"), tracker.category(project, "Second")

    assert tracker.refused("POST", path, {"name": " First"}) == (409, "duplicate_name")
    tracker.category(project, "First", parentCategoryId=first["id"])
    tracker.category(project, "First", parentCategoryId=second["id"])
    body = {"name": "First", "parentCategoryId": second["id"]}
    assert tracker.refused("POST", path, body) == (409, "duplicate_name")
    assert tracker.refused("PATCH", f"{path}/{second['id']}", {"name": "First"}) == (
        409,
        "duplicate_name",
    )


def test_names_are_compared_after_normalisation(tracker, project, path):
    tracker.category(project, "Café")

    assert tracker.refused("POST", path, {"name": "Cafe\u0301"}) == (409, "duplicate_name")


def test_a_category_of_another_project_is_not_found(tracker, project, path):
    other = tracker.category(tracker.project("Other"))

    for method, body in (("GET", None), ("PATCH", {"name": "x"}), ("DELETE", None)):
        assert tracker.refused(method, f"{path}/{other['id']}", body) == (404, "not_found")


def test_a_parent_has_to_exist_in_the_same_project(tracker, path):
    elsewhere = tracker.category(tracker.project("Other"))

    body = {"name": "x", "parentCategoryId": str(uuid4())}
    assert tracker.refused("POST", path, body) == (400, "invalid_parent")
    body = {"name": "x", "parentCategoryId": elsewhere["id"]}
    assert tracker.refused("POST", path, body) == (400, "cross_project_parent")


def test_a_category_is_never_put_below_itself(tracker, project, path):
    top = tracker.category(project, "Top")
    middle = tracker.category(project, "Middle", parentCategoryId=top["id"])
    bottom = tracker.category(project, "Bottom", parentCategoryId=middle["id"])

    for parent in (top, middle, bottom):
        body = {"name": "Top", "parentCategoryId": parent["id"]}
        assert tracker.refused("PATCH", f"{path}/{top['id']}", body) == (409, "category_cycle")


def test_a_patch_clears_the_parent_and_description_it_leaves_out(tracker, project, path):
    top = tracker.category(project, "Top")
    child = tracker.category(project, "Child", parentCategoryId=top["id"], description="x")

    changed = tracker.done("PATCH", f"{path}/{child['id']}", {"name": "Child"})

    assert changed["parentCategoryId"] is None
    assert "description" not in changed


def test_a_patch_of_nothing_is_no_change(tracker, project, path, clock):
    top = tracker.category(project, "Top")
    child = tracker.category(project, "Child", parentCategoryId=top["id"], description="x")
    clock.advance(1)

    body = {"name": "Child ", "parentCategoryId": top["id"], "description": "x"}
    assert tracker.done("PATCH", f"{path}/{child['id']}", body) == child
    assert tracker.done("POST", f"{path}/{child['id']}/unarchive") == child


def test_a_category_moves_with_what_is_below_it(tracker, project, path):
    one, two = tracker.category(project, "One"), tracker.category(project, "Two")
    child = tracker.category(project, "Child", parentCategoryId=one["id"])

    body = {"name": "One", "parentCategoryId": two["id"]}
    moved = tracker.done("PATCH", f"{path}/{one['id']}", body)

    assert moved["parentCategoryId"] == two["id"]
    assert tracker.done("GET", f"{path}/{child['id']}")["parentCategoryId"] == one["id"]


def test_deleting_a_parent_makes_its_children_top_level(tracker, project, path):
    parent = tracker.category(project, "Parent")
    child = tracker.category(project, "Child", parentCategoryId=parent["id"])

    tracker.done("DELETE", f"{path}/{parent['id']}")

    assert tracker.done("GET", f"{path}/{child['id']}")["parentCategoryId"] is None
    assert tracker.refused("GET", f"{path}/{parent['id']}") == (404, "not_found")


def test_a_child_that_would_be_a_second_of_its_name_prevents_the_deletion(tracker, project, path):
    parent = tracker.category(project, "Parent")
    child = tracker.category(project, "Twin", parentCategoryId=parent["id"])
    tracker.category(project, "Twin")

    assert tracker.refused("DELETE", f"{path}/{parent['id']}") == (409, "duplicate_name")
    assert tracker.done("GET", f"{path}/{child['id']}")["parentCategoryId"] == parent["id"]


def test_what_holds_time_anywhere_below_stays_and_says_how_much(tracker, project, path):
    parent = tracker.category(project, "Parent")
    child = tracker.category(project, "Child", parentCategoryId=parent["id"])
    tracker.add(child, "2026-11-02T10:00:00Z", "2026-11-02T10:30:00Z")
    tracker.add(child, "2026-11-02T10:30:00Z", "2026-11-02T11:00:00Z")

    response = tracker.call("DELETE", f"{path}/{parent['id']}")

    assert (response.status_code, response.json["code"]) == (409, "category_in_use")
    assert response.json["details"] == {"entries": 2, "categories": 1}


def test_archiving_covers_what_is_below_and_gives_back_what_was_archived_before(
    tracker, project, path, clock
):
    parent = tracker.category(project, "Parent")
    child = tracker.category(project, "Child", parentCategoryId=parent["id"])
    other = tracker.category(project, "Other", parentCategoryId=parent["id"])
    tracker.done("POST", f"{path}/{other['id']}/archive")
    clock.advance(60)

    tracker.done("POST", f"{path}/{parent['id']}/archive")

    body = {"categoryId": child["id"]}
    assert tracker.refused("POST", "/api/time/start", body) == (409, "archived")
    covered = tracker.done("GET", f"{path}/{child['id']}")
    assert covered["archivedAt"] == "2026-11-02T12:01:00Z"
    assert covered in tracker.done("GET", path)
    tracker.done("POST", f"{path}/{parent['id']}/unarchive")
    assert tracker.done("GET", f"{path}/{child['id']}")["archivedAt"] is None
    assert tracker.done("GET", f"{path}/{other['id']}")["archivedAt"] == "2026-11-02T12:00:00Z"


def chain(tracker, project, length, **fields):
    """Categories above each other, the top one first."""
    made = []
    for number in range(length):
        above = {"parentCategoryId": made[-1]["id"]} if made else fields
        made.append(tracker.category(project, f"C{number}", **above))
    return made


def test_a_very_deep_tree_works_and_gets_no_deeper(tracker, project, path):
    made = chain(tracker, project, 200)
    deepest = made[-1]

    below = {"name": "Deeper", "parentCategoryId": deepest["id"]}
    assert tracker.refused("POST", path, below) == (400, "invalid_parent")
    tracker.done("POST", f"/api/projects/{project['id']}/archive")
    listed = tracker.done("GET", path)
    assert len(listed) == 200
    assert all(category["archivedAt"] for category in listed)
    assert tracker.done("GET", f"{path}/{deepest['id']}")["archivedAt"]


def test_a_category_moves_only_as_deep_as_all_below_it_may_be(tracker, project, path):
    deep, moved = chain(tracker, project, 198), tracker.category(project, "Moved")
    chain(tracker, project, 2, parentCategoryId=moved["id"])

    def body(parent):
        return {"name": "Moved", "parentCategoryId": parent["id"]}

    address = f"{path}/{moved['id']}"
    assert tracker.refused("PATCH", address, body(deep[197])) == (400, "invalid_parent")
    assert tracker.done("PATCH", address, body(deep[196]))["parentCategoryId"] == deep[196]["id"]
