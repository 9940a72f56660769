"""Whoever asks, signed in or with a token or neither, gets what the OpenAPI document says."""

import pytest

from tests.api.generated import CHECKS, each_case
from tests.api.people import Team, Visitor

CASES_EACH = 4
VISITORS = {
    "stranger": lambda team: Visitor(team.app),
    "member": lambda team: team.signed_in(team.bob),
    "administrator": lambda team: team.signed_in(team.alice),
    "read token": lambda team: team.with_token(team.bob, "read"),
    "track token": lambda team: team.with_token(team.bob, "track"),
    "admin token": lambda team: team.with_token(team.alice, "admin"),
}


@pytest.fixture
def app(make_app):
    return make_app(auth_mode="password")


@pytest.fixture
def team(app, clock):
    return Team(app, clock)


@pytest.fixture
def known(team):
    bob = team.signed_in(team.bob)
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    entry = bob.done("POST", "/api/time/start", {"categoryId": category})["id"]
    return {"projectId": project, "categoryId": category, "entryId": entry,
            "personId": team.charlie.id}  # fmt: skip


@pytest.mark.parametrize("name", VISITORS)
def test_whoever_asks_gets_a_documented_answer(app, team, known, name):
    statuses = set()

    def check(case):
        # Anew each time: one of the cases signs out.
        headers = dict(VISITORS[name](team).headers)
        cookie, _, key = headers.pop("Cookie", "").partition("=")
        response = case.call_and_validate(
            checks=CHECKS, headers=headers, cookies={cookie: key} if key else None
        )
        statuses.add(response.status_code)

    each_case(app, CASES_EACH, known, check)

    assert {200, 401} <= statuses
    assert (201 in statuses) == (name not in ("stranger", "read token"))
