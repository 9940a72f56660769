"""A client that costs little: prepared requests over kept-alive sockets, one thread."""

import selectors
import socket
import time
from collections.abc import Sequence
from typing import NamedTuple


class Request(NamedTuple):
    """A request, ready to be sent."""

    method: str
    path: str
    body: bytes = b""

    def raw(self, token: str | None) -> bytes:
        """Its bytes on the wire."""
        login = f"Authorization: Bearer {token}\r\n" if token else ""
        head = f"{self.method} {self.path} HTTP/1.1\r\nHost: localhost\r\n{login}"
        return f"{head}Content-Length: {len(self.body)}\r\n\r\n".encode() + self.body


class Result(NamedTuple):
    """How long each request took, in seconds, and how long all of them."""

    times: list[float]
    seconds: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds

    def quantile(self, part: float) -> float:
        """The time in seconds that this part of the requests stayed within."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class _Line:
    """One connection, sending its requests in turn."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._requests, self._next = requests, 0
        self._got, self._wanted, self._began = 0, -1, 0.0

    def send(self) -> None:
        self._got, self._wanted = 0, -1
        request = self._requests[self._next % len(self._requests)]
        self._next += 1
        self._began = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> float | None:
        """The seconds that the answer took, once all of it is there."""
        data = self.socket.recv(1 << 20)
        if not data:
            raise ConnectionError("the server hung up")
        if self._wanted < 0:
            self._wanted = _length(data)
        self._got += len(data)
        if self._got < self._wanted:
            return None
        return time.perf_counter() - self._began


def _length(data: bytes) -> int:
    """Of head and body together; the head is expected to come in one piece."""
    if data[9:10] != b"2" and data[9:12] != b"409":
        raise ConnectionError(f"refused: {data[:2000]!r}")
    end = data.index(b"\r\n\r\n") + 4
    head = data[:end].lower()
    at = head.index(b"content-length:") + 15
    return end + int(head[at : head.index(b"\r", at)])


def load(
    port: int, requests: Sequence[Request], connections: int, seconds: float, token: str | None
) -> Result:
    """Send the requests, in turn on each connection, for so long."""
    raw = [request.raw(token) for request in requests]
    times: list[float] = []
    with selectors.DefaultSelector() as selector:
        lines = [_Line(port, raw) for _ in range(connections)]
        for line in lines:
            selector.register(line.socket, selectors.EVENT_READ, line)
        began = time.perf_counter()
        until = began + seconds
        for line in lines:
            line.send()
        busy = len(lines)
        while busy:
            for key, _ in selector.select(60):
                taken = key.data.receive()
                if taken is None:
                    continue
                times.append(taken)
                if time.perf_counter() < until:
                    key.data.send()
                else:
                    busy -= 1
        lasted = time.perf_counter() - began
        for line in lines:
            line.socket.close()
    return Result(times, lasted)
