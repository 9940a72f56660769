"""Who may ask: no website reads or writes the tracker of somebody who merely visits it."""

from urllib.parse import urlsplit

from flask import Flask, Response, request

from clockwork.config import Settings
from clockwork.errors import ForbiddenError

METHODS = "GET, POST, PATCH, DELETE, OPTIONS"
HEADERS = "Content-Type, Idempotency-Key, If-Match, Traceparent, X-Request-ID"
EXPOSED = "ETag, X-Request-ID"
DEFAULT_PORTS = {"http": 80, "https": 443}


def init_app(app: Flask, settings: Settings) -> None:
    """Check the Origin of every request, and answer for the origins that are allowed."""

    def check() -> Response | None:
        origin = request.environ.get("HTTP_ORIGIN")
        if origin is None or _is_own(origin, settings):
            return None
        if not _is_allowed(origin, settings):
            raise ForbiddenError(
                "forbidden_origin",
                "That website may not use this tracker; allow it with ALLOWED_ORIGINS, "
                "or set PUBLIC_URL when it is the tracker's own address.",
            )
        is_preflight = request.method == "OPTIONS"
        return Response(status=204) if is_preflight else None

    def share(response: Response) -> Response:
        origin = request.environ.get("HTTP_ORIGIN")
        if settings.allowed_origins:
            response.vary.add("Origin")
        if origin and not _is_own(origin, settings) and _is_allowed(origin, settings):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = EXPOSED
            response.headers["Access-Control-Allow-Methods"] = METHODS
            response.headers["Access-Control-Allow-Headers"] = HEADERS
            response.headers["Access-Control-Max-Age"] = "600"
        return response

    app.before_request(check)
    app.after_request(share)


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
