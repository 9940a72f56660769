"""One's own tags, renamed, merged and removed on all of one's entries."""

from urllib.parse import quote

import pytest

from clockwork.db.database import connected, rows
from tests.api.people import Team

LATER = "2026-11-02T12:00:01Z"


@pytest.fixture
def category(tracker):
    return tracker.category()


@pytest.fixture
def tagged(tracker, category):
    """Add an entry with tags, an hour before the last."""
    hours = iter(range(10, 0, -1))

    def add(*tags):
        hour = next(hours)
        span = (f"2026-11-01T{hour:02}:00:00Z", f"2026-11-01T{hour:02}:30:00Z")
        return tracker.add(category, *span, tags=tags)

    return add


def tags_of(tracker):
    """Of all entries, newest first, and of the catalog."""
    listed = [entry["tags"] for entry in tracker.entries()]
    return listed, {
        tag["name"]: tag["entries"] for tag in tracker.done("GET", "/api/catalog")["tags"]
    }


def test_a_tag_is_renamed_on_all_entries_which_keep_their_times(tracker, tagged, clock):
    before = [tagged("a", "x"), tagged("b"), tagged("a")]
    clock.advance(1)

    assert tracker.done("PATCH", "/api/tags/a", {"name": " new "}) == {"changed": 2}

    changed = {"updatedAt": LATER}
    assert tracker.entries() == [
        {**before[0], "tags": ["new", "x"], **changed},
        before[1],
        {**before[2], "tags": ["new"], **changed},
    ]
    assert tags_of(tracker)[1] == {"new": 2, "x": 1, "b": 1}
    assert len(tracker.entries(tag="new")) == 2
    assert tracker.entries(tag="a") == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("PATCH", "/api/tags/a", {"name": "b"}), ("POST", "/api/tags/a/merge", {"into": "b"})],
)
def test_two_tags_become_one(tracker, tagged, clock, method, path, body):
    both, _, _, _ = tagged("a", "b"), tagged("a", "c"), tagged("b"), tagged()
    clock.advance(1)

    assert tracker.done(method, path, body) == {"changed": 2}

    assert tags_of(tracker) == ([["b"], ["b", "c"], ["b"], []], {"b": 3, "c": 1})
    assert tracker.entry(both["id"])["updatedAt"] == LATER


def test_a_tag_is_taken_from_all_entries(tracker, tagged):
    tagged("a", "b"), tagged("a")

    assert tracker.done("DELETE", "/api/tags/a") == {"changed": 2}

    assert tags_of(tracker) == ([["b"], []], {"b": 1})
    assert tracker.refused("DELETE", "/api/tags/a") == (404, "not_found")


def test_a_running_entry_is_changed_too(tracker, category):
    tracker.start(category, tags=["a"])

    assert tracker.done("PATCH", "/api/tags/a", {"name": "b"}) == {"changed": 1}
    assert tracker.active()["tags"] == ["b"]


def test_to_be_called_the_same_is_no_change(app, tracker, tagged, clock):
    entry = tagged("a")
    clock.advance(1)

    assert tracker.done("PATCH", "/api/tags/a", {"name": "a"}) == {"changed": 0}
    assert tracker.done("POST", "/api/tags/a/merge", {"into": "a"}) == {"changed": 0}

    assert tracker.entry(entry["id"]) == entry
    with connected(app.database):
        assert rows("SELECT action FROM audit") == []


def test_a_tag_that_no_entry_carries_is_none(tracker, tagged):
    tagged("a")
    assert tracker.refused("PATCH", "/api/tags/b", {"name": "a"}) == (404, "not_found")
    assert tracker.refused("POST", "/api/tags/b/merge", {"into": "a"}) == (404, "not_found")
    assert tracker.refused("POST", "/api/tags/a/merge", {"into": "b"}) == (404, "not_found")
    assert tracker.refused("DELETE", f"/api/tags/{'x' * 65}") == (400, "invalid_json")
    assert tracker.refused("DELETE", "/api/tags/%20") == (400, "invalid_json")
    assert tags_of(tracker) == ([["a"]], {"a": 1})


