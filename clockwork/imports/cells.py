"""What the cells of a table say: dates, clock times, durations and numbers. Pure.

Each raises CellError, whose message is a sentence for whoever brings the file.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

MOST_SECONDS = 3_652_059 * 86_400  # of a duration: all days of the calendar
KEPT = 4_096  # dates and clock times: those of a file are mostly the same
LONGEST = 40  # characters of anything but a text; longer ones are not even looked at

# The order of day, month and year, as their places in a date.
ORDERS = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}
# Two digits are 1970 to 2069: POSIX has 1969 to 2068, which 1970 as a start of time moves by one.
FIRST_SHORT_YEAR = 70

DATE = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})\.?")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}\S*")
CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,6}))?)?)?\s*"
    r"(?:([ap])\.?\s?m\.?)?",
    re.IGNORECASE,
)
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
COLONS = re.compile(r"([0-9]+):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?")
MINUTES = re.compile(r"([0-9]+):([0-9]{2}) min")
WORDS = re.compile(r"([0-9]+) ?([a-z]+)\.? ?")
SPACES = str.maketrans("", "", " '’\xa0\u202f")

UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "stunden", "stunde"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuten"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden"), 1),
}


class CellError(ValueError):
    """A cell does not say what it should; the message says which and why."""


class Numbers(NamedTuple):
    """How a file writes numbers: whether decimals come after a comma, what whole durations count.

    `unit` is in seconds; 0 where it is not known.
    """

    comma: bool = False
    unit: int = 3600


def quoted(text: str) -> str:
    """A cell as a sentence can have it: on one line, and short."""
    line = " ".join(text[: 4 * LONGEST].split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def date_parts(text: str) -> tuple[int, int, int] | None:
    """The three numbers of a date whose order is not plain; None for any other text."""
    found = DATE.fullmatch(text) if len(text) <= LONGEST else None
    if not found or len(found[1]) > 2 or len(found[4]) not in (2, 4) or found[4][:2] == "00":
        return None
    return int(found[1]), int(found[3]), int(found[4])


def ordered(parts: tuple[int, int, int], order: str) -> date | None:
    """The date that the numbers are in an order; None if there is none."""
    year, month, day = (parts[place] for place in ORDERS[order])
    if day > 31:
        return None
    if year < 100:
        year += 1900 if year >= FIRST_SHORT_YEAR else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=KEPT)
def read_date(text: str, order: str | None, what: str = "date") -> date:
    """A date; `order` is for those that don't begin with a year of four digits."""
    found = DATE.fullmatch(text) if len(text) <= LONGEST else None
    if found and len(found[1]) == 4 and len(found[4]) <= 2:
        try:
            return date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            raise CellError(f"The {what} {quoted(text)} does not exist.") from None
    parts = date_parts(text)
    if parts is None:
        raise CellError(_is_no(text, what, "date"))
    read = ordered(parts, order) if order else None
    if read is None:
        raise CellError(f"The {what} {quoted(text)} does not exist{_in_order(order)}.")
    return read


@lru_cache(maxsize=KEPT)
def read_clock(text: str, what: str = "time") -> timedelta:
    """A time of day, since midnight; 24:00 is the end of the day."""
    found = CLOCK.fullmatch(text) if len(text) <= LONGEST else None
    if not found or not (found[2] or found[5]):
        raise CellError(_is_no(text, what, "time"))
    hours, minutes, seconds = (int(found[place] or 0) for place in (1, 2, 3))
    if found[5]:
        if not 1 <= hours <= 12:
            raise CellError(_is_no(text, what, "time"))
        hours = hours % 12 + (12 if found[5] in "pP" else 0)
    if minutes > 59 or seconds > 59 or (hours, minutes, seconds) > (24, 0, 0):
        raise CellError(_is_no(text, what, "time"))
    micros = int((found[4] or "").ljust(6, "0"))
    return timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)


