"""All that is kept of one person, as an archive."""

import csv
import io
import json
from zipfile import ZipFile

import msgspec
import pytest

from clockwork.export.json_file import Export
from tests.api.people import HASH, Team

FILES = ["README.txt", "profile.json", "entries.json", "entries.csv", "tokens.json", "feeds.json",
         "sessions.json", "imports.json", "audit.json"]  # fmt: skip


@pytest.fixture
def team(make_app, clock):
    return Team(make_app(auth_mode="password"), clock)


@pytest.fixture
def bob(team):
    """Bob, with a bit of everything; and something of Alice's beside it."""
    bob, alice = team.signed_in(team.bob), team.signed_in(team.alice)
    places = {}
    for name in ("Garden", "Office"):
        project = bob.done("POST", "/api/projects", {"name": name})["id"]
        path = f"/api/projects/{project}/categories"
        places[name] = bob.done("POST", path, {"name": "C"})["id"]
    times = {"startedAt": "2026-11-01T10:00:00Z", "stoppedAt": "2026-11-01T11:00:00.5Z"}
    body = {"categoryId": places["Garden"], **times, "note": "=Weeding", "tags": ["x"]}
    entry = bob.done("POST", "/api/entries", body)
    alice.done("POST", "/api/entries", {"categoryId": places["Office"], **times})
    alice.done("PATCH", f"/api/entries/{entry['id']}", {"tags": ["y"]})
    bob.done("POST", "/api/account/tokens", {"name": "Script", "scope": "read"})
    bob.secret = bob.done("POST", "/api/feeds", {"name": "Phone", "days": 7})["path"]
    address, file = "/api/imports?name=old.klg", b"2026-10-01\n    9:00 - 9:00 x\n"
    brought = bob.done("POST", address, file)
    bob.done("PATCH", f"/api/imports/{brought['id']}", {"zone": "UTC"})
    bob.done("POST", f"/api/imports/{brought['id']}/run")
    bob.done("POST", address, file)
    bob.done("PATCH", "/api/account", {"zone": "Europe/Berlin"})
    return bob


def archive(visitor, person):
    answer = visitor.call("GET", f"/api/people/{person.id}/export")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/zip"
    assert answer.headers["Cache-Control"] == "no-store"
    name = 'attachment; filename="clockwork-everything-2026-11-02.zip"'
    assert answer.headers["Content-Disposition"] == name
    found = ZipFile(io.BytesIO(answer.get_data()))
    assert found.testzip() is None
    assert found.namelist() == FILES
    return {name: found.read(name).decode() for name in FILES}


def test_it_holds_what_there_is_of_them_and_nothing_of_others(team, bob):
    files = archive(bob, team.bob)

    profile = json.loads(files["profile.json"])
    assert (profile["id"], profile["email"]) == (team.bob.id, "bob@x.example")
    export = msgspec.json.decode(files["entries.json"], type=Export)
    assert [(one.note, one.tags) for one in export.entries] == [("x", []), ("=Weeding", ["y"])]
    assert {one.name for one in export.projects} == {"Garden", "Inbox"}
    assert [one.id for one in export.people] == [team.bob.id]
    (_, row) = csv.DictReader(io.StringIO(files["entries.csv"].removeprefix("\ufeff"), newline=""))
    assert (row["Start"], row["Note"]) == ("2026-11-01T11:00:00+01:00", "'=Weeding")
    (token,) = json.loads(files["tokens.json"])
    assert (token["name"], token["scope"]) == ("Script", "read")
    (feed,) = json.loads(files["feeds.json"])
    assert (feed["name"], feed["days"], feed["projectIds"]) == ("Phone", 7, [])
    (session,) = json.loads(files["sessions.json"])
    assert (session["agent"], session["address"]) == ("test", "127.0.0.1")
    (brought,) = json.loads(files["imports.json"])
    assert (brought["name"], brought["format"], brought["state"]) == ("old.klg", "klog", "done")
    records = json.loads(files["audit.json"])
    told = {(one["actorId"], one["action"], one["kind"]) for one in records}
    assert told == {
        (None, "created", "person"), (team.alice.id, "changed", "entry"),
        (team.bob.id, "created", "token"), (team.bob.id, "created", "feed"),
        (team.bob.id, "imported", "import"),
        (team.bob.id, "changed", "person"),
    }  # fmt: skip


def test_it_holds_no_secret_and_no_hash_of_one(team, bob):
    said = "".join(archive(bob, team.bob).values())

    for secret in (HASH, "argon2", bob.secret, bob.headers["Cookie"].partition("=")[2], "cw_"):
        assert secret not in said
    assert "hash" not in said.replace(archive(bob, team.bob)["README.txt"], "")


def test_an_administrator_gets_it_too_and_nobody_else(team, bob):
    alices, bobs = archive(team.signed_in(team.alice), team.bob), archive(bob, team.bob)

    for name in ("profile.json", "entries.csv", "tokens.json", "feeds.json"):
        assert alices[name] == bobs[name]
    path = f"/api/people/{team.bob.id}/export"
    assert team.signed_in(team.charlie).refused("GET", path) == (404, "not_found")
    assert team.with_token(team.alice, "admin").refused("GET", path) == (403, "forbidden")
    nobody = path.replace(team.bob.id, "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f")
    assert team.signed_in(team.alice).refused("GET", nobody) == (404, "not_found")


def test_without_accounts_it_is_the_one_persons(tracker):
    me = tracker.done("GET", "/api/session")["person"]["id"]

    answer = tracker.call("GET", f"/api/people/{me}/export")

    assert ZipFile(io.BytesIO(answer.get_data())).namelist() == FILES
