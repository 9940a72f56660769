"""What every route does around its handler: decode, say who acts, encode."""

import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec
from flask import Response, request

from clockwork.api import errors, fields, idempotency
from clockwork.api.contract import Tagged
from clockwork.api.fields import encode
from clockwork.db.database import transaction
from clockwork.errors import ChangedError, ClockworkError, InvalidError
from clockwork.tracking.actor import Actor
from clockwork.web.application import application
from clockwork.web.identity import Identity

OPEN = "open"

# The answer of a route that makes its own response, of comma-separated values.
CSV = "text/csv"

View = Callable[..., Any]
Struct = TypeVar("Struct", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A route as the OpenAPI document describes it."""

    summary: str
    answer: Any
    status: int
    body: type[msgspec.Struct] | None
    body_required: bool
    query: type[msgspec.Struct] | None
    errors: Sequence[str]
    scope: str


def endpoint(
    summary: str,
    *,
    answer: Any = None,
    status: int = 200,
    body: type[msgspec.Struct] | None = None,
    body_required: bool = True,
    query: type[msgspec.Struct] | None = None,
    codes: str = "",
    scope: str = "",
) -> Callable[[View], View]:
    """Make a handler of (actor, *path identifiers, body or query) a Flask view.

    `scope` is what a token needs for it: by default `read` or, when it changes something,
    `track`; OPEN routes take a Guest in place of the actor.
    `codes` names the errors that the handler can answer besides those of all routes.
    """

    def decorate(handler: View) -> View:
        operation = Operation(
            summary=summary,
            answer=answer,
            status=status,
            body=body,
            body_required=body_required,
            query=query,
            errors=codes.split(),
            scope=scope,
        )

        @functools.wraps(handler)
        def view(**path: str) -> Response:
            return _respond(operation, handler, path)

        view.operation = operation  # type: ignore[attr-defined]
        return view

    return decorate


def if_match(present: Callable[[Any], msgspec.Struct]) -> Callable[[Any], None]:
    """A guard that refuses a change when the request's If-Match no longer holds."""
    header = request.headers.get("If-Match")
    if header is None:
        return lambda _found: None

    def guard(found: Any) -> None:
        shape = present(found)
        if not request.if_match.contains(etag(encode(shape))):
            raise ChangedError(shape)

    return guard


def identity() -> Identity:
    """What finds out who acts."""
    return application().identity


def given(body: msgspec.Struct) -> dict[str, Any]:
    """The fields of a body that were sent, by their names in Python."""
    values = {name: getattr(body, name) for name in body.__struct_fields__}
    return {name: value for name, value in values.items() if value is not msgspec.UNSET}


def or_none(value: Any) -> Any:
    """A field's value, None when it was not sent."""
    return None if value is msgspec.UNSET else value


def etag(body: bytes) -> str:
    """The entity tag of a body, without its quotes."""
    return blake2b(body, digest_size=12).hexdigest()


def _respond(operation: Operation, handler: View, path: dict[str, str]) -> Response:
    if operation.scope == OPEN:
        return _encode(operation, handler(identity().guest(), *_decode(operation, path)))
    usual = "read" if request.method in ("GET", "HEAD") else "track"
    actor = identity().actor(operation.scope or usual)
    # Only after who asks is known: a stranger learns nothing, not even what a body looks like.
    arguments = _decode(operation, path)
    environ = request.environ
    key = environ.get("HTTP_IDEMPOTENCY_KEY") if environ["REQUEST_METHOD"] == "POST" else None
    if key is None:
        return _encode(operation, handler(actor, *arguments))
    if not 1 <= len(key) <= 64:
        raise InvalidError("invalid_json", "Idempotency-Key has 1 to 64 characters.")
    # A key belongs to an address: used for another, by mistake, it must not lose that request.
    return _once(
        actor, f"{request.path} {key}", lambda: _encode(operation, handler(actor, *arguments))
    )


def _decode(operation: Operation, path: dict[str, str]) -> list[Any]:
    arguments: list[Any] = [fields.parse_id(value) for value in path.values()]
    if operation.body is not None:
        arguments.append(_decode_body(operation.body, operation.body_required))
    if operation.query is not None:
        arguments.append(_decode_query(operation.query))
    return arguments


def _encode(operation: Operation, value: object) -> Response:
    if operation.answer is None:
        return Response(status=operation.status)
    if isinstance(value, Response):
        return value
    body = encode(value)
    headers = {"Content-Type": "application/json"}
    if isinstance(value, Tagged):
        headers["ETag"] = f'"{etag(body)}"'
    return Response(body, operation.status, headers)


def _once(actor: Actor, key: str, perform: Callable[[], Response]) -> Response:
    """Answer a key's first request, and repeat that answer, a refusal too, for the others."""
    with transaction():
        kept = idempotency.claim(actor, key)
        if kept is not None:
            return _repeat(kept)
        try:
            with transaction():
                response = perform()
        except ClockworkError as error:
            response = errors.refuse(error)
        idempotency.keep(
            actor, key, idempotency.Answer(response.status_code, response.get_data(as_text=True))
        )
        return response


def _repeat(kept: idempotency.Answer) -> Response:
    if kept.status >= 400:
        refused = json.loads(kept.body)
        return errors.answer(
            kept.status, refused["code"], refused["message"], refused.get("details")
        )
    response = Response(kept.body, kept.status, mimetype="application/json")
    if isinstance(json.loads(kept.body or "null"), dict):
        response.set_etag(etag(response.get_data()))
    return response


def _decode_body(kind: type[Struct], required: bool) -> Struct:
    raw = request.get_data(cache=False)
    if not raw and not required:
        return kind()
    try:
        body = _decoder(kind).decode(raw)
        json.loads(raw, object_pairs_hook=_refuse_twice)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise InvalidError("invalid_json", f"The body is not right: {error}.") from None
    return body  # type: ignore[no-any-return]


def _refuse_twice(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a field is there twice")


def _decode_query(kind: type[Struct]) -> Struct:
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
        raise InvalidError("invalid_json", f"The query is not right: {error}.") from None


@functools.cache
def _lists(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The parameters of a query that may be there more than once."""
    described = msgspec.structs.fields(kind)
    return frozenset(field.encode_name for field in described if field.default_factory is list)


@functools.cache
def _decoder(kind: type[msgspec.Struct]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, dec_hook=fields.decode_field)
