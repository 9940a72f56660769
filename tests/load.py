"""Clients under load that know what they were promised, to compare with what is stored."""

import http.client
import json
import random
import threading
import time
from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from itertools import pairwise
from urllib.parse import urlsplit
from uuid import uuid4

EPOCH = datetime.fromisoformat("1980-01-01T00:00:00+00:00")
DAYS_EACH = 200  # of the past, for each client alone
SLOT = timedelta(minutes=10)
LOST = (OSError, http.client.HTTPException, ValueError)


def instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


class Connection:
    """One kept-alive connection; `call` raises one of LOST when there was no answer."""

    def __init__(self, url: str, seconds: float = 30) -> None:
        self._place, self._seconds = urlsplit(url).netloc, seconds
        self._open: http.client.HTTPConnection | None = None

    def call(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, object]:
        if self._open is None:
            self._open = http.client.HTTPConnection(self._place, timeout=self._seconds)
        data = None if body is None else json.dumps(body)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            self._open.request(method, path, data, sent)
            response = self._open.getresponse()
            return response.status, json.loads(response.read() or b"null")
        except LOST:
            self.close()
            raise

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


def ask(
    url: str, method: str, path: str, body: object = None, seconds: float = 30
) -> tuple[int, object]:
    """One request on a connection of its own."""
    with closing(Connection(url, seconds)) as connection:
        return connection.call(method, path, body)


class Client(threading.Thread):
    """Sends everything until it is answered, a POST with its key, and keeps what must be stored.

    `entries` are its own, in days that belong to it alone; `started` and `stopped` are those of
    the timer, which all clients share.
    """

    def __init__(self, number: int, url: str, category: str, done: threading.Event) -> None:
        super().__init__(daemon=True)
        self.entries: dict[str, tuple[str, str, str]] = {}
        self.started: dict[str, str] = {}
        self.stopped: dict[str, str] = {}
        self.statuses: Counter[int] = Counter()
        self.unanswered = 0
        self.error: BaseException | None = None
        self._connection = Connection(url)
        self._category, self._done = category, done
        self._chance = random.Random(number)
        self._first = EPOCH + timedelta(days=DAYS_EACH * number)
        self._slot = 0

    def run(self) -> None:
        steps = (self._add, self._add, self._change, self._split, self._remove,
                 self._start_timer, self._start_timer, self._stop_timer, self._compare)  # fmt: skip
        try:
            while not self._done.is_set():
                self._chance.choice(steps)()
            self._compare()
        except BaseException as error:
            self.error = error
            raise
        finally:
            self._connection.close()

    @property
    def answered(self) -> int:
        return self.statuses.total()

    def _send(self, method: str, path: str, body: object = None) -> tuple[int, object]:
        key = {"Idempotency_Key": uuid4().hex} if method == "POST" else {}
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                status, answer = self._connection.call(method, path, body, **key)
            except LOST:
                self.unanswered += 1
                time.sleep(0.05)
                continue
            self.statuses[status] += 1
            if status < 500:
                return status, answer
            time.sleep(0.05)
        raise TimeoutError(f"{method} {path} was not answered in a minute")

    def _add(self) -> None:
        at = self._first + self._slot * SLOT
        self._slot += 1
        body = {"categoryId": self._category, "note": f"slot {self._slot}", "tags": ["load"],
                "startedAt": instant(at), "stoppedAt": instant(at + SLOT)}  # fmt: skip
        status, entry = self._send("POST", "/api/entries", body)
        assert status == 201, entry
        self._keep(entry)

    def _change(self) -> None:
        if self.entries:
            entry_id = self._chance.choice(list(self.entries))
            change = {"note": f"changed {self._chance.random()}"}
            status, entry = self._send("PATCH", f"/api/entries/{entry_id}", change)
            assert status == 200, entry
            self._keep(entry)

    def _split(self) -> None:
        if self.entries:
            entry_id = self._chance.choice(list(self.entries))
            start, stop, _ = self.entries[entry_id]
            begin, end = map(datetime.fromisoformat, (start, stop))
            if end - begin < timedelta(minutes=1):
                return
            at = {"at": instant(begin + (end - begin) / 2)}
            status, parts = self._send("POST", f"/api/entries/{entry_id}/split", at)
            assert status == 201, parts
            for part in parts:
                self._keep(part)

    def _remove(self) -> None:
        if self.entries:
            entry_id = self._chance.choice(list(self.entries))
            lost = self.unanswered + self.statuses[503]
            status, answer = self._send("DELETE", f"/api/entries/{entry_id}")
            # Gone already when the first answer was lost.
            again = self.unanswered + self.statuses[503] > lost
            assert status == 204 or (again and status == 404), answer
            del self.entries[entry_id]

    def _start_timer(self) -> None:
        status, entry = self._send("POST", "/api/time/start", {"categoryId": self._category})
        assert status == 201, entry
        self.started[entry["id"]] = entry["startedAt"]

    def _stop_timer(self) -> None:
        status, entry = self._send("POST", "/api/time/stop")
        assert status in {200, 409}, entry
        if status == 200:
            self.stopped[entry["id"]] = entry["stoppedAt"]

    def _compare(self) -> None:
        """What it reads is what it wrote, at every moment."""
        until = instant(self._first + DAYS_EACH * timedelta(days=1))
        path = (
            f"/api/time/entries?categoryId={self._category}&from={instant(self._first)}&to={until}"
        )
        status, found = self._send("GET", path)
        assert status == 200, found
        assert stored(found) == self.entries

    def _keep(self, entry: dict) -> None:
        self.entries |= stored([entry])


