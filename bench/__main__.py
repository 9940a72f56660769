"""`python -m bench`: measure Clockwork beside a bare handler and write docs/performance.md."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import fill
from bench.machine import image, machine
from bench.measure import Plan, compare, grow
from bench.page import write
from bench.rows import rows
from bench.servers import starting
from clockwork.config import Settings
from tests.servers import ROOT, Postgres

# What grows is measured at the first and the last; beside the bare handler, between them.
SIZES = (10_000, 100_000, 1_000_000)


def main() -> None:
    """Measure both databases at all sizes."""
    options = _options()
    began = time.monotonic()
    results: dict[str, Any] = {"machine": machine(), "runs": []}
    if options.image.exists():
        results["image"] = image(options.image)
    with tempfile.TemporaryDirectory() as folder, postgres() as server:
        for kind in options.databases:
            run = _measure(kind, options, Path(folder), server)
            results["runs"].append(run)
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
    parser.add_argument("--rows", nargs="+", choices=[row.name for row in rows()], metavar="ROW",
                        default=[row.name for row in rows()], help="such as: active 'week list'")  # fmt: skip
    parser.add_argument(
        "--seconds", type=float, default=float(os.environ.get("BENCH_SECONDS", "0.4"))
    )
    parser.add_argument("--image", type=Path, default=Path("result"), help="an image's archive")
    parser.add_argument("--output", type=Path, default=Path("docs/performance.md"))
    return parser.parse_args()


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of its own, as durable as in production."""
    server = Postgres(durable=True)
    try:
        yield server
    finally:
        server.remove()


def _measure(
    kind: str, options: argparse.Namespace, folder: Path, server: Postgres
) -> dict[str, Any]:
    """Everything about one kind of database."""
    sizes = sorted(options.sizes)
    urls = {size: _make(kind, size, folder, server) for size in sizes}
    wanted = [row for row in rows() if row.name in options.rows]
    middle = sizes[len(sizes) // 2]
    _say(f"{kind}: starting")
    run = {"database": kind, "entries": middle, "starting": starting(urls[middle])}
    about = f"{kind}, {middle:,} entries"
    plan = Plan(wanted, options.seconds, lambda row: _say(f"{about}: {row}"))
    run |= compare(urls[middle], server.folder, plan)
    run["resident"] = {middle: run["resident"]}
    if len(sizes) > 1:
        _add_growth(run, urls, server, plan)
    return run


def _add_growth(run: dict[str, Any], urls: Mapping[int, str], server: Postgres, plan: Plan) -> None:
    ends = min(urls), max(urls)
    about = f"{run['database']}, {ends[0]:,} and {ends[1]:,} entries"
    both = plan._replace(say=lambda row: _say(f"{about}: {row}"))
    grown = grow([urls[size] for size in ends], server.folder, both)
    run["resident"] |= dict(zip(ends, grown["resident"], strict=True))
    run |= {"growth": grown["rows"], "ends": ends}


def _make(kind: str, size: int, folder: Path, server: Postgres) -> str:
    _say(f"{kind}, {size:,} entries: filling")
    file = folder / f"{size}.db"
    url = f"sqlite:///{file}" if kind == "sqlite" else server.create()
    fill.fill(Settings(database_url=url, migrations_dir=ROOT / "migrations", static_dir=None), size)
    return url


def _say(text: str) -> None:
    clear = "\r\x1b[K" if sys.stderr.isatty() else ""
    print(f"{clear}{text}", end="" if clear else "\n", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
