"""Entries of all categories, and their correction: /api/entries."""

from collections.abc import Sequence
from typing import Annotated, Any, cast

from flask import Blueprint
from msgspec import UNSET, Meta, UnsetType, field

from clockwork.api import etags
from clockwork.api.contract import (
    AnyOfIds,
    AnyOfTags,
    Identifier,
    Input,
    Output,
    Tagged,
    Tags,
    Timestamp,
)
from clockwork.api.cursors import read_cursor, write_cursor
from clockwork.api.endpoint import endpoint, given, or_none
from clockwork.api.etags import Marked, if_match
from clockwork.api.fields import Cursor, Id, Moment, Text
from clockwork.api.times import write_timestamp
from clockwork.tracking import entries, ledger, timer, versions
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.intervals import whole_seconds

blueprint = Blueprint("entries", __name__, url_prefix="/api/entries")


class TimeEntry(Tagged):
    """Time in a category; running while `stoppedAt` is null."""

    id: Identifier
    person_id: Identifier
    project_id: Identifier
    category_id: Identifier
    started_at: Timestamp
    stopped_at: Timestamp | None
    duration_seconds: Annotated[int, Meta(ge=0)] | None
    tags: list[str]
    created_at: Timestamp
    updated_at: Timestamp
    note: str | UnsetType = UNSET


class EntryPage(Output):
    """Some entries, newest first; `nextCursor` leads to the older ones."""

    items: list[TimeEntry]
    next_cursor: str | None


class NewEntry(Input):
    """An entry with both ends; without an `id` it gets a new one.

    `categoryId: null` is the inbox, which is made when it is first needed.
    """

    category_id: Id | None
    started_at: Moment
    stopped_at: Moment
    note: Text | None | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET
    id: Id | UnsetType = UNSET


class EntryChange(Input):
    """What is left out is kept; `note: null` clears; `tags` replaces."""

    category_id: Id | UnsetType = UNSET
    started_at: Moment | UnsetType = UNSET
    stopped_at: Moment | None | UnsetType = UNSET
    note: Text | None | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET


class Split(Input):
    """Where to cut, strictly inside the entry; `id` is for the later half."""

    at: Moment
    id: Id | UnsetType = UNSET


class Continue(Input):
    """What the new entry is to be known by; without an `id` it gets a new one."""

    id: Id | UnsetType = UNSET


class EntriesQuery(Input):
    """Entries of all categories; `q` is sought in the note, whatever its case.

    `personId` is for administrators; without it, one's own.
    """

    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET
    project_id: AnyOfIds = field(default_factory=list)
    category_id: AnyOfIds = field(default_factory=list)
    person_id: AnyOfIds = field(default_factory=list)
    tag: AnyOfTags = field(default_factory=list)
    q: Text | UnsetType = UNSET
    running: bool | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=1000)] = 100
    cursor: Cursor | UnsetType = UNSET


def show_entry(found: Sequence[Any]) -> TimeEntry:
    """A time entry, of a ledger's TimeEntry or a tuple of the same: a list has a thousand."""
    entry_id, person, category, project, start, stop, note, tag_text, created, updated = found
    started_at = write_timestamp(start)
    stopped_at = None if stop is None else write_timestamp(stop)
    # A timer makes an entry when it starts, and changes it last when it stops.
    created_at = started_at if created == start else write_timestamp(created)
    updated_at = stopped_at if stopped_at and updated == stop else write_timestamp(updated)
    return TimeEntry(
        *(entry_id, person, project, category, started_at, stopped_at),
        None if stop is None else whole_seconds(start, stop),
        ledger.tags_of(tag_text),
        *(created_at, updated_at, note or UNSET),
    )


