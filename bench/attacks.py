"""What a stranger may do to a server: each attack is done again and again until the time is over."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from itertools import count
from typing import NamedTuple

# What an attack may meet: the server hangs up, is full, or answers as it likes.
LOST = (OSError, http.client.HTTPException)
# Accents in the wrong order, which are slow to normalise.
ACCENTS = "\u0301\u0323" * 110_000
HOST = b"Host: localhost\r\n"
MALFORMED = (
    b"GARBAGE\r\n\r\n",
    b"GET http://[ HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /\xff HTTP/1.1\r\n" + HOST + b"\r\n",
    b"POST /api/session HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"a: b\r\n" * 5000 + b"\r\n",
    b"GET / HTTP/1.1\r\n\r\n" * 450,
)
UNFINISHED = b"POST /api/session HTTP/1.1\r\n" + HOST + b"Content-Length: 520000\r\n\r\n"
REPORTS = (
    "/api/reports/summary?groupBy=day,tag&from=1926-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
    "/api/reports/summary?groupBy=day,category&from=2000-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
    "/api/entries?limit=1000&tag=" + "&tag=".join(map(str, range(90))),
)


class Stranger(NamedTuple):
    """Somebody with an address of their own, and perhaps a token."""

    port: int
    number: int
    until: float
    token: str

    def connect(self) -> socket.socket:
        """A connection from their address."""
        source = (f"127.0.1.{1 + self.number}", 0)
        return socket.create_connection(("127.0.0.1", self.port), 5, source)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> None:
        """One request, and its whole answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.sock = self.connect()
        try:
            connection.request(method, path, body, headers)
            connection.getresponse().read()
        finally:
            connection.close()


def accents(stranger: Stranger, path: str) -> None:
    """A quarter of a million accents where an e-mail address belongs."""
    body = {"email": ACCENTS, "password": ACCENTS, "name": ACCENTS, "code": "x"}
    kept = ("email", "password") if path == "/api/session" else tuple(body)
    sent = json.dumps({name: body[name] for name in kept}, ensure_ascii=False).encode()
    stranger.ask("POST", path, sent[:1_000_000])
    stranger.ask("POST", path, json.dumps({**body, "password": "x", "name": "x"}).encode())


def unfinished(stranger: Stranger) -> None:
    """Bodies that are never sent to their end."""
    with ExitStack() as stack:
        for _ in range(25):
            client = stack.enter_context(stranger.connect())
            with suppress(*LOST):
                client.sendall(UNFINISHED + b" " * 510_000)
        _wait(stranger, 5)


def dripping(stranger: Stranger) -> None:
    """Many connections that send a byte now and then."""
    with ExitStack() as stack:
        clients = [stack.enter_context(stranger.connect()) for _ in range(200)]
        for _ in range(10):
            for client in clients:
                with suppress(*LOST):
                    client.sendall(b"G")
            _wait(stranger, 0.5)


def malformed(stranger: Stranger) -> None:
    """What is no HTTP."""
    for sent in MALFORMED:
        with suppress(*LOST), stranger.connect() as client:
            client.sendall(sent)
            while client.recv(65536):
                pass


def huge(stranger: Stranger) -> None:
    """Bodies far over the limit."""
    for size in (3_000_000, 20_000_000):
        stranger.ask("POST", "/api/session", b" " * size)


def sign_in(stranger: Stranger) -> None:
    """Passwords to be hashed, for somebody else each time."""
    body = {"email": f"{time.time_ns()}@x.example", "password": "correct horse battery"}
    stranger.ask("POST", "/api/session", json.dumps(body).encode())


def reports(stranger: Stranger) -> None:
    """What a member may ask that takes long."""
    for path in REPORTS:
        stranger.ask("GET", path, Authorization=f"Bearer {stranger.token}")


ATTACKS: dict[str, Callable[[Stranger], None]] = {
    "sign-in-accents": lambda stranger: accents(stranger, "/api/session"),
    "set-up-accents": lambda stranger: accents(stranger, "/api/setup"),
    "unfinished": unfinished,
    "dripping": dripping,
    "malformed": malformed,
    "huge": huge,
    "sign-in": sign_in,
    "reports": reports,
}


def attack(port: int, names: Sequence[str], seconds: float, token: str) -> None:
    """An attack for each stranger, all at once; to be run in a process of its own."""
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(
            target=_attack, args=(ATTACKS[name], Stranger(port, number, until, token)), daemon=True
        )
        for number, name in enumerate(names)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 30)


def _attack(chosen: Callable[[Stranger], None], stranger: Stranger) -> None:
    for turn in count():
        if time.monotonic() > stranger.until:
            return
        with suppress(*LOST):
            chosen(stranger)
        time.sleep(0.01 * min(turn, 5))


def _wait(stranger: Stranger, seconds: float) -> None:
    time.sleep(max(0, min(seconds, stranger.until - time.monotonic())))
