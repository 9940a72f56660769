"""What readers make of a file: each of its rows as one of these. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from clockwork.errors import InvalidError

if TYPE_CHECKING:
    from clockwork.imports.source import Source


class Tracked(NamedTuple):
    """A row that tells of time.

    `start` is a moment with a zone, or without one what the clock on the wall showed; a date alone
    where there are no clock times, which `seconds` then tells. Without `stop` and `seconds` it
    still runs. Where `stop` and `seconds` contradict each other, `stop` is right. `path` holds the
    names of client, project and task, as far as the file has them, from the outermost on.

    `row` is what a person finds it by: in a table the number of its row, the header's being 1;
    else that of its line, or its place among the records, from 1 on.
    """

    row: int
    start: datetime | date
    stop: datetime | None = None
    seconds: int | None = None
    path: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    person: str = ""
    source_id: str = ""
    created_at: int | None = None
    updated_at: int | None = None


class Left(NamedTuple):
    """A row that is understood and tells of no time to bring: a break, what was deleted."""

    row: int
    reason: str


class Unread(NamedTuple):
    """A row that can't be read."""

    row: int
    reason: str


class Place(NamedTuple):
    """A project or category that a file describes, whether it holds time or not.

    A path of one name is a project, the names after it those of categories from the top. `name` is
    what it is called where that is not the path's last, because another has that place.
    """

    path: tuple[str, ...]
    id: str | None = None
    color: str | None = None
    description: str | None = None
    archived_at: int | None = None
    created_at: int | None = None
    updated_at: int | None = None
    name: str | None = None


Row = Tracked | Left | Unread | Place


class Answers(NamedTuple):
    """What was said where a file does not tell: None has not been asked, or answered.

    `zone` is an IANA name, `date_order` one of dmy, mdy, ymd, `person` whose rows are meant where
    a file holds those of several, `columns` which header a column of a table of no known format
    has by its meaning (start, stop, date, duration, client, project, task, note, tags).
    """

    zone: str | None = None
    date_order: str | None = None
    person: str | None = None
    columns: Mapping[str, str] | None = None


NOTHING_SAID = Answers()


class Question(NamedTuple):
    """What has to be answered first: the field of Answers, an example of the file, the choices."""

    field: str
    example: str
    choices: Sequence[str] = ()


class Unanswered(Exception):  # noqa: N818 - it is no error, the file just can't tell
    """Raised by readers, before they yield a row, when they have to know something."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.field)
        self.question = question


class UnreadableError(InvalidError):
    """The file can't be read at all; the message says why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__("unreadable_file", message)


class Format(NamedTuple):
    """A format: what it is called, how it is told by its content, and its reader.

    `family` is what identifiers of its rows belong to: those of two formats of one family are
    the same things. Readers raise UnreadableError and Unanswered.
    """

    name: str
    title: str
    family: str
    recognises: "Callable[[Source], bool]"
    read: "Callable[[Source, Answers], Iterator[Row]]"
