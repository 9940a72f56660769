"""How the log looks: JSON lines for machines, plain lines for people."""

import logging
import sys
import time
from functools import lru_cache

import msgspec

from clockwork.config import Settings
from clockwork.observability.tracing import Trace, TraceFilter
from clockwork.printable import printable, printable_json


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        line: dict[str, object] = {
            "time": _timestamp(record.created),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        trace: Trace | None = getattr(record, "trace", None)
        if trace is not None:
            line |= {
                "requestId": getattr(record, "request_id", None),
                "traceId": trace.trace_id,
                "spanId": trace.span_id,
            }
        fields = getattr(record, "request", None)
        line |= fields if fields is not None else {"message": record.getMessage()}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return printable_json(msgspec.json.encode(line).decode())


class TextFormatter(logging.Formatter):
    """A line that a person can read."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        fields = getattr(record, "request", None)
        message = _readable(fields) if fields is not None else record.getMessage()
        line = f"{_local_second(int(record.created))} {printable(message)}"
        if record.levelno >= logging.WARNING:
            line = f"{line[:9]}{record.levelname} {line[9:]}"
        trace: Trace | None = getattr(record, "trace", None)
        if trace is not None and trace.is_given:
            line = f"{line} trace {trace.trace_id}"
        if record.exc_info:
            line = f"{line}\n{_indented(self.formatException(record.exc_info))}"
        return line


def set_up(settings: Settings) -> None:
    """Send the log to standard error in the form and from the level of the settings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(TraceFilter())
    handler.setFormatter(JsonFormatter() if settings.log_format == "json" else TextFormatter())
    # Nothing shows these, so that no record gathers them.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("clockwork").setLevel(settings.log_level)
    # Without the set-up code nobody gets in, so it is shown whatever else is not.
    logging.getLogger("clockwork.setup").setLevel(logging.WARNING)


def _timestamp(seconds: float) -> str:
    return f"{_second(int(seconds))}.{int(seconds % 1 * 1e6):06d}Z"


@lru_cache(maxsize=2)
def _second(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))


@lru_cache(maxsize=2)
def _local_second(seconds: int) -> str:
    return time.strftime("%H:%M:%S", time.localtime(seconds))


def _indented(traceback: str) -> str:
    """So that no line of an error's message looks like one of the log."""
    return "\n".join(f"    {printable(line)}" for line in traceback.split("\n"))


def _readable(fields: dict[str, object]) -> str:
    return "{method} {route} {status} {milliseconds} ms".format(**fields)
