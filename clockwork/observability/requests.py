"""What is known of a request from its first moment on, and the line in the log about its answer."""

import re
import time
from random import getrandbits
from typing import TYPE_CHECKING, Any

from flask import request

from clockwork.accounts.feeds import PREFIX
from clockwork.observability import logs
from clockwork.observability.tracing import ABOUT, Trace, of_caller

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

# Addresses of calendars let in whoever knows them.
SECRET = re.compile(rf"{PREFIX}[\w-]*", re.ASCII)
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)


class About:
    """A request: its identifier and trace, when it began, and whose it is once that is known."""

    __slots__ = ("began", "person_id", "request_id", "trace")

    def __init__(self, request_id: str | None, traceparent: str | None) -> None:
        """Of what the caller sent; made up where that is nothing or can't be used."""
        made = f"{getrandbits(320):080x}"
        is_sent = request_id is not None and REQUEST_ID.fullmatch(request_id)
        self.request_id: str = request_id if request_id and is_sent else made[48:]
        self.trace = of_caller(traceparent) or Trace(made[:32], made[32:48])
        self.began = time.perf_counter()
        self.person_id: str | None = None

    def headers(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """What the answer says of it."""
        return ("X-Request-ID", self.request_id), ("traceparent", self.trace.traceparent)

    def log(self, method: str, route: str, status: int) -> None:
        """Write the line about its answer.

        Nothing of the query, the headers or the body: they may hold what is private.
        """
        milliseconds = round((time.perf_counter() - self.began) * 1000, 2)
        line = logs.Line(
            *(self.request_id, self.trace, method, route, status, milliseconds, self.person_id)
        )
        logs.write_request(line)


def begin(environ: "WSGIEnvironment") -> About:
    """Give a request what is known of it."""
    about = About(environ.get("HTTP_X_REQUEST_ID"), environ.get("HTTP_TRACEPARENT"))
    environ[ABOUT] = about
    return about


def route(environ: "WSGIEnvironment") -> str:
    """The template that the address fits, else the beginning of the address."""
    asked: Any = environ.get("werkzeug.request")
    if asked is not None and asked.url_rule:
        return str(asked.url_rule.rule)
    return without_secret(str(environ["PATH_INFO"][:200]))


def without_secret(address: str) -> str:
    """An address as it may be told: that of a calendar without what lets in."""
    return SECRET.sub(f"{PREFIX}…", address)


def at_hand() -> About:
    """Of the request that Flask works on."""
    about: About = request.environ[ABOUT]
    return about
