"""Answers that are ready to be sent: a body in one piece, a status and headers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from werkzeug.http import HTTP_STATUS_CODES

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

STATUS = {status: f"{status} {name.upper()}" for status, name in HTTP_STATUS_CODES.items()}
BODILESS = frozenset((204, 304))
JSON = ("Content-Type", "application/json")


class Answer:
    """As Werkzeug's Response, whose 15 methods for a short answer take 25 µs."""

    __slots__ = ("body", "headers", "status_code")

    def __init__(
        self, body: bytes = b"", status: int = 200, headers: Sequence[tuple[str, str]] = (JSON,)
    ) -> None:
        self.body, self.status_code, self.headers = body, status, [*headers]

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Send it, as WSGI has it."""
        if self.status_code in BODILESS:
            start_response(STATUS[self.status_code], self.headers)
            return ()
        length = ("Content-Length", str(len(self.body)))
        start_response(STATUS[self.status_code], [*self.headers, length])
        return () if environ["REQUEST_METHOD"] == "HEAD" else (self.body,)


def bodiless(status: int) -> Answer:
    """An answer of a status that has no body."""
    return Answer(status=status, headers=())