@blueprint.get("")
@endpoint(
    "List entries across all categories, newest first",
    query=EntriesQuery,
    answer=EntryPage,
    codes="invalid_json invalid_id invalid_time invalid_time_range not_found",
    conditional=True,
)
def list_entries(actor: Actor, query: EntriesQuery) -> Marked:
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
    position = read_cursor(or_none(query.cursor))
    tag = refuse_held_entries(actor, wanted)
    page = entries.page(actor, wanted, query.limit, position)
    items = [show_entry(found) for found in page.entries]
    next_cursor = write_cursor(page.next) if page.next else None
    return Marked(tag, EntryPage(items=items, next_cursor=next_cursor))


def refuse_held_entries(actor: Actor, wanted: Filter) -> str:
    """The ETag of a list of entries; Unchanged when the client holds it.

    Also of the one thing that time alone changes: what runs reaches into the range once that
    begins. What can't be asked is refused before.
    """
    entries.check(actor, wanted)
    seen = versions.of(wanted.person_ids)
    has_begun = wanted.start is not None and actor.clock() > wanted.start
    tag = etags.versions_tag(*sorted(wanted.person_ids), seen.shared, seen.own, has_begun)
    return etags.refuse_held(tag)


@blueprint.post("")
@endpoint(
    "Add an entry with both ends",
    body=NewEntry,
    answer=TimeEntry,
    status=201,
    codes="invalid_json invalid_id invalid_time invalid_time_range not_found archived "
    "entry_overlap id_taken",
)
def create_entry(actor: Actor, body: NewEntry) -> TimeEntry:
    created = entries.create(
        actor,
        body.category_id,
        body.started_at,
        body.stopped_at,
        or_none(body.note),
        or_none(body.tags) or (),
        or_none(body.id),
    )
    return show_entry(created)


@blueprint.get("/<entry_id>")
@endpoint("Read an entry", answer=TimeEntry, codes="invalid_id not_found")
def get_entry(actor: Actor, entry_id: str) -> TimeEntry:
    return show_entry(entries.visible(actor, entry_id))


@blueprint.patch("/<entry_id>")
@endpoint(
    "Correct an entry; what is left out is kept",
    body=EntryChange,
    answer=TimeEntry,
    codes="invalid_id invalid_json invalid_time invalid_time_range not_found archived "
    "entry_overlap changed",
)
def change_entry(actor: Actor, entry_id: str, body: EntryChange) -> TimeEntry:
    changes = cast("entries.EntryChanges", given(body))
    return show_entry(entries.change(actor, entry_id, changes, if_match(show_entry)))


@blueprint.delete("/<entry_id>")
@endpoint("Delete an entry", status=204, codes="invalid_id not_found changed")
def delete_entry(actor: Actor, entry_id: str) -> None:
    entries.delete(actor, entry_id, if_match(show_entry))


@blueprint.post("/<entry_id>/split")
@endpoint(
    "Cut an entry in two at a time strictly inside it",
    body=Split,
    answer=list[TimeEntry],
    status=201,
    codes="invalid_id invalid_json invalid_time not_found id_taken",
)
def split_entry(actor: Actor, entry_id: str, body: Split) -> list[TimeEntry]:
    parts = entries.split(actor, entry_id, body.at, or_none(body.id))
    return [show_entry(part) for part in parts]


@blueprint.post("/<entry_id>/continue")
@endpoint(
    "Start a new entry with the same category, note and tags",
    body=Continue,
    body_required=False,
    answer=TimeEntry,
    status=201,
    codes="invalid_id invalid_json not_found archived id_taken",
)
def continue_entry(actor: Actor, entry_id: str, body: Continue) -> TimeEntry:
    return show_entry(timer.resume(actor, entry_id, or_none(body.id)))


@blueprint.post("/<entry_id>/reopen")
@endpoint(
    "Let a stopped entry run on, as if it had not been stopped",
    answer=TimeEntry,
    codes="invalid_id not_found entry_overlap",
)
def reopen_entry(actor: Actor, entry_id: str) -> TimeEntry:
    return show_entry(entries.reopen(actor, entry_id))
