"""Each request's identifier, and one line in the log about it."""

import logging
import re
import time
from uuid import uuid4

from flask import Flask, Response, g, request

from clockwork.web import tracing

log = logging.getLogger("clockwork.request")

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)


def init_app(app: Flask) -> None:
    """Give every request an identifier and log its answer."""
    app.before_request(_begin)
    app.after_request(_finish)


def _begin() -> None:
    sent = request.headers.get("X-Request-ID", "")
    g.request_id = sent if REQUEST_ID.fullmatch(sent) else uuid4().hex
    g.trace = tracing.begin()
    g.began = time.perf_counter()


def _finish(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    response.headers["traceparent"] = g.trace.traceparent
    if log.isEnabledFor(logging.INFO):
        log.info("request", extra={"request": _line(response)})
    return response


def _line(response: Response) -> dict[str, object]:
    """Nothing of the query, the headers or the body: they may hold what is private."""
    return {
        "method": request.method,
        "route": str(request.url_rule) if request.url_rule else request.path[:200],
        "status": response.status_code,
        "milliseconds": round((time.perf_counter() - g.began) * 1000, 2),
        "requestId": g.request_id,
        "person": g.get("person_id"),
    }
