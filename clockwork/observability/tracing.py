"""W3C trace context: who asked for a request, said in the answer and in every line of the log."""

import logging
import re
from collections.abc import Callable
from secrets import token_hex
from typing import Any, NamedTuple

from flask import g, has_request_context, request

TRACEPARENT = re.compile(
    r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?", re.ASCII
)
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


def begin(current_span: Callable[[], Any] | None) -> Trace:
    """The trace of the request at hand: OpenTelemetry's, the caller's, or a new one."""
    given = _of_caller(request.environ.get("HTTP_TRACEPARENT"))
    return _of_telemetry(current_span) or given or _new()


def _of_caller(header: str | None) -> Trace | None:
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


def _new() -> Trace:
    made = token_hex(24)
    return Trace(made[:32], made[32:])


def _of_telemetry(current_span: Callable[[], Any] | None) -> Trace | None:
    """The span that the official instrumentation began, when it is at work."""
    context = current_span().get_span_context() if current_span else None
    if context is None or not context.is_valid:
        return None
    flags = f"{context.trace_flags:02x}"
    return Trace(f"{context.trace_id:032x}", f"{context.span_id:016x}", flags, is_given=True)


class TraceFilter(logging.Filter):
    """Puts the trace on every record that is made while a request is served."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Never drops a record."""
        if hasattr(record, "trace") or not has_request_context():
            return True
        trace = g.get("trace")
        if trace is not None:
            record.trace = trace
            record.request_id = g.request_id
        return True
