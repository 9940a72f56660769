"""What an export is made of. Pure; times in microseconds since 1970 in UTC."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from clockwork.tracking.intervals import to_datetime, whole_seconds

if TYPE_CHECKING:
    from clockwork.accounts.people import Person
    from clockwork.tracking.ledger import TimeEntry
    from clockwork.tracking.projects import Project
    from clockwork.tracking.tree import Category

MINUTE = timedelta(minutes=1)
PUNCTUATION = str.maketrans("", "", "-:")
STEP = " › "  # between the names of a path, and of a project and a category


class Places:
    """Projects and categories by identifier; what was made since they were read is read again."""

    def __init__(self, read: "Callable[[], tuple[Sequence[Project], Sequence[Category]]]") -> None:
        self._read = read
        self._paths: dict[str, Sequence[str]] = {}
        self.projects: dict[str, Project] = {}
        self.categories: dict[str, Category] = {}
        self._add()

    def knows(self, category_id: str) -> bool:
        """Whether there is such a category, by now."""
        if category_id not in self.categories:
            self._add()
        return category_id in self.categories

    def path(self, category_id: str) -> Sequence[str]:
        """The names of a category and of those above it, from the top."""
        if category_id not in self._paths:
            self._paths[category_id] = [one.name for one in reversed(self._upwards(category_id))]
        return self._paths[category_id]

    def above(self, category_id: str) -> set[str]:
        """A category and those above it."""
        return {one.id for one in self._upwards(category_id)}

    def _upwards(self, category_id: str) -> "list[Category]":
        found: list[Category] = []
        at: str | None = category_id
        while at is not None and at in self.categories:
            found.append(self.categories[at])
            at = found[-1].parent_id
        return found

    def _add(self) -> None:
        """What was removed since stays: entries that were written before may be in it."""
        projects, categories = self._read()
        self.projects |= {project.id: project for project in projects}
        self.categories |= {category.id: category for category in categories}


class Contents(NamedTuple):
    """Entries, those of each person oldest first, and what they are about.

    `start` and `stop` are the range that was asked for; an entry that reaches into it is whole.
    `whole` says that nothing but people and the range was chosen by.
    """

    zone: ZoneInfo
    made_at: int
    start: int | None
    stop: int | None
    whole: bool
    people: "Mapping[str, Person]"
    places: Places
    entries: "Iterator[TimeEntry]"

    def local(self, micros: int) -> datetime:
        """A moment as the clock on the wall shows it, with its offset; UTC where that has none.

        That is at the ends of the calendar, and where an offset had seconds, which neither
        RFC 3339 nor a spreadsheet can write.
        """
        moment = to_datetime(micros)
        try:
            local = moment.astimezone(self.zone)
        except OverflowError:
            return moment
        return local if not (local.utcoffset() or timedelta()) % MINUTE else moment


def seconds_of(entry: "TimeEntry") -> int | None:
    """How long an entry was in whole seconds; None while it runs."""
    return None if entry.stopped_at is None else whole_seconds(entry.started_at, entry.stopped_at)


def compact(micros: int) -> str:
    """A moment in UTC to the second, as 20261102T123456Z."""
    # Not by %Y, which leaves out the zeros of early years.
    moment = to_datetime(micros).replace(microsecond=0, tzinfo=None)
    return f"{moment.isoformat()}Z".translate(PUNCTUATION)