def read_moment(text: str, order: str | None, what: str = "time") -> datetime:
    """A date and a time in one cell, with its offset if it has one."""
    if len(text) <= LONGEST and MOMENT.fullmatch(text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            raise CellError(_is_no(text, what, "time")) from None
    day, time = split_moment(text)
    if not time:
        raise CellError(_is_no(text, what, "date and time"))
    return at(read_date(day, order, what), read_clock(time, what))


def split_moment(text: str) -> tuple[str, str]:
    """What is before and after the first space, or the T between a date and a time."""
    day, _, time = text.partition("T" if "T" in text[:11] else " ")
    return day.rstrip(","), time.strip()


def at(day: date, time: timedelta) -> datetime:
    """A time of a day, on the clock on the wall. CellError at the end of the calendar."""
    try:
        return datetime(day.year, day.month, day.day) + time  # noqa: DTZ001 - as on the wall
    except OverflowError:
        raise CellError(f"The date {day} is too late.") from None


def check_end(start: datetime, stop: datetime) -> None:
    """CellError where the end is before the start, or can't be compared with it."""
    if (stop.tzinfo is None) != (start.tzinfo is None):
        raise CellError("Only one of start and end says its offset from UTC.")
    if stop < start:
        end = stop.isoformat(" ", "minutes")
        raise CellError(f"The end {end} is before the start {start.isoformat(' ', 'minutes')}.")


def read_duration(text: str, numbers: Numbers, what: str = "duration") -> int:
    """Whole seconds: 1:00:01, 8:00 (hours), 18:25 min, 1h 30m, 1,50 or 0.5 (hours), 5400."""
    seconds = _seconds(text, numbers, what)
    if seconds > MOST_SECONDS:
        raise CellError(f"The {what} {quoted(text)} is too long.")
    return seconds


def _seconds(text: str, numbers: Numbers, what: str) -> int:
    if len(text) > LONGEST:
        raise CellError(_is_no(text, what, "duration"))
    if found := MINUTES.fullmatch(text):
        return _sum(text, what, 0, int(found[1]), int(found[2]))
    if found := COLONS.fullmatch(text):
        return _sum(text, what, int(found[1]), int(found[2]), int(found[3] or 0))
    if (worded := _worded(text.lower())) is not None:
        return worded
    return _counted(text, numbers, what)


def _sum(text: str, what: str, hours: int, minutes: int, seconds: int) -> int:
    if seconds > 59 or (hours and minutes > 59):
        raise CellError(_is_no(text, what, "duration"))
    return hours * 3600 + minutes * 60 + seconds


def _worded(text: str) -> int | None:
    """1h 30m, 90 min: each unit once, the largest first."""
    total, end, last = 0, 0, 3601
    while end < len(text):
        found = WORDS.match(text, end)
        unit = UNITS.get(found[2], last) if found else last
        if not found or unit >= last:
            return None
        total, end, last = total + int(found[1]) * unit, found.end(), unit
    return total if end else None


def _counted(text: str, numbers: Numbers, what: str) -> int:
    """A plain number: one with decimals is hours, whatever whole ones count."""
    value = read_number(text, numbers.comma)
    if value is None:
        raise CellError(_is_no(text, what, "duration"))
    unit = numbers.unit if numbers.unit > 1 or text.isdecimal() else 3600
    if not unit:
        raise CellError(
            f"The {what} {quoted(text)} may be hours, minutes or seconds: "
            "let the head of its column say which."
        )
    return round(value * unit)


def read_number(text: str, comma: bool) -> float | None:
    """A number that is not negative, with or without thousands marked; None if it is none.

    `comma` is what the file's decimals come after, for a text that does not show it: 1.500.
    """
    plain = text.translate(SPACES)
    if not NUMBER.fullmatch(plain):
        return None
    shown = decimal_mark(plain)
    mark = ("," if comma else ".") if shown is None else shown
    whole, _, decimals = plain.partition(mark) if mark else (plain, "", "")
    groups = re.split("[.,]", whole)
    if any(len(group) != 3 for group in groups[1:]) or (decimals and not decimals.isdecimal()):
        return None
    return float(f"{''.join(groups)}.{decimals or 0}")


def decimal_mark(text: str) -> str | None:
    """What the decimals of a number come after, if it shows that; "" if it has none."""
    marks = [sign for sign in text if sign in ".,"]
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return "." if marks[0] == "," else ","
    whole, _, decimals = text.replace(",", ".").partition(".")
    if marks and len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        return None
    return marks[0] if marks else ""


def shown_mark(text: str) -> str:
    """The mark of decimals that a cell proves for its file; "" if it proves none."""
    plain = text.translate(SPACES) if len(text) <= LONGEST else ""
    return (decimal_mark(plain) or "") if NUMBER.fullmatch(plain) else ""


def _is_no(text: str, what: str, kind: str) -> str:
    if not text:
        return f"The {what} is missing."
    # "The end 25:10 is not a time." needs no word twice.
    said = f"The {what} {quoted(text)}"
    return f"{said} is not one." if what == kind else f"{said} is not a {kind}."


def _in_order(order: str | None) -> str:
    words = {"dmy": "day before month", "mdy": "month before day", "ymd": "year first"}
    return f", {words[order]}" if order else ""
