"""The port: Waitress, set up as the settings say."""

import logging
import socket
import struct
import time
from array import array
from contextlib import suppress
from functools import partial
from typing import Any

from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

from clockwork.errors import SettingError
from clockwork.imports.source import LARGEST
from clockwork.server.channel import Channel
from clockwork.server.clients import Clients
from clockwork.server.dispatcher import Dispatcher
from clockwork.server.rarely import Rarely
from clockwork.web.application import Application

HEADER_BYTES = 64 * 1024
# Waitress counts a chunked body with the lines around its chunks, up to five bytes for one;
# the parser counts exactly.
CHUNKED = 8
# Each read of a socket waits for its turn among the threads, so a large body takes few of them.
READ_AT_ONCE = 64 * 1024
ACCEPTED_AT_ONCE = 1000
ACCEPTING_SECONDS = 0.2
# How many the system lets wait to be accepted; it forgets those beyond for a second.
BACKLOG = 4096
# From Linux' asm-generic/socket.h; Python's socket doesn't name it.
SO_ATTACH_FILTER = 26
# For its packet filter: of a segment whose flags (byte 13) are SYN without ACK nothing is kept.
NO_SYN = (
    (0x30, 0, 0, 13),
    (0x54, 0, 0, 0x12),
    (0x15, 0, 1, 0x02),
    (0x06, 0, 0, 0),
    (0x06, 0, 0, 0xFFFFFFFF),
)
# Connections that have begun by then are there after that.
BEGUN_SECONDS = 0.02
# Where nothing is written to files: /tmp may be missing, or be memory too.
NEVER = 2**31


class Listeners:
    """Where the server listens: a name such as localhost may stand for several addresses."""

    def __init__(self, sockets: dict[int, Any]) -> None:
        self._all: list[Any] = [one for one in sockets.values() if isinstance(one, BaseWSGIServer)]

    @property
    def port(self) -> int:
        """The port, also where PORT leaves it to the system."""
        return int(self._all[0].effective_port)

    @property
    def addresses(self) -> list[str]:
        """Each address, as a URL."""
        places = [(one.effective_host, one.effective_port) for one in self._all]
        return [f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
                for host, port in places]  # fmt: skip

    def connect(self, channel: Any) -> None:
        """Make a channel of everybody who connects."""
        for one in self._all:
            one.channel_class = channel
            # Waitress looks at every connection before it accepts one more; a crowd would wait.
            one.handle_accept = partial(_accept_several, one)

    def wake(self) -> None:
        """End the turn at hand of the loop, which may have none left; for other threads."""
        for one in self._all[:1]:
            one.pull_trigger()

    def close(self) -> None:
        """Accept who has connected already, and nobody from then on."""
        for one in self._all:
            let_nobody_begin(one.socket)
        if self._all:
            time.sleep(BEGUN_SECONDS)
        for one in self._all:
            one.handle_accept()
            # Not Waitress' own, which also closes what threads wake the loop with.
            wasyncore.dispatcher.close(one)
        self._all = []


def listen(app: Application, sockets: dict[int, Any], clients: Clients) -> Listeners:
    """Listen on HOST and PORT; what is open is in `sockets`. Raises SettingError."""
    settings = app.settings
    logging.getLogger("waitress.queue").filters = [Rarely()]
    try:
        create_server(
            app,
            map=sockets,
            host=settings.host,
            port=settings.port,
            _dispatcher=Dispatcher(app, settings.threads),
            backlog=BACKLOG,
            recv_bytes=READ_AT_ONCE,
            # Clients are counted in server.clients.
            connection_limit=NEVER,
            inbuf_overflow=NEVER,
            outbuf_overflow=NEVER,
            ident=None,
            max_request_header_size=HEADER_BYTES,
            max_request_body_size=max(settings.max_body_bytes, LARGEST) * CHUNKED,
            # Which proxies are believed is decided in web.proxies, which knows networks.
            clear_untrusted_proxy_headers=False,
        )
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        raise SettingError(
            f"HOST, PORT: can't listen on {place}: {error.strerror or error}."
        ) from None
    listeners = Listeners(sockets)
    listeners.connect(
        partial(Channel, clients=clients, edge=app.edge, body_limit=settings.max_body_bytes)
    )
    return listeners


def let_nobody_begin(listener: socket.socket) -> None:
    """Drop what would begin a connection: between the last accept and the end it would be reset.

    Who is dropped asks again a second later, and hears that nobody listens. Only Linux can.
    """
    program = array("B", b"".join(struct.pack("HBBI", *step) for step in NO_SYN))
    address, _ = program.buffer_info()
    with suppress(OSError):
        filter_ = struct.pack("HP", len(NO_SYN), address)
        listener.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, filter_)


def _accept_several(listener: Any) -> None:
    until = time.monotonic() + ACCEPTING_SECONDS
    for _ in range(ACCEPTED_AT_ONCE):
        accepted = None
        # The client may be gone again.
        with suppress(OSError):
            accepted = listener.accept()
        if accepted is None:
            return
        connection, address = accepted
        with suppress(OSError):
            listener.set_socket_options(connection)
        listener.channel_class(listener, connection, address, listener.adj, map=listener._map)
        if time.monotonic() > until:
            return
