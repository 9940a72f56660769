"""The OpenAPI document says what the API does."""

import json

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from clockwork.api.openapi import document
from tests.servers import ROOT

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
CASES_EACH = 50


def test_the_document_is_valid(client):
    described = client.get("/api/openapi.json").json

    OpenAPIV31SpecValidator(described).validate()
    assert described["openapi"].startswith("3.1")


def test_every_route_of_the_api_is_in_it(app):
    described = document(app)["paths"]

    routes = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
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
            for content in filter(None, contents):
                (media,) = content.values()
                examples = [one["value"] for one in media.get("examples", {}).values()]
                examples += [media["example"]] if "example" in media else []
                assert examples, (method, path)
                schema = {**media["schema"], "components": described["components"]}
                for example in examples:
                    jsonschema.validate(example, schema)


def test_the_committed_document_is_current(app):
    committed = json.loads((ROOT / "static-src" / "openapi.json").read_text())

    assert committed == json.loads(json.dumps(document(app))), "run: make generate"


def test_the_documentation_shows_every_route_and_loads_nothing_from_elsewhere(client, app):
    page = client.get("/api/docs").text

    for path in document(app)["paths"]:
        assert path in page
    for remote in ("src=", "<script", "<link", "@import", "url("):
        assert remote not in page


def test_whatever_is_sent_gets_a_documented_answer(app, tracker):
    """At least 1,000 cases on each database, some of them against things that exist."""
    category = tracker.category()
    entry = tracker.add(category, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")
    known = {"projectId": category["projectId"], "categoryId": category["id"],
             "entryId": entry["id"]}  # fmt: skip
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    count = 0

    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=CASES_EACH, deadline=None, derandomize=True, database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @schemathesis_given(operation)
        def check(case):
            nonlocal count
            count += 1
            if count % 2:
                case.path_parameters.update(
                    {name: known[name] for name in case.path_parameters if name in known}
                )
            case.call_and_validate(checks=CHECKS)

        check()

    assert count >= 1_000


def schemathesis_given(operation):
    return given(case=operation.as_strategy())


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    """Schemathesis looks for a configuration file in the folder it is run from."""
    monkeypatch.chdir(ROOT / "tests")
