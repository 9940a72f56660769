"""The OpenAPI document says what the API does."""

import json
import re

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from clockwork.api.openapi import document
from clockwork.tracking.actor import SCOPES
from tests.api.generated import CHECKS, each_case
from tests.api.people import Team, Visitor
from tests.servers import ROOT

CASES_EACH = 50


def test_the_document_is_valid(client):
    described = client.get("/api/openapi.json").json

    OpenAPIV31SpecValidator(described).validate()
    assert described["openapi"].startswith("3.1")


def test_every_route_of_the_api_is_in_it(app):
    described = document(app)["paths"]

    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/") and rule.endpoint.partition(".")[0] != "openapi"
    }
    snake = {(path, method) for path, methods in described.items() for method in methods}
    assert {(path.lower().replace("_", ""), method) for path, method in routes} <= {
        (path.lower(), method) for path, method in snake
    }


def test_every_example_fits_its_shape(app):
    described = document(app)
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            contents = [answer.get("content") for answer in operation["responses"].values()]
            contents.append(operation.get("requestBody", {}).get("content"))
            for media in (one for content in filter(None, contents) for one in content.values()):
                examples = [one["value"] for one in media.get("examples", {}).values()]
                examples += [media["example"]] if "example" in media else []
                assert examples, (method, path)
                schema = {**media["schema"], "components": described["components"]}
                for example in examples:
                    jsonschema.validate(example, schema)


def test_the_committed_document_is_current(app):
    committed = json.loads((ROOT / "static-src" / "openapi.json").read_text())

    assert committed == json.loads(json.dumps(document(app))), "run: make generate"


def test_the_documentation_shows_every_route_and_loads_nothing_but_its_style(client, app):
    page = client.get("/api/docs").text

    for path in document(app)["paths"]:
        assert path in page
    assert re.findall(r"<link .*", page) == ['<link rel="stylesheet" href="docs.css">']
    for remote in ("src=", "<script", "style=", "`", "@import", "url("):
        assert remote not in page


def test_the_documentation_has_the_colours_of_the_page(client):
    """The server can be without the page, hence its style has them once more."""
    answer = client.get("/api/docs.css")
    assert answer.mimetype == "text/css"
    theme = (ROOT / "static-src" / "src" / "styles" / "theme.css").read_text()
    properties = re.findall(r"--[\w-]+: .+;", answer.text)
    assert len(properties) >= 8
    assert [one for one in properties if one not in theme] == []
    assert "url(" not in answer.text


def operations(app):
    """Method, address and description of each."""
    for path, methods in document(app)["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def named(operation, place):
    return {one["name"] for one in operation["parameters"] if one["in"] == place}


def test_parameters_without_which_nothing_is_answered_are_required(app, client):
    """And no others: each request here leaves all of them out."""
    for method, path, operation in operations(app):
        if method == "GET" and "{" not in path:
            required = [one["name"] for one in operation["parameters"] if one.get("required")]
            assert client.get(path).status_code == (400 if required else 200), path
    described = {path: operation for _, path, operation in operations(app)}
    needed = {
        one["name"] for path in ("/api/reports/summary", "/api/time/entries")
        for one in described[path]["parameters"] if one["required"]
    }  # fmt: skip
    assert needed == {"from", "to", "categoryId"}


def test_an_idempotency_key_stands_where_one_is_taken(app, tracker, known):
    for method, path, operation in operations(app):
        if method == "POST":
            headers = {"Idempotency-Key": "k"}
            answer = tracker.call(method, path.format(**known), {}, headers=headers)
            is_refused = "Idempotency-Key" in (answer.json or {}).get("message", "")
            assert is_refused == ("Idempotency-Key" not in named(operation, "header")), path
        else:
            assert "Idempotency-Key" not in named(operation, "header")


def test_if_match_stands_where_it_is_looked_at(app, tracker, known):
    move = {"projectId": known["projectId"], "parentCategoryId": None}
    merge = {"into": known["categoryId"]}
    bodies = {"entries": {}, "people": {}, "account": {}, "imports": {}}
    bodies |= {"move": move, "merge": merge}
    for method, path, operation in operations(app):
        if method in ("PATCH", "DELETE") or path.endswith(("/move", "/rename", "/merge")):
            noun, action = path.split("/")[2], path.rpartition("/")[2]
            body = bodies.get(action, bodies.get(noun, {"name": "x"}))
            body = None if method == "DELETE" else body
            headers = {"If-Match": '"of another time"'}
            answer = tracker.call(method, path.format(**known), body, headers=headers)
            assert (answer.status_code == 412) == ("If-Match" in named(operation, "header")), path
        else:
            assert "If-Match" not in named(operation, "header")


def test_what_one_needs_to_be_let_in_is_said(make_app, clock, known):
    app = make_app(auth_mode="password")
    team = Team(app, clock)
    tokens = {scope: team.with_token(team.alice, scope) for scope in SCOPES}
    nobody = Visitor(app)

    for method, path, operation in operations(app):
        address, body = path.format(**known), None if method in ("GET", "DELETE") else {}
        is_open = operation["security"] == []
        assert (nobody.call(method, address, body).status_code != 401) == is_open, path
        scopes = [choice["token"][0] for choice in operation["security"] if "token" in choice]
        enough = SCOPES[SCOPES.index(scopes[0]) :] if scopes else SCOPES if is_open else ()
        for scope, visitor in tokens.items():
            is_let_in = visitor.call(method, address, body).status_code not in (401, 403)
            assert is_let_in == (scope in enough), (method, path, scope)


def test_every_way_in_is_described(app):
    schemes = document(app)["components"]["securitySchemes"]

    used = {
        name for _, _, operation in operations(app) for choice in operation["security"]
        for name in choice
    }  # fmt: skip
    assert used == set(schemes) == {"session", "csrf", "token"}


def test_clients_are_told_that_a_category_moves_to_the_top(app):
    path = "/api/projects/{projectId}/categories/{categoryId}"

    assert "top" in document(app)["paths"][path]["patch"]["description"]


@pytest.fixture
def known(tracker):
    """Things that exist."""
    category = tracker.category()
    span = ("2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")
    entry = tracker.add(category, *span, tags=["review"])
    other = dict.fromkeys(("personId", "sessionId", "tokenId", "feedId"), entry["id"])
    file = tracker.call("GET", "/api/export?format=json").get_data()
    other["importId"] = tracker.done("POST", "/api/imports?name=x", data=file)["id"]
    return {"projectId": category["projectId"], "categoryId": category["id"],
            "entryId": entry["id"], "name": "review", "secret": "cwf_wrong", **other}  # fmt: skip


def test_whatever_is_sent_gets_a_documented_answer(app, known):
    """At least 1,000 cases on each database, some of them against things that exist."""
    count = 0

    def check(case):
        nonlocal count
        count += 1
        case.call_and_validate(checks=CHECKS)

    each_case(app, CASES_EACH, known, check)

    assert count >= 1_000
