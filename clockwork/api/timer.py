"""/api/time: the running timer, and the entries of one category."""

from flask import Blueprint

from clockwork.api import contract, shapes
from clockwork.api.endpoint import endpoint, or_none
from clockwork.errors import InvalidError
from clockwork.tracking import entries, timer
from clockwork.tracking.actor import Actor
from clockwork.tracking.ledger import Filter

blueprint = Blueprint("timer", __name__, url_prefix="/api/time")


@blueprint.post("/start")
@endpoint(
    "Start the timer; what runs stops at the same instant",
    body=contract.Start,
    answer=contract.TimeEntry,
    status=201,
    codes="invalid_json invalid_id invalid_time not_found archived entry_overlap",
)
def start_timer(actor: Actor, body: contract.Start) -> contract.TimeEntry:
    started = timer.start(
        actor,
        body.category_id,
        or_none(body.note),
        or_none(body.tags) or (),
        or_none(body.started_at),
    )
    return shapes.entry(started)


@blueprint.post("/stop")
@endpoint(
    "Stop the timer",
    body=contract.Stop,
    body_required=False,
    answer=contract.TimeEntry,
    codes="invalid_json invalid_time no_active_timer",
)
def stop_timer(actor: Actor, body: contract.Stop) -> contract.TimeEntry:
    return shapes.entry(timer.stop(actor, or_none(body.stopped_at)))


@blueprint.get("/active")
@endpoint("Read the running entry, or null", answer=contract.TimeEntry | None)
def get_active_entry(actor: Actor) -> contract.TimeEntry | None:
    running = timer.active(actor)
    return shapes.entry(running) if running else None


@blueprint.get("/entries")
@endpoint(
    "List the entries of exactly one category, newest first",
    query=contract.CategoryEntriesQuery,
    answer=list[contract.TimeEntry],
    codes="invalid_json invalid_id invalid_time invalid_time_range",
)
def list_category_entries(
    actor: Actor, query: contract.CategoryEntriesQuery
) -> list[contract.TimeEntry]:
    category_id = or_none(query.category_id)
    if category_id is None:
        raise InvalidError("invalid_id", "categoryId is needed.")
    wanted = Filter(
        person_ids=[actor.person_id],
        only_category_id=category_id,
        start=or_none(query.from_),
        stop=or_none(query.to),
    )
    return [shapes.entry(found) for found in entries.find(actor, wanted)]