def stored(entries: list[dict]) -> dict[str, tuple[str, str, str]]:
    return {one["id"]: (one["startedAt"], one["stoppedAt"], one.get("note")) for one in entries}


class Load:
    """Clients at work on some servers until told to finish; then the books are compared."""

    def __init__(self, urls: list[str], count: int) -> None:
        _, project = ask(urls[0], "POST", "/api/projects", {"name": f"Load {uuid4()}"})
        path = f"/api/projects/{project['id']}/categories"
        self.category = ask(urls[0], "POST", path, {"name": "C"})[1]["id"]
        self._done = threading.Event()
        self.clients = [Client(number, urls[number % len(urls)], self.category, self._done)
                        for number in range(count)]  # fmt: skip
        for client in self.clients:
            client.start()

    @property
    def answered(self) -> int:
        return sum(client.answered for client in self.clients)

    @property
    def statuses(self) -> Counter[int]:
        return sum((client.statuses for client in self.clients), Counter())

    @property
    def unanswered(self) -> int:
        return sum(client.unanswered for client in self.clients)

    def finish(self) -> None:
        """Let every client have its last answer."""
        self._done.set()
        for client in self.clients:
            client.join(90)
            assert not client.is_alive()
            assert client.error is None, repr(client.error)

    def compare(self, url: str) -> int:
        """Nothing lost, nothing doubled, nothing overlaps, one runs; how many entries there are."""
        found = ask(url, "GET", f"/api/time/entries?categoryId={self.category}")[1]
        by_id = {entry["id"]: entry for entry in found}
        assert len(by_id) == len(found)
        own: dict = {}
        started: dict = {}
        for client in self.clients:
            own |= client.entries
            started |= client.started
        assert by_id.keys() == own.keys() | started.keys()
        assert stored([by_id[entry_id] for entry_id in own]) == own
        assert {entry_id: by_id[entry_id]["startedAt"] for entry_id in started} == started
        for client in self.clients:
            for entry_id, stop in client.stopped.items():
                assert by_id[entry_id]["stoppedAt"] == stop
        check_invariants(found)
        return len(found)


def check_invariants(entries: list[dict]) -> None:
    """At most one runs, none ends before it begins, and no two share time."""
    assert sum(entry["stoppedAt"] is None for entry in entries) <= 1
    spans = sorted(
        (datetime.fromisoformat(entry["startedAt"]),
         datetime.fromisoformat(entry["stoppedAt"] or "9999-01-01T00:00:00Z"))
        for entry in entries
    )  # fmt: skip
    assert all(start <= stop for start, stop in spans)
    lasting = [(start, stop) for start, stop in spans if start < stop]
    assert all(first[1] <= second[0] for first, second in pairwise(lasting))
