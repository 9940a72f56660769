"""Measure rows: Clockwork in turn with the bare handler, or with itself on a larger database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench.client import Request, ask, load
from bench.processor import Backends
from bench.relay import Relay
from bench.rows import Row
from bench.servers import Server, bare, clockwork
from bench.sides import CONNECTIONS, Side, both, cpu, database, difference, in_turn, ratio

CROWDS = 3
COUNTED = 7
COUNTED_AFTER = 0.4  # seconds, until what is repeated is prepared


class Plan(NamedTuple):
    """Which rows are measured, for how many seconds a round, and who is told of each."""

    rows: Sequence[Row]
    seconds: float
    say: Callable[[str], None]

    @property
    def in_order(self) -> list[Row]:
        """What changes something comes last: all others find what they were asked for."""
        return sorted(self.rows, key=lambda row: row.changes)


class Servers(NamedTuple):
    """Clockwork for people without accounts, and with: who has a token needs one."""

    plain: Server
    accounts: Server

    def of(self, row: Row) -> Server:
        """Which one a row is about."""
        return self.accounts if row.has_token else self.plain

    def side(self, row: Row, backends: Backends) -> Side:
        """The server that a row is about, and its requests."""
        return Side(self.of(row), self.requests(row), backends)

    def requests(self, row: Row) -> list[Request]:
        """A row's requests; of what is known, each with the ETag of its answer."""
        return [self._known(one) for one in row.requests] if row.is_known else row.requests

    def _known(self, request: Request) -> Request:
        etag = ask(self.plain.port, request).etag
        if not etag:
            raise RuntimeError(f"{request.path} has no ETag: leave its row out with --rows")
        return request._replace(etag=etag)


@contextmanager
def both_modes(url: str) -> Iterator[Servers]:
    """Clockwork without accounts and with."""
    with clockwork(url) as plain, clockwork(url, "password") as accounts:
        yield Servers(plain, accounts)


def compare(url: str, postgres: Path, plan: Plan) -> dict[str, Any]:
    """Each row with the bare handler on the same database, and what Clockwork is in memory."""
    backends = Backends(url, postgres)
    found: dict[str, dict[str, float]] = {}
    with both_modes(url) as servers:
        for changes in (False, True):
            rows = [row for row in plan.rows if row.changes == changes]
            with bare(url, _script(servers, rows)) as handler:
                for row in rows:
                    plan.say(row.name)
                    found[row.name] = _compared(servers, handler, row, backends, plan)
        resident = servers.plain.resident()
    if not url.startswith("sqlite"):
        _add_trips(found, url, plan)
    return {"rows": {row.name: found[row.name] for row in plan.rows}, "resident": resident}


def grow(urls: Sequence[str], postgres: Path, plan: Plan) -> dict[str, Any]:
    """Each row on a small database in turn with a large one, and what Clockwork is in memory."""
    backends = [Backends(url, postgres) for url in urls]
    with both_modes(urls[0]) as small, both_modes(urls[1]) as large:
        found = {row.name: _grown((small, large), row, backends, plan) for row in plan.in_order}
        resident = [servers.plain.resident() for servers in (small, large)]
    return {"rows": {row.name: found[row.name] for row in plan.rows}, "resident": resident}


def _script(servers: Servers, rows: Sequence[Row]) -> dict[str, Any]:
    """What the bare handler runs, and how long Clockwork's answers are."""
    return {
        asked.address: {
            "runs": asked.runs,
            "bytes": len(ask(servers.of(row).port, asked.request).body),
        }
        for row in rows
        for asked in row.asked
    }


def _bytes(servers: Servers, row: Row) -> int:
    port = servers.of(row).port
    return sum(len(ask(port, request).body) for request in servers.requests(row))


def _grown(
    several: Sequence[Servers], row: Row, backends: Sequence[Backends], plan: Plan
) -> dict[str, Any]:
    plan.say(row.name)
    sizes = [_bytes(servers, row) for servers in several]
    first, last = (
        servers.side(row, processes) for servers, processes in zip(several, backends, strict=True)
    )
    in_turn([first, last], plan.seconds, row.changes)
    ends = {"first": first.median(both), "last": last.median(both)}
    return {**ends, "growth": last.beside(first, both, ratio), "bytes": sizes}


def _compared(
    servers: Servers, handler: Server, row: Row, backends: Backends, plan: Plan
) -> dict[str, float]:
    found = {"requests": len(row.asked), "bytes": _bytes(servers, row)}
    ours = servers.side(row, backends)
    theirs = [] if row.is_known else [Side(handler, row.bare_requests, backends)]
    beside = [servers.side(other, backends) for other in plan.rows if other.name == row.beside]
    in_turn([ours, *theirs, *beside], plan.seconds, row.changes)
    parts = (_of_itself(ours), *(_of_bare(ours, other) for other in theirs),
             *(_beside(ours, other) for other in beside), _crowd(ours, row, plan.seconds))  # fmt: skip
    return {**found, **{name: value for part in parts for name, value in part.items()}}


def _of_itself(ours: Side) -> dict[str, float]:
    return {
        "cpu": ours.median(cpu),
        "database": ours.median(database),
        "p50": ours.quantile(0.5),
        "p95": ours.quantile(0.95),
        "rate": ours.median(lambda figure: figure.result.rate),
    }


def _of_bare(ours: Side, theirs: Side) -> dict[str, float]:
    return {
        "of_bare": ours.beside(theirs, cpu, ratio),
        "database_of_bare": ours.beside(theirs, database, ratio),
    }


def _beside(ours: Side, theirs: Side) -> dict[str, float]:
    return {
        "of_beside": ours.beside(theirs, cpu, ratio),
        "more": ours.beside(theirs, cpu, difference),
    }


def _crowd(ours: Side, row: Row, seconds: float) -> dict[str, float]:
    """How often a second it is with several connections; what changes something, one person does."""
    if row.changes:
        return {}
    crowds = (ours.load(CONNECTIONS, seconds) for _ in range(CROWDS))
    return {"crowd": median(result.rate for result in crowds)}


def _add_trips(found: dict[str, dict[str, float]], url: str, plan: Plan) -> None:
    plan.say("round trips")
    for name, counted in _trips(url, plan.in_order).items():
        found[name] |= counted


def _trips(url: str, rows: Sequence[Row]) -> Mapping[str, dict[str, float]]:
    """How often each row waits for PostgreSQL, and how often the bare handler does."""
    relay = Relay(url)
    try:
        with both_modes(relay.url) as servers, bare(relay.url, _script(servers, rows)) as handler:
            return {
                row.name: {
                    "trips": _counted(relay, servers.of(row).port, servers.requests(row)),
                    **_bare_trips(relay, handler, row),
                }
                for row in rows
            }
    finally:
        relay.stop()


def _bare_trips(relay: Relay, handler: Server, row: Row) -> dict[str, float]:
    if row.is_known:
        return {}
    return {"bare_trips": _counted(relay, handler.port, row.bare_requests)}


def _counted(relay: Relay, port: int, requests: Sequence[Request]) -> float:
    """The median of several times: a connection that is new has more to say."""
    load(port, requests, 1, COUNTED_AFTER)
    counted = []
    for _ in range(COUNTED):
        before = relay.trips
        load(port, requests, 1, 0)
        counted.append(relay.trips - before)
    return median(counted)
