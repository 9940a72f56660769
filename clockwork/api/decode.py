"""What was sent, as the structs of the contract: bodies and queries, read strictly."""

import functools
import json
from typing import Any, TypeVar

import msgspec
from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from clockwork.api import fields
from clockwork.errors import InvalidError
from clockwork.imports.source import LARGEST

Struct = TypeVar("Struct", bound=msgspec.Struct)


def body(kind: type[Any], required: bool) -> Any:
    """The body: of kind bytes as it is, else JSON whatever its Content-Type says.

    InvalidError, of a field's own code too; RequestEntityTooLarge.
    """
    return _file() if kind is bytes else _json(kind, required)


def query(kind: type[Struct]) -> Struct:
    """The query's parameters. InvalidError, of a field's own code too."""
    multiple = _lists(kind)
    values: dict[str, Any] = {}
    for name, found in request.args.lists():
        if name not in multiple and len(found) > 1:
            raise InvalidError("invalid_json", f"{name} may be there only once.")
        values[name] = found if name in multiple else found[0]
    for name in {"from", "to"} & values.keys():
        # A + that was not escaped arrives as a space.
        values[name] = values[name].replace(" ", "+")
    try:
        return msgspec.convert(values, kind, strict=False, dec_hook=fields.decode_field)
    except msgspec.ValidationError as error:
        raise _invalid("query", str(error)) from None


def _json(kind: type[Struct], required: bool) -> Struct:
    raw = request.get_data()
    if not raw and not required:
        return kind()
    try:
        decoded = _decoder(kind).decode(raw)
        json.loads(raw, object_pairs_hook=_refuse_twice)
    except UnicodeDecodeError:
        raise _invalid("body", "it is not UTF-8") from None
    except RecursionError:
        raise _invalid("body", "it is nested too deeply") from None
    except (msgspec.DecodeError, ValueError) as error:
        raise _invalid("body", str(error)) from None
    return decoded  # type: ignore[no-any-return]


def _file() -> bytes:
    if (request.content_length or 0) > LARGEST:
        raise RequestEntityTooLarge
    # Past Flask, which would hold it three times while it puts it together.
    stream = request.environ["wsgi.input"]
    body: bytes = stream.read()
    # Nobody reads it again: what it holds is not kept twice while that is worked on.
    stream.seek(0)
    stream.truncate()
    return body


def _invalid(what: str, why: str) -> InvalidError:
    return InvalidError("invalid_json", f"The {what} is not right: {why}.")


def _refuse_twice(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a field is there twice")


@functools.cache
def _lists(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The parameters of a query that may be there more than once."""
    described = msgspec.structs.fields(kind)
    return frozenset(field.encode_name for field in described if field.default_factory is list)


@functools.cache
def _decoder(kind: type[msgspec.Struct]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, dec_hook=fields.decode_field)
