"""What the audit tells of entries, so that each could be written down again as it was."""

from urllib.parse import urlencode

import pytest

from clockwork.api.times import write_timestamp
from tests.api.people import Team
from tests.tracker import at


@pytest.fixture
def app(make_app):
    return make_app(auth_mode="password")


@pytest.fixture
def team(app, clock):
    return Team(app, clock)


@pytest.fixture
def alice(team):
    return team.signed_in(team.alice)


@pytest.fixture
def entry(team, clock):
    """Bob's, from ten to eleven."""
    bob = team.signed_in(team.bob)
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    times = {"startedAt": "2026-11-01T10:00:00Z", "stoppedAt": "2026-11-01T11:00:00Z"}
    body = {"categoryId": category, **times, "note": "hush", "tags": ["a"]}
    made = bob.done("POST", "/api/entries", body)
    clock.advance(1)
    return made


def micros(time):
    return int(at(time).timestamp() * 1_000_000)


def told(alice, team, entry, action):
    """The details of the newest record, which is about Bob's entry and by Alice."""
    newest = alice.done("GET", "/api/audit?limit=1")["items"][0]
    assert (newest["actorId"], newest["action"]) == (team.alice.id, action)
    assert (newest["kind"], newest["objectId"]) == ("entry", entry["id"])
    assert newest["details"].pop("personId") == team.bob.id
    return newest["details"]


def test_a_change_is_told_with_what_was_before_and_when_that_was_but_no_note(alice, team, entry):
    change = {"note": "x", "tags": ["b"], "stoppedAt": "2026-11-01T10:30:00Z"}
    alice.done("PATCH", f"/api/entries/{entry['id']}", change)

    stops = [micros("2026-11-01T11:00:00Z"), micros("2026-11-01T10:30:00Z")]
    fields = {"stoppedAt": stops, "note": [], "tags": [["a"], ["b"]]}
    times = [micros("2026-11-01T10:00:00Z"), micros("2026-11-01T11:00:00Z")]
    assert told(alice, team, entry, "changed") == {"times": times, "fields": fields}


def test_a_deletion_is_told_with_what_was_there_but_no_note(alice, team, entry):
    alice.done("DELETE", f"/api/entries/{entry['id']}")

    assert told(alice, team, entry, "deleted")["fields"] == {
        "categoryId": entry["categoryId"], "tags": ["a"],
        "startedAt": micros("2026-11-01T10:00:00Z"), "stoppedAt": micros("2026-11-01T11:00:00Z"),
    }  # fmt: skip


def test_a_split_is_told_with_its_moment_and_its_second_half(alice, team, entry):
    halves = alice.done("POST", f"/api/entries/{entry['id']}/split", {"at": "2026-11-01T10:20:00Z"})

    details = {"at": micros("2026-11-01T10:20:00Z"), "second": halves[1]["id"]}
    assert told(alice, team, entry, "split") == details


def test_a_token_is_told_with_its_name_and_scope(alice, team):
    made = alice.done("POST", "/api/account/tokens", {"name": "Script", "scope": "read"})

    (record,) = (one for one in alice.done("GET", "/api/audit")["items"] if one["kind"] == "token")
    assert (record["actorId"], record["action"]) == (team.alice.id, "created")
    assert (record["objectId"], record["details"]) == (
        made["id"], {"name": "Script", "scope": "read"},
    )  # fmt: skip


def test_a_new_person_is_told_with_their_role(alice, team, clock):
    clock.advance(1)
    person = {"name": "Eve", "email": "eve@x.example", "password": "correct horse battery"}
    made = alice.done("POST", "/api/people", {**person, "role": "member"})

    newest = alice.done("GET", "/api/audit?limit=1")["items"][0]
    assert (newest["actorId"], newest["action"]) == (team.alice.id, "created")
    assert (newest["kind"], newest["objectId"]) == ("person", made["id"])
    assert newest["details"] == {"role": "member"}


def test_records_are_those_of_a_range_and_of_whom_they_concern(alice, team, entry, clock):
    """What Bob had done to his entry, what Charlie did, and what was done to Charlie."""
    charlie = team.signed_in(team.charlie)
    alice.done("PATCH", f"/api/entries/{entry['id']}", {"tags": ["b"]})
    between = clock.now
    clock.advance(60)
    charlie.done("POST", "/api/account/tokens", {"name": "Script", "scope": "read"})
    alice.done("PATCH", f"/api/people/{team.charlie.id}", {"name": "Chuck"})

    def kinds(**query):
        found = alice.done("GET", f"/api/audit?{urlencode(query)}")["items"]
        return sorted(one["kind"] for one in found if one["action"] != "added")

    noon = write_timestamp(between + 1)
    assert kinds(personId=team.bob.id) == ["entry", "person"]
    assert kinds(personId=team.charlie.id, **{"from": noon}) == ["person", "token"]
    assert kinds(**{"from": noon}) == ["person", "token"]
    assert kinds(**{"from": write_timestamp(between), "to": noon}) == ["entry"]
    assert kinds(personId=entry["id"]) == ["entry"]
    assert alice.refused("GET", "/api/audit?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z") == (
        400, "invalid_time_range",
    )  # fmt: skip


def test_pages_of_a_person_follow_one_another(alice, team, entry, clock):
    for tag in "cde":
        alice.done("PATCH", f"/api/entries/{entry['id']}", {"tags": [tag]})
        clock.advance(1)
    told = []
    cursor = ""
    while cursor is not None:
        query = f"personId={team.bob.id}&limit=2{cursor and f'&cursor={cursor}'}"
        page = alice.done("GET", f"/api/audit?{query}")
        told += [one["details"].get("fields", {}).get("tags") for one in page["items"]]
        cursor = page["nextCursor"]
    assert told[:3] == [[["d"], ["e"]], [["c"], ["d"]], [["a"], ["c"]]]
