"""Routes under /api/people and /api/audit, for administrators."""

import csv
import io
from collections.abc import Iterator

import msgspec
from flask import Blueprint, Response

from clockwork import audit
from clockwork.accounts import people
from clockwork.api import account_shapes as shapes
from clockwork.api.cursors import read_cursor, write_cursor
from clockwork.api.endpoint import CSV, endpoint, given, or_none
from clockwork.tracking.actor import Actor
from clockwork.tracking.intervals import to_datetime

blueprint = Blueprint("people", __name__, url_prefix="/api")

EXPORTED_AT_ONCE = 1000


@blueprint.get("/people")
@endpoint("List all people", scope="admin", answer=list[shapes.Person], codes="forbidden")
def list_people(actor: Actor) -> list[shapes.Person]:
    return [shapes.person(found) for found in people.every(actor)]


@blueprint.post("/people")
@endpoint(
    "Add a person",
    scope="admin",
    body=shapes.NewPerson,
    answer=shapes.Person,
    status=201,
    codes="invalid_json invalid_password forbidden duplicate_email",
)
def add_person(actor: Actor, body: shapes.NewPerson) -> shapes.Person:
    added = people.add(
        actor.person_id,
        actor.clock(),
        body.name,
        body.email,
        body.role,
        or_none(body.password),
    )
    return shapes.person(added)


@blueprint.get("/people/<person_id>")
@endpoint(
    "Read a person",
    scope="admin",
    answer=shapes.Person,
    codes="invalid_id forbidden not_found",
)
def get_person(_actor: Actor, person_id: str) -> shapes.Person:
    return shapes.person(people.get(person_id))


@blueprint.patch("/people/<person_id>")
@endpoint(
    "Change a person; disabling one, or a new password, ends their sessions",
    scope="admin",
    body=shapes.PersonChange,
    answer=shapes.Person,
    codes="invalid_id invalid_json invalid_password invalid_time_zone forbidden not_found "
    "duplicate_email last_administrator",
)
def change_person(actor: Actor, person_id: str, body: shapes.PersonChange) -> shapes.Person:
    return shapes.person(people.change(actor, person_id, given(body)))


@blueprint.get("/audit")
@endpoint(
    "Read who changed what and when, newest first",
    scope="admin",
    query=shapes.AuditQuery,
    answer=shapes.AuditPage,
    codes="invalid_json forbidden",
)
def list_audit(_actor: Actor, query: shapes.AuditQuery) -> shapes.AuditPage:
    found = audit.page(query.limit + 1, read_cursor(or_none(query.cursor)))
    last = found[query.limit - 1] if len(found) > query.limit else None
    items = [
        shapes.audit_record(record, msgspec.json.decode(record.details))
        for record in found[: query.limit]
    ]
    next_cursor = write_cursor((last.at, last.id)) if last else None
    return shapes.AuditPage(items=items, next_cursor=next_cursor)


@blueprint.get("/audit.csv")
@endpoint("Export who changed what and when", scope="admin", answer=CSV, codes="forbidden")
def export_audit(_actor: Actor) -> Response:
    response = Response("".join(_lines()), mimetype="text/csv")
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
