"""Reports: /api/reports."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Annotated, ClassVar

from flask import Blueprint, Response
from msgspec import UNSET, Meta, UnsetType, field

from clockwork.api import etags, streams
from clockwork.api.contract import AnyOfIds, AnyOfTags, Input, Output, Timestamp
from clockwork.api.endpoint import CSV, Files, endpoint, or_none
from clockwork.api.fields import Grouping, Moment, Zone, encode
from clockwork.api.times import write_timestamp
from clockwork.errors import InvalidError
from clockwork.export import report
from clockwork.export.formats import FORMATS
from clockwork.export.gather import places_of
from clockwork.export.report import Table
from clockwork.tracking import reports, summary, versions
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.intervals import local_date
from clockwork.tracking.zones import find_zone

blueprint = Blueprint("reports", __name__, url_prefix="/api/reports")

CODES = (
    "invalid_json invalid_id invalid_time invalid_time_range invalid_time_zone forbidden not_found "
    "too_large_a_report"
)


class ReportRow(Output):
    """One group of a report. `ownSeconds`, `totalSeconds` and `parentKey` are of categories."""

    key: str
    label: str
    seconds: int
    own_seconds: int | UnsetType = UNSET
    total_seconds: int | UnsetType = UNSET
    parent_key: str | None | UnsetType = UNSET
    rows: "list[ReportRow] | UnsetType" = UNSET


class Report(Output):
    """Seconds by group; `totalSeconds` counts each entry once."""

    from_: Timestamp
    to: Timestamp
    tz: str
    total_seconds: int
    rows: list[ReportRow]


class SummaryQuery(Input):
    """A report over [from, to) in a time zone."""

    needed: ClassVar = ("from", "to")

    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET
    # msgspec describes a default only when it is of a kind of its own.
    tz: Zone = "UTC"  # type: ignore[assignment]
    group_by: Grouping | UnsetType = UNSET
    week_start: Annotated[int, Meta(ge=1, le=7)] = 1
    project_id: AnyOfIds = field(default_factory=list)
    category_id: AnyOfIds = field(default_factory=list)
    person_id: AnyOfIds = field(default_factory=list)
    tag: AnyOfTags = field(default_factory=list)


def show_row(row: summary.Row) -> ReportRow:
    """A row of a report, without those within it."""
    return ReportRow(
        key=row.key,
        label=row.label,
        seconds=row.seconds,
        own_seconds=UNSET if row.own is None else row.own,
        total_seconds=UNSET if row.total is None else row.total,
        parent_key=UNSET if row.total is None else row.parent,
        rows=UNSET if row.rows is None else [],
    )


@blueprint.get("/summary")
@endpoint(
    "Add up time by day, week, month, project, category or tag",
    query=SummaryQuery,
    answer=Report,
    codes=CODES,
    conditional=True,
)
def get_summary(actor: Actor, query: SummaryQuery) -> streams.Streamed:
    request = _request(actor, query)
    tag, version = _refuse_held(actor, request)
    found = reports.summary(actor, request, version)
    shown = Report(
        from_=write_timestamp(request.start),
        to=write_timestamp(request.stop),
        tz=query.tz,
        total_seconds=found.total,
        rows=[],
    )
    return streams.answer(_parts(shown, found.rows), tag)


@blueprint.get("/summary.csv")
@endpoint(
    "Add up time, as a table of CSV",
    query=SummaryQuery,
    answer=Files((CSV,)),
    codes=CODES,
)
def get_summary_csv(actor: Actor, query: SummaryQuery) -> Response:
    """A row for each group, or for each within another. What a column holds: docs/export.md."""
    return _file(actor, query, "csv", report.write_csv)


@blueprint.get("/summary.xlsx")
@endpoint(
    "Add up time, as a workbook for Excel",
    query=SummaryQuery,
    answer=Files((FORMATS["xlsx"].media,)),
    codes=CODES,
)
def get_summary_xlsx(actor: Actor, query: SummaryQuery) -> Response:
    """The same as CSV has, with dates and durations to calculate with, and sums as formulas."""
    return _file(actor, query, "xlsx", report.write_xlsx)


def _file(
    actor: Actor, query: SummaryQuery, name: str, write: Callable[[Table], Iterator[bytes]]
) -> Response:
    request = _request(actor, query)
    found = reports.summary(actor, request, versions.shared())
    table = Table(request.groups, found.rows, places_of(actor))
    kind = FORMATS[name]
    return streams.file(write(table), f"clockwork-report{_days(request)}{kind.ending}", kind)


def _days(request: reports.ReportRequest) -> str:
    """The local days of a range, the last one included; nothing at the ends of the calendar."""
    with suppress(OverflowError):
        first, last = (local_date(at, request.zone) for at in (request.start, request.stop - 1))
        return f"-{first}-to-{last}"
    return ""


def _refuse_held(actor: Actor, request: reports.ReportRequest) -> tuple[str, int]:
    """The ETag of a report, and the version of what all share; Unchanged when the client holds it.

    What runs within the range goes on: then until when it was counted is part of it.
    """
    reports.check(actor, request)
    now, seen = actor.clock(), versions.of(request.wanted.person_ids)
    runs = seen.running_since is not None and seen.running_since < request.stop
    counted_to = min(now, request.stop) if runs and now > request.start else None
    people = sorted(request.wanted.person_ids)
    tag = etags.versions_tag(*people, seen.shared, seen.own, counted_to)
    return etags.refuse_held(tag), seen.shared


def _parts(shape: Report | ReportRow, rows: Iterator[summary.Row]) -> Iterator[bytes]:
    """A report, or a row, encoded; what is within it comes last and one by one."""
    comma = b""
    yield encode(shape).removesuffix(b"]}")
    for row in rows:
        yield comma
        if row.rows is None:
            yield encode(show_row(row))
        else:
            yield from _parts(show_row(row), row.rows)
        comma = b","
    yield b"]}"


def _request(actor: Actor, query: SummaryQuery) -> reports.ReportRequest:
    start, stop = or_none(query.from_), or_none(query.to)
    if start is None or stop is None:
        raise InvalidError("invalid_time", "from and to are needed.")
    wanted = Filter(
        person_ids=query.person_id or _everyone(actor, query),
        start=start,
        stop=stop,
        project_ids=query.project_id,
        category_ids=query.category_id,
        tags=query.tag,
    )
    return reports.ReportRequest(
        wanted=wanted,
        start=start,
        stop=stop,
        zone=find_zone(query.tz),
        groups=or_none(query.group_by) or ("day",),
        week_start=query.week_start,
    )


def _everyone(actor: Actor, query: SummaryQuery) -> list[str]:
    """Without a choice, one's own time; grouped by person, everybody's."""
    if "person" not in (or_none(query.group_by) or ()):
        return [actor.person_id]
    return reports.everyone(actor)
