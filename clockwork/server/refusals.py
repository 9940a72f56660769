"""What the server refuses before the app sees it, answered in the contract's shape."""

from http import HTTPStatus
from typing import Any

import msgspec
from waitress.task import ErrorTask
from waitress.utilities import Error

from clockwork.observability.requests import About
from clockwork.web.answer import JSON

# Code and message for people of what Waitress and the limits on clients refuse.
REFUSED = {
    400: ("invalid_request", "The request is not HTTP as it has to be."),
    408: ("too_slow", "The request took too long to arrive."),
    413: ("too_large", "The request is too large."),
    431: ("too_large", "The headers of the request are too large."),
    500: ("internal", "Something went wrong on the server; it has been logged."),
    501: ("invalid_request", "Of transfer codings the server knows only chunked."),
    503: ("overloaded", "The server has too much to do; try again in a moment."),
}
STOPPING = "The server is stopping. Try again; what was sent may have been stored."


class RequestTimeoutError(Error):
    """The client takes too long to send its request."""

    code = HTTPStatus.REQUEST_TIMEOUT
    reason = "Request Timeout"


class OverloadedError(Error):
    """There is no memory for this request at the moment."""

    code = HTTPStatus.SERVICE_UNAVAILABLE
    reason = "Service Unavailable"


class StoppingError(OverloadedError):
    """The server is stopping and can't wait any longer for the answer."""


class RefusalTask(ErrorTask):
    """Answers a broken request, logs a line about it, and has the connection closed."""

    def execute(self) -> None:
        """Write the answer."""
        error: Any = self.request.error
        sent = self.request.headers
        about = About(sent.get("X_REQUEST_ID"), sent.get("TRACEPARENT"))
        body = _body(error, about.request_id)
        self.status = f"{error.code} {error.reason}"
        self.content_length = len(body)
        self.response_headers = self.channel.edge.complete(about, [JSON])
        if error.code == 503:
            self.response_headers.append(("Retry-After", "1"))
        self.set_close_on_finish()
        self.channel.is_last = True
        self.write(body)
        # Method and address may be anything here; they are left out.
        about.log("-", "-", error.code)


def _body(error: Any, request_id: str) -> bytes:
    code, message = REFUSED[error.code]
    if isinstance(error, StoppingError):
        message = STOPPING
    return msgspec.json.encode({"code": code, "message": message, "requestId": request_id})
