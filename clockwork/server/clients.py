"""Limits on clients: how many at once, how long each may take, and how much is kept for them."""

import heapq
import logging
import resource
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING

from clockwork.addresses import network_of
from clockwork.server.rarely import Rarely
from clockwork.server.refusals import OverloadedError, RequestTimeoutError
from clockwork.values import Network
from clockwork.web.proxies import is_in

if TYPE_CHECKING:
    from clockwork.server.channel import Channel
    from clockwork.server.parser import Parser

log = logging.getLogger("clockwork.clients")
log.addFilter(Rarely())

# Descriptors besides those of clients: the database's, the log's, those about to be closed.
SPARE_DESCRIPTORS = 400
CHECK_SECONDS = 0.25
# How many of those who hold all places make room at once, and how full the memory is when some
# of it was given back: to look for them takes a millisecond.
ROOM = 1 / 16
ROOM_PART = 0.9


@dataclass(frozen=True, slots=True)
class Limits:
    """What clients may take."""

    connections: int = 2000
    # An office behind one address; a browser opens six.
    connections_of_peer: int = 128
    # From a request's first byte to its last.
    request_seconds: float = 30
    # The same of a file to import: 50 MB from a home at 2 MBit/s.
    upload_seconds: float = 240
    # A client that takes nothing of its answer for so long is cut off; sooner when there is so
    # much of it that a thread waits.
    unread_seconds: float = 60
    holding_seconds: float = 3
    # Who sends a few bytes now and then is listened to as rarely: after a head and a body.
    drips: int = 2
    rest_seconds: float = 2
    # What a client still sends after a refusal is read for so long.
    dropping_seconds: float = 30
    # Of requests that are not answered yet, all together; who keeps less than `small_bytes`
    # never has to give way.
    request_bytes: int = 16 * 1024 * 1024
    small_bytes: int = 8 * 1024
    # Of files to import that are not answered yet, all together: a large one at a time.
    upload_bytes: int = 64 * 1024 * 1024
    # Of answers that are not read yet, all together.
    answer_bytes: int = 48 * 1024 * 1024


