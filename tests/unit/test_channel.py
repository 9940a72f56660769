"""What the thread that reads and writes sockets waits for at each of them."""

import select
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from clockwork.app import create_app
from clockwork.server.channel import READ, Channel
from clockwork.server.clients import Clients, Limits
from clockwork.server.listener import listen
from clockwork.server.turn import turn
from tests.conftest import settings_for


@pytest.fixture
def channel() -> Iterator[Channel]:
    """A connection that nothing has come of yet."""
    sockets: dict[int, Any] = {}
    app = create_app(settings_for("sqlite:///:memory:", host="127.0.0.1", port=0))
    listeners = listen(app, sockets, Clients(Limits(), ()))
    with socket.create_connection(("127.0.0.1", listeners.port)):
        turn(sockets, 5)
        yield next(one for one in sockets.values() if isinstance(one, Channel))
    for one in list(sockets.values()):
        one.close()


def test_what_a_thread_sends_by_itself_is_left_to_it(channel: Channel) -> None:
    """To be told all the time that there is room would keep that very thread from its work."""
    channel.requests = [object()]
    channel.total_outbufs_len = 1
    assert channel.events() == 0

    channel.total_outbufs_len = channel.adj.outbuf_high_watermark + 1
    assert channel.events() == select.POLLOUT

    channel.requests, channel.total_outbufs_len = [], 1
    assert channel.events() == select.POLLOUT

    channel.total_outbufs_len = 0
    assert channel.events() == READ
