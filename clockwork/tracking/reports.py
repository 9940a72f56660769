"""Reports: fetch what a question is about, and add it up."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from clockwork.db.database import Database, current
from clockwork.db.models import Category, Person, Project
from clockwork.db.statements import Statement, statement
from clockwork.errors import ForbiddenError
from clockwork.tracking import ledger
from clockwork.tracking.actor import Actor
from clockwork.tracking.entries import check_people, check_range
from clockwork.tracking.filters import Filter
from clockwork.tracking.groups import Label, Question
from clockwork.tracking.summary import Summary, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """What somebody wants to know."""

    wanted: Filter
    start: int
    stop: int
    zone: ZoneInfo
    groups: Sequence[str]
    week_start: int


def check(actor: Actor, request: ReportRequest) -> None:
    """Raise what forbids to ask so: InvalidError, NotFoundError, ForbiddenError."""
    check_range(request.start, request.stop)
    check_people(actor, request.wanted)
    if "person" in request.groups:
        _require_administrator(actor)


class Names(NamedTuple):
    """What projects, categories and people are called, by identifier."""

    projects: Mapping[str, Label]
    categories: Mapping[str, Label]
    people: Mapping[str, Label]


def summary(actor: Actor, request: ReportRequest, version: int) -> Summary:
    """The sums of time, given the version of what all share.

    InvalidError `invalid_time_range`, `too_large_a_report`.
    """
    check(actor, request)
    now, names = actor.clock(), _names(current(), version)
    question = Question(
        start=request.start,
        stop=request.stop,
        now=now,
        zone=request.zone,
        groups=request.groups,
        week_start=request.week_start,
        projects=names.projects,
        categories=names.categories,
        people=names.people,
    )
    # Closed, as a refusal leaves them unread and their transaction open.
    with closing(ledger.spans(request.wanted, now, "tag" in request.groups)) as spans:
        # A category that was made since a moment ago has no name here yet.
        named = (span for span in spans if span.category_id in question.categories)
        return summarise(question, named)


def everyone(actor: Actor) -> list[str]:
    """All people, for administrators. ForbiddenError."""
    _require_administrator(actor)
    return list(_labels(_people))


def _require_administrator(actor: Actor) -> None:
    if not actor.is_administrator:
        raise ForbiddenError("forbidden", "Reports by person are for administrators.")


# The same until the version moves on; few databases are worked on at a time.
@lru_cache(maxsize=4)
def _names(_opened: Database, _version: int) -> Names:
    return Names(_labels(_projects), _labels(_categories), _labels(_people))


def _labels(names: Statement) -> dict[str, Label]:
    return {key: Label(*label) for key, *label in names.rows()}


@statement
def _projects() -> Any:
    return Project.select(Project.id, Project.name)


@statement
def _people() -> Any:
    return Person.select(Person.id, Person.name)


@statement
def _categories() -> Any:
    return Category.select(Category.id, Category.name, Category.project, Category.parent)
