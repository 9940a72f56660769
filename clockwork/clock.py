"""The clock. Time inside Clockwork is whole microseconds since 1970 in UTC."""

import time
from collections.abc import Callable

from clockwork.errors import InvalidError

Clock = Callable[[], int]

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

# A caller's clock may run this far ahead of the server's.
TOLERANCE = 60 * SECOND


def system_clock() -> int:
    """Now, in microseconds since 1970 in UTC."""
    return time.time_ns() // 1000


def settle(sent: int, now: int) -> int:
    """Turn a time that a caller sent into one that has happened.

    Up to 60 s ahead means now; later raises InvalidError `invalid_time`.
    """
    if sent > now + TOLERANCE:
        raise InvalidError("invalid_time", "That time has not come yet.")
    return min(sent, now)
