"""What administrators do with people, and what ends when."""

import pytest

from clockwork.accounts import administration, passwords, setup, tokens
from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.accounts.passwords import PasswordHasher
from clockwork.db.database import connected, current, transaction
from clockwork.db.models import Person
from clockwork.tracking.actor import Actor
from tests.api.people import HASH, PASSWORD, Team, Visitor

NEW = "another password"
OUT = (401, "unauthenticated")


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
def bob(team):
    return team.signed_in(team.bob)


@pytest.fixture
def bobs(team):
    """All that Bob has been let in by."""
    return [
        team.signed_in(team.bob),
        *(team.with_token(team.bob, scope) for scope in ("read", "track")),
    ]


def person(one):
    return f"/api/people/{one.id}"


def test_a_token_makes_nobody_eternal(team):
    script = team.with_token(team.alice, "admin")
    eve = {"name": "Eve", "email": "eve@x.example", "role": "administrator", "password": NEW}

    assert script.refused("POST", "/api/people", eve) == (403, "forbidden")
    for change in ({"password": NEW}, {"role": "administrator"}, {"email": "e@x.example"},
                   {"disabled": True}, {"name": "B"}):  # fmt: skip
        assert script.refused("PATCH", person(team.bob), change) == (403, "forbidden")
    assert script.refused("GET", person(team.bob) + "/tokens") == (403, "forbidden")
    assert len(script.done("GET", "/api/people")) == 3


def test_ones_own_password_needs_the_present_one(app, team, alice):
    response = alice.call("PATCH", person(team.alice), {"password": NEW})

    assert (response.status_code, response.json["code"]) == (403, "forbidden")
    assert "present" in response.json["message"]
    body = {"email": "alice@x.example", "password": PASSWORD}
    assert Visitor(app).call("POST", "/api/session", body).status_code == 200


@pytest.mark.parametrize("change", [{"password": NEW}, {"disabled": True}])
def test_a_reset_or_disabling_ends_sessions_and_tokens(team, alice, bobs, change):
    assert [one.done("GET", "/api/projects") for one in bobs] == [[]] * 3

    alice.done("PATCH", person(team.bob), change)
    assert [one.refused("GET", "/api/projects") for one in bobs] == [OUT] * 3
    alice.done("PATCH", person(team.bob), {"disabled": False})

    assert [one.refused("GET", "/api/projects") for one in bobs] == [OUT] * 3
    assert alice.done("GET", person(team.bob) + "/tokens") == []


def test_enabling_revives_no_token_of_before(app, team, alice, bobs, clock):
    with connected(app.database):
        # As a version that ended nothing has left them.
        Person.update(disabled_at=clock()).where(Person.id == team.bob.id).execute()

    alice.done("PATCH", person(team.bob), {"disabled": False})

    assert [one.refused("GET", "/api/projects") for one in bobs] == [OUT] * 3


def test_changing_ones_own_password_ends_ones_tokens(team, bobs):
    body = {"current": PASSWORD, "password": NEW}
    bobs[0].done("POST", "/api/account/password", body)

    assert [one.refused("GET", "/api/projects") for one in bobs] == [OUT] * 3


def test_administrators_revoke_anybodys_tokens(team, alice, bob, bobs):
    path = person(team.bob) + "/tokens"
    listed = alice.done("GET", path)
    assert listed == bob.done("GET", "/api/account/tokens")
    read = next(token for token in listed if token["scope"] == "read")

    alice.done("DELETE", f"{path}/{read['id']}")
    assert bobs[1].refused("GET", "/api/projects") == OUT
    assert alice.refused("DELETE", f"{path}/{read['id']}") == (404, "not_found")
    assert bobs[2].done("GET", "/api/projects") == []
    alice.done("DELETE", path)

    assert bobs[2].refused("GET", "/api/projects") == OUT
    assert bobs[0].done("GET", "/api/projects") == []
    revoked = [one for one in records(alice) if one["action"] == "revoked"]
    assert {(one["actorId"], one["kind"]) for one in revoked} == {(team.alice.id, "token")}
    assert len(revoked) == 2
    missing = f"/api/people/{read['id']}/tokens"
    assert alice.refused("GET", missing) == alice.refused("DELETE", missing) == (404, "not_found")


def test_tokens_made_without_accounts_end_when_they_are_turned_on(make_app, clock):
    before, after = make_app(auth_mode="none"), make_app(auth_mode="password")
    with connected(before.database):
        local = Actor(ensure_local_person(clock), clock, is_administrator=True)
        _, key = tokens.create(local, "old", "admin", None)
    script = Visitor(after, {"Authorization": f"Bearer {key}"})
    assert script.done("GET", "/api/projects") == []

    team = Team(after, clock)

    assert team.alice.id == LOCAL_PERSON
    assert script.refused("GET", "/api/projects") == OUT


