"""`python -m bench`: measure Clockwork beside a bare handler and write docs/performance.md."""

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench import fill
from bench.client import Request, Result, load
from bench.page import write
from bench.servers import Server, make_token, record, start_bare, start_clockwork
from clockwork.config import Settings
from clockwork.tracking.intervals import to_datetime
from tests.image.archive import Archive
from tests.servers import ROOT, Postgres

SIZES = (10_000, 1_000_000)
CONNECTIONS = 16
ROUNDS = 3
# What is measured once more with accounts, as somebody who has a token.
WITH_TOKEN = ("active", "week list")


def main() -> None:
    """Measure both databases at both sizes."""
    options = _options()
    began = time.monotonic()
    results: dict[str, Any] = {"machine": machine(), "sizes": options.sizes, "runs": []}
    if options.image.exists():
        results["image"] = image(options.image)
    with tempfile.TemporaryDirectory() as folder, postgres() as server:
        for size in options.sizes:
            for kind in options.databases:
                url = _make(kind, size, Path(folder), server)
                results["runs"].append(_measure(kind, size, url, Path(folder), options.seconds))
                results["machine"]["load now"] = f"{os.getloadavg()[0]:.1f}"
                results["minutes"] = (time.monotonic() - began) / 60
                write(results, options.output)
    _say(f"Written to {options.output}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    entries = os.environ.get("BENCH_ENTRIES")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[int(entries)] if entries else SIZES
    )
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument(
        "--seconds", type=float, default=float(os.environ.get("BENCH_SECONDS", "1.5"))
    )
    parser.add_argument("--image", type=Path, default=Path("result"), help="an image's archive")
    parser.add_argument("--output", type=Path, default=Path("docs/performance.md"))
    return parser.parse_args()


def machine() -> dict[str, str]:
    """Where and of what this was measured."""
    model = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]  # fmt: skip
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "commit": commit or "unknown",
        "processor": f"{os.cpu_count()} × {model[0] if model else platform.machine()}",
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "load before": f"{os.getloadavg()[0]:.1f}",
    }


def image(archive: Path) -> list[tuple[str, int, int]]:
    """Each layer's name, its bytes unpacked and its bytes compressed."""
    layers = Archive.read(archive).layers
    return [(layer.name, layer.unpacked_size, layer.compressed_size) for layer in layers]


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of its own, as durable as in production."""
    server = Postgres(durable=True)
    try:
        yield server
    finally:
        server.remove()


def _make(kind: str, size: int, folder: Path, server: Postgres) -> str:
    _say(f"{kind}, {size:,} entries: filling")
    file = folder / f"{size}.db"
    url = f"sqlite:///{file}" if kind == "sqlite" else server.create()
    fill.fill(Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None), size)
    return url


def requests() -> dict[str, Sequence[Request]]:
    """What is measured."""
    start = json.dumps({"categoryId": fill.category_id(7)}).encode()
    week = f"from={_at(fill.WEEK)}&to={_at(fill.WEEK + 7 * fill.DAY)}"
    found = f"q=rounding&projectId={fill.project_id(3)}&tag=tag%203&limit=50"
    report = "/api/reports/summary?groupBy=day,project&tz=Europe/Berlin"
    return {
        "active": [Request("GET", "/api/time/active")],
        "start + stop": [Request("POST", "/api/time/start", start),
                         Request("POST", "/api/time/stop")],
        "week list": [Request("GET", f"/api/entries?{week}")],
        "filtered search": [Request("GET", f"/api/entries?{found}")],
        "month report": [Request("GET", f"{report}&from=2025-05-31T22:00:00Z&to=2025-06-30T22:00:00Z")],
        "year report": [Request("GET", f"{report}&from=2024-12-31T23:00:00Z&to=2025-12-31T23:00:00Z")],
    }  # fmt: skip


def _at(micros: int) -> str:
    return to_datetime(micros).strftime("%Y-%m-%dT%H:%M:%SZ")


def _measure(kind: str, size: int, url: str, folder: Path, seconds: float) -> dict[str, Any]:
    """Every endpoint, Clockwork and the bare handler in turn on the same database."""
    settings = Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None)
    recording = folder / "recording.json"
    asked = requests()
    record(settings, [one for several in asked.values() for one in several], recording)
    clockwork, bare = start_clockwork(url), start_bare(url, recording)
    run: dict[str, Any] = {"database": kind, "entries": size, "listening": clockwork.listening,
                           "healthy": clockwork.healthy, "idle": clockwork.resident(), "rows": {}}  # fmt: skip
    try:
        for name, several in asked.items():
            _say(f"{kind}, {size:,} entries: {name}")
            run["rows"][name] = _compare(clockwork, bare, several, seconds)
        run["after"] = clockwork.resident()
        clockwork.stop()
        clockwork = start_clockwork(url, "password")
        token = make_token(settings)
        for name in WITH_TOKEN:
            _say(f"{kind}, {size:,} entries: {name} with a token")
            row = _compare(clockwork, bare, asked[name], seconds, token)
            run["rows"][f"{name} with a token"] = row
    finally:
        clockwork.stop()
        bare.stop()
    return run


def _compare(
    clockwork: Server,
    bare: Server,
    several: Sequence[Request],
    seconds: float,
    token: str | None = None,
) -> dict[str, float]:
    for server in (clockwork, bare):
        load(server.port, several, CONNECTIONS, seconds / 3, token)
    ours, theirs = Side(clockwork, token), Side(bare, token)
    for number in range(ROUNDS):
        for side in (ours, theirs) if number % 2 else (theirs, ours):
            side.measure(several, seconds)
    alone = load(clockwork.port, several, 1, seconds, token)
    pairs = zip(ours.results, theirs.results, strict=True)
    return {
        "rate": median(result.rate for result in ours.results),
        "p50": median(result.quantile(0.5) for result in ours.results),
        "p95": median(result.quantile(0.95) for result in ours.results),
        "alone": alone.quantile(0.5),
        "bare": median(result.rate for result in theirs.results),
        "ratio": median(mine.rate / other.rate for mine, other in pairs),
        "cpu": ours.cpu,
        "bare_cpu": theirs.cpu,
    }


class Side:
    """One of the two that are compared, and what its rounds gave."""

    def __init__(self, server: Server, token: str | None) -> None:
        self.results: list[Result] = []
        self._server, self._token, self._began = server, token, server.cpu()

    def measure(self, several: Sequence[Request], seconds: float) -> None:
        """One round."""
        port, token = self._server.port, self._token
        self.results.append(load(port, several, CONNECTIONS, seconds, token))
        self._taken = self._server.cpu() - self._began

    @property
    def cpu(self) -> float:
        """Seconds of the process' time for each request."""
        return self._taken / sum(len(result.times) for result in self.results)


def _say(text: str) -> None:
    clear = "\r\x1b[K" if sys.stderr.isatty() else ""
    print(f"{clear}{text}", end="" if clear else "\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
