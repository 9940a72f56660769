"""Serve with Waitress until told to stop."""

import logging
import sys
from dataclasses import replace
from typing import Any

from clockwork.app import create_app
from clockwork.config import Settings, exposed_secrets, is_loopback
from clockwork.observability import logs, telemetry
from clockwork.server.clients import Clients, Limits
from clockwork.server.listener import listen
from clockwork.server.start import Start
from clockwork.server.stop import Stop
from clockwork.server.turn import turn
from clockwork.web.application import Application

log = logging.getLogger("clockwork.server")

SWITCH_SECONDS = 0.0001


def serve(settings: Settings) -> int:
    """Listen, migrate if so set, and serve until SIGTERM or SIGINT; the exit status."""
    logs.set_up(settings.log_format, settings.log_level)
    telemetry.check(settings)
    app = create_app(settings)
    _warn_of_open_doors(settings)
    # More and shorter turns between threads: short requests wait less for long ones.
    sys.setswitchinterval(SWITCH_SECONDS)
    return _run(app)


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


def _run(app: Application) -> int:
    sockets: dict[int, Any] = {}
    clients = Clients(_limits(app.settings), app.settings.trusted_proxy)
    listeners = listen(app, sockets, clients)
    if app.serve_metrics:
        app.serve_metrics()
    stop = Stop(app.settings, app.readiness, clients, listeners)
    stop.listen()
    start = Start(app, listeners)
    start.begin()
    while not stop.is_over():
        turn(sockets, 0.1)
        clients.check()
        start.check()
    log.info("Stopped")
    return 0


def _limits(settings: Settings) -> Limits:
    usual = Limits()
    return replace(usual, request_bytes=max(usual.request_bytes, 2 * settings.max_body_bytes))
