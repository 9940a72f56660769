"""A client's connection: one request at a time, and an answer that also a refused one reads."""

import select
import socket
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.utilities import Error

from clockwork.server.answering import AnsweringTask
from clockwork.server.clients import Clients
from clockwork.server.parser import Parser
from clockwork.server.refusals import RefusalTask, StoppingError
from clockwork.web.edge import Edge

READ = select.POLLIN | select.POLLPRI
# What a client still sends after its last answer is read, so that it comes to read that; no more
# of it than this.
DROPPED_BYTES = 32 * 1024 * 1024
DROPPED_AT_ONCE = 256 * 1024
# Less than this of a request, more than twice, is as good as nothing.
DRIP_BYTES = 512


class Channel(HTTPChannel):
    """A connection whose errors are JSON.

    What was read beyond a request stays bytes until that one is answered.
    """

    task_class = AnsweringTask
    error_task_class = RefusalTask
    # What has come of a request so far.
    request: Parser | None = None
    sent_continue = False
    # The answer that was written is the last one, and the client may still be sending.
    is_last = False
    # Whether some of the answer was written, and whether nobody may write any more of it.
    has_begun = False
    is_given_up = False
    # Since when, in seconds since 1970, what comes is dropped.
    dropping_since: float | None = None
    # How often little came of the request at hand, and whether more is left unread for a while.
    drips = 0
    is_resting = False

    def __init__(
        self,
        server: Any,
        connection: socket.socket,
        address: Sequence[Any],
        *others: Any,
        clients: Clients,
        edge: Edge,
        body_limit: int,
        **options: Any,
    ) -> None:
        self.edge = edge
        self.parser_class = partial(
            Parser, body_limit=body_limit, kept=clients.kept, uploads=clients.kept_of_uploads
        )
        self.peer = clients.peer(address[0])
        self._clients = clients
        self._unread = b""
        self._dropped = 0
        super().__init__(server, connection, address, *others, **options)
        clients.welcome(self)

    @property
    def waited_for_since(self) -> float:
        """Since when, in seconds since 1970, the client could have sent or read more."""
        if self.request is not None:
            return self.request.began
        return self.dropping_since or float(self.last_activity)

    @property
    def is_leaving(self) -> bool:
        """Whether the next answer is the last one, as the server is stopping."""
        return self._clients.are_leaving

    @property
    def is_under_way(self) -> bool:
        """Whether a request has begun to come in, or its answer is not sent yet."""
        return bool(self.request or self.requests or self.total_outbufs_len)

    @property
    def goes_on(self) -> bool:
        """Whether what comes now is more of a request, or more after the last answer."""
        return self.request is not None or self.dropping_since is not None

    @property
    def holds_thread(self) -> bool:
        """Whether a thread waits until more of its answer is sent; else it sends by itself."""
        return bool(self.total_outbufs_len > self.adj.outbuf_high_watermark)

    def refuse(self, error: Error) -> None:
        """Answer the request that has begun to come in, and take no more of it."""
        with self.requests_lock:
            request, self.request = self.request, None
            if request is not None:
                request.refuse(error)
                self.requests.append(request)
                self.server.add_task(self)

    def give_up(self) -> None:
        """Answer the request under way in place of the thread that is at it, or never came to it.

        Only where that has not begun to answer; from then on it can't.
        """
        with self.outbuf_lock:
            under_way = self.request or (self.requests[0] if self.requests else None)
            if under_way is not None and not self.has_begun:
                refused = self.parser_class(self.adj)
                refused.version, refused.headers = under_way.version, under_way.headers
                refused.error = StoppingError("")
                self.error_task_class(self, refused).service()
            self.is_given_up = True

    def is_quiet(self, seconds: float) -> bool:
        """Whether nothing is under way, nothing came for so long, and nothing is about to."""
        if self.is_under_way or self.last_activity > time.time() - seconds:
            return False
        try:
            return not self.socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except OSError:
            return True

    def write_soon(self, data: Any) -> Any:
        """Send a piece of an answer."""
        with self.outbuf_lock:
            if self.is_given_up:
                raise ClientDisconnected
            self.has_begun = True
            return super().write_soon(data)

    def dismiss(self) -> None:
        """Let it be closed as soon as all that is ready now has been looked at."""
        self._clients.forget(self)
        self.will_close = True
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def handle_close(self) -> None:
        """Give back what it takes."""
        if self.request is not None:
            self.request.close()
        super().handle_close()

    def del_channel(self, *args: Any) -> None:
        """It is closed."""
        super().del_channel(*args)
        self._clients.forget(self)

    def received(self, data: bytes) -> bool:
        """Take bytes up to the end of a request, and keep those after it."""
        size = len(data)
        with self.requests_lock:
            if self.will_close or self.close_when_flushed:
                return False
            while data and not self.requests:
                data = data[self._receive(data) :]
            self._unread = data
        if self.request is not None and size < DRIP_BYTES:
            self.drips += 1
            self._clients.let_rest(self)
        self._clients.relieve()
        return True

    def events(self) -> int:
        """What to wait for at its socket, of `select.poll`; asked of everybody, all the time."""
        reads = READ if self.dropping_since is not None else 0
        if self.will_close or self.close_when_flushed:
            return reads | select.POLLOUT
        if self.requests:
            # To look, while a thread sends, whether more can be sent would only be in its way.
            return reads | select.POLLOUT if self.holds_thread else reads
        if self.total_outbufs_len or self._unread:
            return reads | select.POLLOUT
        return reads if self.is_resting else READ

    def handle_read(self) -> None:
        """Take what there is to read."""
        if self.dropping_since is None:
            super().handle_read()
            return
        self._dropped += len(self.recv(DROPPED_AT_ONCE))
        if self._dropped > DROPPED_BYTES:
            self.will_close = True

    def handle_write(self) -> None:
        """Send what there is to send, then go on to the next request or the end."""
        if self.is_last and self.close_when_flushed and not self.will_close:
            self._flush_exception(self._flush_some)
            if self.connected and not self.total_outbufs_len:
                self._begin_to_drop()
            return
        super().handle_write()
        if self.connected and self._has_next():
            self.received(self._unread)

    def _receive(self, data: bytes) -> int:
        """Give bytes to the request at hand; how many were its own."""
        if self.request is None:
            self.request, self.has_begun = self.parser_class(self.adj), False
        request = self.request
        consumed: int = request.received(data)
        if request.expect_continue and request.headers_finished and not self.sent_continue:
            self.send_continue()
        if request.completed:
            self.request, self.sent_continue, self.drips = None, False, 0
            if not request.empty:
                self.requests.append(request)
                self.server.add_task(self)
        return consumed

    def _has_next(self) -> bool:
        return bool(self._unread) and not (self.requests or self.total_outbufs_len)

    def _begin_to_drop(self) -> None:
        """Say that this was all, and read on: closed at once, it would take the answer along."""
        self.close_when_flushed = False
        self._unread = b""
        self.dropping_since = time.time()
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)
