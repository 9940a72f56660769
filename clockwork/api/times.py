"""RFC 3339 timestamps: read with any offset, strictly; written in UTC."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from clockwork.clock import SECOND
from clockwork.errors import InvalidError
from clockwork.tracking.intervals import to_micros

TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)

DAY_MINUTES = 24 * 60
EPOCH_DAY = date(1970, 1, 1).toordinal()
MINUTES = [f"{minute // 60:02}:{minute % 60:02}:" for minute in range(DAY_MINUTES)]
THOUSAND = [f"{number:03}" for number in range(1000)]
SECONDS = [f"{second:02}" for second in range(60)]


def write_timestamp(micros: int) -> str:
    """Microseconds since 1970 as text, with six fractional digits unless they are 0.

    OverflowError before the year 1 and after 9999. Half the time of a datetime, and a list has
    four for each entry.
    """
    seconds = micros // SECOND
    minutes = seconds // 60
    day = minutes // DAY_MINUTES
    minute, second = MINUTES[minutes - day * DAY_MINUTES], SECONDS[seconds - minutes * 60]
    fraction = micros - seconds * SECOND
    if not fraction:
        return f"{_day(day)}{minute}{second}Z"
    milliseconds = fraction // 1000
    rest = THOUSAND[fraction - milliseconds * 1000]
    return f"{_day(day)}{minute}{second}.{THOUSAND[milliseconds]}{rest}Z"


# As many as a year of entries has.
@lru_cache(maxsize=400)
def _day(number: int) -> str:
    try:
        return f"{date.fromordinal(EPOCH_DAY + number).isoformat()}T"
    except ValueError:
        raise OverflowError(number) from None


def parse_timestamp(text: str) -> int:
    """Microseconds since 1970 in UTC, what is finer cut off. InvalidError `invalid_time`."""
    match = TIMESTAMP.fullmatch(text)
    if not match:
        raise _invalid_time()
    *parts, fraction, sign, hours, minutes = match.groups()
    try:
        local = datetime(*map(int, parts), tzinfo=UTC)  # type: ignore[arg-type,misc]
        micros = int((fraction or "0")[:6].ljust(6, "0"))
        return to_micros(local - _offset(sign, hours, minutes)) + micros
    except (ValueError, OverflowError):
        raise _invalid_time() from None


def _offset(sign: str | None, hours: str, minutes: str) -> timedelta:
    if sign is None:
        return timedelta()
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError(hours)
    return timedelta(hours=int(sign + hours), minutes=int(sign + minutes))


def _invalid_time() -> InvalidError:
    return InvalidError(
        "invalid_time", "That is not a time; write it as 2026-11-02T12:34:56Z or with an offset."
    )
