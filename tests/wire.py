"""Bytes as a client sends them, and what comes back."""

import json
import socket
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.servers import Clockwork


class Answer(NamedTuple):
    """An answer with a body of JSON."""

    status: int
    headers: dict[str, str]
    body: dict


def connect(server: Clockwork, source: str = "127.0.0.1", seconds: float = 20) -> socket.socket:
    """A connection, from an address of one's own choice among those of this machine."""
    place = urlsplit(server.url)
    return socket.create_connection((place.hostname, place.port), seconds, (source, 0))


def exchange(server: Clockwork, sent: bytes) -> list[Answer]:
    """Send all, then read to the end; every answer on the connection."""
    with connect(server) as client:
        client.sendall(sent)
        with client.makefile("rb") as stream:
            return parse(stream.read())


def parse(received: bytes) -> list[Answer]:
    found = []
    while received:
        head, _, rest = received.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, value in (one.split(": ", 1) for one in lines)}
        length = int(headers["content-length"])
        status = int(first.split()[1])
        found.append(Answer(status, headers, json.loads(rest[:length])))
        received = rest[length:]
    return found
