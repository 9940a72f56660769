"""Entries as a file: /api/export."""

from typing import ClassVar, Literal

from flask import Blueprint, Response
from msgspec import UNSET, UnsetType, field

from clockwork.api import streams
from clockwork.api.contract import AnyOfIds, AnyOfTags, Input
from clockwork.api.endpoint import Files, endpoint, or_none
from clockwork.api.fields import Moment, Text, Zone
from clockwork.errors import InvalidError
from clockwork.export import formats
from clockwork.export.gather import gather
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.zones import find_zone

blueprint = Blueprint("export", __name__, url_prefix="/api/export")

FormatName = Literal["csv", "xlsx", "json", "timewarrior", "klog", "ics"]


class ExportQuery(Input):
    """Entries of all categories, chosen as in a list of them; times are written in `tz`.

    An entry that reaches into the range is there as a whole. Without `decimal`, CSV and Excel have
    no column of decimal hours.
    """

    needed: ClassVar = ("format",)

    format: FormatName | UnsetType = UNSET
    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET
    # msgspec describes a default only when it is of a kind of its own.
    tz: Zone = "UTC"  # type: ignore[assignment]
    decimal: bool = True
    project_id: AnyOfIds = field(default_factory=list)
    category_id: AnyOfIds = field(default_factory=list)
    person_id: AnyOfIds = field(default_factory=list)
    tag: AnyOfTags = field(default_factory=list)
    q: Text | UnsetType = UNSET
    running: bool | UnsetType = UNSET


@blueprint.get("")
@endpoint(
    "Export entries as a file, oldest first",
    query=ExportQuery,
    answer=Files(dict.fromkeys(one.media for one in formats.FORMATS.values())),
    codes="invalid_json invalid_id invalid_time invalid_time_range invalid_time_zone not_found",
)
def export_entries(actor: Actor, query: ExportQuery) -> Response:
    """What each format holds is told in docs/export.md."""
    name = or_none(query.format)
    if name is None:
        raise InvalidError("invalid_json", f"format is one of {', '.join(formats.FORMATS)}.")
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
    formats.check(name, wanted.person_ids)
    contents = gather(actor, wanted, find_zone(query.tz))
    parts = formats.write(name, contents, query.decimal)
    return streams.file(parts, formats.file_name(name, contents), formats.FORMATS[name])
