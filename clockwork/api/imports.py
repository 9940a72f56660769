"""Time from other trackers: /api/imports."""

from typing import Annotated, Any, ClassVar, Literal

import msgspec
from flask import Blueprint
from msgspec import UNSET, Meta, UnsetType

from clockwork.api.contract import Input
from clockwork.api.endpoint import endpoint, given
from clockwork.api.fields import FileName, FormatName, Text, Zone
from clockwork.api.imported import (
    DateOrder,
    Import,
    ImportPlace,
    ListedImport,
    Overlaps,
    show_brief,
    show_import,
)
from clockwork.errors import InvalidError
from clockwork.imports import book, drafts, undoing
from clockwork.imports.choices import Choices, Sent
from clockwork.imports.source import Source
from clockwork.tracking.actor import Actor

blueprint = Blueprint("imports", __name__, url_prefix="/api/imports")

Minutes = Annotated[int, Meta(ge=0, lt=24 * 60)]
Meaning = Literal["start", "stop", "date", "duration", "client", "project", "task", "note", "tags"]


class NewImport(Input):
    """What the file is called, and its format where it is taken for another."""

    needed: ClassVar = ("name",)

    name: FileName | UnsetType = UNSET
    format: FormatName | UnsetType = UNSET


class DecideImport(Input):
    """Changes of what was chosen; a field that is left out keeps its value, null lets it be asked.

    `overlaps` says what becomes of time that is taken: `shorten` takes what is free, `skip` leaves
    the row out, `keep` has both, where overlaps are allowed. `dayStart` is when rows without
    clock times begin, in minutes after midnight. `columns` are headers by what they hold: start,
    stop, date, duration, client, project, task, note, tags. `places` replaces those before.
    """

    format: FormatName | None | UnsetType = UNSET
    zone: Zone | None | UnsetType = UNSET
    date_order: DateOrder | None | UnsetType = UNSET
    person: Text | None | UnsetType = UNSET
    columns: dict[Meaning, Text] | None | UnsetType = UNSET
    overlaps: Overlaps | UnsetType = UNSET
    day_start: Minutes | UnsetType = UNSET
    places: Annotated[list[ImportPlace], Meta(max_length=10_000)] | UnsetType = UNSET


class UndoImport(Input):
    """What becomes of entries that were changed since."""

    changed: Literal["ask", "keep", "delete"] = "ask"


@blueprint.post("")
@endpoint(
    "Upload a file, and see what would come of it",
    body=bytes,
    query=NewImport,
    answer=Import,
    status=201,
    codes="invalid_json unreadable_file",
    keyed=False,
)
def upload_import(actor: Actor, body: bytes, query: NewImport) -> Import:
    """The body is the file as it is, up to 50 MiB, whatever its Content-Type.

    docs/import.md has the formats. It is kept for a day, and adds nothing before it is run.
    """
    if query.name is UNSET:
        raise InvalidError("invalid_json", "name is needed: what the file is called.")
    choices = Choices(format=None if query.format is UNSET else str(query.format))
    return show_import(drafts.look(actor, Source(str(query.name), body), choices))


@blueprint.get("")
@endpoint("List one's own imports, newest first", answer=list[ListedImport])
def list_imports(actor: Actor) -> list[ListedImport]:
    return [show_brief(one) for one in book.list_all(actor)]


@blueprint.get("/<import_id>")
@endpoint("Get an import", answer=Import, codes="invalid_id not_found")
def get_import(actor: Actor, import_id: str) -> Import:
    return show_import(book.get(actor, import_id))


@blueprint.patch("/<import_id>")
@endpoint(
    "Choose otherwise, and see what would come of it then",
    body=DecideImport,
    answer=Import,
    codes="invalid_id not_found invalid_json invalid_time_zone unreadable_file "
    "not_a_draft entry_overlap",
)
def decide_import(actor: Actor, import_id: str, body: DecideImport) -> Import:
    choices = book.get(actor, import_id).choices
    choices = msgspec.structs.replace(choices, **_changes(body))
    return show_import(drafts.decide(actor, import_id, choices))


@blueprint.post("/<import_id>/run")
@endpoint(
    "Add what a draft holds, all of it or nothing",
    answer=Import,
    codes="invalid_id not_found unanswered not_a_draft unreadable_file entry_overlap",
    keyed=False,
)
def run_import(actor: Actor, import_id: str) -> Import:
    """Done already, it is answered as it is. A hundred thousand rows may take half a minute."""
    return show_import(drafts.bring(actor, import_id))


@blueprint.post("/<import_id>/undo")
@endpoint(
    "Take an import back: its entries, and what was made for them alone",
    body=UndoImport,
    body_required=False,
    answer=Import,
    codes="invalid_id not_found invalid_json not_done changed_since",
    keyed=False,
)
def undo_import(actor: Actor, import_id: str, body: UndoImport) -> Import:
    """Taken back already, it is answered as it is.

    `details` of `changed_since` are `count` and `entries`, of which a hundred are named.
    """
    return show_import(undoing.undo(actor, import_id, body.changed))


@blueprint.delete("/<import_id>")
@endpoint("Discard a draft", status=204, codes="invalid_id not_found not_a_draft")
def discard_import(actor: Actor, import_id: str) -> None:
    book.discard(actor, import_id)


def _changes(body: DecideImport) -> dict[str, Any]:
    """What was sent, as it is stored: of kinds of text only the text."""
    return {name: _plain(value) for name, value in given(body).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, ImportPlace):
        return Sent(_plain(value.from_), _plain(value.to))
    return str(value) if isinstance(value, str) else value
