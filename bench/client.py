"""A client that costs little: prepared requests over kept-alive sockets, one thread."""

import http.client
import selectors
import socket
import time
from collections.abc import Sequence
from typing import NamedTuple

LAST_CHUNK = b"\r\n0\r\n\r\n"


class Request(NamedTuple):
    """A request, ready to be sent; with an `etag`, for what is new since that answer."""

    method: str
    path: str
    body: bytes = b""
    etag: str = ""
    token: str = ""

    def headers(self) -> dict[str, str]:
        """What goes with it."""
        login = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        known = {"If-None-Match": self.etag} if self.etag else {}
        return {**login, **known}

    def raw(self) -> bytes:
        """Its bytes on the wire."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in self.headers().items())
        head = f"{self.method} {self.path} HTTP/1.1\r\nHost: localhost\r\n{lines}"
        return f"{head}Content-Length: {len(self.body)}\r\n\r\n".encode() + self.body


class Result(NamedTuple):
    """How long the requests took, each time all of them, in seconds; and how long it lasted."""

    times: list[float]
    seconds: float

    @property
    def rate(self) -> float:
        """How often a second."""
        return len(self.times) / self.seconds

    def quantile(self, part: float) -> float:
        """The time in seconds that this part of the times stayed within."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class Answer(NamedTuple):
    """What was answered to one request."""

    etag: str
    body: bytes


def ask(port: int, request: Request) -> Answer:
    """One request. RuntimeError unless it is answered as expected."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(request.method, request.path, request.body, request.headers())
    response = connection.getresponse()
    body = response.read()
    connection.close()
    status = response.status
    if status == 404:
        raise RuntimeError(f"{request.path} is not there: leave its row out with --rows")
    if not (status == 304 if request.etag else 200 <= status < 300):
        raise RuntimeError(f"{request.method} {request.path} answers {status}: {body[:500]!r}")
    return Answer(response.headers.get("ETag", ""), body)


class _Line:
    """One connection, sending its requests one after the other, again and again."""

    def __init__(
        self, port: int, requests: Sequence[Request], selector: selectors.BaseSelector
    ) -> None:
        self._port, self._selector = port, selector
        self._requests = [(request.raw(), bool(request.etag)) for request in requests]
        self._next = 0
        self._got, self._end, self._began = 0, b"", 0.0
        self._wanted: int | None = None
        self._is_over = False
        self.connect()

    def connect(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self._port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(self.socket, selectors.EVENT_READ, self)

    def close(self) -> None:
        self._selector.unregister(self.socket)
        self.socket.close()

    def send(self) -> None:
        self._got, self._end = 0, b""
        if self._next == 0:
            self._began = time.perf_counter()
        if self._is_over:
            # The server ends the connection after such an answer; whoever asks again pays for it.
            self.close()
            self.connect()
        self.socket.sendall(self._requests[self._next][0])

    def receive(self) -> bool:
        """Whether all of the answer is there."""
        data = self.socket.recv(1 << 20)
        if not data:
            raise ConnectionError("the server hung up")
        if self._got == 0:
            head = data[: data.index(b"\r\n\r\n") + 4].lower()
            self._is_over = b"connection: close" in head
            self._wanted = _length(head, self._requests[self._next][1])
        self._got += len(data)
        self._end = (self._end + data[-len(LAST_CHUNK) :])[-len(LAST_CHUNK) :]
        if self._wanted is None:
            return self._end == LAST_CHUNK
        if self._got > self._wanted:
            raise ConnectionError(f"more than was announced: {data[-2000:]!r}")
        return self._got == self._wanted

    def advance(self) -> float | None:
        """Go to the next request; after the last, the seconds that all took."""
        self._next = (self._next + 1) % len(self._requests)
        return time.perf_counter() - self._began if self._next == 0 else None


def _length(head: bytes, is_known: bool) -> int | None:
    """Of head and body together, None of one in chunks; the head is expected in one piece."""
    if not (head[9:12] == b"304" if is_known else head[9:10] == b"2"):
        raise ConnectionError(f"refused: {head!r}")
    if is_known:
        return len(head)
    if b"transfer-encoding: chunked" in head:
        return None
    at = head.index(b"content-length:") + 15
    return len(head) + int(head[at : head.index(b"\r", at)])


def load(port: int, requests: Sequence[Request], connections: int, seconds: float) -> Result:
    """Send the requests in turn on each connection for so long, always to the last of them."""
    times: list[float] = []
    with selectors.DefaultSelector() as selector:
        lines = [_Line(port, requests, selector) for _ in range(connections)]
        began = time.perf_counter()
        for line in lines:
            line.send()
        busy = len(lines)
        while busy:
            for key, _ in selector.select(60):
                if key.data.receive():
                    busy -= _is_last(key.data, times, began + seconds)
        lasted = time.perf_counter() - began
    return Result(times, lasted)


def _is_last(line: _Line, times: list[float], until: float) -> bool:
    """Go on with a line that was answered, unless it is time to end."""
    taken = line.advance()
    if taken is not None:
        times.append(taken)
        if time.perf_counter() >= until:
            line.close()
            return True
    line.send()
    return False
