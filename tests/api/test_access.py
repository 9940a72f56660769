"""Who may do what: every route of the API, asked by everybody."""

import pytest

from clockwork.api.openapi import document
from clockwork.clock import DAY
from tests.api.people import Team, Visitor

OPEN = {"nobody": "in", "expired": "in", "disabled": "in", "read": "in"}
READ = {}
TRACK = {"read": "forbidden"}
OWN = {"read": "forbidden", "track": "forbidden", "admin": "forbidden"}
# Administrators themselves, never their tokens.
PEOPLE = {**OWN, "bob": "forbidden", "charlie": "forbidden"}
ADMIN = {"bob": "forbidden", "charlie": "forbidden", "read": "forbidden", "track": "forbidden"}
# Alice's token of scope admin and her session see Bob's entry; Charlie does not, nor do her
# narrower tokens.
BOBS_READ = {"charlie": "not_found", "read": "not_found", "track": "not_found"}
BOBS = {**BOBS_READ, "read": "forbidden"}
# What even an administrator does not see; all tokens here are Alice's.
BOBS_ALONE = {**BOBS_READ, "alice": "not_found", "admin": "not_found"}

# What each route answers to whom; who is not named gets in, except nobody, the disabled and
# those whose session is over, who are unauthenticated.
EXPECTED = {
    "GET /api/setup": OPEN,
    "POST /api/setup": OPEN,
    "POST /api/session": OPEN,
    "GET /api/session": READ,
    "DELETE /api/session": OWN,
    "PATCH /api/account": OWN,
    "POST /api/account/password": OWN,
    "GET /api/account/sessions": OWN,
    "DELETE /api/account/sessions/{sessionId}": OWN,
    "GET /api/account/tokens": OWN,
    "POST /api/account/tokens": OWN,
    "DELETE /api/account/tokens/{tokenId}": OWN,
    "GET /api/feeds": OWN,
    "POST /api/feeds": OWN,
    "DELETE /api/feeds/{feedId}": OWN,
    "GET /api/feeds/{secret}.ics": OPEN,
    "GET /api/people": ADMIN,
    "POST /api/people": PEOPLE,
    "GET /api/people/{personId}": ADMIN,
    "PATCH /api/people/{personId}": PEOPLE,
    "DELETE /api/people/{personId}": PEOPLE,
    "GET /api/people/{personId}/export": {**OWN, "charlie": "not_found"},
    "GET /api/people/{personId}/tokens": PEOPLE,
    "DELETE /api/people/{personId}/tokens": PEOPLE,
    "DELETE /api/people/{personId}/tokens/{tokenId}": PEOPLE,
    "GET /api/audit": ADMIN,
    "GET /api/audit.csv": ADMIN,
    "GET /api/projects": READ,
    "GET /api/catalog": READ,
    "POST /api/projects": TRACK,
    "GET /api/projects/{projectId}": READ,
    "PATCH /api/projects/{projectId}": TRACK,
    "DELETE /api/projects/{projectId}": TRACK,
    "POST /api/projects/{projectId}/archive": TRACK,
    "POST /api/projects/{projectId}/unarchive": TRACK,
    "GET /api/projects/{projectId}/categories": READ,
    "POST /api/projects/{projectId}/categories": TRACK,
    "GET /api/projects/{projectId}/categories/{categoryId}": READ,
    "PATCH /api/projects/{projectId}/categories/{categoryId}": TRACK,
    "DELETE /api/projects/{projectId}/categories/{categoryId}": TRACK,
    "POST /api/projects/{projectId}/categories/{categoryId}/archive": TRACK,
    "POST /api/projects/{projectId}/categories/{categoryId}/unarchive": TRACK,
    "POST /api/projects/{projectId}/categories/{categoryId}/rename": TRACK,
    "POST /api/projects/{projectId}/categories/{categoryId}/move": TRACK,
    "POST /api/projects/{projectId}/categories/{categoryId}/merge": TRACK,
    "PATCH /api/tags": TRACK,
    "PATCH /api/tags/{name}": TRACK,
    "DELETE /api/tags/{name}": TRACK,
    "POST /api/tags/{name}/merge": TRACK,
    "GET /api/time/active": READ,
    "GET /api/time/entries": READ,
    "POST /api/time/start": TRACK,
    "POST /api/time/stop": TRACK,
    "GET /api/entries": READ,
    "POST /api/entries": TRACK,
    "GET /api/entries/{entryId}": BOBS_READ,
    "PATCH /api/entries/{entryId}": BOBS,
    "DELETE /api/entries/{entryId}": BOBS,
    "POST /api/entries/{entryId}/split": BOBS,
    "POST /api/entries/{entryId}/continue": BOBS,
    "POST /api/entries/{entryId}/reopen": BOBS,
    "GET /api/reports/summary": READ,
    "GET /api/reports/summary.csv": READ,
    "GET /api/reports/summary.xlsx": READ,
    "GET /api/export": READ,
    "GET /api/imports": READ,
    "POST /api/imports": TRACK,
    "GET /api/imports/{importId}": BOBS_ALONE,
    "PATCH /api/imports/{importId}": {**BOBS_ALONE, "read": "forbidden"},
    "DELETE /api/imports/{importId}": {**BOBS_ALONE, "read": "forbidden"},
    "POST /api/imports/{importId}/run": {**BOBS_ALONE, "read": "forbidden"},
    "POST /api/imports/{importId}/undo": {**BOBS_ALONE, "read": "forbidden"},
}

