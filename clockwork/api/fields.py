"""The kinds of value in the contract, each checked where it is decoded.

A value of the wrong JSON type is `invalid_json` (TypeError here); one of the right type with a
wrong form has a code of its own where the contract names one.
"""

import re
from typing import Any, ClassVar, Self

import msgspec

from clockwork.api.times import parse_timestamp
from clockwork.errors import InvalidError
from clockwork.tracking import texts
from clockwork.tracking.projects import COLORS

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
GROUPS = ("day", "week", "month", "project", "category", "tag", "person")
GROUP = f"({'|'.join(GROUPS)})"

Schema = dict[str, Any]


class Id(str):
    """A UUID in its canonical form, lower case."""

    __slots__ = ()
    schema: ClassVar[Schema] = {"type": "string", "format": "uuid"}

    @classmethod
    def parse(cls, text: str) -> Self:
        """Of any case."""
        if not UUID.fullmatch(text):
            raise InvalidError("invalid_id", "That is not an identifier; it has to be a UUID.")
        return cls(text.lower())


class Plain(str):
    """A text that is taken as it is."""

    __slots__ = ()
    most: ClassVar[int]
    what: ClassVar[str]
    schema: ClassVar[Schema]
    code = "invalid_json"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Up to `most` characters, without NUL."""
        return cls(texts.plain(text, cls.most, cls.what, cls.code))


class Text(Plain):
    """A description or note of up to 10,000 characters."""

    __slots__ = ()
    most, what = texts.TEXT_LENGTH, "A description or note"
    schema: ClassVar[Schema] = {"type": "string", "maxLength": most}


class Password(Plain):
    """A password; how good it has to be is said where it is set."""

    __slots__ = ()
    most, what = 1_000, "A password"
    schema: ClassVar[Schema] = {"type": "string", "format": "password", "maxLength": most}


class SetupCode(Plain):
    """What may be the code that lets the first administrator in."""

    __slots__ = ()
    most, what = 100, "A set-up code"
    schema: ClassVar[Schema] = {"type": "string", "maxLength": most}


class Cursor(Plain):
    """Where a page of a list ended; only we read it."""

    __slots__ = ()
    most, what = 200, "A cursor"
    schema: ClassVar[Schema] = {"type": "string", "maxLength": most}


class Zone(Plain):
    """What may be the name of a time zone; whether it is one is looked up later."""

    __slots__ = ()
    most, what = 100, "A time zone"
    schema: ClassVar[Schema] = {"type": "string", "maxLength": most}
    code = "invalid_time_zone"


class FileName(Plain):
    """What a file is called where it comes from."""

    __slots__ = ()
    most, what = 1_000, "The name of a file"
    schema: ClassVar[Schema] = {"type": "string", "maxLength": most}


class FormatName(Plain):
    """What may be the name of a format to import; whether it is one is looked up later."""

    __slots__ = ()
    most, what = 100, "A format"
    schema: ClassVar[Schema] = {"type": "string", "maxLength": most}


class Name(str):
    """A trimmed, NFC name of 1 to 200 characters, none of them a control character."""

    __slots__ = ()
    schema: ClassVar[Schema] = {"type": "string", "minLength": 1, "maxLength": texts.NAME_LENGTH}
    code = "invalid_json"

    @classmethod
    def parse(cls, text: str) -> Self:
        """With the code of its kind."""
        return cls(texts.name(text, cls.code))


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


class FeedName(Name):
    """What a calendar feed is called, also in the calendar."""

    __slots__ = ()


class Email(Name):
    """What a person signs in with: an e-mail address, or the name that a proxy gives."""

    __slots__ = ()


class Tag(str):
    """A trimmed, NFC tag of 1 to 64 characters, none of them a control character."""

    __slots__ = ()
    schema: ClassVar[Schema] = {"type": "string", "minLength": 1, "maxLength": texts.TAG_LENGTH}

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(texts.tag(text))


class FeedSecret(str):
    """What lets a calendar in; whatever it looks like, a wrong one is only not found."""

    __slots__ = ()
    schema: ClassVar[Schema] = {"type": "string", "minLength": 1}

    @classmethod
    def parse(cls, text: str) -> Self:
        """Whatever it is."""
        return cls(text)


# What stands in an address by the name of its place; all else there is an identifier.
IN_PATH: dict[str, type[Id | Tag | FeedSecret]] = {"name": Tag, "secret": FeedSecret}


class Color(str):
    """The name of one of the eight project colours."""

    __slots__ = ()
    schema: ClassVar[Schema] = {"type": "string", "enum": list(COLORS)}

    @classmethod
    def parse(cls, text: str) -> Self:
        if text not in COLORS:
            raise InvalidError("invalid_json", f"A colour is one of {', '.join(COLORS)}.")
        return cls(text)


class Moment(int):
    """A timestamp: RFC 3339 outside, microseconds since 1970 in UTC inside."""

    schema: ClassVar[Schema] = {"type": "string", "format": "date-time"}

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(parse_timestamp(text))


class Grouping(tuple[str, ...]):
    """One or two different things to group a report by."""

    __slots__ = ()
    schema: ClassVar[Schema] = {"type": "string", "pattern": f"^{GROUP}(,{GROUP})?$"}

    @classmethod
    def parse(cls, text: str) -> Self:
        names = text.split(",", 2)
        if len(names) > 2 or len(set(names)) < len(names) or not set(names) <= set(GROUPS):
            raise InvalidError(
                "invalid_json", f"groupBy is one or two different of {', '.join(GROUPS)}."
            )
        return cls(names)


def decode_field(kind: Any, value: Any) -> Any:
    """Msgspec's hook for the kinds above. Raises InvalidError or TypeError."""
    if not isinstance(value, str):
        raise TypeError("Expected a text")
    return kind.parse(value)


def encode_field(value: object) -> str:
    """Msgspec's hook: the text of one of the kinds above."""
    if not isinstance(value, str):
        raise NotImplementedError(f"{type(value).__name__} is not part of the contract")
    return str(value)


def field_schema(kind: Any) -> Schema:
    """Msgspec's hook: the JSON Schema of the kinds above."""
    return dict(kind.schema)


def encode(value: object) -> bytes:
    """JSON, as it goes over the wire."""
    return _ENCODER.encode(value)


_ENCODER = msgspec.json.Encoder(enc_hook=encode_field)
