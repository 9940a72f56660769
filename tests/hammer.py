"""Clients that ask without pause on connections that they keep, and tell what was not answered."""

import http.client
import json
import threading
import time
from collections import Counter
from urllib.parse import urlsplit

from tests.load import ask

# An answer that was on its way when the signal came can't know of it.
NOTICED_SECONDS = 0.5


class Client(threading.Thread):
    """Starts, stops and looks until nobody accepts its connection any more."""

    def __init__(self, url: str, category: str, over: threading.Event) -> None:
        super().__init__(daemon=True)
        self.statuses: Counter[int] = Counter()
        # What became of requests that were sent and not answered.
        self.cut: list[str] = []
        # Answers that say to come back, and not when.
        self.without_time = 0
        # When a connection was refused, and when an answer kept it open, in monotonic seconds.
        self.refused: list[float] = []
        self.kept_open: list[float] = []
        self._place, self._over = urlsplit(url).netloc, over
        start = json.dumps({"categoryId": category})
        self._requests = (
            ("POST", "/api/time/start", start), ("POST", "/api/time/stop", "{}"),
            ("GET", "/api/time/active", None), ("GET", "/api/projects", None),
        )  # fmt: skip

    def run(self) -> None:
        while not self._over.is_set():
            connection = http.client.HTTPConnection(self._place, timeout=30)
            try:
                connection.connect()
            except OSError:
                self.refused.append(time.monotonic())
                self._over.wait(0.01)
                continue
            self._ask_on(connection)
            connection.close()

    def _ask_on(self, connection: http.client.HTTPConnection) -> None:
        """One request after the other, until an answer closes the connection."""
        while not self._over.is_set():
            method, path, body = self._requests[self.statuses.total() % len(self._requests)]
            try:
                connection.request(method, path, body)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as error:
                self.cut.append(f"{method} {path}: {error!r}")
                return
            self.statuses[answer.status] += 1
            self.without_time += answer.status == 503 and "Retry-After" not in answer.headers
            if answer.headers.get("Connection") == "close":
                return
            self.kept_open.append(time.monotonic())


class Hammer:
    """Some clients on one server."""

    def __init__(self, url: str, count: int = 8) -> None:
        self._over = threading.Event()
        project = ask(url, "POST", "/api/projects", {"name": f"P {time.monotonic()}"})[1]
        path = f"/api/projects/{project['id']}/categories"
        category = ask(url, "POST", path, {"name": "C"})[1]["id"]
        self.clients = [Client(url, category, self._over) for _ in range(count)]
        for client in self.clients:
            client.start()

    @property
    def answered(self) -> int:
        return sum(client.statuses.total() for client in self.clients)

    @property
    def statuses(self) -> Counter[int]:
        return sum((client.statuses for client in self.clients), Counter())

    @property
    def cut(self) -> list[str]:
        return [one for client in self.clients for one in client.cut]

    def refused_before(self, moment: float) -> int:
        return sum(one < moment for client in self.clients for one in client.refused)

    def kept_open_after(self, moment: float) -> int:
        """Answers that did not close their connection, though the server had been told to stop."""
        late = moment + NOTICED_SECONDS
        return sum(one > late for client in self.clients for one in client.kept_open)

    def finish(self) -> None:
        self._over.set()
        for client in self.clients:
            client.join(40)
            assert not client.is_alive()
