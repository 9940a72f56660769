"""The port: Waitress, set up as the settings say."""

from functools import partial
from typing import Any

from waitress.server import BaseWSGIServer, create_server

from clockwork.errors import SettingError
from clockwork.server.channel import Channel
from clockwork.server.clients import accept_several, connection_limit
from clockwork.server.dispatcher import Dispatcher
from clockwork.web import headers
from clockwork.web.application import Application

HEADER_BYTES = 64 * 1024
# Waitress counts a chunked body with the lines around its chunks, up to five bytes for one;
# the parser counts exactly.
CHUNKED = 8


def listen(app: Application, sockets: dict[int, Any]) -> Any:
    """Listen on HOST and PORT; what is open is in `sockets`. Raises SettingError."""
    settings = app.settings
    try:
        server: Any = create_server(
            app,
            map=sockets,
            host=settings.host,
            port=settings.port,
            _dispatcher=Dispatcher(settings.threads),
            connection_limit=connection_limit(),
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
    _set_up_listeners(app, sockets)
    return server


def _set_up_listeners(app: Application, sockets: dict[int, Any]) -> None:
    """A name such as localhost may stand for several addresses, each with a listener."""
    settings = app.settings
    channel = partial(Channel, body_limit=settings.max_body_bytes, headers=headers.always(settings))
    listeners: list[Any] = [one for one in sockets.values() if isinstance(one, BaseWSGIServer)]
    for listener in listeners:
        listener.channel_class = channel
        accept_several(listener)
