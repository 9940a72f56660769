"""Two editors of one thing: what an answer's ETag and a change's If-Match say."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import msgspec
from flask import request

from clockwork.api.fields import encode
from clockwork.errors import ChangedError


def etag(body: bytes) -> str:
    """The entity tag of a body, without its quotes."""
    return blake2b(body, digest_size=12).hexdigest()


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
