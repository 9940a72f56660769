"""The kinds of value in the contract, each checked where it is decoded.

A value of the wrong JSON type is `invalid_json` (TypeError here); one of the right type with a
wrong form has a code of its own where the contract names one.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from clockwork.errors import InvalidError
from clockwork.tracking import texts
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.texts import NAME_LENGTH, TAG_LENGTH, TEXT_LENGTH

PASSWORD_LENGTH = 1_000

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
TIMESTAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)
GROUPS = ("day", "week", "month", "project", "category", "tag", "person")
COLORS = ("blue", "orange", "green", "red", "purple", "brown", "pink", "teal")


class Id(str):
    """A UUID in its canonical form, lower case."""

    __slots__ = ()


class Name(str):
    """A trimmed, NFC name of 1 to 200 characters."""

    __slots__ = ()
    code = "invalid_json"


class ProjectName(Name):
    """What a project is called."""

    __slots__ = ()
    code = "invalid_project_name"


class CategoryName(Name):
    """What a category is called."""

    __slots__ = ()
    code = "invalid_category_name"


class PersonName(Name):
    """What a person is called."""

    __slots__ = ()


class TokenName(Name):
    """What a token is for."""

    __slots__ = ()


class Email(Name):
    """What a person signs in with: an e-mail address, or the name that a proxy gives."""

    __slots__ = ()


class Password(str):
    """A password; how good it has to be is said where it is set."""

    __slots__ = ()


class Text(str):
    """A description or note of up to 10,000 characters."""

    __slots__ = ()


class Tag(str):
    """A trimmed, NFC tag of 1 to 64 characters."""

    __slots__ = ()


class Color(str):
    """The name of one of the eight project colours."""

    __slots__ = ()


class Moment(int):
    """A timestamp: RFC 3339 outside, microseconds since 1970 in UTC inside."""


class Grouping(tuple[str, ...]):
    """One or two different things to group a report by."""

    __slots__ = ()


def parse_id(text: str) -> Id:
    """The canonical form of a UUID; capitals are accepted. Raises `invalid_id`."""
    if not UUID.fullmatch(text):
        raise InvalidError("invalid_id", "That is not an identifier; it has to be a UUID.")
    return Id(text.lower())


def parse_moment(text: str) -> Moment:
    """Microseconds since 1970 of an RFC 3339 timestamp with an offset. Raises `invalid_time`."""
    match = TIMESTAMP.fullmatch(text)
    if not match:
        raise _invalid_time()
    *parts, fraction, sign, hours, minutes = match.groups()
    try:
        local = datetime(*map(int, parts), tzinfo=UTC)  # type: ignore[arg-type,misc]
        micros = int((fraction or "0")[:6].ljust(6, "0"))
        return Moment(to_micros(local - _offset(sign, hours, minutes)) + micros)
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


def _parse_name(text: str, kind: type[Name]) -> Name:
    return kind(texts.name(text, kind.code))


def _parse_text(text: str) -> Text:
    return Text(texts.note(text))


def _parse_password(text: str) -> Password:
    return Password(texts.plain(text, PASSWORD_LENGTH, "A password"))


def _parse_tag(text: str) -> Tag:
    return Tag(texts.tag(text))


def _parse_color(text: str) -> Color:
    if text not in COLORS:
        raise InvalidError("invalid_json", f"A colour is one of {', '.join(COLORS)}.")
    return Color(text)


def _parse_grouping(text: str) -> Grouping:
    names = text.split(",")
    if len(names) > 2 or len(set(names)) < len(names) or not set(names) <= set(GROUPS):
        raise InvalidError(
            "invalid_json", f"groupBy is one or two different of {', '.join(GROUPS)}."
        )
    return Grouping(names)


PARSERS: dict[type, Callable[[str], Any]] = {
    Id: parse_id,
    ProjectName: lambda text: _parse_name(text, ProjectName),
    CategoryName: lambda text: _parse_name(text, CategoryName),
    PersonName: lambda text: _parse_name(text, PersonName),
    TokenName: lambda text: _parse_name(text, TokenName),
    Email: lambda text: _parse_name(text, Email),
    Password: _parse_password,
    Text: _parse_text,
    Tag: _parse_tag,
    Color: _parse_color,
    Moment: parse_moment,
    Grouping: _parse_grouping,
}

SCHEMAS: dict[type, dict[str, Any]] = {
    Id: {"type": "string", "format": "uuid"},
    ProjectName: {"type": "string", "minLength": 1, "maxLength": NAME_LENGTH},
    CategoryName: {"type": "string", "minLength": 1, "maxLength": NAME_LENGTH},
    PersonName: {"type": "string", "minLength": 1, "maxLength": NAME_LENGTH},
    TokenName: {"type": "string", "minLength": 1, "maxLength": NAME_LENGTH},
    Email: {"type": "string", "minLength": 1, "maxLength": NAME_LENGTH},
    Password: {"type": "string", "format": "password", "maxLength": PASSWORD_LENGTH},
    Text: {"type": "string", "maxLength": TEXT_LENGTH},
    Tag: {"type": "string", "minLength": 1, "maxLength": TAG_LENGTH},
    Color: {"type": "string", "enum": list(COLORS)},
    Moment: {"type": "string", "format": "date-time"},
    Grouping: {
        "type": "string",
        "pattern": f"^({'|'.join(GROUPS)})(,({'|'.join(GROUPS)}))?$",
    },
}


def decode_field(kind: type, value: Any) -> Any:
    """Msgspec's hook for the kinds above. Raises InvalidError or TypeError."""
    if not isinstance(value, str):
        raise TypeError("Expected a text")
    return PARSERS[kind](value)


def encode_field(value: object) -> str:
    """Msgspec's hook: the text of one of the kinds above."""
    if not isinstance(value, str):
        raise NotImplementedError(f"{type(value).__name__} is not part of the contract")
    return str(value)


def field_schema(kind: type) -> dict[str, Any]:
    """Msgspec's hook: the JSON Schema of the kinds above."""
    return dict(SCHEMAS[kind])


def encode(value: object) -> bytes:
    """JSON, as it goes over the wire."""
    return _ENCODER.encode(value)


_ENCODER = msgspec.json.Encoder(enc_hook=encode_field)
