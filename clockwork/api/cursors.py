"""Where a page of a list ended, as a text that only we read."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import msgspec

from clockwork.api.fields import parse_id
from clockwork.errors import InvalidError

# A time in microseconds and an identifier: unique, and in the order of the list.
Position = tuple[int, str]


def write_cursor(position: Position) -> str:
    """The cursor of a position."""
    return urlsafe_b64encode(msgspec.json.encode(position)).decode()


def read_cursor(cursor: str | None) -> Position | None:
    """The position of a cursor. InvalidError `invalid_json`."""
    if cursor is None:
        return None
    try:
        at, identifier = msgspec.json.decode(urlsafe_b64decode(cursor), type=Position)
        return at, parse_id(identifier)
    except (ValueError, msgspec.DecodeError, InvalidError):
        raise InvalidError("invalid_json", "That cursor is not one of ours.") from None
