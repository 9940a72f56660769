"""Does signing in tell who has an account, and does it starve the server? Measured here.

`make bench-signin`. Prints medians of known and unknown names over 200 tries each, alternating,
and the p95 of /api/time/active idle and beside 20 sign-ins a second.
"""

import http.client
import itertools
import json
import re
import statistics
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.servers import Clockwork

PASSWORD = "correct horse battery"  # noqa: S105 - of a server that lives for a minute
TRIES = 200
RATE = 20
SECONDS = 10
ADDRESSES = itertools.count(1)


def main() -> None:
    """Start a server, set it up, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/clockwork.db"
        server = Clockwork(url, Path(folder), AUTH_MODE="password", TRUSTED_PROXY="127.0.0.1")
        try:
            cookie = _set_up(server)
            _print_enumeration(server)
            _print_starvation(server, cookie)
        finally:
            server.stop()


def _print_enumeration(server: Clockwork) -> None:
    known: list[float] = []
    unknown: list[float] = []
    for number in range(TRIES):
        known.append(_timed(server, "alice@x.example", "not the password"))
        unknown.append(_timed(server, f"nobody-{number}@x.example", "not the password"))
    noise = statistics.stdev(known) / len(known) ** 0.5
    print(f"known    {statistics.median(known) * 1000:.2f} ms, median of {TRIES}")
    print(f"unknown  {statistics.median(unknown) * 1000:.2f} ms, median of {TRIES}")
    print(f"apart    {(statistics.median(known) - statistics.median(unknown)) * 1000:+.2f} ms, "
          f"standard error {noise * 1000:.2f} ms")  # fmt: skip


def _print_starvation(server: Clockwork, cookie: str) -> None:
    idle = _active_p95(server, cookie)
    done = threading.Event()
    counted: list[int] = []
    signing = threading.Thread(target=_sign_in_steadily, args=(server, done, counted))
    signing.start()
    busy = _active_p95(server, cookie)
    done.set()
    signing.join()
    print(f"idle     {idle * 1000:.2f} ms, p95 of /api/time/active")
    print(f"beside   {busy * 1000:.2f} ms, p95 beside {sum(counted)} sign-ins in {SECONDS} s")
    print(f"ratio    {busy / idle:.2f}")


def _active_p95(server: Clockwork, cookie: str) -> float:
    times = []
    until = time.monotonic() + SECONDS
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
    while time.monotonic() < until:
        began = time.perf_counter()
        connection.request("GET", "/api/time/active", headers={"Cookie": cookie})
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise RuntimeError(f"/api/time/active answered {response.status}")
        times.append(time.perf_counter() - began)
        time.sleep(0.005)
    return statistics.quantiles(times, n=20)[-1]


def _sign_in_steadily(server: Clockwork, done: threading.Event, counted: list[int]) -> None:
    """As many as the rate says, each in a thread of its own as each comes from somebody else."""
    threads = []
    while not done.wait(1 / RATE):
        thread = threading.Thread(target=lambda: counted.append(_sign_in(server) == 200))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()


def _timed(server: Clockwork, email: str, password: str) -> float:
    began = time.perf_counter()
    _sign_in(server, email, password)
    return time.perf_counter() - began


def _sign_in(server: Clockwork, email: str = "alice@x.example", password: str = PASSWORD) -> int:
    return _post(server, "/api/session", {"email": email, "password": password})[0].status


def _set_up(server: Clockwork) -> str:
    found = (re.search(r"set-up code is (\S+)", line) for line in server.log)
    code = next(match[1] for match in found if match)
    body = {"email": "alice@x.example", "password": PASSWORD, "name": "Alice", "code": code}
    response, _ = _post(server, "/api/setup", body)
    return str(response.getheader("Set-Cookie")).partition(";")[0]


def _post(
    server: Clockwork, path: str, body: dict[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
    # Each from an address of its own, so that none is slowed down.
    elsewhere = {"X-Forwarded-For": f"2001:db8:0:{next(ADDRESSES):x}::1"}
    connection.request("POST", path, json.dumps(body), elsewhere)
    response = connection.getresponse()
    answer = response.read()
    connection.close()
    return response, answer


if __name__ == "__main__":
    main()
