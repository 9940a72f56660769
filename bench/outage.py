"""`python -m bench.outage`: PostgreSQL goes away under load for half a minute, and comes back.

Eight clients that never pause, on two servers. Every answer has to be the one asked for, or 503
with `Retry-After`; nobody is refused, no request is cut, and both servers stay ready.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from clockwork.config import Settings
from clockwork.db import migrator
from tests.hammer import Hammer
from tests.load import ask
from tests.servers import ROOT, Clockwork, Postgres

SECONDS = 30
SERVED = {200, 201, 409}


def main() -> None:
    """The exit status says whether it holds."""
    seconds = float(os.environ.get("OUTAGE_SECONDS", SECONDS))
    postgres = Postgres(durable=True)
    with tempfile.TemporaryDirectory() as folder:
        url = postgres.create()
        migrator.up(Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None))
        servers = [Clockwork(url, Path(folder)) for _ in range(2)]
        try:
            held = _lose(postgres, servers, seconds)
        finally:
            for server in servers:
                server.stop()
            postgres.remove()
    sys.exit(0 if held else 1)


def _lose(postgres: Postgres, servers: list[Clockwork], seconds: float) -> bool:
    hammers = [Hammer(server.url, 4) for server in servers]
    _work(hammers)
    postgres.stop()
    unready = _watch(servers, seconds)
    postgres.start()
    back = time.monotonic()
    while any(ask(server.url, "GET", "/api/projects")[0] != 200 for server in servers):
        time.sleep(0.05)
    found = time.monotonic() - back
    _work(hammers)
    for hammer in hammers:
        hammer.finish()
    return _report(hammers, unready, found, seconds)


def _work(hammers: list[Hammer]) -> None:
    enough = [hammer.answered + 200 for hammer in hammers]
    while any(hammer.answered < least for hammer, least in zip(hammers, enough, strict=True)):
        time.sleep(0.05)


def _watch(servers: list[Clockwork], seconds: float) -> int:
    """How often a server was not ready, of the times that it was asked."""
    until, unready = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        unready += sum(ask(server.url, "GET", "/readyz")[0] != 200 for server in servers)
        time.sleep(0.5)
    return unready


def _report(hammers: list[Hammer], unready: int, found: float, seconds: float) -> bool:
    statuses = sum((hammer.statuses for hammer in hammers), Counter())
    cut = [one for hammer in hammers for one in hammer.cut]
    refused = sum(hammer.refused_before(time.monotonic()) for hammer in hammers)
    bare = sum(client.without_time for hammer in hammers for client in hammer.clients)
    print(
        f"PostgreSQL away for {seconds:.0f} s: {dict(sorted(statuses.items()))}, "
        f"503 without Retry-After: {bare}, cut: {len(cut)}, refused: {refused}, "
        f"not ready: {unready}, served again {found:.1f} s after it came back"
    )
    return statuses.keys() <= {*SERVED, 503} and not (bare or cut or refused or unready)


if __name__ == "__main__":
    main()
