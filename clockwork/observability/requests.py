"""Each request's identifier, and one line in the log about it."""

import logging
import re
import time
from collections.abc import Callable
from functools import partial
from secrets import token_hex
from typing import Any

from flask import Flask, Response, g, request

from clockwork.observability import tracing

log = logging.getLogger("clockwork.request")

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)


def init_app(app: Flask, current_span: Callable[[], Any] | None) -> None:
    """Give every request an identifier and log its answer."""
    app.before_request(partial(_begin, current_span))
    app.after_request(_finish)


def _begin(current_span: Callable[[], Any] | None) -> None:
    sent = request.environ.get("HTTP_X_REQUEST_ID")
    # Not by the proxy: it looks for the request at every use.
    about = g._get_current_object()
    about.request_id = sent if sent and REQUEST_ID.fullmatch(sent) else token_hex(16)
    about.trace = tracing.begin(current_span)
    about.began = time.perf_counter()


def _finish(response: Response) -> Response:
    about = g._get_current_object()
    response.headers["X-Request-ID"] = about.request_id
    response.headers["traceparent"] = about.trace.traceparent
    if log.isEnabledFor(logging.INFO):
        context = {"trace": about.trace, "request_id": about.request_id}
        log.info("request", extra={"request": _line(response, about), **context})
    return response


def _line(response: Response, about: Any) -> dict[str, object]:
    """Nothing of the query, the headers or the body: they may hold what is private."""
    asked: Any = request._get_current_object()  # type: ignore[attr-defined]
    return {
        "method": asked.method,
        "route": asked.url_rule.rule if asked.url_rule else asked.path[:200],
        "status": response.status_code,
        "milliseconds": round((time.perf_counter() - about.began) * 1000, 2),
        "requestId": about.request_id,
        "person": about.get("person_id"),
    }