@pytest.mark.parametrize(
    "name",
    ["a/b", "/a", "a/", "a//b", "merge", "a/merge", "#1", "50%", "a?b=c", "grün", "a+b", "%41"],
)
def test_a_tag_may_hold_whatever_an_address_can(tracker, tagged, name):
    tagged(name, "other"), tagged("a")
    path = f"/api/tags/{quote(name, safe='')}"

    assert tracker.done("PATCH", path, {"name": "x"}) == {"changed": 1}
    assert tracker.done("PATCH", "/api/tags/x", {"name": name}) == {"changed": 1}
    assert tracker.done("POST", f"{path}/merge", {"into": "other"}) == {"changed": 1}
    assert tags_of(tracker) == ([["other"], ["a"]], {"other": 1, "a": 1})


@pytest.mark.parametrize("name", [".", "..", "a/../b"])
def test_a_tag_of_which_a_browser_makes_no_address_is_named_in_the_body(tracker, tagged, name):
    tagged(name, "b"), tagged("a")

    assert tracker.done("PATCH", "/api/tags", {"name": name, "to": "x"}) == {"changed": 1}
    assert tracker.done("PATCH", "/api/tags", {"name": "x", "to": "a"}) == {"changed": 1}
    assert tags_of(tracker)[1] == {"a": 2, "b": 1}

    assert tracker.done("PATCH", "/api/tags", {"name": "a", "to": None}) == {"changed": 2}
    assert tags_of(tracker) == ([["b"], []], {"b": 1})
    gone = {"name": "a", "to": None}
    assert tracker.refused("PATCH", "/api/tags", gone) == (404, "not_found")
    assert tracker.refused("PATCH", "/api/tags", {"name": "b"}) == (400, "invalid_json")


def test_a_tag_is_one_s_own_on_one_s_own_entries(make_app, clock):
    app = make_app(auth_mode="password")
    team = Team(app, clock)
    alice = team.with_token(team.alice, "admin")
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    bobs = {"categoryId": category, "tags": ["shared", "bob"]}
    bob.done("POST", "/api/time/start", bobs)
    charlies = charlie.done("POST", "/api/time/start", {**bobs, "tags": ["shared", "charlie"]})

    # Others' tags are as unknown as those that nobody has.
    for who, name in ((charlie, "bob"), (alice, "shared"), (alice, "nobody")):
        assert who.refused("DELETE", f"/api/tags/{name}") == (404, "not_found")
    into = {"into": "charlie"}
    assert bob.refused("POST", "/api/tags/bob/merge", into) == (404, "not_found")
    assert bob.done("PATCH", "/api/tags/shared", {"name": "charlie"}) == {"changed": 1}

    assert bob.done("GET", "/api/time/active")["tags"] == ["bob", "charlie"]
    assert charlie.done("GET", "/api/time/active") == charlies
    assert [tag["name"] for tag in bob.done("GET", "/api/catalog")["tags"]] == ["bob", "charlie"]


def test_the_audit_tells_what_was_done_in_a_line(tracker, tagged):
    tagged("a"), tagged("a", "b"), tagged("b")
    tracker.done("PATCH", "/api/tags/a", {"name": "c"})
    tracker.done("POST", "/api/tags/c/merge", {"into": "b"})
    tracker.done("DELETE", "/api/tags/b")

    records = tracker.done("GET", "/api/audit")["items"]

    told = {
        (one["action"], str(one["details"]["name"]), one["details"]["entries"]) for one in records
    }
    assert told == {("renamed", "['a', 'c']", 2), ("merged", "['c', 'b']", 2), ("deleted", "b", 3)}
    assert {one["kind"] for one in records} == {"tag"}


def test_what_somebody_holds_of_it_is_no_longer_right(tracker, tagged):
    entry = tagged("a")
    path = f"/api/entries/{entry['id']}"
    held = {view: tracker.call("GET", view).headers["ETag"]
            for view in ("/api/entries", "/api/catalog", path)}  # fmt: skip

    tracker.done("PATCH", "/api/tags/a", {"name": "b"})

    for view, tag in held.items():
        assert tracker.call("GET", view, headers={"If-None-Match": tag}).status_code == 200
    late = {"headers": {"If-Match": held[path]}}
    assert tracker.refused("PATCH", path, {"note": "x"}, **late) == (412, "changed")


def test_a_merge_that_is_sent_twice_happens_once(tracker, tagged):
    tagged("a"), tagged("b")
    sent = {"json": {"into": "b"}, "headers": {"Idempotency-Key": "k"}}
    answers = [tracker.done("POST", "/api/tags/a/merge", **sent) for _ in range(2)]
    assert answers == [{"changed": 1}] * 2
