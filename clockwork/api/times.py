"""RFC 3339 timestamps with an offset, strictly."""

import re
from datetime import UTC, datetime, timedelta

from clockwork.errors import InvalidError
from clockwork.tracking.intervals import to_micros

TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)


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
