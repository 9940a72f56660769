"""What goes over the wire: each struct decodes, encodes and documents one shape.

In answers a field that is UNSET is left out and one that is None is `null`.
"""

from datetime import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from clockwork.api.fields import (
    TAG_COUNT,
    CategoryName,
    Color,
    Grouping,
    Id,
    Moment,
    ProjectName,
    Tag,
    Text,
)

Timestamp = Annotated[datetime, Meta(tz=True)]
Tags = Annotated[list[Tag], Meta(max_length=TAG_COUNT)]


class Output(Struct, rename="camel"):
    """Base of what is answered; new fields may be added, none may change."""


class Input(Struct, rename="camel", forbid_unknown_fields=True):
    """Base of what is sent; anything unknown is refused."""


class Project(Output):
    """What time is tracked on."""

    id: Id
    name: str
    color: Color
    archived_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    description: str | UnsetType = UNSET


class Category(Output):
    """A node in a project's tree; archived when it, one above it or the project is."""

    id: Id
    project_id: Id
    parent_category_id: Id | None
    name: str
    archived_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    description: str | UnsetType = UNSET


class TimeEntry(Output):
    """Time in a category; running while `stoppedAt` is null."""

    id: Id
    person_id: Id
    project_id: Id
    category_id: Id
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


class ReportRow(Output):
    """One group of a report. `ownSeconds`, `totalSeconds` and `parentKey` are of categories."""

    key: str
    label: str
    seconds: int
    own_seconds: int | UnsetType = UNSET
    total_seconds: int | UnsetType = UNSET
    parent_key: str | None | UnsetType = UNSET
    rows: "list[ReportRow] | UnsetType" = UNSET


class Report(Output, rename={"from_": "from", "total_seconds": "totalSeconds"}):
    """Seconds by group; `totalSeconds` counts each entry once."""

    from_: Timestamp
    to: Timestamp
    tz: str
    total_seconds: int
    rows: list[ReportRow]


class Health(Output):
    """Whether this server can be given requests."""

    ok: bool
    db: str
    time: Timestamp
    message: str | UnsetType = UNSET


class Error(Output):
    """Every refusal: a code for programs, a message for people."""

    code: str
    message: str
    request_id: str
    details: Any | UnsetType = UNSET


class NewProject(Input):
    """A project to make; without a colour it gets the next one."""

    name: ProjectName
    description: Text | None | UnsetType = UNSET
    color: Color | UnsetType = UNSET


class ProjectChange(Input):
    """A description left out is cleared; a colour left out is kept."""

    name: ProjectName
    description: Text | None | UnsetType = UNSET
    color: Color | UnsetType = UNSET


class NewCategory(Input):
    """A category to make; without a parent it is at the top."""

    name: CategoryName
    description: Text | None | UnsetType = UNSET
    parent_category_id: Id | None | UnsetType = UNSET


class CategoryChange(Input):
    """A description or parent left out is cleared."""

    name: CategoryName
    description: Text | None | UnsetType = UNSET
    parent_category_id: Id | None | UnsetType = UNSET


class Start(Input):
    """What to start, now or at `startedAt`."""

    category_id: Id
    note: Text | None | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET
    started_at: Moment | UnsetType = UNSET


class Stop(Input):
    """When the running entry ended; now when left out."""

    stopped_at: Moment | UnsetType = UNSET


class NewEntry(Input):
    """An entry with both ends."""

    category_id: Id
    started_at: Moment
    stopped_at: Moment
    note: Text | None | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET


class EntryChange(Input):
    """What is left out is kept; `note: null` clears; `tags` replaces."""

    category_id: Id | UnsetType = UNSET
    started_at: Moment | UnsetType = UNSET
    stopped_at: Moment | None | UnsetType = UNSET
    note: Text | None | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET


class Split(Input):
    """Where to cut, strictly inside the entry."""

    at: Moment


class CategoryEntriesQuery(Input, rename={"from_": "from", "category_id": "categoryId"}):
    """Entries of exactly one category."""

    category_id: Id | UnsetType = UNSET
    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET


class EntriesQuery(
    Input,
    rename={
        "from_": "from",
        "project_id": "projectId",
        "category_id": "categoryId",
        "person_id": "personId",
    },
):
    """Entries of all categories; `q` is sought in the note, whatever its case.

    `personId` is for administrators; without it, one's own.
    """

    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET
    project_id: list[Id] = []
    category_id: list[Id] = []
    person_id: list[Id] = []
    tag: list[Tag] = []
    q: Text | UnsetType = UNSET
    running: bool | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=1000)] = 100
    cursor: Text | UnsetType = UNSET


class SummaryQuery(
    Input,
    rename={
        "from_": "from",
        "group_by": "groupBy",
        "week_start": "weekStart",
        "project_id": "projectId",
        "category_id": "categoryId",
        "person_id": "personId",
    },
):
    """A report over [from, to) in a time zone."""

    from_: Moment | UnsetType = UNSET
    to: Moment | UnsetType = UNSET
    tz: str = "UTC"
    group_by: Grouping | UnsetType = UNSET
    week_start: Annotated[int, Meta(ge=1, le=7)] = 1
    project_id: list[Id] = []
    category_id: list[Id] = []
    person_id: list[Id] = []
    tag: list[Tag] = []
