"""An import as the API shows it."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from clockwork.api.contract import Identifier, Output, Timestamp, show_moment
from clockwork.api.fields import Name, Text
from clockwork.api.times import write_timestamp
from clockwork.imports.book import Import as Stored
from clockwork.imports.choices import Choices, Sent
from clockwork.imports.summary import Asked, Going, Month, Problem

State = Literal["draft", "done", "undone"]
Kind = Literal["unreadable", "skipped", "shortened"]
Field = Literal["zone", "dateOrder", "person", "columns"]
DateOrder = Literal["dmy", "mdy", "ymd"]
Overlaps = Literal["shorten", "skip", "keep"]
MOST_NAMES = Meta(max_length=201)

COUNTS = ("rows", "added", "known", "skipped", "unreadable", "shortened", "seconds")
# Questions as the core calls them, and the fields here that answer them.
FIELDS: dict[str, Field] = {
    "zone": "zone", "date_order": "dateOrder", "person": "person", "columns": "columns",
}  # fmt: skip


class ImportPlace(msgspec.Struct, rename={"from_": "from"}, forbid_unknown_fields=True):
    """Where the time of a path goes: a project and categories; `[]` the inbox, `null` nowhere."""

    from_: Annotated[list[Text], MOST_NAMES]
    to: Annotated[list[Name], MOST_NAMES] | None


class ImportGoing(Output):
    """A path of the file and where its time goes; `missing` of its last names have to be made."""

    from_: list[str]
    to: list[str] | None
    missing: int
    entries: int
    seconds: int


class ImportMonth(Output):
    """A month in seconds: what comes of the file, what of it is there, what the file itself says.

    What is there, or is left out, or has not its whole time, makes the difference.
    """

    month: str
    entries: int
    seconds: int
    known_seconds: int
    file_seconds: int


class ImportProblem(Output):
    """A row that does not come as it is, and why."""

    row: int
    kind: Kind
    reason: str


class ImportQuestion(Output):
    """A field to answer first, an example of the file, and what can be answered, if that is known.

    Of columns `choices` are those that there are, and the example is the first row below them.
    """

    field: Field
    example: str
    choices: list[str]


class ImportChoices(Output):
    """What was chosen; without a choice the file tells, or asks."""

    format: str | None
    zone: str | None
    date_order: DateOrder | None
    person: str | None
    columns: dict[str, str] | None
    overlaps: Overlaps
    day_start: int
    places: list[ImportPlace]


class ListedImport(Output):
    """An import in short: of a draft what would come of it, else what came.

    `rows` is the sum of `added`, `known`, `skipped` and `unreadable`.
    """

    id: Identifier
    name: str
    format: str | None
    title: str
    state: State
    created_at: Timestamp
    ended_at: Timestamp | None
    rows: int
    added: int
    known: int
    skipped: int
    unreadable: int
    shortened: int
    seconds: int
    first: Timestamp | None
    last: Timestamp | None


class Import(ListedImport):
    """An import. While there are `questions`, nothing else is known of the file.

    Once it has ended, `places` and `tags` are empty and `problems` are the first hundred.
    """

    choices: ImportChoices
    months: list[ImportMonth]
    places: list[ImportGoing]
    tags: list[str]
    problems: list[ImportProblem]
    questions: list[ImportQuestion]


def show_choices(choices: Choices) -> ImportChoices:
    """What was chosen."""
    return ImportChoices(
        format=choices.format,
        zone=choices.zone,
        date_order=choices.date_order,
        person=choices.person,
        columns=choices.columns,
        overlaps=choices.overlaps,
        day_start=choices.day_start,
        places=[show_place(one) for one in choices.places],
    )


def show_place(one: Sent) -> ImportPlace:
    """Where somebody sent the time of a path."""
    to = None if one.to is None else [Name(name) for name in one.to]
    return ImportPlace([Text(name) for name in one.from_], to)


def show_going(one: Going) -> ImportGoing:
    """Where the time of a path goes."""
    to = None if one.to is None else list(one.to)
    return ImportGoing(list(one.from_), to, one.missing, one.entries, one.seconds)


def show_month(one: Month) -> ImportMonth:
    """A month."""
    return ImportMonth(one.month, one.entries, one.seconds, one.known_seconds, one.file_seconds)


def show_problem(one: Problem) -> ImportProblem:
    """A row that does not come as it is."""
    return ImportProblem(one.row, one.kind, one.reason)  # type: ignore[arg-type]


def show_question(one: Asked) -> ImportQuestion:
    """What has to be answered first."""
    return ImportQuestion(FIELDS[one.field], one.example, list(one.choices))


def show_brief(one: Stored) -> ListedImport:
    """An import in a list."""
    return ListedImport(**_brief(one))


def show_import(one: Stored) -> Import:
    """An import by itself."""
    found = one.summary
    return Import(
        **_brief(one),
        choices=show_choices(one.choices),
        months=[show_month(month) for month in found.months],
        places=[show_going(place) for place in found.places],
        tags=list(found.tags),
        problems=[show_problem(problem) for problem in found.problems],
        questions=[show_question(asked) for asked in found.questions],
    )


def _brief(one: Stored) -> dict[str, Any]:
    found = one.summary
    return {
        **{name: getattr(one, name) for name in ("id", "name", "format", "state")},
        **{name: getattr(found, name) for name in ("title", *COUNTS)},
        "created_at": write_timestamp(one.created_at),
        "ended_at": show_moment(one.ended_at),
        "first": show_moment(found.first),
        "last": show_moment(found.last),
    }
