"""A stopped entry that runs on: what undoing a stop, or a start that stopped it, does."""

import pytest

from tests.tracker import Tracker


@pytest.fixture
def category(tracker):
    return tracker.category()


def reopen(tracker, entry, **headers):
    return tracker.call("POST", f"/api/entries/{entry['id']}/reopen", **headers)


def test_a_stopped_entry_runs_on_as_if_it_had_not_been_stopped(tracker, category, clock):
    started = tracker.start(category, note="Think", tags=["a"])
    clock.advance(60)
    tracker.stop()
    clock.advance(60)

    response = reopen(tracker, started)

    assert response.status_code == 200
    assert response.json == {**started, "updatedAt": "2026-11-02T12:02:00Z"}
    assert tracker.active() == response.json
    # Once more changes nothing.
    clock.advance(60)
    assert reopen(tracker, started).json == response.json


def test_what_was_tracked_since_stands_in_the_way(tracker, category, clock):
    first = tracker.start(category)
    clock.advance(60)
    second = tracker.start(category)
    path = f"/api/entries/{first['id']}/reopen"
    assert tracker.refused("POST", path) == (409, "entry_overlap")
    clock.advance(60)
    tracker.stop()
    refused = reopen(tracker, first)
    assert (refused.status_code, refused.json["details"]) == (409, {"entries": [second["id"]]})
    assert tracker.active() is None


def test_one_runs_even_where_entries_may_overlap(make_app, clock):
    tracker = Tracker(make_app(allow_overlaps=True).test_client())
    category = tracker.category()
    first = tracker.start(category)
    clock.advance(60)
    tracker.start(category)
    path = f"/api/entries/{first['id']}/reopen"
    assert tracker.refused("POST", path) == (409, "entry_overlap")
