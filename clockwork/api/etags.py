"""What an answer's ETag says, and a request's If-Match and If-None-Match.

A single object's is of its content. A list's is of the versions of what it was made of, so that to
find it still right takes one look-up; it is a weak one.
"""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec
from flask import request

from clockwork import __version__
from clockwork.api.fields import encode
from clockwork.errors import ChangedError

# Between the content's hash and the versions, where an answer has both.
AND_VERSIONS = "."


class Marked(NamedTuple):
    """What is answered, with the ETag that it carries."""

    etag: str
    value: Any


class Unchanged(Exception):  # noqa: N818 - no error: the client has it already
    """What the client holds is what it would get; `etag` is of both.

    `headers` are those that would go along with it.
    """

    def __init__(self, etag: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(etag)
        self.etag, self.headers = etag, headers


def etag(body: bytes) -> str:
    """The entity tag of a body, without its quotes."""
    return blake2b(body, digest_size=12).hexdigest()


def versions_tag(*parts: object) -> str:
    """The tag of an answer that is the same as long as all of this, and the program, is.

    Of this address alone: that of another says nothing.
    """
    environ = request.environ
    address = environ["PATH_INFO"], environ["QUERY_STRING"]
    return f'W/"{etag(repr((__version__, address, parts)).encode())}"'


def entry_tag(body: bytes, versions: Sequence[int]) -> str:
    """The tag of the running entry: If-Match goes by its content, If-None-Match by all of it."""
    numbers = "".join(f"{AND_VERSIONS}{number}" for number in versions)
    return f'"{etag(body)}{numbers}"'


def is_conditional() -> bool:
    """Whether the client says what it holds."""
    return "HTTP_IF_NONE_MATCH" in request.environ


def refuse_held(tag: str, headers: Sequence[tuple[str, str]] = ()) -> str:
    """The tag; Unchanged, with headers, when the client holds what it is of."""
    if is_conditional():
        opaque = tag.removeprefix("W/").strip('"')
        if request.if_none_match.contains_weak(opaque):
            raise Unchanged(tag, headers)
    return tag


def if_match(present: Callable[[Any], msgspec.Struct]) -> Callable[[Any], None]:
    """A guard that refuses a change when the request's If-Match no longer holds."""
    header = request.headers.get("If-Match")
    if header is None:
        return lambda _found: None

    def guard(found: Any) -> None:
        shape, sent = present(found), request.if_match
        # Of an empty one, werkzeug makes None.
        contents = {(tag or "").partition(AND_VERSIONS)[0] for tag in sent}
        if not sent.star_tag and etag(encode(shape)) not in contents:
            raise ChangedError(shape)

    return guard
