"""/api/entries: entries of all categories, and their correction."""

from typing import cast

from flask import Blueprint

from clockwork.api import contract, shapes
from clockwork.api.cursors import read_cursor, write_cursor
from clockwork.api.endpoint import endpoint, given, if_match, or_none
from clockwork.tracking import entries, timer
from clockwork.tracking.actor import Actor
from clockwork.tracking.ledger import Filter

blueprint = Blueprint("entries", __name__, url_prefix="/api/entries")


@blueprint.get("")
@endpoint(
    "List entries across all categories, newest first",
    query=contract.EntriesQuery,
    answer=contract.EntryPage,
    codes="invalid_json invalid_id invalid_time invalid_time_range",
)
def list_entries(actor: Actor, query: contract.EntriesQuery) -> contract.EntryPage:
    wanted = Filter(
        start=or_none(query.from_),
        stop=or_none(query.to),
        project_ids=query.project_id,
        category_ids=query.category_id,
        tags=query.tag,
        text=or_none(query.q),
        running=or_none(query.running),
        person_ids=query.person_id or [actor.person_id],
    )
    page = entries.page(actor, wanted, query.limit, read_cursor(or_none(query.cursor)))
    items = [shapes.entry(found) for found in page.entries]
    return contract.EntryPage(
        items=items, next_cursor=write_cursor(page.next) if page.next else None
    )


@blueprint.post("")
@endpoint(
    "Add an entry with both ends",
    body=contract.NewEntry,
    answer=contract.TimeEntry,
    status=201,
    codes="invalid_json invalid_id invalid_time invalid_time_range not_found archived "
    "entry_overlap",
)
def create_entry(actor: Actor, body: contract.NewEntry) -> contract.TimeEntry:
    created = entries.create(
        actor,
        body.category_id,
        body.started_at,
        body.stopped_at,
        or_none(body.note),
        or_none(body.tags) or (),
    )
    return shapes.entry(created)


@blueprint.get("/<entry_id>")
@endpoint("Read an entry", answer=contract.TimeEntry, codes="invalid_id not_found")
def get_entry(actor: Actor, entry_id: str) -> contract.TimeEntry:
    return shapes.entry(entries.visible(actor, entry_id))


@blueprint.patch("/<entry_id>")
@endpoint(
    "Correct an entry; what is left out is kept",
    body=contract.EntryChange,
    answer=contract.TimeEntry,
    codes="invalid_id invalid_json invalid_time invalid_time_range not_found archived "
    "entry_overlap changed",
)
def change_entry(actor: Actor, entry_id: str, body: contract.EntryChange) -> contract.TimeEntry:
    changes = cast("entries.EntryChanges", given(body))
    return shapes.entry(entries.change(actor, entry_id, changes, if_match(shapes.entry)))


@blueprint.delete("/<entry_id>")
@endpoint("Delete an entry", status=204, codes="invalid_id not_found changed")
def delete_entry(actor: Actor, entry_id: str) -> None:
    entries.delete(actor, entry_id, if_match(shapes.entry))


@blueprint.post("/<entry_id>/split")
@endpoint(
    "Cut an entry in two at a time strictly inside it",
    body=contract.Split,
    answer=list[contract.TimeEntry],
    status=201,
    codes="invalid_id invalid_json invalid_time not_found",
)
def split_entry(actor: Actor, entry_id: str, body: contract.Split) -> list[contract.TimeEntry]:
    return [shapes.entry(part) for part in entries.split(actor, entry_id, body.at)]


@blueprint.post("/<entry_id>/continue")
@endpoint(
    "Start a new entry with the same category, note and tags",
    answer=contract.TimeEntry,
    status=201,
    codes="invalid_id not_found archived",
)
def continue_entry(actor: Actor, entry_id: str) -> contract.TimeEntry:
    return shapes.entry(timer.resume(actor, entry_id))
