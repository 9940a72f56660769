"""A row of a table, made of what its columns mean. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from clockwork.imports.cells import (
    LONGEST,
    CellError,
    Numbers,
    at,
    check_end,
    quoted,
    read_clock,
    read_date,
    read_duration,
    read_moment,
    split_moment,
)
from clockwork.imports.columns import BREAKS, amounts, plain
from clockwork.imports.proofs import prove
from clockwork.imports.rows import Answers, Left, Row, Tracked, Unread, UnreadableError
from clockwork.imports.tables import Numbered, Table

MOST_SECONDS = 100_000 * 3600  # of a row: eleven years
MIDNIGHT = timedelta(days=1)
# By how much a duration may differ from its clock times where the clocks were changed.
SHIFTS = (1800, 3600, 7200)
DATES = ("start_date", "end_date", "date")
MOMENTS = ("start", "stop", "start_time", "end_time")
DURATIONS = ("duration", "hours", "minutes", "seconds")
UNITS = {"hours": 3600, "minutes": 60, "seconds": 1}


class Reading(NamedTuple):
    """How the rows of a table are read: where columns are, the order of dates, the numbers.

    `midnight`: an end before its start, of clock times with one date, is on the next day.
    `hour_alone`: a clock time may be an hour and no more. `left` says why a row tells of no time.
    """

    columns: Mapping[str, int]
    order: str | None
    numbers: Numbers
    midnight: bool = False
    hour_alone: bool = False
    left: Callable[[Sequence[str]], str | None] = lambda _: None

    def cell(self, cells: Sequence[str], meaning: str) -> str:
        """What a row has for a meaning, nothing where there is no such column."""
        index = self.columns.get(meaning)
        return "" if index is None else cells[index].strip()


def read(
    table: Table,
    answers: Answers,
    found: Mapping[str, int],
    *,
    unit: int = 3600,
    midnight: bool = False,
    hour_alone: bool = False,
    left: Callable[[Sequence[str]], str | None] = lambda _: None,
) -> Iterator[Row]:
    """All rows of a table by the columns that were found. Unanswered, before the first one.

    `unit` is what whole numbers count, in seconds, in a column that is just called duration; 0 if
    they say too little. The rest is that of Reading.
    """
    if not found.keys() & {"start", "start_date", "start_time", "date"}:
        raise UnreadableError("The table has no column that says when something was.")
    order, written = prove(
        table,
        answers,
        dates=places(found, DATES),
        moments=places(found, MOMENTS),
        numbers=[*places(found, DURATIONS), *amounts(table.head)],
        unit=unit,
    )
    reading = Reading(found, order, written, midnight, hour_alone, left)
    paths: dict[tuple[str, ...], tuple[str, ...]] = {}
    head = [cell.strip() for cell in table.head]
    for row in table.rows():
        yield _row(row, reading, head, paths)


def _row(
    row: Numbered,
    reading: Reading,
    head: Sequence[str],
    paths: dict[tuple[str, ...], tuple[str, ...]],
) -> Row:
    cells = row.cells
    if len(cells) > len(head) and any(cell.strip() for cell in cells[len(head) :]):
        return Unread(row.number, "The row has more cells than there are columns.")
    if cells[0].strip() == head[0] and [cell.strip() for cell in cells[: len(head)]] == head:
        return Left(row.number, "The row repeats the heads of the columns.")
    if plain(reading.cell(cells, "type")) in BREAKS:
        return Left(row.number, "The row is a break.")
    if reason := reading.left(cells):
        return Left(row.number, reason)
    try:
        start, stop, seconds = _times(cells, reading)
    except CellError as error:
        return Unread(row.number, str(error))
    except OverflowError:
        return Unread(row.number, "Its times are out of range.")
    path = path_of(reading, cells)
    return Tracked(
        row.number,
        start,
        stop,
        seconds,
        # Most rows are about the same things.
        paths.setdefault(path, path),
        reading.cell(cells, "note"),
        tags_of(reading.cell(cells, "tags")),
        person_of(reading, cells),
    )


def places(found: Mapping[str, int], meanings: Sequence[str]) -> Sequence[int]:
    """Where the columns of some meanings are."""
    return [found[meaning] for meaning in meanings if meaning in found]


def path_of(reading: Reading, cells: Sequence[str]) -> tuple[str, ...]:
    """Client, project and task, as far as a row has them."""
    names = (reading.cell(cells, meaning) for meaning in ("client", "project", "task"))
    return tuple(name for name in names if name)


def tags_of(text: str) -> tuple[str, ...]:
    """Those in one cell, each once. A tag with a comma can't be told from two."""
    return tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))


