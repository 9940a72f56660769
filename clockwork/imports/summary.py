"""What an import will do or did, for people to look at. Pure; times in microseconds."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

import msgspec

from clockwork.imports.fitting import Fitted
from clockwork.imports.plan import Plan
from clockwork.imports.reading import Reading
from clockwork.tracking.intervals import local_date, whole_seconds

MOST_PROBLEMS = 1_000  # that are kept, of those not to be read, left out and shortened each


class Month(msgspec.Struct, rename="camel"):
    """A month: what is added, what is there already, and what the file says of it, in seconds."""

    month: str
    entries: int = 0
    seconds: int = 0
    known_seconds: int = 0
    file_seconds: int = 0


class Going(msgspec.Struct, rename={"from_": "from"}):
    """Where the time of a path goes; `missing` is how many of the names have to be made."""

    from_: Sequence[str]
    to: Sequence[str] | None
    missing: int
    entries: int = 0
    seconds: int = 0


class Problem(msgspec.Struct):
    """A row that does not come as it is, and why."""

    row: int
    kind: str
    reason: str


class Asked(msgspec.Struct):
    """What has to be answered first, with an example of the file."""

    field: str
    example: str
    choices: list[str]


class Summary(msgspec.Struct, rename="camel"):
    """All of it: `rows` is the sum of added, known, skipped and unreadable."""

    format: str
    title: str
    rows: int = 0
    added: int = 0
    known: int = 0
    skipped: int = 0
    unreadable: int = 0
    shortened: int = 0
    seconds: int = 0
    first: int | None = None
    last: int | None = None
    months: list[Month] = []
    places: list[Going] = []
    tags: list[str] = []
    problems: list[Problem] = []
    questions: list[Asked] = []


def of_questions(reading: Reading) -> Summary:
    """Of a file that can't be read before something is answered."""
    asked = [Asked(one.field, one.example, [*one.choices]) for one in reading.questions]
    return Summary(reading.format.name, reading.format.title, questions=asked)


def of_plan(plan: Plan, zone: ZoneInfo) -> Summary:
    """Of a plan; months are those of the zone."""
    fitted = [one.fitted for one in plan.adding]
    reading = plan.reading
    return Summary(
        format=reading.format.name,
        title=reading.format.title,
        rows=reading.total,
        added=len(fitted),
        known=len(plan.known),
        skipped=len(plan.left),
        unreadable=len(reading.unread),
        shortened=sum(1 for one in fitted if one.lost),
        seconds=sum(map(_seconds, fitted)),
        first=min((one.start for one in fitted), default=None),
        last=max((one.stop or one.start for one in fitted), default=None),
        months=_months(plan, zone),
        places=_places(plan),
        tags=sorted({tag for one in fitted for tag in one.timed.tags}),
        problems=list(_problems(plan)),
    )


def _seconds(fitted: Fitted) -> int:
    return 0 if fitted.stop is None else whole_seconds(fitted.start, fitted.stop)


def _months(plan: Plan, zone: ZoneInfo) -> list[Month]:
    known = {one.row for one in plan.known}
    months: dict[str, Month] = {}

    def of(moment: int) -> Month:
        name = str(local_date(moment, zone))[:7]
        return months.setdefault(name, Month(name))

    for row in plan.reading.rows:
        month = of(row.start)
        month.file_seconds += row.seconds
        month.known_seconds += row.seconds if row.row in known else 0
    for one in plan.adding:
        month = of(one.fitted.start)
        month.entries += 1
        month.seconds += _seconds(one.fitted)
    return [months[name] for name in sorted(months)]


def _places(plan: Plan) -> list[Going]:
    found: dict[tuple[str, ...], Going] = {}
    for path, target in plan.targets.items():
        missing = 0
        if target is not None:
            there = (target.project_id is not None) + len(target.category_ids)
            missing = max(0, max(len(target.path), 0) - there)
        found[path] = Going(path, None if target is None else target.path, missing)
    for one in plan.adding:
        going = found[one.fitted.timed.path]
        going.entries += 1
        going.seconds += _seconds(one.fitted)
    return sorted(found.values(), key=lambda one: tuple(one.from_))


def _problems(plan: Plan) -> Iterator[Problem]:
    for kind, some in (("unreadable", plan.reading.unread), ("skipped", plan.left)):
        yield from (Problem(one.row, kind, one.reason) for one in some[:MOST_PROBLEMS])
    shortened = [one.fitted for one in plan.adding if one.fitted.lost]
    for fitted in shortened[:MOST_PROBLEMS]:
        yield Problem(fitted.timed.row, "shortened", _lost(fitted))


def _lost(fitted: Fitted) -> str:
    whole = fitted.timed.seconds
    return f"It overlaps other time: {_hours(_seconds(fitted))} of its {_hours(whole)} come."


def _hours(seconds: int) -> str:
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
