"""`python -m bench.stress`: many clients at once, whose books must agree with the database."""

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from clockwork.config import Settings
from clockwork.db import migrator
from tests.load import Load
from tests.servers import ROOT, Clockwork, Postgres

CLIENTS = 50
SECONDS = 120
PEAK_MEGABYTES = 150


def main() -> None:
    """Two servers on one PostgreSQL, then one on SQLite; the exit status says whether it holds."""
    seconds = float(os.environ.get("STRESS_SECONDS", SECONDS))
    with tempfile.TemporaryDirectory() as folder:
        postgres = Postgres(durable=True)
        try:
            held = _stress("postgresql", postgres.create(), 2, Path(folder), seconds)
        finally:
            postgres.remove()
        url = f"sqlite:///{Path(folder) / 'clockwork.db'}"
        held = _stress("sqlite", url, 1, Path(folder), seconds) and held
    sys.exit(0 if held else 1)


def _stress(kind: str, url: str, count: int, folder: Path, seconds: float) -> bool:
    migrator.up(Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None))
    servers = [Clockwork(url, folder) for _ in range(count)]
    try:
        load = Load([server.url for server in servers], CLIENTS)
        _watch(kind, load, seconds)
        load.finish()
        stored = load.compare(servers[0].url)
        memory = [_resident(server) for server in servers]
    finally:
        for server in servers:
            server.stop()
    return _report(kind, load, stored, memory, seconds)


def _watch(kind: str, load: Load, seconds: float) -> None:
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        end = "\r" if sys.stderr.isatty() else "\n"
        print(f"{kind}: {passed:.0f} s, {load.answered:,} answers", end=end, file=sys.stderr)
        time.sleep(5 if sys.stderr.isatty() else 20)


def _resident(server: Clockwork) -> float:
    lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / 1024


def _report(kind: str, load: Load, stored: int, memory: Sequence[float], seconds: float) -> bool:
    failed = {status: n for status, n in load.statuses.items() if status >= 500}
    print(
        f"{kind}: {CLIENTS} clients, {load.answered:,} answers in {seconds:.0f} s "
        f"({load.answered / seconds:.0f}/s), {stored:,} entries stored exactly as acknowledged, "
        f"no overlap, 5xx: {failed or 'none'}, unanswered: {load.unanswered}, "
        f"resident: {', '.join(f'{one:.0f} MB' for one in memory)}"
    )
    return not failed and not load.unanswered and max(memory) < PEAK_MEGABYTES


if __name__ == "__main__":
    main()
