"""People added and changed by many at once."""

import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg2
import pytest

from clockwork.accounts import administration, people, setup
from clockwork.app import create_app
from clockwork.db.database import connected
from tests.api.people import PASSWORD, Team, Visitor
from tests.conftest import settings_for


@pytest.fixture
def app(make_app):
    return make_app(auth_mode="password", threads=16)


def test_an_address_changes_while_its_person_and_others_do_something_else(app, clock):
    team = Team(app, clock)
    alice = team.signed_in(team.alice)
    category = inbox(alice)

    def start(number):
        key = {"Idempotency_Key": f"{number}"}
        return alice.call("POST", "/api/time/start", category, **key).status_code

    def add(number):
        body = {"name": "x", "email": f"x{number}@x.example", "role": "administrator"}
        return alice.call("POST", "/api/people", body).status_code

    def rename(number):
        change = {"email": f"alice{number}@x.example"}
        return alice.call("PATCH", f"/api/people/{team.alice.id}", change).status_code

    with ThreadPoolExecutor(12) as pool:
        started = pool.map(start, range(80))
        added = pool.map(add, range(40))
        renamed = pool.map(rename, range(40))
        assert set(started) == set(added) == {201}
        assert set(renamed) == {200}


def test_an_address_changes_while_a_request_refers_to_its_person(postgres, migrated, clock):
    """On PostgreSQL alone: SQLite has one writer anyway."""
    url = postgres.create(migrated("postgres").removeprefix("postgresql:///").partition("?")[0])
    app = create_app(settings_for(url, auth_mode="password", db_timeout=2), clock)
    team = Team(app, clock)
    alice = team.signed_in(team.alice)
    change = {"email": "al@x.example"}

    with closing(psycopg2.connect(url)) as other:
        # As a request with an Idempotency-Key does before anything else.
        refer = "INSERT INTO answer (person_id, key, created_at) VALUES (%s, 'k', 0)"
        other.cursor().execute(refer, (team.alice.id,))
        changed = alice.call("PATCH", f"/api/people/{team.alice.id}", change)

    app.database.close_all()
    assert (changed.status_code, changed.json["email"]) == (200, "al@x.example")


def inbox(visitor):
    project = visitor.done("POST", "/api/projects", {"name": "P"})["id"]
    path = f"/api/projects/{project}/categories"
    return {"categoryId": visitor.done("POST", path, {"name": "C"})["id"]}


def test_a_merge_takes_everybody_s_time_while_they_go_on(app, clock):
    """Who starts in what is merged at that moment was there before, or is told that it is gone."""
    team = Team(app, clock)
    people = [team.with_token(one, "track") for one in (team.alice, team.bob, team.charlie)]
    alice, goal = people[0], inbox(people[0])
    rename = {"name": "Bob", "role": "member"}
    administrator = team.signed_in(team.alice)

    for number in range(20):
        clock.advance(1)
        old = inbox(alice)
        project = alice.done("GET", "/api/projects")[-1]["id"]
        path = f"/api/projects/{project}/categories/{old['categoryId']}/merge"
        tagged = {**old, "tags": [f"a{number}"]}
        calls = [(who, "POST", "/api/time/start", tagged) for who in people for _ in range(2)]
        calls += [(who, "POST", "/api/time/start", goal) for who in people]
        calls += [(who, "PATCH", f"/api/tags/a{number}", {"name": "all"}) for who in people]
        calls += [(administrator, "PATCH", f"/api/people/{team.bob.id}", rename)]
        calls.insert(6, (alice, "POST", path, {"into": goal["categoryId"]}))

        def call(one, number=number):
            who, method, address, body = one
            key = {"Idempotency_Key": f"{number}"} if address.endswith("merge") else {}
            return who.call(method, address, body, **key).status_code

        with ThreadPoolExecutor(len(calls)) as pool:
            statuses = list(pool.map(call, calls))
        assert statuses[6] == 200
        assert set(statuses) <= {200, 201, 404}
        assert alice.refused("GET", path.removesuffix("/merge")) == (404, "not_found")
    places = {entry["categoryId"] for who in people
              for entry in who.done("GET", "/api/entries?limit=1000")["items"]}  # fmt: skip
    assert places == {goal["categoryId"]}


def test_a_person_is_removed_while_they_go_on(app, clock):
    """Each of their requests comes before, or from nobody; nothing of theirs is left behind."""
    team = Team(app, clock)
    alice = team.signed_in(team.alice)
    category = inbox(alice)

    for number in range(8):
        with connected(app.database):
            email = f"x{number}@x.example"
            gone = administration.add(None, clock(), "X", email, "member", None)
        theirs, script = team.signed_in(gone), team.with_token(gone, "track")
        times = {"startedAt": "2026-11-01T10:00:00Z", "stoppedAt": "2026-11-01T10:00:00Z"}
        tagged, over = {**category, "tags": ["t"]}, {**category, **times}
        calls = [
            *((who, "POST", "/api/time/start", tagged) for who in (theirs, script)),
            *((who, "POST", "/api/entries", over) for who in (theirs, script)),
            (theirs, "POST", "/api/feeds", {"name": "F"}),
            (theirs, "POST", "/api/account/tokens", {"name": "T", "scope": "read"}),
            (alice, "POST", "/api/time/start", category),
            (theirs, "POST", "/api/time/stop", None),
            (alice, "DELETE", f"/api/people/{gone.id}", None),
        ]  # fmt: skip

        def call(one, number=number, script=script):
            who, method, path, body = one
            key = {"Idempotency_Key": f"{number}"} if "/time/" in path and who is script else {}
            return who.call(method, path, body, **key).status_code

        with ThreadPoolExecutor(len(calls)) as pool:
            *statuses, removed = pool.map(call, calls)
        assert removed == 204
        assert set(statuses) <= {200, 201, 401, 404, 409, 503}
        assert theirs.refused("GET", "/api/projects")[0] == 401
        asked = alice.done("GET", f"/api/entries?personId={gone.id}")
        assert asked["items"] == []


def test_one_administrator_stays_when_two_give_it_up_at_once(app, clock):
    team = Team(app, clock)
    alice = team.signed_in(team.alice)
    alice.done("PATCH", f"/api/people/{team.bob.id}", {"role": "administrator"})
    both = [(alice, team.alice), (team.signed_in(team.bob), team.bob)]

    def give_up(one):
        visitor, person = one
        return visitor.call("PATCH", f"/api/people/{person.id}", {"role": "member"}).status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(give_up, both)) == [200, 409]


def test_of_two_first_runs_at_once_one_is_the_first(app, clock, caplog):
    with connected(app.database), caplog.at_level(logging.WARNING, "clockwork.setup"):
        # Each of two servers has logged the code.
        setup.offer(clock())
        setup.offer(clock())
    codes = {line.split()[-1] for line in caplog.messages}
    assert len(codes) == 1
    (code,) = codes

    def set_up(number):
        body = {"code": code, "name": "A", "email": f"a{number}@x.example"}
        sent = {**body, "password": PASSWORD}
        return Visitor(app).call("POST", "/api/setup", sent).status_code

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(set_up, range(4)))

    assert answers.count(201) == 1
    assert set(answers) <= {201, 409, 401}
    with connected(app.database):
        assert len(people.registered()) == 1
