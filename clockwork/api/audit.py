"""The audit, for administrators: /api/audit."""

import csv
import io
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
from flask import Blueprint, Response
from msgspec import UNSET, Meta, UnsetType

from clockwork.api.contract import Identifier, Input, Output, Timestamp
from clockwork.api.cursors import read_cursor, write_cursor
from clockwork.api.endpoint import CSV, Files, endpoint, or_none
from clockwork.api.fields import Cursor, Id, Moment
from clockwork.api.times import write_timestamp
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor
from clockwork.tracking.entries import check_range
from clockwork.tracking.intervals import to_datetime

blueprint = Blueprint("audit", __name__, url_prefix="/api")

EXPORTED_AT_ONCE = 1000


class AuditRecord(Output):
    """Who changed what and when; `actorId` is null for the command line and first visits."""

    id: Identifier
    at: Timestamp
    actor_id: Identifier | None
    action: str
    kind: str
    object_id: Identifier
    details: dict[str, Any]


class AuditPage(Output):
    """Some records, newest first."""

    items: list[AuditRecord]
    next_cursor: Cursor | None


class AuditQuery(Input):
    """From the newest, or from where a page ended.

    `personId`: only what that person did, or what was done to them and their time.
    """

    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET
    person_id: Id | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=1000)] = 100
    cursor: Cursor | UnsetType = UNSET


def show_record(found: audit.Record, details: dict[str, Any]) -> AuditRecord:
    """A line of the audit."""
    return AuditRecord(
        id=found.id,
        at=write_timestamp(found.at),
        actor_id=found.actor_id or None,
        action=found.action,
        kind=found.kind,
        object_id=found.object_id,
        details=details,
    )


@blueprint.get("/audit")
@endpoint(
    "Read who changed what and when, newest first",
    scope="admin",
    query=AuditQuery,
    answer=AuditPage,
    codes="invalid_json invalid_id invalid_time invalid_time_range forbidden",
)
def list_audit(_actor: Actor, query: AuditQuery) -> AuditPage:
    check_range(or_none(query.from_), or_none(query.to))
    wanted = audit.Wanted(or_none(query.from_), or_none(query.to), or_none(query.person_id))
    found = audit.page(query.limit + 1, read_cursor(or_none(query.cursor)), wanted)
    last = found[query.limit - 1] if len(found) > query.limit else None
    items = [
        show_record(record, msgspec.json.decode(record.details)) for record in found[: query.limit]
    ]
    next_cursor = write_cursor((last.at, last.id)) if last else None
    return AuditPage(items=items, next_cursor=next_cursor)


@blueprint.get("/audit.csv")
@endpoint(
    "Export who changed what and when", scope="admin", answer=Files((CSV,)), codes="forbidden"
)
def export_audit(_actor: Actor) -> Response:
    response = Response("".join(_lines()), mimetype="text/csv")
    # As of every answer that is JSON: what it tells is nobody else's.
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = 'attachment; filename="clockwork-audit.csv"'
    return response


def _lines() -> Iterator[str]:
    yield _line(("at", "actorId", "action", "kind", "objectId", "details"))
    position: tuple[int, str] | None = None
    while found := audit.page(EXPORTED_AT_ONCE, position):
        for record in found:
            yield _line((to_datetime(record.at).isoformat(), *record[2:]))
        position = (found[-1].at, found[-1].id)


def _line(values: tuple[object, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(values)
    return buffer.getvalue()
