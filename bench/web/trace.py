"""Script time in a trace of Chromium's: of the page's main thread, forced layout included.

It is the thread's own time, so that others on the machine don't count; a slowed-down processor does.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

CATEGORIES = ["devtools.timeline", "v8", "toplevel"]
SCRIPT = {"EvaluateScript", "EventDispatch", "FireAnimationFrame", "FireIdleCallback",
          "FunctionCall", "RunMicrotasks", "TimerFire", "v8.evaluateModule", "v8.run"}  # fmt: skip


class Script(NamedTuple):
    """Milliseconds: all of it, and the longest that ran without a pause."""

    total: float
    longest: float


def script_in(trace: bytes) -> Script:
    """Of the thread that ran most of it: other tabs and the browser's own pages have theirs."""
    events = json.loads(trace)["traceEvents"]
    threads: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for event in events:
        if event.get("ph") == "X" and event["name"] in SCRIPT and "tdur" in event:
            threads.setdefault((event["pid"], event["tid"]), []).append(event)
    spans = [list(_outermost(found)) for found in threads.values()]
    most = max(spans, key=sum, default=[])
    return Script(sum(most), max(most, default=0))


def _outermost(events: Iterable[dict[str, Any]]) -> Iterable[float]:
    """What runs within another is counted once."""
    end = 0.0
    for event in sorted(events, key=lambda one: (one["ts"], -one.get("dur", 0))):
        if event["ts"] >= end:
            end = event["ts"] + event.get("dur", 0)
            yield event["tdur"] / 1000
