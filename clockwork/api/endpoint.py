"""What every route does around its handler: decode, say who acts, encode."""

import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from flask import Response, request

from clockwork.accounts.signin import Guest
from clockwork.api import decode, idempotency
from clockwork.api.contract import Tagged
from clockwork.api.etags import Marked, Unchanged, etag
from clockwork.api.fields import IN_PATH, Id, encode
from clockwork.errors import InvalidError
from clockwork.web.answer import JSON, Answer, bodiless
from clockwork.web.application import application
from clockwork.web.compression import compress
from clockwork.web.identity import Identity

OPEN = "open"

CSV = "text/csv"


class Files(tuple[str, ...]):
    """The answer of a route that makes its own response: the media types that it may have."""

    __slots__ = ()


# As requests and as the OpenAPI document write them.
READING = frozenset(("GET", "HEAD", "get", "head"))

View = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """A route as the OpenAPI document describes it."""

    summary: str
    answer: Any
    status: int
    body: type[msgspec.Struct] | type[bytes] | None
    body_required: bool
    query: type[msgspec.Struct] | None
    errors: Sequence[str]
    scope: str
    conditional: bool
    keyed: bool
    description: str

    def needs(self, method: str) -> str:
        """The scope that a token needs; `account` and `people` are for people themselves."""
        return self.scope or ("read" if method in READING else "track")

    @property
    def takes_key(self) -> bool:
        """Whether a POST happens once under an Idempotency-Key: when it is about tracking.

        Not what takes long, as all of it would be one transaction.

        Never where accounts are: what is kept would hold a token's key or tell a password's
        hash, and a failure to prove who one is has to count every time.
        """
        return self.keyed and self.scope in ("", "read", "track")


def endpoint(
    summary: str,
    *,
    answer: Any = None,
    status: int = 200,
    body: type[msgspec.Struct] | type[bytes] | None = None,
    body_required: bool = True,
    query: type[msgspec.Struct] | None = None,
    codes: str = "",
    scope: str = "",
    conditional: bool = False,
    keyed: bool = True,
) -> Callable[[View], View]:
    """Make a handler of (actor, *path identifiers, body or query) a Flask view.

    A `body` of bytes is a file as it is; a POST that is not `keyed` takes no Idempotency-Key.
    `scope` is what a token needs for it: by default `read` or, when it changes something,
    `track`; OPEN routes take a Guest in place of the actor.
    `codes` names the errors that the handler can answer besides those of all routes; with
    `changed` among them it honours If-Match. A `conditional` one honours If-None-Match: its handler
    gives a Marked or raises Unchanged. Its docstring tells what the summary leaves out.
    """

    def decorate(handler: View) -> View:
        told = inspect.cleandoc(handler.__doc__ or "")
        operation = Operation(
            *(summary, answer, status, body, body_required, query, codes.split(), scope),
            *(conditional, keyed, told),
        )

        @functools.wraps(handler)
        def view(**path: str) -> Any:
            return _respond(operation, handler, path)

        view.operation = operation  # type: ignore[attr-defined]
        return view

    return decorate


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


def _respond(operation: Operation, handler: View, path: dict[str, str]) -> Any:
    environ, who_asks = request.environ, identity()
    is_open = operation.scope == OPEN
    needed = operation.needs(environ["REQUEST_METHOD"])
    who = who_asks.guest() if is_open else who_asks.actor(needed)
    # Only after who asks is known: a stranger learns nothing, not even what a body looks like.
    key = _key(operation, environ)
    arguments = _decode(operation, path)

    if key is None or isinstance(who, Guest):
        try:
            return _encode(operation, handler(who, *arguments))
        except Unchanged as unchanged:
            return Answer(status=304, headers=[("ETag", unchanged.etag), *unchanged.headers])
    return idempotency.once(who, key, lambda: _encode(operation, handler(who, *arguments)))


def _key(operation: Operation, environ: dict[str, Any]) -> str | None:
    key: str | None = environ.get("HTTP_IDEMPOTENCY_KEY")
    if key is None or environ["REQUEST_METHOD"] != "POST":
        return None
    if not operation.takes_key:
        raise InvalidError("invalid_json", "This address takes no Idempotency-Key.")
    if not 1 <= len(key) <= 64 or not key.isprintable():
        raise InvalidError("invalid_json", "Idempotency-Key has 1 to 64 printable characters.")
    return key


def _decode(operation: Operation, path: dict[str, str]) -> list[Any]:
    arguments: list[Any] = [IN_PATH.get(name, Id).parse(value) for name, value in path.items()]
    if operation.body is not None:
        arguments.append(decode.body(operation.body, operation.body_required))
    if operation.query is not None:
        arguments.append(decode.query(operation.query))
    return arguments


def _encode(operation: Operation, value: object) -> Any:
    if operation.answer is None:
        return bodiless(operation.status)
    if isinstance(value, Answer | Response):
        return value
    if isinstance(value, Marked):
        headers = [JSON, ("ETag", value.etag)]
        return compress(Answer(encode(value.value), operation.status, headers))
    answer = Answer(encode(value), operation.status)
    if isinstance(value, Tagged):
        answer.headers.append(("ETag", f'"{etag(answer.body)}"'))
    return answer
