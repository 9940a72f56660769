"""When the rows of a file were, and whether Clockwork can hold them. Pure.

Times in microseconds since 1970 in UTC.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clockwork.clock import SECOND
from clockwork.errors import InvalidError
from clockwork.imports.rows import Left, Place, Question, Row, Tracked, Unanswered, Unread
from clockwork.tracking import texts
from clockwork.tracking.intervals import midnight, to_micros, whole_seconds

# A day before the calendar's end, so that every zone can show it.
FIRST, LAST = date(2, 1, 1), date(9998, 12, 31)
LATEST = to_micros(datetime.combine(LAST, time(), UTC))


class Timed(NamedTuple):
    """A row with its times; where there are no clock times, `day` says so, which `start` begins.

    It runs while it has neither a stop nor a day. `seconds` is how long the file says it is, or
    what its times make.
    """

    row: int
    start: int
    stop: int | None
    day: date | None
    seconds: int
    path: tuple[str, ...]
    note: str
    tags: tuple[str, ...]
    person: str
    source_id: str
    created_at: int | None
    updated_at: int | None
    # What it is known by, which is told later.
    key: str = ""

    @property
    def runs(self) -> bool:
        """Whether it has no end."""
        return self.stop is None and self.day is None


def timed(rows: Iterable[Row], zone: ZoneInfo | None) -> Iterator[Timed | Left | Unread | Place]:
    """The rows with their times; what Clockwork can't hold is Unread.

    Raises Unanswered for a clock on the wall without a zone.
    """
    for row in rows:
        if isinstance(row, Tracked):
            try:
                yield _timed(row, zone)
            except (InvalidError, OverflowError) as error:
                yield Unread(row.row, _reason(error))
        else:
            yield row


def _reason(error: InvalidError | OverflowError) -> str:
    return error.message if isinstance(error, InvalidError) else "Its times are out of range."


def _timed(row: Tracked, zone: ZoneInfo | None) -> Timed:
    start, stop = _span(row, zone)
    spent = 0 if stop is None else whole_seconds(start, stop)
    return Timed(
        row=row.row,
        start=start,
        stop=stop,
        day=None if isinstance(row.start, datetime) else row.start,
        seconds=spent if row.seconds is None else row.seconds,
        path=_path(row.path),
        note=texts.plain(row.note.strip(), texts.TEXT_LENGTH, "A note"),
        tags=_tags(row.tags),
        person=row.person,
        source_id=row.source_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _span(row: Tracked, zone: ZoneInfo | None) -> tuple[int, int | None]:
    if not FIRST <= _date_of(row.start) <= LAST:
        raise InvalidError("invalid_time", "Its times are out of range.")
    if row.seconds is not None and row.seconds < 0:
        raise InvalidError("invalid_time", "It is of less than no time.")
    if not isinstance(row.start, datetime):
        return midnight(row.start, _zoned(row, zone)), None
    if row.start.tzinfo is None or (row.stop is not None and row.stop.tzinfo is None):
        start, stop = _local(row.start, row.stop, row.seconds, _zoned(row, zone))
    else:
        start, stop = to_micros(row.start), None if row.stop is None else to_micros(row.stop)
    if stop is None and row.seconds is not None:
        stop = start + row.seconds * SECOND
    if stop is not None and stop > LATEST:
        raise InvalidError("invalid_time", "Its times are out of range.")
    if stop is not None and stop < start:
        raise InvalidError("invalid_time_range", "It ends before it begins.")
    return start, stop


def _date_of(start: date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _zoned(row: Tracked, zone: ZoneInfo | None) -> ZoneInfo:
    if zone is None:
        raise Unanswered(Question("zone", f"{row.start} in row {row.row}"))
    return zone


def _local(
    start: datetime, stop: datetime | None, seconds: int | None, zone: ZoneInfo
) -> tuple[int, int | None]:
    """Of an hour that the clock shows twice, the one that makes the duration right.

    Without a duration the first, or for an end before the start the second.
    """
    starts = _moments(start, zone)
    if stop is None:
        return starts[0], None
    pairs = [(begin, end) for begin in starts for end in _moments(stop, zone)]
    proper = [pair for pair in pairs if pair[0] <= pair[1]] or pairs
    told = [pair for pair in proper if seconds is not None and _lasts(pair, seconds)]
    return (told or proper)[0]


def _lasts(pair: tuple[int, int], seconds: int) -> bool:
    return abs(pair[1] - pair[0] - seconds * SECOND) < 60 * SECOND


def _moments(wall: datetime, zone: ZoneInfo) -> list[int]:
    """Once; twice for an hour that comes twice. One that is left out is as if it were not."""
    if wall.tzinfo is not None:
        return [to_micros(wall)]
    first, second = (to_micros(wall.replace(tzinfo=zone, fold=fold)) for fold in (0, 1))
    return [first] if first >= second else [first, second]


def _path(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(_name, path)))


@lru_cache(maxsize=10_000)
def _name(text: str) -> str:
    """A name on one line; nothing where there is none."""
    line = texts.CONTROL.sub(" ", text[: texts.NAME_LENGTH * texts.PARTS + 1]).strip()
    return texts.name(line) if line else ""


def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    names = {texts.tag(texts.CONTROL.sub(" ", tag)) for tag in tags if tag.strip()}
    if len(names) > texts.TAG_COUNT:
        raise InvalidError("invalid_json", f"It has more than {texts.TAG_COUNT} tags.")
    return tuple(sorted(names))