def within_system(limits: int) -> int:
    """As many connections as wanted, or as the system lets this process have descriptors for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = limits + SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == resource.RLIM_INFINITY:
        return limits
    return min(limits, max(50, soft - SPARE_DESCRIPTORS))


class Clients:
    """Everybody who is connected. Used by the thread that reads and writes sockets alone."""

    def __init__(self, limits: Limits, trusted: Sequence[Network]) -> None:
        self.limits = limits
        self.kept, self.kept_of_uploads = Kept(), Kept()
        # Whether each answer is the last of its connection, as the server is stopping.
        self.are_leaving = False
        # Those who come again and again cost no more than a look.
        self.peer = lru_cache(maxsize=1024)(partial(_peer, trusted))
        self._most = within_system(limits.connections)
        self._all: set[Channel] = set()
        self._of_peer: dict[str, set[Channel]] = {}
        self._resting: dict[Channel, float] = {}
        self._next = 0.0

    def welcome(self, channel: "Channel") -> None:
        """Take a new one in; who has kept the server waiting longest makes room for it.

        When nobody keeps it waiting, the new one is turned away.
        """
        same = self._of_peer.get(channel.peer, set()) if channel.peer else set()
        if len(same) >= self.limits.connections_of_peer:
            _make_room(same)
        if len(self._all) >= self._most:
            _make_room(self._all)
        if len(same) >= self.limits.connections_of_peer or len(self._all) >= self._most:
            log.warning("Too many connections; one of %s is refused", channel.peer or "a proxy")
            channel.dismiss()
            return
        self._all.add(channel)
        if channel.peer:
            self._of_peer.setdefault(channel.peer, set()).add(channel)

    def forget(self, channel: "Channel") -> None:
        """Count one no more."""
        self._all.discard(channel)
        self._resting.pop(channel, None)
        same = self._of_peer.get(channel.peer or "", set())
        same.discard(channel)
        if not same:
            self._of_peer.pop(channel.peer or "", None)

    def let_rest(self, channel: "Channel") -> None:
        """Listen no more for a while to who sends next to nothing: to look for it takes longest."""
        if channel.drips > self.limits.drips:
            channel.is_resting = True
            self._resting[channel] = time.monotonic() + self.limits.rest_seconds

    def relieve(self) -> None:
        """Where too much is kept of requests, who has sent most without an end gives way.

        Of files who began last: they are large, and the first comes to its end. All at once until
        there is some room again: to look for them takes a millisecond.
        """
        limits = self.limits
        if self.kept.bytes > limits.request_bytes:
            self._relieve(self.kept, limits.request_bytes, lambda one: -one.kept)
        if self.kept_of_uploads.bytes > limits.upload_bytes:
            self._relieve(self.kept_of_uploads, limits.upload_bytes, lambda one: -one.began)

    def _relieve(self, kept: "Kept", most: int, order: Callable[["Parser"], float]) -> None:
        log.warning("Requests take too much memory; some of them are refused")
        unfinished = [
            (order(request), channel)
            for channel in self._all
            if (request := channel.request) and self._may_give_way(request, kept)
        ]
        for _, channel in sorted(unfinished, key=itemgetter(0)):
            channel.refuse(OverloadedError(""))
            if kept.bytes <= most * ROOM_PART:
                break

    def _may_give_way(self, request: "Parser", kept: "Kept") -> bool:
        return request.all_kept is kept and request.kept > self.limits.small_bytes

    def check(self) -> None:
        """Look after everybody, a few times a second."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + CHECK_SECONDS
        now = time.time()
        self._listen_again()
        for channel in list(self._all):
            if self._is_stuck(channel, now):
                channel.dismiss()
            elif channel.request and channel.request.began < now - self._patience(channel.request):
                channel.refuse(RequestTimeoutError(""))
        if self.unread() > self.limits.answer_bytes:
            max(self._all, key=lambda one: one.total_outbufs_len).dismiss()

    def _patience(self, request: "Parser") -> float:
        limits = self.limits
        return limits.upload_seconds if request.is_upload else limits.request_seconds

    def close_quiet(self, seconds: float) -> None:
        """Close those of whom nothing is under way and nothing came for so long."""
        for channel in list(self._all):
            if channel.is_quiet(seconds):
                channel.dismiss()

    def left(self) -> list["Channel"]:
        """Those who have not had their last answer."""
        return [one for one in self._all if one.dropping_since is None]

    def _listen_again(self) -> None:
        # In the order in which they began to rest.
        for channel, until in list(self._resting.items()):
            if until > time.monotonic():
                break
            del self._resting[channel]
            channel.is_resting = False

    def unread(self) -> int:
        """How many bytes of answers are kept until clients take them."""
        return sum(one.total_outbufs_len for one in self._all)

    def _is_stuck(self, channel: "Channel", now: float) -> bool:
        if channel.dropping_since is not None:
            return channel.dropping_since < now - self.limits.dropping_seconds
        unread: int = channel.total_outbufs_len
        limits = self.limits
        patience = limits.holding_seconds if channel.holds_thread else limits.unread_seconds
        return unread > 0 and bool(channel.last_activity < now - patience)


class Kept:
    """How many bytes are kept of requests; threads give back what they have answered."""

    def __init__(self) -> None:
        self.bytes = 0
        self._lock = threading.Lock()

    def add(self, count: int) -> None:
        """Keep more, or less."""
        with self._lock:
            self.bytes += count


def _peer(trusted: Sequence[Network], address: str) -> str | None:
    """Whose connections are counted together; None for a proxy, which stands for many."""
    return None if is_in(address, trusted) else network_of(address)


def _make_room(channels: Collection["Channel"]) -> None:
    count = max(1, int(len(channels) * ROOM))
    waited_for = [one for one in channels if one.peer and not one.requests]
    for channel in heapq.nsmallest(count, waited_for, key=lambda one: one.waited_for_since):
        channel.dismiss()
