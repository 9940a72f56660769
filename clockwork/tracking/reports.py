"""Reports: fetch what a question is about, and add it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from clockwork.db.database import rows
from clockwork.errors import ForbiddenError
from clockwork.tracking import ledger
from clockwork.tracking.actor import Actor
from clockwork.tracking.entries import check_people, check_range
from clockwork.tracking.ledger import Filter
from clockwork.tracking.summary import Label, Question, Summary, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """What somebody wants to know."""

    wanted: Filter
    start: int
    stop: int
    zone: ZoneInfo
    groups: Sequence[str]
    week_start: int


def summary(actor: Actor, request: ReportRequest) -> Summary:
    """The sums of the acting person's time. InvalidError `invalid_time_range`."""
    check_range(request.start, request.stop)
    check_people(actor, request.wanted)
    if "person" in request.groups:
        _require_administrator(actor)
    now = actor.clock()
    question = Question(
        start=request.start,
        stop=request.stop,
        now=now,
        zone=request.zone,
        groups=request.groups,
        week_start=request.week_start,
        projects=_projects(),
        categories=_categories(),
        people=_people() if "person" in request.groups else {},
    )
    with_tags = "tag" in request.groups
    return summarise(question, ledger.spans(request.wanted, now, with_tags))


def everyone(actor: Actor) -> list[str]:
    """All people, for administrators. ForbiddenError."""
    _require_administrator(actor)
    return list(_people())


def _require_administrator(actor: Actor) -> None:
    if not actor.is_administrator:
        raise ForbiddenError("forbidden", "Reports by person are for administrators.")


def _projects() -> dict[str, Label]:
    return {key: Label(name) for key, name in rows("SELECT id, name FROM project")}


def _people() -> dict[str, Label]:
    return {key: Label(name) for key, name in rows("SELECT id, name FROM person")}


def _categories() -> dict[str, Label]:
    found = rows("SELECT id, name, project_id, parent_id FROM category")
    return {key: Label(name, project_id, parent) for key, name, project_id, parent in found}
