"""/healthz: whether requests can be served; /readyz: by this process; /livez: whether it lives."""

from datetime import datetime
from typing import Annotated

import msgspec
from flask import Blueprint

from clockwork.db.database import GONE
from clockwork.db.storage import why_read_only
from clockwork.tracking.intervals import to_datetime
from clockwork.web.answer import Answer
from clockwork.web.application import application
from clockwork.web.readiness import Readiness, lacks

# What is answered whatever the state of the server, and by whatever name it is asked.
PATHS = ("/healthz", "/readyz", "/livez")

blueprint = Blueprint("health", __name__)


class Health(msgspec.Struct):
    """Whether this server can be given requests."""

    ok: bool
    db: str
    time: Annotated[datetime, msgspec.Meta(tz=True)]
    message: str | msgspec.UnsetType = msgspec.UNSET


@blueprint.get("/healthz")
def get_health() -> Answer:
    """200 when requests can be served; 503 with the reason otherwise."""
    readiness = application().readiness
    db, message = _look(readiness)
    if readiness.starting.is_set():
        message = message or "The server is starting."
    if readiness.draining.is_set():
        message = "The server is shutting down."
    health = Health(
        ok=message is None,
        db=db,
        time=to_datetime(readiness.clock()),
        message=message or msgspec.UNSET,
    )
    return Answer(msgspec.json.encode(health), 200 if health.ok else 503)


@blueprint.get("/readyz")
def get_readiness() -> Answer:
    """200 when this process can serve; a database that all share being away is no matter here."""
    message = application().readiness.why_not(application().database)
    if message is None:
        return Answer(b'{"ok":true}')
    return Answer(msgspec.json.encode({"ok": False, "message": message}), 503)


@blueprint.get("/livez")
def get_liveness() -> Answer:
    """200 as long as the process answers; a lost database is no reason to restart it."""
    return Answer(b'{"ok":true}')


def _look(readiness: Readiness) -> tuple[str, str | None]:
    try:
        read_only = why_read_only()
        missing = readiness.behind(application().database)
    except GONE:
        return "down", "The database can't be reached."
    if missing:
        return "up", lacks(missing)
    return "up", read_only
