"""From what the tracker knows to what the contract says."""

from datetime import datetime
from typing import Any, cast

from msgspec import UNSET

from clockwork import models
from clockwork.api import contract
from clockwork.api.fields import Color, Id
from clockwork.tracking import ledger, summary
from clockwork.tracking.categories import Node
from clockwork.tracking.intervals import to_datetime, whole_seconds


def project(found: models.Project) -> contract.Project:
    """A project."""
    return contract.Project(
        id=found.id,
        name=found.name,
        color=Color(found.color),
        archived_at=_moment(found.archived_at),
        created_at=to_datetime(found.created_at),
        updated_at=to_datetime(found.updated_at),
        description=found.description or UNSET,
    )


def category(node: Node) -> contract.Category:
    """A category, archived when what is above it is."""
    found: Any = node.category
    return contract.Category(
        id=found.id,
        project_id=found.project_id,
        parent_category_id=found.parent_id,
        name=found.name,
        archived_at=_moment(node.archived_at),
        created_at=to_datetime(found.created_at),
        updated_at=to_datetime(found.updated_at),
        description=found.description or UNSET,
    )


def entry(found: ledger.TimeEntry) -> contract.TimeEntry:
    """A time entry."""
    stopped = found.stopped_at
    created = to_datetime(found.created_at)
    is_unchanged = found.updated_at == found.created_at
    return contract.TimeEntry(
        id=cast("Id", found.id),
        person_id=cast("Id", found.person_id),
        project_id=cast("Id", found.project_id),
        category_id=cast("Id", found.category_id),
        started_at=to_datetime(found.started_at),
        stopped_at=_moment(stopped),
        duration_seconds=None if stopped is None else whole_seconds(found.started_at, stopped),
        tags=found.tags,
        created_at=created,
        updated_at=created if is_unchanged else to_datetime(found.updated_at),
        note=found.note or UNSET,
    )


def report_row(row: summary.Row) -> contract.ReportRow:
    """A row of a report and those below it."""
    return contract.ReportRow(
        key=row.key,
        label=row.label,
        seconds=row.seconds,
        own_seconds=UNSET if row.own is None else row.own,
        total_seconds=UNSET if row.total is None else row.total,
        parent_key=UNSET if row.total is None else row.parent,
        rows=UNSET if row.rows is None else [report_row(nested) for nested in row.rows],
    )


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else to_datetime(micros)
