"""Whether this server may be given requests, /healthz, and whether it lives, /livez."""

import logging
import threading
from dataclasses import dataclass, field

import msgspec
import peewee
from flask import Blueprint, Flask, Response, current_app
from playhouse.pool import MaxConnectionsExceeded

from clockwork import migrator
from clockwork.api import contract
from clockwork.config import Settings
from clockwork.database import Database, database
from clockwork.tracking.clock import Clock
from clockwork.tracking.intervals import to_datetime

log = logging.getLogger("clockwork.health")

blueprint = Blueprint("health", __name__)

GONE = (peewee.OperationalError, peewee.InterfaceError, MaxConnectionsExceeded)


@dataclass(slots=True)
class Readiness:
    """Whether the server is on its way out, and whether the schema was found current."""

    settings: Settings
    clock: Clock
    draining: threading.Event = field(default_factory=threading.Event)
    schema_is_current: bool = False

    def behind(self, opened: Database) -> list[str]:
        """The migrations that are missing. Once there are none, none can come to be missing."""
        if self.schema_is_current:
            return []
        missing = migrator.pending(self.settings.migrations_dir, opened)
        self.schema_is_current = not missing
        return missing


def init_app(app: Flask, readiness: Readiness) -> None:
    """Serve /healthz and /livez."""
    app.extensions["clockwork.readiness"] = readiness
    app.register_blueprint(blueprint)


def report_schema(readiness: Readiness, opened: Database) -> None:
    """Say in the log at start when schema and code are not of the same version."""
    try:
        with opened.connection_context():
            missing = readiness.behind(opened)
            unknown = migrator.newer(readiness.settings.migrations_dir, opened)
    except GONE as error:
        log.error("The database can't be reached yet: %s", " ".join(str(error).split()))
        return
    if missing:
        log.error("The schema lacks %s; run: clockwork migrate up", ", ".join(missing))
    if unknown:
        log.warning("The schema is newer than this version: it has %s", ", ".join(unknown))


@blueprint.get("/healthz")
def get_health() -> Response:
    """200 when requests can be served; 503 with the reason otherwise."""
    readiness: Readiness = current_app.extensions["clockwork.readiness"]
    db, message = _look(readiness)
    if readiness.draining.is_set():
        message = "The server is shutting down."
    health = contract.Health(
        ok=message is None,
        db=db,
        time=to_datetime(readiness.clock()),
        message=message or msgspec.UNSET,
    )
    status = 200 if health.ok else 503
    response = Response(msgspec.json.encode(health), status, mimetype="application/json")
    response.cache_control.no_store = True
    return response


@blueprint.get("/livez")
def get_liveness() -> Response:
    """200 as long as the process answers; a lost database is no reason to restart it."""
    response = Response(b'{"ok":true}', mimetype="application/json")
    response.cache_control.no_store = True
    return response


def _look(readiness: Readiness) -> tuple[str, str | None]:
    try:
        database.execute_sql("SELECT 1")
        missing = readiness.behind(database.obj)
    except GONE:
        return "down", "The database can't be reached."
    if missing:
        return "up", f"The schema lacks {', '.join(missing)}; run: clockwork migrate up"
    return "up", None