REMOVAL = "DELETE /api/people/{personId}"
STOPPERS = ("unauthenticated", "forbidden")
VISITORS = ("nobody", "expired", "disabled", "bob", "charlie", "alice", "read", "track", "admin")


@pytest.fixture
def app(make_app):
    return make_app(auth_mode="password")


@pytest.fixture
def team(app, clock):
    return Team(app, clock)


@pytest.fixture
def visitors(app, team, clock):
    with_tokens = {
        scope: team.with_token(team.alice, scope) for scope in ("read", "track", "admin")
    }
    alice = team.signed_in(team.alice)
    expired = team.signed_in(team.bob)
    disabled = team.signed_in(team.charlie)
    person = f"/api/people/{team.charlie.id}"
    alice.done("PATCH", person, {"disabled": True})
    alice.done("PATCH", person, {"disabled": False})
    clock.now += 30 * DAY
    return {
        "nobody": Visitor(app),
        "expired": expired,
        "disabled": disabled,
        "alice": team.signed_in(team.alice),
        "bob": team.signed_in(team.bob),
        "charlie": team.signed_in(team.charlie),
        **with_tokens,
    }


@pytest.fixture
def ids(visitors, team):
    bob = visitors["bob"]
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    times = {"startedAt": "2026-11-01T10:00:00Z", "stoppedAt": "2026-11-01T11:00:00Z"}
    entry = bob.done("POST", "/api/entries", {"categoryId": category, **times})["id"]
    file = bob.call("GET", "/api/export?format=json").get_data()
    sent = bob.client.post("/api/imports?name=x", data=file, headers=bob.headers)
    return {"projectId": project, "categoryId": category, "entryId": entry, "name": "tag",
            "importId": sent.json["id"],
            "personId": team.bob.id, "sessionId": entry, "tokenId": entry,
            "feedId": entry, "secret": "cwf_wrong"}  # fmt: skip


def test_every_route_answers_everybody_as_it_should(app, visitors, ids):
    """Bodies are empty objects: who gets past the door gets 400, 404, 409 or 2xx behind it."""
    described = document(app)["paths"]
    routes = {f"{method.upper()} {path}" for path in described for method in described[path]}
    assert routes == set(EXPECTED), "a route without an expectation, or an expectation without"

    # What deletes or ends comes last, so that all others find what they ask for.
    ends = ("DELETE /api/session",)
    for route in sorted(routes, key=lambda one: (one.startswith("DELETE"), one in ends, one)):
        method, path = route.split()
        # Nobody: who asks has to be there for what comes after.
        asked = {**ids, "personId": ids["entryId"]} if route == REMOVAL else ids
        for name in VISITORS:
            outside = name in ("nobody", "expired", "disabled")
            expected = EXPECTED[route].get(name, "unauthenticated" if outside else "in")
            body = {} if method in ("POST", "PATCH") else None
            answer = visitors[name].call(method, path.format(**asked), body)
            code = answer.json["code"] if answer.status_code >= 400 else None
            # A body that lacks everything is refused before the entry is looked for.
            if expected == "not_found" and code == "invalid_json":
                continue
            if expected == "in":
                assert code not in STOPPERS, (route, name, code)
            elif route.startswith("DELETE") and expected == "not_found":
                assert code == "not_found", (route, name, code)
            else:
                assert code == expected, (route, name, code)


def test_the_document_and_health_are_open_and_the_audit_export_is_not(app, visitors):
    for path in ("/api/openapi.json", "/api/docs", "/api/docs.css", "/healthz", "/livez"):
        assert visitors["nobody"].call("GET", path).status_code == 200
    assert visitors["nobody"].refused("GET", "/api/audit.csv")[0] == 401
    assert visitors["bob"].refused("GET", "/api/audit.csv")[0] == 403
    assert visitors["alice"].call("GET", "/api/audit.csv").mimetype == "text/csv"