def person_of(reading: Reading, cells: Sequence[str]) -> str:
    """The address of a row's person, or the name."""
    names = (reading.cell(cells, meaning) for meaning in ("first_name", "last_name"))
    name = reading.cell(cells, "person") or " ".join(name for name in names if name)
    return reading.cell(cells, "email") or name


def _times(
    cells: Sequence[str], reading: Reading
) -> tuple[datetime | date, datetime | None, int | None]:
    start, stop, seconds = _start(cells, reading), None, _seconds(cells, reading)
    if isinstance(start, datetime):
        stop = _stop(cells, reading, start)
    elif seconds is None:
        raise CellError("The row has neither clock times nor a duration.")
    if stop is not None and isinstance(start, datetime):
        if _is_shifted(start, stop, seconds):
            return start, None, seconds
        check_end(start, stop)
        return _without_break(cells, reading, start, stop, seconds)
    return start, stop, seconds


def _start(cells: Sequence[str], reading: Reading) -> datetime | date:
    """A moment; a date alone where the row has no clock time."""
    day = reading.cell(cells, "start_date") or reading.cell(cells, "date")
    time = reading.cell(cells, "start") or reading.cell(cells, "start_time")
    if not time:
        if not day and not reading.columns.keys() & {"start_date", "date"}:
            raise CellError("The start is missing.")
        if " " in day or "T" in day:
            return read_moment(day, reading.order, "start")
        return read_date(day, reading.order)
    return _moment(day, time, reading, "start")


def _stop(cells: Sequence[str], reading: Reading, start: datetime) -> datetime | None:
    day = reading.cell(cells, "end_date")
    time = reading.cell(cells, "stop") or reading.cell(cells, "end_time")
    if not time:
        return None
    if day:
        return _moment(day, time, reading, "end")
    if _is_whole(time):
        return read_moment(time, reading.order, "end")
    stop = at(start.date(), _clock(time, reading, "end")).replace(tzinfo=start.tzinfo)
    return stop + MIDNIGHT if stop < start and reading.midnight else stop


def _moment(day: str, time: str, reading: Reading, what: str) -> datetime:
    """A date and a clock time in two cells, or both in the second."""
    if _is_whole(time):
        return read_moment(time, reading.order, what)
    if not day:
        # A clock time is said to be without its date; all else is no time at all.
        read_clock(time, what)
        raise CellError(f"The {what} {quoted(time)} has no date.")
    return at(read_date(day, reading.order), _clock(time, reading, what))


def _is_whole(text: str) -> bool:
    """Whether there is a date in it."""
    day, time = split_moment(text[:LONGEST])
    return "-" in day or "/" in day or (day.count(".") > 1 and bool(time))


def _clock(text: str, reading: Reading, what: str) -> timedelta:
    whole = f"{text}:00" if reading.hour_alone and text.isdecimal() and len(text) < 3 else text
    return read_clock(whole, what)


def _seconds(cells: Sequence[str], reading: Reading) -> int | None:
    """How long it was, by the first column that says so."""
    for meaning in DURATIONS:
        text = reading.cell(cells, meaning)
        if text:
            numbers = reading.numbers._replace(unit=UNITS.get(meaning, reading.numbers.unit))
            seconds = read_duration(text, numbers)
            if seconds > MOST_SECONDS:
                raise CellError(f"The duration {quoted(text)} is too long.")
            return seconds
    return None


def _is_shifted(start: datetime, stop: datetime, seconds: int | None) -> bool:
    """Whether clocks were put back meanwhile, by an end too early for the duration, which tells."""
    if seconds is None or start.tzinfo or stop.tzinfo or stop >= start:
        return False
    return seconds - (stop - start).total_seconds() in SHIFTS


def _without_break(
    cells: Sequence[str],
    reading: Reading,
    start: datetime,
    stop: datetime | None,
    seconds: int | None,
) -> tuple[datetime, datetime | None, int | None]:
    """Nobody knows when a break was: it is taken off the end."""
    text = reading.cell(cells, "break")
    off = read_duration(text, reading.numbers, "break") if text else 0
    if not off or stop is None:
        return start, stop, seconds
    left = int((stop - start).total_seconds()) - off
    if left < 0:
        raise CellError(f"The break {quoted(text)} is longer than the time around it.")
    return start, None, left
