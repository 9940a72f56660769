"""The running timer, and the entries of one category: /api/time."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.api import etags, streams
from clockwork.api.contract import Input, Tags
from clockwork.api.endpoint import endpoint, or_none
from clockwork.api.entries import TimeEntry, refuse_held_entries, show_entry
from clockwork.api.fields import Id, Moment, Text, encode
from clockwork.db.database import Row
from clockwork.errors import InvalidError
from clockwork.tracking import entries, timer
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.web.answer import JSON, Answer

blueprint = Blueprint("timer", __name__, url_prefix="/api/time")


class Start(Input):
    """What to start, now or at `startedAt`; without an `id` the entry gets a new one.

    `categoryId: null` is the inbox, which is made when it is first needed.
    """

    category_id: Id | None
    note: Text | None | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET
    started_at: Moment | UnsetType = UNSET
    id: Id | UnsetType = UNSET


class Stop(Input):
    """When the running entry ended; now when left out. With `entryId` it has to be that one."""

    stopped_at: Moment | UnsetType = UNSET
    entry_id: Id | UnsetType = UNSET


class CategoryEntriesQuery(Input):
    """Entries of exactly one category."""

    needed: ClassVar = ("categoryId",)

    category_id: Id | UnsetType = UNSET
    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET


@blueprint.post("/start")
@endpoint(
    "Start the timer; what runs stops at the same instant",
    body=Start,
    answer=TimeEntry,
    status=201,
    codes="invalid_json invalid_id invalid_time not_found archived entry_overlap id_taken",
)
def start_timer(actor: Actor, body: Start) -> TimeEntry:
    started = timer.start(
        actor,
        body.category_id,
        or_none(body.note),
        or_none(body.tags) or (),
        or_none(body.started_at),
        or_none(body.id),
    )
    return show_entry(started)


@blueprint.post("/stop")
@endpoint(
    "Stop the timer",
    body=Stop,
    body_required=False,
    answer=TimeEntry,
    codes="invalid_json invalid_id invalid_time no_active_timer not_running",
)
def stop_timer(actor: Actor, body: Stop) -> TimeEntry:
    return show_entry(timer.stop(actor, or_none(body.stopped_at), or_none(body.entry_id)))


@blueprint.get("/active")
@endpoint("Read the running entry, or null", answer=TimeEntry | None, conditional=True)
def get_active_entry(actor: Actor) -> Answer:
    """Its ETag also moves on with whatever else of one's time, projects or categories changes.

    Where it still holds, so does all else that one holds and that no running entry is part of.
    """
    versions, running = timer.active(actor)
    body = encode(show_entry(running) if running else None)
    tag = etags.refuse_held(etags.entry_tag(body, versions))
    return Answer(body, headers=[JSON, ("ETag", tag)])


@blueprint.get("/entries")
@endpoint(
    "List the entries of exactly one category, newest first",
    query=CategoryEntriesQuery,
    answer=list[TimeEntry],
    codes="invalid_json invalid_id invalid_time invalid_time_range",
    conditional=True,
)
def list_category_entries(actor: Actor, query: CategoryEntriesQuery) -> streams.Streamed:
    category_id = or_none(query.category_id)
    if category_id is None:
        raise InvalidError("invalid_id", "categoryId is needed.")
    wanted = Filter(
        person_ids=[actor.person_id],
        only_category_id=category_id,
        start=or_none(query.from_),
        stop=or_none(query.to),
    )
    tag = refuse_held_entries(actor, wanted)
    return streams.answer(_parts(entries.each(actor, wanted)), tag)


def _parts(found: Iterator[Sequence[Row]]) -> Iterator[bytes]:
    """A list of all entries, encoded some at a time."""
    comma = b""
    yield b"["
    for some in found:
        yield comma + encode(list(map(show_entry, some)))[1:-1]
        comma = b","
    yield b"]"
