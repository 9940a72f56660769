"""Routes under /api/reports."""

from flask import Blueprint

from clockwork.api import contract, shapes
from clockwork.api.endpoint import endpoint, or_none
from clockwork.errors import InvalidError
from clockwork.tracking import reports
from clockwork.tracking.actor import Actor
from clockwork.tracking.intervals import to_datetime
from clockwork.tracking.ledger import Filter

blueprint = Blueprint("reports", __name__, url_prefix="/api/reports")


@blueprint.get("/summary")
@endpoint(
    "Add up time by day, week, month, project, category or tag",
    query=contract.SummaryQuery,
    answer=contract.Report,
    codes="invalid_json invalid_id invalid_time invalid_time_range invalid_time_zone",
)
def get_summary(actor: Actor, query: contract.SummaryQuery) -> contract.Report:
    request = _request(actor, query)
    summary = reports.summary(actor, request)
    return contract.Report(
        from_=to_datetime(request.start),
        to=to_datetime(request.stop),
        tz=query.tz,
        total_seconds=summary.total,
        rows=[shapes.report_row(row) for row in summary.rows],
    )


def _request(actor: Actor, query: contract.SummaryQuery) -> reports.ReportRequest:
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
        zone=reports.find_zone(query.tz),
        groups=or_none(query.group_by) or ("day",),
        week_start=query.week_start,
    )


def _everyone(actor: Actor, query: contract.SummaryQuery) -> list[str]:
    """Without a choice, one's own time; grouped by person, everybody's."""
    if "person" not in (or_none(query.group_by) or ()):
        return [actor.person_id]
    return reports.everyone(actor)