def test_a_disabled_person_gets_nowhere(app, team):
    session, token = team.signed_in(team.bob), team.with_token(team.bob, "track")
    assert session.done("GET", "/api/projects") == []

    team.signed_in(team.alice).done("PATCH", f"/api/people/{team.bob.id}", {"disabled": True})

    for visitor in (session, token):
        assert visitor.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_entries_are_a_persons_own_and_an_administrators_to_correct(visitors, ids, team):
    entry = f"/api/entries/{ids['entryId']}"
    assert visitors["charlie"].refused("PATCH", entry, {"note": "x"}) == (404, "not_found")
    assert visitors["charlie"].done("GET", "/api/entries")["items"] == []
    assert visitors["alice"].done("GET", "/api/entries")["items"] == []

    bobs = {"personId": team.bob.id}
    found = visitors["alice"].done("GET", f"/api/entries?personId={team.bob.id}")["items"]
    assert [one["personId"] for one in found] == [bobs["personId"]]
    assert visitors["alice"].done("PATCH", entry, {"note": "Mended"})["note"] == "Mended"
    asked = f"/api/entries?personId={team.bob.id}"
    assert visitors["charlie"].refused("GET", asked) == (404, "not_found")
    assert visitors["track"].refused("GET", asked) == (404, "not_found")


def test_reports_of_others_and_by_person_are_for_administrators(visitors, ids, team):
    span = "/api/reports/summary?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z"

    by_person = visitors["alice"].done("GET", f"{span}&groupBy=person")
    assert [(row["key"], row["label"], row["seconds"]) for row in by_person["rows"]] == [
        (team.bob.id, "Bob", 3600)
    ]
    chosen = visitors["alice"].done(
        "GET", f"{span}&personId={team.bob.id}&personId={team.charlie.id}"
    )
    assert chosen["totalSeconds"] == 3600
    assert visitors["charlie"].refused("GET", f"{span}&groupBy=person") == (403, "forbidden")
    asked = f"{span}&personId={team.bob.id}"
    assert visitors["charlie"].refused("GET", asked) == (404, "not_found")
    assert visitors["bob"].done("GET", asked)["totalSeconds"] == 3600


def test_each_has_a_timer_of_their_own(visitors, ids):
    body = {"categoryId": ids["categoryId"]}
    bobs = visitors["bob"].done("POST", "/api/time/start", body)
    charlies = visitors["charlie"].done("POST", "/api/time/start", body)

    assert visitors["bob"].done("GET", "/api/time/active") == bobs
    assert visitors["charlie"].done("GET", "/api/time/active") == charlies


def test_a_token_in_the_address_is_no_token(visitors):
    key = visitors["admin"].headers["Authorization"].removeprefix("Bearer ")
    for name in ("token", "access_token", "key"):
        answer = visitors["nobody"].refused("GET", f"/api/projects?{name}={key}")
        assert answer == (401, "unauthenticated")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ""},
        {"X-CSRF-Token": ""},
        {"X-CSRF-Token": "0" * 48},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
    ],
)
def test_another_site_changes_nothing_with_a_persons_cookie(app, team, headers):
    bob = team.signed_in(team.bob)
    bob.headers = {k: v for k, v in {**bob.headers, **headers}.items() if v}

    for method in ("POST",):
        answer = bob.refused(method, "/api/projects", {"name": "x"})
        assert answer[0] == 403
        assert answer[1] in ("forbidden_csrf", "forbidden_origin")
    assert team.signed_in(team.bob).done("GET", "/api/projects") == []


def test_a_form_of_another_site_and_a_method_in_disguise_change_nothing(app, team):
    bob = team.signed_in(team.bob)
    del bob.headers["X-CSRF-Token"]
    response = bob.client.post(
        "/api/projects", data='{"name":"x"}', content_type="text/plain",
        headers={**bob.headers, "Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    )  # fmt: skip
    assert response.status_code == 403
    answer = bob.call("GET", "/api/projects?_method=DELETE", X_HTTP_Method_Override="POST")
    assert answer.json == []


def test_the_csrf_token_of_one_is_no_use_to_another(app, team):
    bob, charlie = team.signed_in(team.bob), team.signed_in(team.charlie)
    bob.headers["X-CSRF-Token"] = charlie.headers["X-CSRF-Token"]

    assert bob.refused("POST", "/api/projects", {"name": "x"}) == (403, "forbidden_csrf")


def test_scripts_need_no_proof_of_origin(app, team):
    made = team.with_token(team.bob, "track").done("POST", "/api/projects", {"name": "x"})

    assert made["name"] == "x"
