"""Time zones by name."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clockwork.errors import InvalidError


def find_zone(name: str) -> ZoneInfo:
    """An IANA time zone by name. InvalidError `invalid_time_zone`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidError(
            "invalid_time_zone", "There is no such time zone; use a name such as Europe/Berlin."
        ) from None