def test_who_can_not_sign_in_is_not_the_last_administrator(team, alice):
    body = {"name": "Eve", "email": "eve@x.example", "role": "administrator"}
    eve = alice.done("POST", "/api/people", body)
    last = (409, "last_administrator")
    assert alice.refused("PATCH", person(team.alice), {"role": "member"}) == last
    assert alice.refused("PATCH", person(team.alice), {"disabled": True}) == last

    alice.done("PATCH", f"/api/people/{eve['id']}", {"password": NEW})

    assert alice.done("PATCH", person(team.alice), {"role": "member"})["role"] == "member"


@pytest.mark.parametrize("email", ["stra\u00dfe@x.example", "\ufb01nn@x.example"])
def test_an_address_that_reads_as_another_is_nobodys(app, team, alice, email):
    body = {"name": "X", "email": email}
    assert alice.refused("POST", "/api/people", body) == (400, "invalid_json")
    assert alice.refused("PATCH", person(team.bob), {"email": email}) == (400, "invalid_json")
    sign_in = {"email": email, "password": PASSWORD}
    assert Visitor(app).refused("POST", "/api/session", sign_in) == (401, "wrong_credentials")


def records(visitor):
    return visitor.done("GET", "/api/audit")["items"]


def test_the_audit_tells_from_which_role_to_which(team, alice):
    alice.done("PATCH", person(team.bob), {"role": "administrator", "name": "B"})

    (told,) = [one["details"] for one in records(alice) if one["action"] == "changed"]
    assert told == {"fields": ["name", "role"], "role": ["member", "administrator"]}


def test_what_changes_nothing_is_not_in_the_audit(team, alice, bob, clock):
    alice.done("PATCH", person(team.charlie), {"disabled": True})
    before = records(alice)
    clock.advance(1)

    same = {"name": "Bob", "email": "BOB@x.example", "role": "member", "zone": "UTC"}
    alice.done("PATCH", person(team.bob), {**same, "disabled": False})
    alice.done("PATCH", person(team.charlie), {"disabled": True})
    alice.done("PATCH", person(team.bob), {})

    assert records(alice) == before
    assert bob.done("GET", "/api/projects") == []


def test_nobody_keeps_a_copy_of_the_exported_audit(alice):
    assert alice.call("GET", "/api/audit.csv").headers["Cache-Control"] == "no-store"


def test_no_password_is_hashed_while_others_wait_to_write(app, alice, team, monkeypatch, caplog):
    depths = []

    class Watched(PasswordHasher):
        def hash(self, password, **options):
            depths.append(current().transaction_depth())
            return super().hash(password, **options)

    monkeypatch.setattr(passwords, "HASHER", Watched(time_cost=2, memory_cost=64, parallelism=1))
    eve = {"name": "Eve", "email": "eve@x.example", "password": NEW}
    alice.done("POST", "/api/people", eve)
    alice.done("PATCH", person(team.charlie), {"password": NEW})
    # Bob's is renewed when he signs in, then changed.
    bob = team.signed_in(team.bob)
    Visitor(app).done("POST", "/api/session", {"email": "bob@x.example", "password": PASSWORD})
    bob.done("POST", "/api/account/password", {"current": PASSWORD, "password": NEW})

    assert depths == [0] * 4


def test_the_first_run_hashes_before_it_writes(app, clock, monkeypatch, caplog):
    depths = []

    class Watched(PasswordHasher):
        def hash(self, password, **options):
            depths.append(current().transaction_depth())
            return super().hash(password, **options)

    monkeypatch.setattr(passwords, "HASHER", Watched(time_cost=2, memory_cost=64, parallelism=1))
    with connected(app.database), caplog.at_level("WARNING", "clockwork.setup"):
        setup.offer(clock())
    code = caplog.text.split()[-1]
    body = {"code": code, "name": "A", "email": "a@x.example", "password": NEW}
    Visitor(app).done("POST", "/api/setup", body)

    assert depths == [0]


def test_the_first_run_is_open_while_no_administrator_can_sign_in(app, clock, caplog):
    with connected(app.database):
        administration.add(None, clock(), "A", "a@x.example", "administrator", None)
    visitor = Visitor(app)
    with caplog.at_level("WARNING", "clockwork.setup"):
        assert visitor.done("GET", "/api/setup")["needed"] is True
    body = {"code": caplog.text.split()[-1], "name": "A", "password": NEW}

    again = {**body, "email": "a@x.example"}
    assert visitor.refused("POST", "/api/setup", again) == (409, "duplicate_email")
    visitor.done("POST", "/api/setup", {**body, "email": "b@x.example"})

    assert visitor.done("GET", "/api/setup")["needed"] is False


def test_a_password_that_is_reset_while_it_is_verified_lets_nobody_in(
    app, team, alice, monkeypatch
):
    verify = passwords.verify

    def reset_meanwhile(stored, password):
        found = verify(stored, password)
        with connected(app.database), transaction():
            administration.store(None, team.clock(), team.bob.id, {"password_hash": HASH + "x"})
        return found

    monkeypatch.setattr(passwords, "verify", reset_meanwhile)
    body = {"email": "bob@x.example", "password": PASSWORD}
    assert Visitor(app).refused("POST", "/api/session", body) == (401, "wrong_credentials")
