"""W3C trace context: who asked for a request, said in the answer and in every line of the log."""

import logging
import re
from collections.abc import Callable
from secrets import token_hex
from typing import Any, NamedTuple

from flask import has_request_context, request

TRACEPARENT = re.compile(
    r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?", re.ASCII
)
# Where in the environment of WSGI is what is known of a request.
ABOUT = "clockwork.about"
NO_TRACE, NO_SPAN = "0" * 32, "0" * 16


class Trace(NamedTuple):
    """The trace that a request belongs to, and the request's own span in it."""

    trace_id: str
    span_id: str
    flags: str = "00"
    is_given: bool = False

    @property
    def traceparent(self) -> str:
        """As the header has it."""
        return f"00-{self.trace_id}-{self.span_id}-{self.flags}"


def of_caller(header: str | None) -> Trace | None:
    """The trace that a header tells of, with a span of our own."""
    if header is None:
        return None
    found = TRACEPARENT.fullmatch(header.strip())
    if found is None:
        return None
    version, trace_id, parent_id, flags, more = found.groups()
    # Later versions may say more after the flags; this one may not, and ff never was one.
    if (
        version == "ff"
        or (version == "00" and more)
        or trace_id == NO_TRACE
        or parent_id == NO_SPAN
    ):
        return None
    return Trace(trace_id, token_hex(8), flags, is_given=True)


def of_telemetry(current_span: Callable[[], Any]) -> Trace | None:
    """The span that the official instrumentation began; None where it leaves a request out."""
    context = current_span().get_span_context()
    if not context.is_valid:
        return None
    flags = f"{context.trace_flags:02x}"
    return Trace(f"{context.trace_id:032x}", f"{context.span_id:016x}", flags, is_given=True)


class TraceFilter(logging.Filter):
    """Puts the trace on every record that is made while a request is served."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a record."""
        if hasattr(record, "trace") or not has_request_context():
            return True
        about = request.environ.get(ABOUT)
        if about is not None:
            record.trace = about.trace
            record.request_id = about.request_id
        return True
