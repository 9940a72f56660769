"""Stopping without losing a request."""

import os
import time
from types import FrameType
from typing import Any

from waitress.channel import HTTPChannel

from clockwork.web.readiness import Readiness

LAST_CHANCE_SECONDS = 30


class Stop:
    """The signal handler: unready at once, serve on for the grace, finish, then be due."""

    def __init__(self, readiness: Readiness, grace: float) -> None:
        self._readiness = readiness
        self._grace = grace
        self._asked_at: float | None = None

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        """First signal: drain. Second: end at once."""
        if self._asked_at is not None:
            os._exit(1)
        self._asked_at = time.monotonic()
        self._readiness.draining.set()
        os.write(2, b"Stopping: finishing what is under way; once more to end at once\n")

    def is_due(self, sockets: dict[int, Any]) -> bool:
        """Whether the grace is over and nothing is under way, or it took too long."""
        if self._asked_at is None:
            return False
        waited = time.monotonic() - self._asked_at
        if waited < self._grace:
            return False
        return waited > self._grace + LAST_CHANCE_SECONDS or not any(
            map(_is_busy, sockets.values())
        )


def _is_busy(channel: Any) -> bool:
    if not isinstance(channel, HTTPChannel):
        return False
    return bool(channel.requests or channel.request or channel.total_outbufs_len)
