"""A category merged into another: its time and what is below it go there."""

from operator import itemgetter
from uuid import uuid4

import pytest

from tests.api.people import Team

LATER = "2026-11-02T12:01:00Z"


@pytest.fixture
def project(tracker):
    return tracker.project("Here")


@pytest.fixture
def other(tracker):
    return tracker.project("There")


@pytest.fixture
def old(tracker, project):
    return tracker.category(project, "Old")


@pytest.fixture
def new(tracker, project):
    return tracker.category(project, "New")


def address(category):
    return f"/api/projects/{category['projectId']}/categories/{category['id']}"


def merge(tracker, category, into, **options):
    return tracker.done("POST", f"{address(category)}/merge", {"into": into["id"]}, **options)


def refused(tracker, category, into, **options):
    body = {"into": into["id"]}
    return tracker.refused("POST", f"{address(category)}/merge", body, **options)


def tree(tracker):
    catalog = tracker.done("GET", "/api/catalog")
    return catalog["projects"], catalog["categories"], tracker.entries()


def test_time_goes_into_the_other_category_and_keeps_when_it_was(tracker, old, new, clock):
    kept = tracker.add(new, "2026-11-01T10:00:00Z", "2026-11-01T11:00:00Z")
    moved = tracker.add(old, "2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z", note="x", tags=["a"])
    running = tracker.start(old)
    clock.advance(60)

    assert merge(tracker, old, new) == {"changed": 2}

    there = {"categoryId": new["id"], "updatedAt": LATER}
    assert tracker.entries() == [{**running, **there}, kept, {**moved, **there}]
    assert tracker.refused("GET", address(old)) == (404, "not_found")
    assert tracker.done("GET", address(new)) == new
    day = {"start": "2026-11-01T00:00:00Z", "stop": "2026-11-02T00:00:00Z"}
    [row] = tracker.report(**day, groupBy="category")["rows"]
    assert (row["key"], row["seconds"]) == (new["id"], 7200)


def test_everybody_s_time_goes_along(make_app, clock):
    team = Team(make_app(auth_mode="password"), clock)
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    path = f"/api/projects/{project}/categories"
    old, new = (bob.done("POST", path, {"name": name})["id"] for name in ("Old", "New"))
    for who in (bob, charlie):
        who.done("POST", "/api/time/start", {"categoryId": old})
    tag = charlie.call("GET", "/api/entries").headers["ETag"]

    assert bob.done("POST", f"{path}/{old}/merge", {"into": new}) == {"changed": 2}

    assert charlie.done("GET", "/api/time/active")["categoryId"] == new
    assert charlie.call("GET", "/api/entries", If_None_Match=tag).status_code == 200
    records = team.with_token(team.alice, "admin").done("GET", "/api/audit")["items"]
    [record] = [one for one in records if one["kind"] == "category"]
    about = {key: record[key] for key in ("action", "kind", "objectId", "actorId", "details")}
    assert about == {
        "action": "merged", "kind": "category", "objectId": old, "actorId": team.bob.id,
        "details": {"into": new, "name": "Old", "entries": 2},
    }  # fmt: skip


def test_what_is_below_goes_along_to_another_project_too(tracker, project, other, old, clock):
    into = tracker.category(other, "Into")
    child = tracker.category(project, "Child", parentCategoryId=old["id"])
    leaf = tracker.category(project, "Leaf", parentCategoryId=child["id"])
    entry = tracker.add(leaf, "2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z")
    clock.advance(60)

    assert merge(tracker, old, into) == {"changed": 0}

    there = {"projectId": other["id"], "updatedAt": LATER}
    shown = tracker.done("GET", f"/api/projects/{other['id']}/categories")
    expected = [into, {**child, "parentCategoryId": into["id"], **there}, {**leaf, **there}]
    assert sorted(shown, key=itemgetter("id")) == sorted(expected, key=itemgetter("id"))
    assert tracker.done("GET", f"/api/projects/{project['id']}/categories") == []
    assert tracker.entry(entry["id"]) == {**entry, "projectId": other["id"]}


def test_a_category_goes_into_the_one_above_it(tracker, project, old):
    """Also when a child has its name, whose place is free then."""
    child = tracker.category(project, "Child", parentCategoryId=old["id"])
    leaf = tracker.category(project, "Child", parentCategoryId=child["id"])

    merge(tracker, child, old)

    assert tracker.done("GET", address(leaf))["parentCategoryId"] == old["id"]
    assert tracker.done("GET", address(leaf))["name"] == "Child"


def test_what_can_not_be_is_refused_and_changes_nothing(tracker, project, other, old, new):
    below = tracker.category(project, "Below", parentCategoryId=old["id"])
    lowest = tracker.category(project, "Lowest", parentCategoryId=below["id"])
    tracker.category(project, "Below", parentCategoryId=new["id"])
    shut = tracker.category(other, "Shut")
    tracker.done("POST", f"{address(shut)}/archive")
    under = tracker.category(other, "Under", parentCategoryId=shut["id"])
    tracker.start(old, tags=["a"])
    before = tree(tracker)

    for into in (old, below, lowest):
        assert refused(tracker, old, into) == (409, "category_cycle")
    for into in (shut, under):
        assert refused(tracker, old, into) == (409, "archived")
    assert refused(tracker, old, new) == (409, "duplicate_name")
    assert refused(tracker, old, {"id": str(uuid4())}) == (404, "not_found")
    assert refused(tracker, {**old, "projectId": other["id"]}, new) == (404, "not_found")
    assert refused(tracker, {**old, "id": str(uuid4())}, new) == (404, "not_found")
    assert refused(tracker, {**old, "projectId": str(uuid4())}, new) == (404, "not_found")
    assert refused(tracker, old, new, headers={"If-Match": '"old"'}) == (412, "changed")
    assert tree(tracker) == before


def test_what_is_archived_goes_into_what_is_not(tracker, old, new):
    tracker.add(old, "2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z")
    tracker.done("POST", f"{address(old)}/archive")

    assert merge(tracker, old, new) == {"changed": 1}


def test_the_inbox_stays_and_takes_what_is_merged_into_it(tracker, old):
    started = tracker.done("POST", "/api/time/start", {"categoryId": None})
    inbox = {"id": started["categoryId"], "projectId": started["projectId"]}

    assert refused(tracker, inbox, old) == (409, "inbox")
    assert merge(tracker, old, inbox) == {"changed": 0}
    assert tracker.done("GET", address(inbox))["inbox"] is True


def test_no_tree_gets_too_deep(tracker, project, other, old):
    deep = None
    for number in range(200):
        deep = tracker.category(other, f"{number}", parentCategoryId=deep and deep["id"])
    tracker.category(project, "Child", parentCategoryId=old["id"])
    single = tracker.category(project, "Single")

    assert refused(tracker, old, deep) == (400, "invalid_parent")
    assert merge(tracker, single, deep) == {"changed": 0}


def test_with_a_key_it_happens_once(tracker, old, new):
    tracker.start(old)
    options = {"headers": {"Idempotency-Key": "k"}}

    assert [merge(tracker, old, new, **options) for _ in range(2)] == [{"changed": 1}] * 2
