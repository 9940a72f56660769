"""What Prometheus is told, on a port of its own: never where people or their browsers reach it."""

import logging
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from flask import Flask, request
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    PlatformCollector,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.metrics_core import GaugeMetricFamily

from clockwork import __version__
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import GONE, Database, connected
from clockwork.db.models import Entry
from clockwork.errors import SettingError

log = logging.getLogger("clockwork.metrics")

# Where in the environment of WSGI is when a request began.
COUNTED_FROM = "clockwork.counted_from"
METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
STATEMENTS = frozenset(("SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN"))
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


def init_app(app: Flask, settings: Settings, opened: Database) -> Callable[[], None]:
    """Count requests and queries; gives what listens on METRICS_PORT.

    To be called, and imported, only when that is set.
    """
    registry = CollectorRegistry()
    for collector in (ProcessCollector, PlatformCollector, GCCollector):
        collector(registry=registry)
    database = "sqlite" if settings.uses_sqlite else "postgresql"
    Info("clockwork_build", "What is running.", registry=registry).info(
        {"version": __version__, "database": database}
    )
    registry.register(DatabaseCollector(settings, opened))
    _watch_queries(opened, registry)
    _watch_requests(app, registry)
    return partial(_serve, settings, registry)


def _serve(settings: Settings, registry: CollectorRegistry) -> None:
    """Listen on METRICS_PORT until the process ends. Raises SettingError when it is taken."""
    port = settings.metrics_port or 0
    try:
        server, _ = start_http_server(port, settings.host, registry)
    except OSError as error:
        place = f"{settings.host}:{port}"
        reason = error.strerror or error
        raise SettingError(f"METRICS_PORT: can't listen on {place}: {reason}.") from None
    log.info("Metrics are at port %s, /metrics", server.server_port)


def _watch_requests(app: Flask, registry: CollectorRegistry) -> None:
    requests = Counter(
        "clockwork_http_requests",
        "Requests answered.",
        ("method", "route", "status"),
        registry=registry,
    )
    duration = Histogram(
        "clockwork_http_request_duration_seconds",
        "Time from a request's arrival to its answer.",
        ("method", "route"),
        buckets=SECONDS,
        registry=registry,
    )
    in_flight = Gauge(
        "clockwork_http_requests_in_flight", "Requests being answered.", registry=registry
    )

    def begin() -> None:
        request.environ[COUNTED_FROM] = time.perf_counter()
        in_flight.inc()

    def finish(response: Any) -> Any:
        method = request.method if request.method in METHODS else "other"
        # The template, never the address: one series for all entries, not one for each.
        route = request.url_rule.rule if request.url_rule else "unmatched"
        requests.labels(method, route, str(response.status_code)).inc()
        duration.labels(method, route).observe(time.perf_counter() - request.environ[COUNTED_FROM])
        return response

    def end(_error: BaseException | None) -> None:
        if request.environ.pop(COUNTED_FROM, None) is not None:
            in_flight.dec()

    app.before_request(begin)
    app.after_request(finish)
    app.teardown_request(end)


def _watch_queries(opened: Database, registry: CollectorRegistry) -> None:
    """Time every statement; the methods are replaced on this one object, so off costs nothing."""
    duration = Histogram(
        "clockwork_database_query_duration_seconds",
        "Time of a statement, a commit among them.",
        ("statement",),
        buckets=SECONDS,
        registry=registry,
    )
    execute, commit = opened.execute_sql, opened.commit

    def timed_execute(sql: str, params: Any = None) -> Any:
        verb = sql[:6].rstrip().upper()
        with duration.labels(verb.lower() if verb in STATEMENTS else "other").time():
            return execute(sql, params)

    def timed_commit() -> Any:
        with duration.labels("commit").time():
            return commit()

    opened.execute_sql = timed_execute  # type: ignore[method-assign]
    opened.commit = timed_commit  # type: ignore[method-assign]


class DatabaseCollector:
    """What is looked up when Prometheus asks: the pool, and the state of the database."""

    def __init__(self, settings: Settings, opened: Database) -> None:
        self._settings = settings
        self._opened = opened

    def describe(self) -> list[Any]:
        """Nothing: to register must not connect."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The pool always; the rest while the database answers."""
        yield from self._pool()
        found: dict[str, int] | None = None
        try:
            with connected(self._opened):
                found = self._state()
        except GONE as error:
            log.debug("The database can't be asked: %s", error)
        yield _gauge("clockwork_database_up", "Whether the database answers.", found is not None)
        if found is not None:
            yield _gauge("clockwork_running_timers", "Timers that run.", found["running"])
            yield _gauge(
                "clockwork_migrations_pending", "Migrations the schema lacks.", found["pending"]
            )

    def _pool(self) -> Iterator[GaugeMetricFamily]:
        in_use = len(self._opened._in_use)
        idle = len(self._opened._connections)
        most = self._opened._max_connections
        yield _gauge("clockwork_database_connections_in_use", "Connections in use.", in_use)
        yield _gauge("clockwork_database_connections_idle", "Connections kept ready.", idle)
        yield _gauge("clockwork_database_connections_max", "Connections at most.", most)

    def _state(self) -> dict[str, int]:
        pending = len(migrator.pending(self._settings.migrations_dir, self._opened))
        running = 0
        if Entry.table_exists():
            running = Entry.select().where(Entry.stopped_at.is_null()).count()
        return {"pending": pending, "running": running}


def _gauge(name: str, meaning: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, meaning, value=float(value))
