"""Each route as an operation of the OpenAPI document: what it takes, answers, and asks of whom."""

import re
from collections import defaultdict
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import msgspec
from werkzeug.routing import Rule

from clockwork.api.codes import CODES
from clockwork.api.contract import Tagged
from clockwork.api.endpoint import OPEN, Files, Operation
from clockwork.api.examples import EXAMPLES
from clockwork.api.fields import IN_PATH, Id, field_schema
from clockwork.tracking.actor import SCOPES

Json = dict[str, Any]

REF = "#/components/schemas/{name}"

# What any route may answer: reading one's session may write that it was seen.
ALWAYS = ("invalid_request", "forbidden_origin", "forbidden_host", "too_slow", "internal",
          "database_unavailable", "overloaded", "storage_full")  # fmt: skip
# Those that tell how long to wait.
WAITED_FOR = {"too_many_tries", "database_unavailable", "overloaded"}


def path_of(rule: Rule) -> str:
    """The address of a route, as the document writes it."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: f"{{{_camel(match[1])}}}", rule.rule)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)


def describe(rule: Rule, operation: Operation, method: str) -> Json:
    """The operation of a route and method, in small letters."""
    described: Json = {
        "operationId": _camel(rule.endpoint.rpartition(".")[2]),
        "summary": operation.summary,
        "tags": [rule.endpoint.partition(".")[0]],
        "parameters": list(_parameters(rule, operation, method)),
        "responses": _responses(rule, operation, method),
        "security": _security(operation, method),
    }
    if operation.description:
        described["description"] = operation.description
    if operation.body is not None:
        described["requestBody"] = {
            "required": operation.body_required,
            "content": _content(operation.body),
        }
    return described


def _parameters(rule: Rule, operation: Operation, method: str) -> Iterator[Json]:
    for name in sorted(rule.arguments, key=rule.rule.index):
        kind = IN_PATH.get(name, Id)
        yield {"name": _camel(name), "in": "path", "required": True, "schema": kind.schema,
               "example": EXAMPLES[kind]}  # fmt: skip
    if operation.query is not None:
        yield from _query_parameters(operation.query)
    if method == "post" and operation.takes_key:
        yield _header(
            "Idempotency-Key",
            "For seven days the same key, address and body get the first answer again.",
            {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[!-~]+$"},
        )
    if operation.conditional:
        yield _header(
            "If-None-Match", "The ETag of what the client holds; 304 while that is right.",
            {"type": "string", "pattern": '^(W/)?"[!#-~]*"$'},
        )  # fmt: skip
    if "changed" in operation.errors:
        yield _header(
            "If-Match", "The ETag of what is to be changed; 412 when it changed.",
            {"type": "string", "pattern": '^"[!#-~]*"$'},
        )  # fmt: skip


def _header(name: str, description: str, schema: Json) -> Json:
    about = {"name": name, "in": "header", "required": False}
    return {**about, "description": description, "schema": schema}


def _query_parameters(kind: type[msgspec.Struct]) -> Iterator[Json]:
    _, schemas = msgspec.json.schema_components([kind], schema_hook=field_schema, ref_template=REF)
    for name, schema in schemas[kind.__name__]["properties"].items():
        required = name in getattr(kind, "needed", ())
        yield {"name": name, "in": "query", "required": required, "schema": schema}


def _responses(rule: Rule, operation: Operation, method: str) -> Json:
    done: Json = {"description": HTTPStatus(operation.status).phrase}
    if operation.answer is not None:
        done["content"] = _content(operation.answer)
    is_tagged = isinstance(operation.answer, type) and issubclass(operation.answer, Tagged)
    if is_tagged or operation.conditional:
        done["headers"] = {"ETag": {"schema": {"type": "string"}}}
    by_status: dict[int, list[str]] = defaultdict(list)
    for code in dict.fromkeys(_codes(rule, operation, method)):
        by_status[CODES[code].status].append(code)
    failures = {str(status): _failure(by_status[status]) for status in sorted(by_status)}
    held = {"304": {"description": HTTPStatus.NOT_MODIFIED.phrase}}
    unchanged = held if operation.conditional else {}
    return {str(operation.status): done, **unchanged, **failures}


def _codes(rule: Rule, operation: Operation, method: str) -> Iterator[str]:
    """The codes that a route may answer."""
    yield from operation.errors
    yield from ALWAYS
    if rule.arguments - IN_PATH.keys():
        yield "invalid_id"
    if operation.body or operation.query or method == "post":
        yield "invalid_json"
    if method == "post" and operation.takes_key:
        yield "key_reused"
    if method != "get":
        yield "too_large"
    if operation.scope != OPEN:
        yield "unauthenticated"
        yield from () if operation.needs(method) == "read" else ("forbidden",)
        yield from () if method == "get" else ("forbidden_csrf",)


def _content(kind: Any) -> Json:
    if isinstance(kind, Files):
        return {media: _file(media) for media in kind}
    if kind is bytes:
        schema = {"type": "string", "format": "binary"}
        return {"application/octet-stream": {"schema": schema, "example": EXAMPLES[bytes]}}
    (schema,), _ = msgspec.json.schema_components(
        [kind], schema_hook=field_schema, ref_template=REF
    )
    media: Json = {"schema": schema}
    if kind in EXAMPLES:
        media["example"] = EXAMPLES[kind]
    return {"application/json": media}


def _file(media: str) -> Json:
    """A file of a media type; what JSON holds is described elsewhere."""
    schema = {} if media == "application/json" else {"type": "string"}
    return {"schema": schema, "example": EXAMPLES[media]}


def _failure(codes: list[str]) -> Json:
    examples = {
        code: {"value": {"code": code, "message": f"{CODES[code].meaning}.", "requestId": "4f2a"}}
        for code in codes
    }
    schema = {"$ref": REF.format(name="Error")}
    headers = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}}
    return {
        **({"headers": headers} if set(codes) & WAITED_FOR else {}),
        "description": "; ".join(f"`{code}`: {CODES[code].meaning}" for code in codes),
        "content": {"application/json": {"schema": schema, "examples": examples}},
    }


def _security(operation: Operation, method: str) -> list[Json]:
    """By what one may prove who one is: each a choice, what is in one goes together."""
    if operation.scope == OPEN:
        return []
    by_page: Json = {"session": []} if method == "get" else {"session": [], "csrf": []}
    scope = operation.needs(method)
    return [by_page, {"token": [scope]}] if scope in SCOPES else [by_page]
