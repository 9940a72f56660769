"""/api/openapi.json and /api/docs, made from the routes and the structs that they decode."""

import functools
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from flask import Blueprint, Flask, Response, current_app, render_template
from markupsafe import Markup, escape
from werkzeug.routing import Rule

from clockwork import __version__
from clockwork.api.contract import Error
from clockwork.api.endpoint import Files, Operation
from clockwork.api.fields import field_schema
from clockwork.api.operations import REF, Json, describe, path_of

blueprint = Blueprint("openapi", __name__, template_folder="templates")

ABOUT = """Track time on projects and their tree of categories.

How people prove who they are depends on `AUTH_MODE`: with `none` nobody has to, with `proxy` a
reverse proxy names them in place of the session's cookie."""

SECURITY_SCHEMES = {
    "session": {
        "type": "apiKey", "in": "cookie", "name": "clockwork",
        "description": "Set by signing in; over https it is called `__Host-clockwork`.",
    },
    "csrf": {
        "type": "apiKey", "in": "header", "name": "X-CSRF-Token",
        "description": "The `csrfToken` of the session; a change by cookie needs it, and `Origin` "
        "or `Sec-Fetch-Site` of the tracker itself.",
    },
    "token": {
        "type": "http", "scheme": "bearer",
        "description": "Of one's account: `read`, `track` or `admin`, each including those before.",
    },
}  # fmt: skip


@blueprint.get("/api/openapi.json")
def get_document() -> Response:
    """The OpenAPI document."""
    return Response(msgspec.json.encode(_document_of(current_app)), mimetype="application/json")


@blueprint.get("/api/docs")
def get_docs() -> str:
    """A page that shows the document."""
    icon = "pages" in current_app.blueprints
    return render_template("docs.html", document=_document_of(current_app), icon=icon)


@blueprint.get("/api/docs.css")
def get_docs_style() -> Response:
    """Its style, as a file: the content policy lets nothing be said within the page."""
    return Response(render_template("docs.css"), mimetype="text/css")


@blueprint.app_template_filter("code")
def _with_code(text: str) -> Markup:
    """What stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704


def document(app: Flask) -> Json:
    """The OpenAPI 3.1 document of an app."""
    operations = list(_operations(app))
    shapes = _shapes([operation for _, operation in operations])
    _, schemas = msgspec.json.schema_components(shapes, schema_hook=field_schema, ref_template=REF)
    for schema in schemas.values():
        # Before Python 3.13 docstrings keep the indentation of their source.
        if "description" in schema:
            schema["description"] = inspect.cleandoc(schema["description"])
    paths: dict[str, Json] = defaultdict(dict)
    for rule, operation in operations:
        method = next(iter((rule.methods or set()) - {"HEAD", "OPTIONS"})).lower()
        paths[path_of(rule)][method] = describe(rule, operation, method)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Clockwork",
            "version": __version__,
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": schemas, "securitySchemes": SECURITY_SCHEMES},
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
        for kind in (operation.answer, operation.body):
            is_shape = kind not in (None, bytes) and not isinstance(kind, Files)
            shapes += [kind] if is_shape else []
    return list(dict.fromkeys(shapes))
