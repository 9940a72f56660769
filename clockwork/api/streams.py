"""Answers that may be long: encoded and sent piece by piece, so that none is in memory whole."""

from collections.abc import Iterable, Iterator
from itertools import islice

from flask import Response, request

from clockwork.db.database import Database
from clockwork.export.formats import Format
from clockwork.web.answer import JSON, Answer
from clockwork.web.application import application
from clockwork.web.compression import ENCODED, VARY, compress, compressed, is_taken
from clockwork.web.headers import NO_STORE

# At once, or piece by piece.
Streamed = Answer | Response

PIECE = 64 * 1024  # bytes


def answer(parts: Iterable[bytes], tag: str) -> Streamed:
    """JSON in parts, and its ETag: a short one at once with its length, a long one in pieces.

    What fails within the first 128 kB is refused like anything else.
    """
    pieces = _pieces(parts)
    begun = list(islice(pieces, 2))
    headers = [JSON, ("ETag", tag)]
    if len(begun) < 2:
        return compress(Answer(b"".join(begun), headers=headers))
    headers.append(VARY)
    whole = _all(begun, pieces, application().database)
    if request.method == "HEAD":
        headers.append(("Content-Length", str(sum(map(len, whole)))))
        return Response(headers=headers)
    if is_taken():
        return Response(compressed(whole), headers=[*headers, ENCODED])
    return Response(whole, headers=headers)


def file(
    parts: Iterable[bytes], name: str, kind: Format, kept: Iterable[tuple[str, str]] = (NO_STORE,)
) -> Response:
    """A file to keep. What fails within the first 128 kB is refused like anything else.

    `kept` are headers about who may keep it and until when: by default, as of every answer that is
    JSON, nobody but who asked, for what it tells is nobody else's.
    """
    pieces = _pieces(parts)
    begun = list(islice(pieces, 2))
    headers = [
        ("Content-Type", f"{kind.media}; charset=utf-8" if kind.is_text else kind.media),
        ("Content-Disposition", f'attachment; filename="{name}"'),
        *kept,
        VARY,
    ]
    if request.method == "HEAD":
        return Response(headers=headers)
    whole = _all(begun, pieces, application().database)
    if kind.is_text and is_taken():
        return Response(compressed(whole), headers=[*headers, ENCODED])
    return Response(whole, headers=headers)


def _all(begun: Iterable[bytes], pieces: Iterable[bytes], database: Database) -> Iterator[bytes]:
    """What was begun and the rest; while a client is slow no connection waits for it."""
    yield from begun
    try:
        for piece in pieces:
            database.close()
            yield piece
    finally:
        database.close()


def _pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """As few as can be without any being much larger than 64 kB."""
    piece, size = [], 0
    for part in parts:
        piece.append(part)
        size += len(part)
        if size > PIECE:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)
