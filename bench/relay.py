"""Between a server and its PostgreSQL, to count how often the one waits for the other."""

import selectors
import socket
import tempfile
import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

FILE = ".s.PGSQL.5432"


class Relay:
    """A socket like PostgreSQL's that passes on what it is sent, in a thread.

    `trips` counts the messages that were sent after an answer, however many statements are in
    one: the protocol sends nothing before the last is answered.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.trips = 0
        self._to = str(Path(parse_qs(parts.query)["host"][0]) / FILE)
        self._folder = tempfile.TemporaryDirectory()
        self.url = f"postgresql://{parts.path}?host={self._folder.name}&user=postgres"
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(Path(self._folder.name) / FILE))
        self._listener.listen()
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._others: dict[socket.socket, socket.socket] = {}
        # Those of the servers' ends that spoke last.
        self._asking: set[socket.socket] = set()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Cut all connections."""
        self._end.set()
        self._thread.join()
        for end in (self._listener, *self._others):
            end.close()
        self._selector.close()
        self._folder.cleanup()

    def _run(self) -> None:
        while not self._end.is_set():
            for key, _ in self._selector.select(0.1):
                if key.fileobj is self._listener:
                    self._accept()
                elif isinstance(key.fileobj, socket.socket) and key.fileobj in self._others:
                    self._pass_on(key.fileobj, key.data)

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        server = socket.socket(socket.AF_UNIX)
        server.connect(self._to)
        self._others |= {client: server, server: client}
        self._selector.register(client, selectors.EVENT_READ, True)
        self._selector.register(server, selectors.EVENT_READ, False)

    def _pass_on(self, one: socket.socket, asks: bool) -> None:
        other = self._others[one]
        data = one.recv(1 << 16)
        if not data:
            self._close(one, other)
            return
        if asks and one not in self._asking:
            self.trips += 1
            self._asking.add(one)
        elif not asks:
            self._asking.discard(other)
        other.sendall(data)

    def _close(self, *ends: socket.socket) -> None:
        for end in ends:
            self._selector.unregister(end)
            del self._others[end]
            self._asking.discard(end)
            end.close()
