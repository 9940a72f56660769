"""Serve with Waitress until told to stop."""

import gc
import logging
import sys
from contextlib import suppress
from dataclasses import replace
from typing import Any

import peewee

from clockwork.app import create_app
from clockwork.config import Settings, exposed_secrets, is_loopback
from clockwork.db import migrator
from clockwork.db.database import GONE, connected, connected_to
from clockwork.observability import logs, telemetry
from clockwork.server.clients import Clients, Limits
from clockwork.server.listener import listen
from clockwork.server.stop import Stop
from clockwork.server.turn import turn
from clockwork.web.application import Application

log = logging.getLogger("clockwork.server")

SWITCH_SECONDS = 0.0001


def serve(settings: Settings) -> int:
    """Migrate if so set, then serve until SIGTERM or SIGINT; the exit status."""
    logs.set_up(settings.log_format, settings.log_level)
    telemetry.check(settings)
    if settings.db_auto_migrate:
        _migrate(settings)
    app = create_app(settings)
    app.readiness.report(app.database)
    _warn_of_open_doors(settings)
    _offer_setup(app)
    # More and shorter turns between threads: short requests wait less for long ones.
    sys.setswitchinterval(SWITCH_SECONDS)
    return _run(app)


def _migrate(settings: Settings) -> None:
    # Where the database can't be reached, the migration itself says best what is wrong.
    with suppress(*GONE), connected_to(settings) as opened:
        if not migrator.pending(settings.migrations_dir, opened):
            return
    migrator.up(settings, report=lambda name: log.info("Migrating the database: %s", name))


def _warn_of_open_doors(settings: Settings) -> None:
    for file in exposed_secrets():
        log.warning("%s holds DATABASE_URL and others can read it; to mend it: chmod 600", file)
    if settings.is_production and settings.auth_mode == "none":
        log.warning("AUTH_MODE is none: whoever reaches the port can read and change everything")
    is_plain = not settings.public_url.startswith("https://")
    if settings.auth_mode == "password" and is_plain and not is_loopback(settings.host):
        log.warning(
            "PUBLIC_URL is not https: passwords and sessions can be read on the way; "
            "put a proxy with TLS in front and set PUBLIC_URL"
        )


def _offer_setup(app: Application) -> None:
    # Where the database is away or behind, the page's first question offers it instead.
    with suppress(peewee.PeeweeException), connected(app.database):
        app.identity.offer_setup()


def _run(app: Application) -> int:
    sockets: dict[int, Any] = {}
    clients = Clients(_limits(app.settings), app.settings.trusted_proxy)
    listeners = listen(app, sockets, clients)
    if app.serve_metrics:
        app.serve_metrics()
    # What was made up to here stays; the collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    stop = Stop(app.settings, app.readiness, clients, listeners)
    stop.listen()
    log.info("Clockwork is at %s", " and ".join(listeners.addresses))
    while not stop.is_over():
        turn(sockets, 0.1)
        clients.check()
    log.info("Stopped")
    return 0


def _limits(settings: Settings) -> Limits:
    usual = Limits()
    return replace(usual, request_bytes=max(usual.request_bytes, 2 * settings.max_body_bytes))
