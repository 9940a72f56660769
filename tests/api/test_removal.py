"""A person is removed for good: what is theirs goes, what all share stays."""

import json

import pytest

from clockwork.accounts import administration
from clockwork.clock import DAY
from clockwork.db.database import connected, rows
from clockwork.db.models import TABLES, Person
from tests.api.people import HASH, Team, Visitor

OUT = (401, "unauthenticated")
GONE = (404, "not_found")


@pytest.fixture
def team(make_app, clock):
    return Team(make_app(auth_mode="password"), clock)


@pytest.fixture
def alice(team):
    return team.signed_in(team.alice)


@pytest.fixture
def bob(team, alice):
    """Bob, with a bit of everything."""
    bob = team.signed_in(team.bob)
    project = bob.done("POST", "/api/projects", {"name": "Garden"})["id"]
    path = f"/api/projects/{project}/categories"
    bob.place = {"categoryId": bob.done("POST", path, {"name": "Beds"})["id"]}
    for day, tags in ((1, ["private-word"]), (2, ["shared"])):
        times = {name: f"2026-10-0{day}T{hour}:00:00Z"
                 for name, hour in (("startedAt", "10"), ("stoppedAt", "11"))}  # fmt: skip
        body = {**bob.place, **times, "note": "private note", "tags": tags}
        entry = bob.done("POST", "/api/entries", body, Idempotency_Key=f"k{day}")
    alice.done("PATCH", f"/api/entries/{entry['id']}", {"tags": ["private-word", "shared"]})
    bob.done("PATCH", "/api/tags/private-word", {"name": "private-other"})
    bob.done("POST", "/api/time/start", bob.place)
    bob.token = team.with_token(team.bob, "track")
    bob.feed = bob.done("POST", "/api/feeds", {"name": "private phone"})["path"]
    bob.refused("POST", "/api/account/password", {"current": "wrong", "password": "x" * 12})
    return bob


def everything(team):
    """Every row of every table, as text."""
    with connected(team.app.database):
        return {
            table._meta.table_name: [repr(row) for row in rows(f"SELECT * FROM {name}")]
            for table in TABLES
            for name in [f'"{table._meta.table_name}"']
        }


def test_what_is_theirs_goes_and_what_all_share_stays(team, alice, bob):
    alice.done("POST", "/api/entries", {
        **bob.place, "tags": ["shared"],
        "startedAt": "2026-10-01T10:00:00Z", "stoppedAt": "2026-10-01T11:00:00Z",
    })  # fmt: skip

    assert alice.done("DELETE", f"/api/people/{team.bob.id}") is None

    assert bob.refused("GET", "/api/projects") == OUT
    assert bob.token.refused("GET", "/api/projects") == OUT
    assert Visitor(team.app).refused("GET", bob.feed) == GONE
    assert alice.refused("GET", f"/api/people/{team.bob.id}") == GONE
    assert {one["name"] for one in alice.done("GET", "/api/people")} == {"Alice", "Charlie"}
    catalog = alice.done("GET", "/api/catalog")
    assert [one["name"] for one in catalog["projects"]] == ["Garden"]
    assert [one["name"] for one in catalog["categories"]] == ["Beds"]
    assert catalog["tags"] == [{"name": "shared", "entries": 1}]
    assert alice.done("GET", f"/api/entries?personId={team.bob.id}")["items"] == []
    assert len(alice.done("GET", "/api/entries")["items"]) == 1


def test_nothing_that_is_left_names_them(team, alice, bob):
    before = {name for name, found in everything(team).items() if "private" in str(found)}
    assert before == {"entry", "tag", "feed", "audit", "answer"}

    alice.done("DELETE", f"/api/people/{team.bob.id}")

    left = everything(team)
    said = json.dumps(left).lower()
    for word in ("private", "bob", "script"):
        assert word not in said
    holding = {name for name, found in left.items() if team.bob.id in str(found)}
    # An identifier that names nobody any more: who did what, and a number that only goes on.
    assert holding == {"audit", "version"}


def test_the_audit_tells_that_it_was_done(team, alice, bob, clock):
    clock.advance(1)

    alice.done("DELETE", f"/api/people/{team.bob.id}")

    first, *others = alice.done("GET", f"/api/audit?personId={team.bob.id}")["items"]
    assert (first["actorId"], first["action"], first["kind"]) == (
        team.alice.id, "deleted", "person")  # fmt: skip
    assert first["details"] == {"entries": 3}
    kept = {(one["actorId"], one["action"], one["kind"]): one["details"] for one in others}
    about = {"personId": team.bob.id}
    assert kept == {
        (None, "created", "person"): {"role": "member"},
        (team.alice.id, "changed", "entry"): about,
        (team.bob.id, "renamed", "tag"): about,
        (team.bob.id, "created", "token"): {},
        (team.bob.id, "created", "feed"): {},
    }


def test_of_others_the_audit_tells_what_it_told(team, alice, bob):
    charlie = team.signed_in(team.charlie)
    charlie.done("POST", "/api/account/tokens", {"name": "Charlie's script", "scope": "read"})
    entry = charlie.done("POST", "/api/time/start", bob.place)
    charlie.done("PATCH", f"/api/entries/{entry['id']}", {"tags": ["kept"]})

    alice.done("DELETE", f"/api/people/{team.bob.id}")

    told = alice.done("GET", f"/api/audit?personId={team.charlie.id}")["items"]
    details = json.dumps([one["details"] for one in told])
    assert "Charlie's script" in details
    assert "kept" in details


def test_nobody_removes_themselves_or_the_last_administrator(team, alice, bob):
    assert alice.refused("DELETE", f"/api/people/{team.alice.id}") == (403, "forbidden")
    assert bob.refused("DELETE", f"/api/people/{team.charlie.id}") == (403, "forbidden")
    nobody = "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f"
    assert alice.refused("DELETE", f"/api/people/{nobody}") == GONE
    with connected(team.app.database):
        # As a proxy's word or another mode could have it.
        administration.store(None, team.clock(), team.bob.id, {"role": "administrator"})
        Person.update(password_hash=None).where(Person.id == team.bob.id).execute()
    other = team.signed_in(team.bob)
    assert other.refused("DELETE", f"/api/people/{team.alice.id}") == (409, "last_administrator")
    assert alice.done("GET", f"/api/people/{team.alice.id}")["name"] == "Alice"


def test_the_address_is_free_for_somebody_new(team, alice, bob, clock):
    alice.done("DELETE", f"/api/people/{team.bob.id}")

    body = {"name": "Bob", "email": team.bob.email}
    added = alice.done("POST", "/api/people", body)

    assert added["id"] != team.bob.id
    with connected(team.app.database):
        administration.store(None, clock(), added["id"], {"password_hash": HASH})
    clock.now += DAY
    new = team.signed_in(team.bob._replace(id=added["id"]))
    assert new.done("GET", "/api/entries")["items"] == []
