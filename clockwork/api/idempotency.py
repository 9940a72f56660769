"""Answers kept under an Idempotency-Key, so that a request sent twice happens once."""

import json
from collections.abc import Callable
from hashlib import sha256

from flask import Response, g, request
from peewee import Query

from clockwork.api import errors
from clockwork.api.fields import encode
from clockwork.clock import DAY
from clockwork.db.database import Row, transaction
from clockwork.db.models import Answer
from clockwork.db.statements import Slot, statement
from clockwork.errors import ClockworkError, InvalidError
from clockwork.tracking.actor import Actor

KEPT = 7 * DAY

JSON = '[["Content-Type", "application/json"]]'

OF_KEY = (Answer.person == Slot("person_id")) & (Answer.key == Slot("key"))


def once(actor: Actor, key: str, perform: Callable[[], Response]) -> Response:
    """Answer a key's first request, and repeat that answer, a refusal too, for the others.

    A second request with the key waits until the first one's transaction ends. One that fails
    for a reason of ours keeps nothing: the next is the first again. InvalidError `key_reused`.
    """
    # A key belongs to an address: used for another, by mistake, it must not lose that request.
    named = {"person_id": actor.person_id, "key": f"{request.path} {key}"}
    body_hash = sha256(request.get_data()).hexdigest()
    with transaction():
        now = actor.clock()
        delete_expired(now)
        if not _claim.execute(now=now, body_hash=body_hash, **named):
            return _repeat(_kept.rows(**named)[0], body_hash)
        response = _settled(perform)
        _keep.execute(**_parts(response), **named)
        return response


def delete_expired(now: int) -> int:
    """Delete what is kept for longer than seven days; how many answers that were."""
    return _forget.execute(before=now - KEPT)


def _settled(perform: Callable[[], Response]) -> Response:
    try:
        with transaction():
            return perform()
    except ClockworkError as error:
        return errors.refuse(error)


def _parts(response: Response) -> dict[str, object]:
    headers = json.dumps(response.headers.to_wsgi_list())
    body = response.get_data(as_text=True)
    return {"status": response.status_code, "headers": headers, "body": body}


def _repeat(kept: Row, body_hash: str) -> Response:
    status, headers, body, first_hash = kept
    # The version before kept neither the hash nor headers.
    if first_hash not in (None, body_hash):
        raise InvalidError("key_reused", "That Idempotency-Key came before, with another body.")
    if status >= 400:
        body = encode({**json.loads(body), "requestId": g.request_id})
    return Response(body, status, json.loads(headers or JSON))


@statement
def _forget() -> Query:
    return Answer.delete().where(Answer.created_at < Slot("before"))  # type: ignore[misc]


@statement
def _claim() -> Query:
    claimed = {"person": "person_id", "key": "key", "created_at": "now", "body_hash": "body_hash"}
    values = {column: Slot(name) for column, name in claimed.items()}
    return Answer.insert(values).on_conflict_ignore()


@statement
def _kept() -> Query:
    kept = (Answer.status, Answer.headers, Answer.body, Answer.body_hash)
    return Answer.select(*kept).where(OF_KEY)


@statement
def _keep() -> Query:
    parts = {name: Slot(name) for name in ("status", "headers", "body")}
    return Answer.update(parts).where(OF_KEY)
