"""A turn of the loop that reads and writes sockets."""

import select
import time
from typing import Any

from waitress import wasyncore

from clockwork.server.channel import READ, Channel

# So long those who go on with a request, or are refused and go on all the same, keep others
# waiting; whoever was not looked at is the first the next time.
SLICE_SECONDS = 0.01


def turn(sockets: dict[int, Any], seconds: float) -> None:
    """Do what is to be done, or wait for it so long.

    As Waitress' own, but who begins a request comes before who goes on with one: a crowd that
    sends a byte now and then, or bodies without end, keeps nobody waiting.
    """
    later = []
    for descriptor, flags in _ready(sockets, seconds):
        one = sockets.get(descriptor)
        if isinstance(one, Channel) and one.goes_on:
            later.append((one.last_activity, descriptor, flags))
        elif one is not None:
            wasyncore.readwrite(one, flags)
    until = time.monotonic() + SLICE_SECONDS
    for _, descriptor, flags in sorted(later):
        if descriptor in sockets:
            wasyncore.readwrite(sockets[descriptor], flags)
        if time.monotonic() > until:
            break


def _ready(sockets: dict[int, Any], seconds: float) -> list[tuple[int, int]]:
    pollster = select.poll()
    for descriptor, one in list(sockets.items()):
        flags = one.events() if isinstance(one, Channel) else _events(one)
        if flags:
            pollster.register(descriptor, flags)
    return pollster.poll(seconds * 1000)


def _events(one: Any) -> int:
    """As Waitress asks its listeners and what wakes it."""
    flags = READ if one.readable() else 0
    return flags | select.POLLOUT if one.writable() and not one.accepting else flags
