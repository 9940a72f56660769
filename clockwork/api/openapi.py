"""/api/openapi.json and /api/docs, made from the routes and the structs that they decode."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import msgspec
from flask import Blueprint, Flask, Response, current_app, render_template
from werkzeug.routing import Rule

from clockwork import __version__
from clockwork.api.codes import CODES
from clockwork.api.contract import Error, Tagged
from clockwork.api.endpoint import CSV, OPEN, Operation
from clockwork.api.examples import EXAMPLES, PROJECT
from clockwork.api.fields import field_schema

blueprint = Blueprint("openapi", __name__, template_folder="templates")

Json = dict[str, Any]

REF = "#/components/schemas/{name}"

# What any route may answer: reading one's session may write that it was seen.
ALWAYS = ("invalid_request", "forbidden_origin", "forbidden_host", "internal",
          "database_unavailable", "storage_full")  # fmt: skip


@blueprint.get("/api/openapi.json")
def get_document() -> Response:
    """The OpenAPI document."""
    return Response(msgspec.json.encode(_document_of(current_app)), mimetype="application/json")


@blueprint.get("/api/docs")
def get_docs() -> str:
    """A page that shows the document."""
    return render_template("docs.html", document=_document_of(current_app))


def document(app: Flask) -> Json:
    """The OpenAPI 3.1 document of an app."""
    operations = list(_operations(app))
    shapes = _shapes([operation for _, operation in operations])
    _, schemas = msgspec.json.schema_components(shapes, schema_hook=field_schema, ref_template=REF)
    paths: dict[str, Json] = defaultdict(dict)
    for rule, operation in operations:
        method = next(iter((rule.methods or set()) - {"HEAD", "OPTIONS"})).lower()
        paths[_path(rule)][method] = _operation(rule, operation, method)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Clockwork",
            "version": __version__,
            "description": "Track time on projects and their tree of categories.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": schemas},
    }


@functools.cache
def _document_of(app: Any) -> Json:
    return document(app)


def _operations(app: Flask) -> Iterator[tuple[Rule, Operation]]:
    for rule in app.url_map.iter_rules():
        operation = getattr(app.view_functions[rule.endpoint], "operation", None)
        if operation is not None:
            yield rule, operation


def _shapes(operations: list[Operation]) -> list[Any]:
    shapes: list[Any] = [Error]
    for operation in operations:
        shapes += [kind for kind in (operation.answer, operation.body) if kind not in (None, CSV)]
    return list(dict.fromkeys(shapes))


def _path(rule: Rule) -> str:
    return re.sub(r"<(\w+)>", lambda match: f"{{{_camel(match[1])}}}", rule.rule)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)


def _operation(rule: Rule, operation: Operation, method: str) -> Json:
    described: Json = {
        "operationId": _camel(rule.endpoint.rpartition(".")[2]),
        "summary": operation.summary,
        "tags": [rule.endpoint.partition(".")[0]],
        "parameters": list(_parameters(rule, operation, method)),
        "responses": _responses(rule, operation, method),
    }
    if operation.body is not None:
        described["requestBody"] = {
            "required": operation.body_required,
            "content": _content(operation.body),
        }
    return described


def _parameters(rule: Rule, operation: Operation, method: str) -> Iterator[Json]:
    for name in sorted(rule.arguments, key=rule.rule.index):
        schema = {"type": "string", "format": "uuid"}
        yield {"name": _camel(name), "in": "path", "required": True, "schema": schema,
               "example": PROJECT}  # fmt: skip
    if operation.query is not None:
        yield from _query_parameters(operation.query)
    if method == "post" and operation.takes_key:
        yield _header(
            "Idempotency-Key",
            "For seven days the same key, address and body get the first answer again.",
            {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[!-~]+$"},
        )
    if "changed" in operation.errors:
        yield _header(
            "If-Match", "The ETag of what is to be changed; 412 when it changed.",
            {"type": "string", "pattern": '^"[!#-~]*"$'},
        )  # fmt: skip


def _header(name: str, description: str, schema: Json) -> Json:
    return {"name": name, "in": "header", "description": description, "schema": schema}


def _query_parameters(kind: type[msgspec.Struct]) -> Iterator[Json]:
    _, schemas = msgspec.json.schema_components([kind], schema_hook=field_schema, ref_template=REF)
    for name, schema in schemas[kind.__name__]["properties"].items():
        required = name in getattr(kind, "needed", ())
        yield {"name": name, "in": "query", "required": required, "schema": schema}


def _responses(rule: Rule, operation: Operation, method: str) -> Json:
    done: Json = {"description": HTTPStatus(operation.status).phrase}
    if operation.answer is not None:
        done["content"] = _content(operation.answer)
    if isinstance(operation.answer, type) and issubclass(operation.answer, Tagged):
        done["headers"] = {"ETag": {"schema": {"type": "string"}}}
    by_status: dict[int, list[str]] = defaultdict(list)
    for code in dict.fromkeys(_codes(rule, operation, method)):
        by_status[CODES[code].status].append(code)
    failures = {str(status): _failure(by_status[status]) for status in sorted(by_status)}
    return {str(operation.status): done, **failures}


def _codes(rule: Rule, operation: Operation, method: str) -> Iterator[str]:
    """The codes that a route may answer."""
    yield from operation.errors
    yield from ALWAYS
    if rule.arguments:
        yield "invalid_id"
    if operation.body or operation.query or method == "post":
        yield "invalid_json"
    if method == "post" and operation.takes_key:
        yield "key_reused"
    if operation.scope != OPEN:
        yield from ("unauthenticated", "forbidden", "forbidden_csrf")
    if method != "get":
        yield "too_large"


def _content(kind: Any) -> Json:
    if kind == CSV:
        return {CSV: {"schema": {"type": "string"}, "example": EXAMPLES[CSV]}}
    (schema,), _ = msgspec.json.schema_components(
        [kind], schema_hook=field_schema, ref_template=REF
    )
    media: Json = {"schema": schema}
    if kind in EXAMPLES:
        media["example"] = EXAMPLES[kind]
    return {"application/json": media}


def _failure(codes: list[str]) -> Json:
    examples = {
        code: {"value": {"code": code, "message": f"{CODES[code].meaning}.", "requestId": "4f2a"}}
        for code in codes
    }
    schema = {"$ref": REF.format(name="Error")}
    return {
        "description": "; ".join(f"`{code}`: {CODES[code].meaning}" for code in codes),
        "content": {"application/json": {"schema": schema, "examples": examples}},
    }
