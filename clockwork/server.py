"""Serve with Waitress until told to stop, and lose no request in doing so."""

import gc
import logging
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Any

import msgspec
import peewee
from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask, ThreadedTaskDispatcher

from clockwork import migrator
from clockwork.app import create_app
from clockwork.config import Settings, is_loopback
from clockwork.database import database
from clockwork.errors import MigrationError, SettingError
from clockwork.web import health, logs

log = logging.getLogger("clockwork.server")

# Waitress' own limit lies above Flask's, which answers in the contract's shape.
BODY_MARGIN = 1024 * 1024
SWITCH_SECONDS = 0.0005
LAST_CHANCE_SECONDS = 30
CONNECTIONS = 4000
ACCEPTED_AT_ONCE = 100
# Descriptors besides those of clients: the database's, the log's, files under way.
SPARE_DESCRIPTORS = 200
# A client that takes nothing of its answer for so long is cut off; sooner when there is so
# much of it that a thread waits.
UNREAD_SECONDS = 60
HOLDING_SECONDS = 3


class JsonErrorTask(ErrorTask):
    """What Waitress refuses by itself, in the contract's shape."""

    def execute(self) -> None:
        """Answer the broken request and close."""
        error: Any = self.request.error  # type: ignore[attr-defined]
        body = msgspec.json.encode(
            {"code": "invalid_request", "message": f"{error.reason}.", "requestId": "-"}
        )
        self.status = f"{error.code} {error.reason}"
        self.response_headers = [
            ("Content-Length", str(len(body))),
            ("Content-Type", "application/json"),
            ("X-Request-ID", "-"),
            ("Connection", "close"),
        ]
        self.close_on_finish = True
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    """A connection whose errors are JSON."""

    error_task_class = JsonErrorTask


class Dispatcher(ThreadedTaskDispatcher):
    """Threads for requests, and one each for what must not wait for them, or they for it.

    /livez is answered when all others wait; and who signs in, which takes a core for a while,
    waits for others who sign in and for nobody else.
    """

    def __init__(self, threads: int) -> None:
        super().__init__()
        self._apart = {path: ThreadedTaskDispatcher() for path in ("/livez", "/api/session")}
        self.set_thread_count(threads)
        for dispatcher in self._apart.values():
            dispatcher.set_thread_count(1)

    def add_task(self, task: Any) -> None:
        """Queue a connection's next request."""
        apart = self._apart.get(task.requests[0].path)
        if apart is None:
            super().add_task(task)
        else:
            apart.add_task(task)


def serve(settings: Settings) -> int:
    """Migrate if so set, then serve until SIGTERM or SIGINT; the exit status."""
    logs.set_up(settings)
    app = create_app(settings)
    opened = app.extensions["clockwork.database"]
    if settings.db_auto_migrate:
        _migrate_apart(settings)
    readiness: health.Readiness = app.extensions["clockwork.readiness"]
    health.report_schema(readiness, opened)
    _warn_of_open_doors(settings)
    _offer_setup(app)
    # More and shorter turns between threads: short requests wait less for long ones.
    sys.setswitchinterval(SWITCH_SECONDS)
    return _run(app, settings, readiness)


def _migrate_apart(settings: Settings) -> None:
    """Migrate in a process of its own: peewee-migrate patches classes while it runs."""
    if not _is_behind(settings):
        return
    log.info("Migrating the database")
    migrated = subprocess.run([sys.executable, "-m", "clockwork", "migrate", "up"], check=False)
    if migrated.returncode != 0:
        raise MigrationError("The database could not be migrated; the reason is above.")


def _is_behind(settings: Settings) -> bool:
    try:
        with database.connection_context():
            return bool(migrator.pending(settings.migrations_dir, database.obj))
    except health.GONE:
        # The migration itself says best what is wrong.
        return True


def _warn_of_open_doors(settings: Settings) -> None:
    if settings.is_production and settings.auth_mode == "none":
        log.warning("AUTH_MODE is none: whoever reaches the port can read and change everything")
    is_plain = not settings.public_url.startswith("https://")
    if settings.auth_mode == "password" and is_plain and not is_loopback(settings.host):
        log.warning(
            "PUBLIC_URL is not https: passwords and sessions can be read on the way; "
            "put a proxy with TLS in front and set PUBLIC_URL"
        )


def _offer_setup(app: Flask) -> None:
    # Where the database is away or behind, the page's first question offers it instead.
    with suppress(peewee.PeeweeException), database.connection_context():
        app.extensions["clockwork.identity"].offer_setup()


