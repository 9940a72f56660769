"""The port: Waitress, set up as the settings say."""

import logging
import time
from contextlib import suppress
from functools import partial
from typing import Any

from waitress.server import BaseWSGIServer, create_server

from clockwork.errors import SettingError
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
# Where nothing is written to files: /tmp may be missing, or be memory too.
NEVER = 2**31


def listen(app: Application, sockets: dict[int, Any], clients: Clients) -> Any:
    """Listen on HOST and PORT; what is open is in `sockets`. Raises SettingError."""
    settings = app.settings
    logging.getLogger("waitress.queue").filters = [Rarely()]
    try:
        server: Any = create_server(
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
            max_request_body_size=settings.max_body_bytes * CHUNKED,
            # Which proxies are believed is decided in web.proxies, which knows networks.
            clear_untrusted_proxy_headers=False,
        )
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        raise SettingError(
            f"HOST, PORT: can't listen on {place}: {error.strerror or error}."
        ) from None
    _set_up_listeners(app, sockets, clients)
    return server


def _set_up_listeners(app: Application, sockets: dict[int, Any], clients: Clients) -> None:
    """A name such as localhost may stand for several addresses, each with a listener."""
    settings = app.settings
    channel = partial(
        Channel,
        clients=clients,
        edge=app.edge,
        body_limit=settings.max_body_bytes,
    )
    listeners: list[Any] = [one for one in sockets.values() if isinstance(one, BaseWSGIServer)]
    for listener in listeners:
        listener.channel_class = channel
        # Waitress looks at every connection before it accepts one more; a crowd would wait long.
        listener.handle_accept = partial(_accept_several, listener)


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
