"""Where a page of a list ended, as a text that only we read."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated

import msgspec
from msgspec import Meta

from clockwork.api.fields import Cursor, Id
from clockwork.errors import InvalidError

# A time in microseconds and an identifier: unique, and in the order of the list.
Position = tuple[Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)], str]


def write_cursor(position: Position) -> Cursor:
    """The cursor of a position."""
    return Cursor(urlsafe_b64encode(msgspec.json.encode(position)).decode())


def read_cursor(cursor: str | None) -> Position | None:
    """The position of a cursor. InvalidError `invalid_json`."""
    if cursor is None:
        return None
    try:
        at, identifier = msgspec.json.decode(urlsafe_b64decode(cursor), type=Position)
        return at, Id.parse(identifier)
    except (ValueError, msgspec.DecodeError, InvalidError):
        raise InvalidError("invalid_json", "That cursor is not one of ours.") from None
