"""What is wanted of the figures, and whether it is so."""

from collections.abc import Iterator
from typing import Any, NamedTuple

# Of the bare handler's processor time.
OF_BARE = {"livez": 1.8, "active": 1.8, "projects": 2.2, "categories": 2.5, "start + stop": 1.8}
OF_BARE_IN_DATABASE = 1.3
TOKEN_MS = 0.2
ENTRY_US = 7
PAGE_REQUESTS = 3
KNOWN_OF_ACTIVE = 1.5
GROWTH = 1.3
START_MS = 300
# Resident megabytes once all was measured, in November 2026; and how much more is allowed.
RESIDENT = {
    "sqlite": {10_000: 55, 1_000_000: 66},
    "postgresql": {10_000: 47, 1_000_000: 59},
}
MORE_MB = 10
# Answers may differ by so much and still be called the same: the times in them are not.
SAME = 0.05


class Bar(NamedTuple):
    """One of them: what it is about, what is allowed at most, what was measured."""

    what: str
    most: float
    measured: float
    unit: str = ""

    @property
    def held(self) -> bool:
        """Whether it is so."""
        return self.measured <= self.most


def bars(run: dict[str, Any]) -> Iterator[Bar]:
    """All that can be told of what was measured with one kind of database."""
    yield from _of_bare(run)
    yield from _of_requests(run["rows"])
    yield from _of_growth(run)
    yield Bar("start to listening, processor time", START_MS, run["starting"] * 1000, " ms")
    for size, megabytes in RESIDENT[run["database"]].items():
        if size in run["resident"]:
            found = run["resident"][size]
            yield Bar(f"resident after the run, {size:,}", megabytes + MORE_MB, found, " MB")


def an_entry(rows: dict[str, Any]) -> float | None:
    """Microseconds of the server for each entry beyond the first."""
    several = [rows[name]["cpu"] for name in ("entries (1)", "entries (1,000)") if name in rows]
    return (several[1] - several[0]) / 999 * 1e6 if len(several) == 2 else None


def is_same(row: dict[str, Any]) -> bool:
    """Whether the answers at both sizes are as long, so that their cost can be compared."""
    small, large = row["bytes"]
    return bool(abs(large - small) <= SAME * small)


def _of_bare(run: dict[str, Any]) -> Iterator[Bar]:
    rows = run["rows"]
    for name, most in OF_BARE.items():
        if name in rows:
            yield Bar(f"{name}, of bare", most, rows[name]["of_bare"])
    if run["database"] == "sqlite":
        return
    for name, row in rows.items():
        if row.get("database_of_bare"):
            what = f"{name}, database, of bare"
            yield Bar(what, OF_BARE_IN_DATABASE, row["database_of_bare"])


def _of_requests(rows: dict[str, Any]) -> Iterator[Bar]:
    entry = an_entry(rows)
    if entry is not None:
        yield Bar("an entry in a list", ENTRY_US, entry, " µs")
    token = rows.get("active with a token", {})
    if "more" in token:
        yield Bar("a token adds", TOKEN_MS, token["more"] * 1000, " ms")
    if "opening the page" in rows:
        requests = rows["opening the page"]["requests"]
        yield Bar("opening the page, requests", PAGE_REQUESTS, requests)
    known = rows.get("nothing new", {})
    if "of_beside" in known:
        yield Bar("nothing new, of active", KNOWN_OF_ACTIVE, known["of_beside"])


def _of_growth(run: dict[str, Any]) -> Iterator[Bar]:
    if "growth" not in run:
        return
    first, last = run["ends"]
    for name, row in run["growth"].items():
        if is_same(row):
            yield Bar(f"{name}, {last:,} / {first:,}", GROWTH, row["growth"])
