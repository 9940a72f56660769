"""What readers of records share: each record becomes one row, whatever it holds. Pure."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from clockwork.imports.rows import Left, Row, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from clockwork.tracking.intervals import to_micros

Shape = TypeVar("Shape")

# Commas in a file of JSON: more than a person's years have, and few enough to be in memory.
MOST_VALUES = 2_500_000
MOST_LINES = 500_000
LONGEST_TEXT = 100_000  # characters of one record


class BadRecordError(ValueError):
    """A record can't be read; the message says why."""


def each(
    records: Iterable[tuple[int, Any]], make: Callable[[int, Any], Tracked | Left]
) -> Iterator[Row]:
    """A row for each numbered record: what `make` makes of it, or why that is impossible."""
    for number, record in records:
        try:
            row = make(number, record)
            yield checked(row) if isinstance(row, Tracked) else row
        except BadRecordError as error:
            yield Unread(number, str(error))


def checked(row: Tracked) -> Tracked:
    """A row that holds no more than it should, and does not go backwards. BadRecordError."""
    texts = (row.note, row.person, row.source_id, *row.path, *row.tags)
    if sum(map(len, texts)) > LONGEST_TEXT:
        raise BadRecordError("Its texts have more than 100,000 characters.")
    start, stop = row.start, row.stop
    # Clocks on the wall are set back; moments never go backwards.
    if isinstance(start, datetime) and stop and start.tzinfo and stop < start:
        raise BadRecordError("It stops before it starts.")
    return row


def lines_of(source: Source) -> Iterator[tuple[int, str]]:
    """Each line with its number. UnreadableError."""
    if source.data.count(b"\n") > MOST_LINES:
        raise UnreadableError("The file holds more lines than can be read; split it.")
    return enumerate(source.text.replace("\r\n", "\n").split("\n"), 1)


def json_bytes(source: Source) -> bytes:
    """A file of JSON as UTF-8 without a mark. UnreadableError when it is no text or too much."""
    if source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = source.text.encode()
    else:
        data = source.data.removeprefix(b"\xef\xbb\xbf")
    if data.count(b",") > MOST_VALUES:
        raise UnreadableError("The file holds more records than can be read; split it.")
    return data


def decoded(data: bytes, shape: type[Shape]) -> Shape:
    """JSON of a shape. UnreadableError."""
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise UnreadableError("The file is damaged: it is not proper JSON of its kind.") from None


def record(data: msgspec.Raw, shape: type[Shape]) -> Shape:
    """One record of a shape. BadRecordError."""
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise BadRecordError("It does not have the fields that it should.") from None


def moment(text: str) -> datetime:
    """A time that states its zone. BadRecordError."""
    try:
        found = datetime.fromisoformat(text)
        to_micros(found)
    except (ValueError, TypeError, OverflowError):
        raise BadRecordError("One of its times can't be read.") from None
    return found


def micros(text: str | None) -> int | None:
    """The same in microseconds since 1970. BadRecordError."""
    return None if text is None else to_micros(moment(text))
