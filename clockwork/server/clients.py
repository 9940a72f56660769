"""Limits on clients: how many at once, and how long they may leave an answer unread."""

import resource
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from clockwork.server.channel import DROPPED_SECONDS, Channel

CONNECTIONS = 4000
ACCEPTED_AT_ONCE = 100
# Descriptors besides those of clients: the database's, the log's, files under way.
SPARE_DESCRIPTORS = 200
# A client that takes nothing of its answer for so long is cut off; sooner when there is so
# much of it that a thread waits.
UNREAD_SECONDS = 60
HOLDING_SECONDS = 3


def connection_limit() -> int:
    """As many clients as the system lets this process have descriptors for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return (
        CONNECTIONS
        if soft == resource.RLIM_INFINITY
        else min(CONNECTIONS, max(50, soft - SPARE_DESCRIPTORS))
    )


def accept_several(listener: Any) -> None:
    """Waitress looks at every connection before it accepts one more; a crowd would wait long."""
    listener.handle_accept = partial(_accept_several, listener, listener.handle_accept)


def _accept_several(listener: Any, accept: Callable[[], None]) -> None:
    for _ in range(ACCEPTED_AT_ONCE):
        before = len(listener.active_channels)
        accept()
        if len(listener.active_channels) == before:
            break


class Readers:
    """Cuts off clients that do not read their answers. Waitress waits for them without end."""

    def __init__(self, sockets: dict[int, Any]) -> None:
        self._sockets = sockets
        self._next = 0.0

    def check(self) -> None:
        """Look at every connection, once a second."""
        now = time.time()
        if now < self._next:
            return
        self._next = now + 1
        channels = [one for one in self._sockets.values() if isinstance(one, Channel)]
        for channel in channels:
            if self._is_stuck(channel, now):
                with suppress(OSError):
                    channel.socket.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _is_stuck(channel: Channel, now: float) -> bool:
        if channel.dropping_since is not None:
            return channel.dropping_since < now - DROPPED_SECONDS
        unread: int = channel.total_outbufs_len
        holds_thread = unread > channel.adj.outbuf_high_watermark
        patience = HOLDING_SECONDS if holds_thread else UNREAD_SECONDS
        return unread > 0 and bool(channel.last_activity < now - patience)
