"""Stopping without losing a request."""

import logging
import os
import signal
import time
from contextlib import suppress
from types import FrameType

from clockwork.config import Settings
from clockwork.server.clients import Clients
from clockwork.server.listener import Listeners
from clockwork.web.readiness import Readiness

log = logging.getLogger("clockwork.server")

# What is under way when the grace is over may take so long; `docker stop` kills after ten seconds,
# of which DRAIN_SECONDS takes three.
FINISH_SECONDS = 5.0
# Who has just connected is about to ask.
QUIET_SECONDS = 1.0


class Stop:
    """The signal handler, and what happens then.

    At once: unready, and every answer closes its connection. After the grace: nothing new is
    accepted, quiet connections are closed, what is under way ends, or is told that it does not.
    """

    def __init__(
        self, settings: Settings, readiness: Readiness, clients: Clients, listeners: Listeners
    ) -> None:
        self._readiness, self._clients, self._listeners = readiness, clients, listeners
        self._is_production = settings.is_production
        self._grace, self._quiet = settings.drain_seconds, QUIET_SECONDS
        self._asked_at: float | None = None
        self._is_said = False

    def listen(self) -> None:
        """Be asked by SIGTERM and SIGINT from now on."""
        signal.signal(signal.SIGTERM, self)
        signal.signal(signal.SIGINT, self)

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        """First signal: drain. Second: end at once."""
        if self._asked_at is not None:
            os._exit(1)
        self._asked_at = time.monotonic()
        if number == signal.SIGINT and not self._is_production:
            self._grace = self._quiet = 0
        self._readiness.draining.set()
        self._clients.are_leaving = True

    def is_over(self) -> bool:
        """Whether everybody has been served. To be asked after each turn of the loop."""
        if self._asked_at is None:
            return False
        self._say()
        waited = time.monotonic() - self._asked_at - self._grace
        if waited < 0:
            return False
        self._readiness.closed.set()
        self._listeners.close()
        self._clients.close_quiet(self._quiet)
        if waited > FINISH_SECONDS:
            self._give_up()
            return True
        return not self._clients.left()

    def _say(self) -> None:
        # Not in the handler, which may have interrupted a line of the log.
        if not self._is_said:
            log.info("Stopping: finishing what is under way; once more to end at once")
        self._is_said = True

    def _give_up(self) -> None:
        under_way = [one for one in self._clients.left() if one.is_under_way]
        if under_way:
            log.warning("Not finished in %g s: %d", FINISH_SECONDS, len(under_way))
        for channel in under_way:
            with suppress(OSError):
                channel.give_up()
