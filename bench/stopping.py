"""`python -m bench.stopping`: SIGTERM under eight clients that never pause, again and again.

On SQLite and on PostgreSQL, with the settings as they come. Each time: how long it took, and which
requests were cut or not answered; the exit status says whether all of it is within the bars.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from clockwork.config import Settings
from clockwork.db import migrator
from tests.hammer import Hammer
from tests.servers import ROOT, Clockwork, Postgres

TIMES = 20
SECONDS = 9.0
WARM_ANSWERS = 200


class Stop(NamedTuple):
    """One server, stopped."""

    status: int
    seconds: float
    answered: int
    cut: int
    kept_open: int
    refused_early: int
    failed: int

    @property
    def is_clean(self) -> bool:
        faults = self.cut + self.kept_open + self.refused_early + self.failed
        return self.status == 0 and self.seconds < SECONDS and not faults


def main() -> None:
    """The exit status says whether every stop was clean."""
    times = int(os.environ.get("STOPS", TIMES))
    folder = Path(tempfile.mkdtemp())
    postgres = Postgres(durable=True)
    try:
        held = _repeat("sqlite", f"sqlite:///{folder / 'clockwork.db'}", folder, times)
        held = _repeat("postgresql", postgres.create(), folder, times) and held
    finally:
        postgres.remove()
        shutil.rmtree(folder)
    sys.exit(0 if held else 1)


def _repeat(kind: str, url: str, folder: Path, times: int) -> bool:
    migrator.up(Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None))
    stops = []
    for _ in range(times):
        stops.append(_stop_one(url, folder))
        print(f"{kind}: {stops[-1]}", file=sys.stderr)
    clean = sum(one.is_clean for one in stops)
    slowest = max(one.seconds for one in stops)
    print(
        f"{kind}: {clean} of {times} stops clean, the slowest {slowest:.1f} s; "
        f"{sum(one.answered for one in stops):,} requests answered, "
        f"{sum(one.cut for one in stops)} cut, {sum(one.kept_open for one in stops)} answers "
        f"without Connection: close, {sum(one.refused_early for one in stops)} refused early"
    )
    return clean == times


def _stop_one(url: str, folder: Path) -> Stop:
    # The drain as it comes, which the tests' servers do without.
    server = Clockwork(url, folder, DRAIN_SECONDS="")
    hammer = Hammer(server.url)
    while hammer.answered < WARM_ANSWERS:
        time.sleep(0.02)
    began = time.monotonic()
    status = server.stop(signal.SIGTERM)
    seconds = time.monotonic() - began
    hammer.finish()
    return Stop(
        status, seconds, hammer.answered, len(hammer.cut), hammer.kept_open_after(began),
        hammer.refused_before(began + 3), sum(n for s, n in hammer.statuses.items() if s >= 500),
    )  # fmt: skip


if __name__ == "__main__":
    main()
