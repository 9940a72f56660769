"""What comes between listening and serving: the database is waited for and brought up to date."""

import gc
import logging
import threading
from contextlib import suppress
from typing import Any

import peewee

from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import GONE, connected, connected_to
from clockwork.db.waiting import wait_for_database
from clockwork.errors import UnavailableError
from clockwork.server.listener import Listeners
from clockwork.web.application import Application
from clockwork.web.health import PATHS

log = logging.getLogger("clockwork.server")


class Start:
    """A start, in a thread of its own; until its end, all but questions of health are refused."""

    def __init__(self, app: Application, listeners: Listeners) -> None:
        self._app, self._listeners = app, listeners
        # As long as they are open: a stop may come first.
        self._place = " and ".join(listeners.addresses)
        self._error: Exception | None = None

    def begin(self) -> None:
        """Begin it."""
        self._app.readiness.starting.set()
        self._app.guards = [_refuse, *self._app.guards]
        threading.Thread(target=self._run, name="start", daemon=True).start()

    def check(self) -> None:
        """Raise what it failed with."""
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            if self._app.settings.db_auto_migrate:
                _migrate(self._app.settings)
            self._finish()
        except Exception as error:
            self._error = error
            self._listeners.wake()

    def _finish(self) -> None:
        app = self._app
        app.readiness.report(app.database)
        app.readiness.watch(app.database)
        _offer_setup(app)
        # What was made up to here stays; the collector need not look at it again and again.
        gc.collect()
        gc.freeze()
        app.guards = app.guards[1:]
        app.readiness.starting.clear()
        log.info("Clockwork is at %s", self._place)


def _refuse(environ: dict[str, Any]) -> None:
    if environ["PATH_INFO"] not in PATHS:
        raise UnavailableError("database_unavailable", "The server is starting; try again soon.")


def _migrate(settings: Settings) -> None:
    wait_for_database(settings)
    # Where the database can't be reached, the migration itself says best what is wrong.
    with suppress(*GONE), connected_to(settings) as opened:
        if not migrator.pending(settings.migrations_dir, opened):
            return
    migrator.up(settings, report=lambda name: log.info("Migrating the database: %s", name))


def _offer_setup(app: Application) -> None:
    # Where the database is away or behind, the page's first question offers it instead.
    with suppress(peewee.PeeweeException), connected(app.database):
        app.identity.offer_setup()
