"""How the log looks: JSON lines for machines, plain lines for people."""

import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple, TextIO

import msgspec

from clockwork.observability.tracing import Trace, TraceFilter
from clockwork.printable import printable, printable_json

log = logging.getLogger("clockwork.command")


class Line(NamedTuple):
    """What is told of a request that was answered."""

    request_id: str
    trace: Trace
    method: str
    route: str
    status: int
    milliseconds: float
    person_id: str | None


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
        line["message"] = record.getMessage()
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return printable_json(msgspec.json.encode(line).decode())


class TextFormatter(logging.Formatter):
    """A line that a person can read."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as text."""
        line = f"{_local_second(int(record.created))} {printable(record.getMessage())}"
        if record.levelno >= logging.WARNING:
            line = f"{line[:9]}{record.levelname} {line[9:]}"
        trace: Trace | None = getattr(record, "trace", None)
        if trace is not None and trace.is_given:
            line = f"{line} trace {trace.trace_id}"
        if record.exc_info:
            line = f"{line}\n{_indented(self.formatException(record.exc_info))}"
        return line


def set_up(form: str, level: str = "INFO") -> None:
    """Send the log to standard error in the form, `json` or `text`, from the level on."""
    is_json = form == "json"
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(TraceFilter())
    handler.setFormatter(JsonFormatter() if is_json else TextFormatter())
    _requests.descriptor = sys.stderr.fileno()
    _requests.show = json_line if is_json else text_line
    # Nothing shows these, so that no record gathers them.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("clockwork").setLevel(level)
    # Without the set-up code nobody gets in, so it is shown whatever else is not.
    logging.getLogger("clockwork.setup").setLevel(logging.WARNING)


def is_json() -> bool:
    """Whether the log was set up as JSON, so that nothing else may stand between its lines."""
    return _requests.descriptor is not None and _requests.show is json_line


def tell(line: str, to: TextIO | None = None) -> None:
    """Tell who runs a command how it goes: in the log where that is JSON, else plainly.

    Plainly on standard output, or where it is said to go.
    """
    if is_json():
        log.info(line)
    else:
        print(printable(line), file=to, flush=True)


class _Requests:
    """Where the lines about requests go, and how they look; nowhere before `set_up`."""

    log = logging.getLogger("clockwork.request")
    descriptor: int | None = None
    show: Callable[[Line, float], str]


_requests = _Requests()


def write_request(line: Line) -> None:
    """Write a line about a request in one go: by a record of logging it takes 40 µs."""
    if _requests.descriptor is None or not _requests.log.isEnabledFor(logging.INFO):
        return
    text = _requests.show(line, time.time())
    # As logging does: no request fails because nobody reads the log. One call, so that no two
    # threads' lines get into each other.
    with suppress(OSError):
        os.write(_requests.descriptor, text.encode(errors="backslashreplace"))


def json_line(line: Line, now: float) -> str:
    """As one JSON object; `now` in seconds since 1970."""
    person = "null" if line.person_id is None else f'"{line.person_id}"'
    return (
        f'{{"time":"{_timestamp(now)}","level":"info","logger":"clockwork.request",'
        f'"requestId":"{line.request_id}","traceId":"{line.trace.trace_id}",'
        f'"spanId":"{line.trace.span_id}","method":{_quoted(line.method)},'
        f'"route":{_quoted(line.route)},"status":{line.status},'
        f'"milliseconds":{line.milliseconds},"person":{person}}}\n'
    )


def text_line(line: Line, now: float) -> str:
    """For people; `now` in seconds since 1970."""
    told = printable(f"{line.method} {line.route}")
    trace = f" trace {line.trace.trace_id}" if line.trace.is_given else ""
    shown = f"{told} {line.status} {line.milliseconds} ms{trace}"
    return f"{_local_second(int(now))} {shown}\n"


# Routes are few; addresses that fit none are not, and don't fill the memory.
@lru_cache(maxsize=256)
def _quoted(text: str) -> str:
    return printable_json(msgspec.json.encode(text).decode())


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
