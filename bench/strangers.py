"""`python -m bench.strangers`: a hundred strangers attack at once, and others go on unhurt.

On SQLite and on PostgreSQL, for a minute each, against a server with the settings of production.
Says the slowest /livez, the slowest answer to somebody who is signed in, and the peak of memory;
the exit status says whether all of them are within their bars.
"""

import argparse
import http.client
import json
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlsplit

from bench.attacks import ATTACKS, LOST, attack
from clockwork.config import Settings
from clockwork.db import migrator
from tests.servers import ROOT, Clockwork, Postgres

STRANGERS = 100
SECONDS = 60
LIVENESS_SECONDS = 1
ACTIVE_SECONDS = 2
PEAK_MEGABYTES = 200
PASSWORD = "correct horse battery"  # noqa: S105 - of a server that lives for a minute


class Probe(threading.Thread):
    """Asks again and again, on a new connection each time, and keeps how long it took."""

    def __init__(self, port: int, path: str, headers: dict[str, str], until: float) -> None:
        super().__init__(daemon=True)
        self.slowest = 0.0
        self.answers: Counter[int | str] = Counter()
        self._port, self._path, self._headers, self._until = port, path, headers, until

    def run(self) -> None:
        while time.monotonic() < self._until:
            began = time.monotonic()
            try:
                self.answers[self._ask()] += 1
            except LOST as error:
                self.answers[type(error).__name__] += 1
            self.slowest = max(self.slowest, time.monotonic() - began)
            time.sleep(0.05)

    def _ask(self) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            connection.request("GET", self._path, headers=self._headers)
            response = connection.getresponse()
            response.read()
            return response.status
        finally:
            connection.close()


def main() -> None:
    """The exit status says whether the bars hold."""
    options = _options()
    folder = tempfile.mkdtemp()
    held = True
    if "sqlite" in options.databases:
        held = _survive("sqlite", f"sqlite:///{folder}/clockwork.db", folder, options)
    if "postgresql" in options.databases:
        postgres = Postgres(durable=True)
        try:
            held = _survive("postgresql", postgres.create(), folder, options) and held
        finally:
            postgres.remove()
    shutil.rmtree(folder)
    sys.exit(0 if held else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.strangers")
    seconds = float(os.environ.get("STRANGERS_SECONDS", SECONDS))
    parser.add_argument("--seconds", type=float, default=seconds)
    parser.add_argument("--attacks", nargs="+", default=list(ATTACKS), choices=ATTACKS)
    kinds = ("sqlite", "postgresql")
    parser.add_argument("--databases", nargs="+", default=kinds, choices=kinds)
    return parser.parse_args()


def _survive(kind: str, url: str, folder: str, options: argparse.Namespace) -> bool:
    names = list(islice(cycle(options.attacks), STRANGERS))
    migrator.up(Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None))
    server = Clockwork(url, Path(folder), ENV="production", LOG_FORMAT="text")
    try:
        port = urlsplit(server.url).port or 0
        cookie, token = _set_up(server)
        strangers = multiprocessing.get_context("spawn").Process(
            target=attack, args=(port, names, options.seconds, token), daemon=True
        )
        until = time.monotonic() + options.seconds
        livez = Probe(port, "/livez", {}, until)
        active = Probe(port, "/api/time/active", {"Cookie": cookie}, until)
        for one in (strangers, livez, active):
            one.start()
        for one in (livez, active):
            one.join()
        peak, share = _peak(server), _processor(server) / options.seconds
        strangers.terminate()
    finally:
        server.stop()
    print(
        f"{kind}: the server had {share:.0%} of a core, load {os.getloadavg()[0]:.0f}", flush=True
    )
    return _report(kind, livez, active, peak)


def _set_up(server: Clockwork) -> tuple[str, str]:
    """An administrator's cookie, and a token to ask for a report of a hundred years with."""
    found = (re.search(r"set-up code is (\S+)", line) for line in server.log)
    code = next(match[1] for match in found if match)
    body = {"email": "a@x.example", "password": PASSWORD, "name": "A", "code": code}
    response, session = _post(server, "/api/setup", body, {})
    cookie = str(response.getheader("Set-Cookie")).partition(";")[0]
    own = {"Cookie": cookie, "Origin": server.url, "X-CSRF-Token": session["csrfToken"]}
    _, project = _post(server, "/api/projects", {"name": "P"}, own)
    _, category = _post(server, f"/api/projects/{project['id']}/categories", {"name": "C"}, own)
    entry = {
        "categoryId": category["id"],
        "startedAt": "1926-01-01T00:00:00Z",
        "stoppedAt": "2025-12-31T00:00:00Z",
        "tags": [str(number) for number in range(32)],
    }
    _post(server, "/api/entries", entry, own)
    _, made = _post(server, "/api/account/tokens", {"name": "t", "scope": "read"}, own)
    return cookie, made["key"]


def _post(
    server: Clockwork, path: str, body: object, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, dict]:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
    connection.request("POST", path, json.dumps(body), headers)
    response = connection.getresponse()
    answer = json.loads(response.read())
    connection.close()
    if response.status >= 300:
        raise RuntimeError(f"{path}: {answer}")
    return response, answer


def _peak(server: Clockwork) -> float:
    """Megabytes that were resident at most."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0


def _processor(server: Clockwork) -> float:
    """Seconds of processor time that it was given: on a busy machine little, and all wait."""
    taken = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(taken[11]) + int(taken[12])) / os.sysconf("SC_CLK_TCK")


def _report(kind: str, livez: Probe, active: Probe, peak: float) -> bool:
    print(
        f"{kind}: slowest /livez {livez.slowest:.2f} s (bar {LIVENESS_SECONDS}), "
        f"slowest /api/time/active {active.slowest:.2f} s (bar {ACTIVE_SECONDS}), "
        f"peak {peak:.0f} MB (bar {PEAK_MEGABYTES}); "
        f"answers {dict(livez.answers)} and {dict(active.answers)}",
        flush=True,
    )
    is_quick = livez.slowest <= LIVENESS_SECONDS and active.slowest <= ACTIVE_SECONDS
    are_answered = {*livez.answers, *active.answers} == {200}
    return is_quick and are_answered and peak < PEAK_MEGABYTES


if __name__ == "__main__":
    main()