def _run(app: Flask, settings: Settings, readiness: health.Readiness) -> int:
    sockets: dict[int, Any] = {}
    server = _listen(app, settings, sockets)
    if serve_metrics := app.extensions.get("clockwork.serve_metrics"):
        serve_metrics()
    # What was made up to here stays; the collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    stop = Stop(readiness, settings.drain_seconds)
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    log.info("Clockwork is at http://%s:%s", _shown_host(settings), server.effective_port)
    readers = Readers(sockets)
    while not stop.is_due(sockets):
        wasyncore.loop(timeout=0.1, map=sockets, count=1, use_poll=True)
        readers.check()
    server.task_dispatcher.shutdown()
    log.info("Stopped")
    return 0


def _listen(app: Flask, settings: Settings, sockets: dict[int, Any]) -> Any:
    try:
        server: Any = create_server(
            app,
            map=sockets,
            host=settings.host,
            port=settings.port,
            _dispatcher=Dispatcher(settings.threads),
            connection_limit=_connection_limit(),
            ident=None,
            max_request_body_size=settings.max_body_bytes + BODY_MARGIN,
            # Which proxies are believed is decided in web.proxies, which knows networks.
            clear_untrusted_proxy_headers=False,
        )
    except OSError as error:
        place = f"{settings.host}:{settings.port}"
        raise SettingError(
            f"HOST, PORT: can't listen on {place}: {error.strerror or error}."
        ) from None
    # A name such as localhost may stand for several addresses, each with a listener of its own.
    listeners: list[Any] = [one for one in sockets.values() if isinstance(one, BaseWSGIServer)]
    for listener in listeners:
        listener.channel_class = Channel
        listener.handle_accept = partial(_accept_several, listener, listener.handle_accept)
    return server


def _accept_several(listener: Any, accept: Callable[[], None]) -> None:
    """Waitress looks at every connection before it accepts one more; a crowd would wait long."""
    for _ in range(ACCEPTED_AT_ONCE):
        before = len(listener.active_channels)
        accept()
        if len(listener.active_channels) == before:
            break


def _connection_limit() -> int:
    """As many clients as the system lets this process have descriptors for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return (
        CONNECTIONS
        if soft == resource.RLIM_INFINITY
        else min(CONNECTIONS, max(50, soft - SPARE_DESCRIPTORS))
    )


def _shown_host(settings: Settings) -> str:
    everywhere = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
    return "127.0.0.1" if settings.host in everywhere else settings.host


class Readers:
    """Cuts off clients that do not read their answers. Waitress waits for them without end."""

    def __init__(self, sockets: dict[int, Any]) -> None:
        self._sockets = sockets
        self._next = 0.0

    def check(self) -> None:
        """Look at every connection, once a second."""
        now = time.time()
        if now < self._next:
            return
        self._next = now + 1
        channels: list[Any] = [
            one for one in self._sockets.values() if isinstance(one, HTTPChannel)
        ]
        for channel in channels:
            if self._is_stuck(channel, now):
                with suppress(OSError):
                    channel.socket.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _is_stuck(channel: Any, now: float) -> bool:
        unread: int = channel.total_outbufs_len
        holds_thread = unread > channel.adj.outbuf_high_watermark
        patience = HOLDING_SECONDS if holds_thread else UNREAD_SECONDS
        return unread > 0 and bool(channel.last_activity < now - patience)


class Stop:
    """The signal handler: unready at once, serve on for the grace, finish, then be due."""

    def __init__(self, readiness: health.Readiness, grace: float) -> None:
        self._readiness = readiness
        self._grace = grace
        self._asked_at: float | None = None

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        """First signal: drain. Second: end at once."""
        if self._asked_at is not None:
            os._exit(1)
        self._asked_at = time.monotonic()
        self._readiness.draining.set()
        os.write(2, b"Stopping: finishing what is under way; once more to end at once\n")

    def is_due(self, sockets: dict[int, Any]) -> bool:
        """Whether the grace is over and nothing is under way, or it took too long."""
        if self._asked_at is None:
            return False
        waited = time.monotonic() - self._asked_at
        if waited < self._grace:
            return False
        return waited > self._grace + LAST_CHANCE_SECONDS or not any(
            map(_is_busy, sockets.values())
        )


def _is_busy(channel: Any) -> bool:
    if not isinstance(channel, HTTPChannel):
        return False
    return bool(channel.requests or channel.request or channel.total_outbufs_len)
