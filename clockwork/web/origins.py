"""Who may ask: no website reads or writes the tracker of somebody who merely visits it."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import request

from clockwork.config import Settings
from clockwork.errors import ForbiddenError
from clockwork.web.answer import Answer, bodiless
from clockwork.web.application import Application

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

METHODS = "GET, POST, PATCH, DELETE, OPTIONS"
# By token only: without Access-Control-Allow-Credentials no cookie comes along, so neither does
# X-CSRF-Token.
HEADERS = (
    "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Traceparent, "
    "X-Request-ID"
)
EXPOSED = "ETag, Retry-After, X-Request-ID"
SAFE = ("GET", "HEAD", "OPTIONS")
DEFAULT_PORTS = {"http": 80, "https": 443}


def init_app(app: Application, settings: Settings) -> None:
    """Check the Origin of every request, and answer for the origins that are allowed."""

    def check(environ: dict[str, Any]) -> Answer | None:
        origin = environ.get("HTTP_ORIGIN")
        if origin is not None and _is_own(origin, settings):
            return None
        if _is_embedded(environ) if origin is None else not _is_allowed(origin, settings):
            raise ForbiddenError(
                "forbidden_origin",
                "That website may not use this tracker; allow it with ALLOWED_ORIGINS, "
                "or set PUBLIC_URL when it is the tracker's own address.",
            )
        is_preflight = origin is not None and environ["REQUEST_METHOD"] == "OPTIONS"
        return bodiless(204) if is_preflight else None

    app.guards.append(check)
    if settings.allowed_origins:
        app.wsgi_app = partial(_share, app.wsgi_app, settings)  # type: ignore[method-assign]


def _share(
    app: "WSGIApplication",
    settings: Settings,
    environ: "WSGIEnvironment",
    start_response: "StartResponse",
) -> Iterable[bytes]:
    """Tell browsers who may read the answer."""

    def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
        return start_response(status, [*headers, *_sharing(settings)], *error)

    return app(environ, start)


def _sharing(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "Vary", "Origin"
    origin = request.environ.get("HTTP_ORIGIN")
    if origin and not _is_own(origin, settings) and _is_allowed(origin, settings):
        yield "Access-Control-Allow-Origin", origin
        yield "Access-Control-Expose-Headers", EXPOSED
        yield "Access-Control-Allow-Methods", METHODS
        yield "Access-Control-Allow-Headers", HEADERS
        yield "Access-Control-Max-Age", "600"


def _is_embedded(environ: dict[str, Any]) -> bool:
    """Whether a page elsewhere makes a browser ask without Origin: by a form, image or frame.

    Who follows a link there comes of their own will.
    """
    if environ.get("HTTP_SEC_FETCH_SITE") not in ("cross-site", "same-site"):
        return False
    is_link = environ.get("HTTP_SEC_FETCH_DEST", "document") == "document"
    is_change = environ["REQUEST_METHOD"] not in SAFE
    return is_change or (environ["PATH_INFO"].startswith("/api/") and not is_link)


def _is_own(origin: str, settings: Settings) -> bool:
    asked = _place(origin)
    here = f"{request.scheme}://{request.host}"
    return asked is not None and asked in (_place(here), _place(settings.public_url))


def _is_allowed(origin: str, settings: Settings) -> bool:
    allowed = settings.allowed_origins
    asked = _place(origin)
    return "*" in allowed or (asked is not None and asked in map(_place, allowed))


def _place(origin: str) -> tuple[str, str, int | None] | None:
    """Scheme, host and port of an origin; None for what is no origin, such as `null`."""
    try:
        parts = urlsplit(origin.lower())
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname else None
