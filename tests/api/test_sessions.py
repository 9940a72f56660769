"""The browsers that somebody is signed in with, as they see them."""

import pytest

from clockwork.accounts.keys import csrf_token
from clockwork.clock import DAY
from clockwork.db.database import connected, execute
from tests.api.people import Team, Visitor


@pytest.fixture
def app(make_app):
    return make_app(auth_mode="password")


@pytest.fixture
def team(app, clock):
    return Team(app, clock)


def listed(visitor):
    return visitor.done("GET", "/api/account/sessions")


def test_what_is_over_is_not_listed(team, clock):
    team.signed_in(team.bob)
    clock.now += 30 * DAY - 1
    bob = team.signed_in(team.bob)
    assert len(listed(bob)) == 2

    clock.now += 1

    (left,) = listed(bob)
    assert left["current"]
    assert left["address"] == "127.0.0.1"
    assert left["agent"] == "test"


def test_the_last_seen_comes_first_and_is_marked_once_a_minute(team, clock):
    first, second = team.signed_in(team.bob), team.signed_in(team.bob)
    clock.advance(60)
    assert {one["seenAt"] for one in listed(first)} == {"2026-11-02T12:00:00Z"}
    clock.advance(1)

    for visitor in (first, second, first):
        found = listed(visitor)
        assert found[0]["seenAt"] == "2026-11-02T12:01:01Z"
        assert {one["createdAt"] for one in found} == {"2026-11-02T12:00:00Z"}


def test_nobody_ends_the_session_of_another(team):
    alice, bob = team.signed_in(team.alice), team.signed_in(team.bob)
    (session,) = listed(bob)

    path = f"/api/account/sessions/{session['id']}"
    assert alice.refused("DELETE", path) == (404, "not_found")
    assert listed(bob) == [session]


def test_no_answer_is_kept_by_browser_or_proxy(app, team):
    bob = team.signed_in(team.bob)
    for visitor, path in ((bob, "/api/session"), (bob, "/api/entries"), (bob, "/api/people"),
                          (Visitor(app), "/api/session"), (bob, "/api/nowhere")):  # fmt: skip
        assert visitor.call("GET", path).headers["Cache-Control"] == "no-store", path


def test_the_csrf_token_of_another_tracker_is_no_use(app):
    with connected(app.database):
        here = csrf_token("person", "session", 0)
        assert csrf_token("person", "session", 0) == here
        execute("DELETE FROM secret")

        assert csrf_token("person", "session", 0) != here


def test_it_is_said_what_there_is_not(team):
    bob = team.signed_in(team.bob)
    for what in ("session", "token"):
        gone = bob.call("DELETE", f"/api/account/{what}s/{team.bob.id}")
        assert (gone.status_code, gone.json["message"]) == (404, f"There is no such {what}.")
