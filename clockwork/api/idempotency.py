"""Answers kept under an Idempotency-Key, so that a request sent twice happens once."""

import json
from collections.abc import Callable
from hashlib import sha256

from flask import request
from peewee import Query

from clockwork.api import errors
from clockwork.api.fields import encode
from clockwork.clock import DAY
from clockwork.db.database import Row, transaction
from clockwork.db.models import Answer as KeptAnswer
from clockwork.db.statements import Slot, statement
from clockwork.errors import ClockworkError, InvalidError
from clockwork.observability.requests import at_hand
from clockwork.tracking.actor import Actor
from clockwork.tracking.identifiers import unique_identifiers
from clockwork.web.answer import Answer

KEPT = 7 * DAY

JSON = '[["Content-Type", "application/json"]]'
LENGTH = "Content-Length"

OF_KEY = (KeptAnswer.person == Slot("person_id")) & (KeptAnswer.key == Slot("key"))


def once(actor: Actor, key: str, perform: Callable[[], Answer]) -> Answer:
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
        return _settled(perform, lambda answer: _keep.execute(**_parts(answer), **named))


def delete_expired(now: int) -> int:
    """Delete what is kept for longer than seven days; how many answers that were."""
    return _forget.execute(before=now - KEPT)


def _settled(perform: Callable[[], Answer], keep: Callable[[Answer], object]) -> Answer:
    """The answer, kept with what it tells of, or the refusal, kept without."""
    try:
        # Kept before the end: with it is sent, and may be refused, what went along until now.
        with unique_identifiers(), transaction():
            answer = perform()
            keep(answer)
    except ClockworkError as error:
        answer = errors.refuse(error)
        keep(answer)
    return answer


def _parts(answer: Answer) -> dict[str, object]:
    headers = json.dumps(answer.headers)
    return {"status": answer.status_code, "headers": headers, "body": answer.body.decode()}


def _repeat(kept: Row, body_hash: str) -> Answer:
    status, headers, body, first_hash = kept
    # The version before kept neither the hash nor headers.
    if first_hash not in (None, body_hash):
        raise InvalidError("key_reused", "That Idempotency-Key came before, with another body.")
    if status >= 400:
        body = encode({**json.loads(body), "requestId": at_hand().request_id}).decode()
    # Versions before kept how long the body was, or no headers at all.
    kept_headers = [(name, value) for name, value in json.loads(headers or JSON) if name != LENGTH]
    return Answer(body.encode(), status, kept_headers)


@statement
def _forget() -> Query:
    return KeptAnswer.delete().where(KeptAnswer.created_at < Slot("before"))  # type: ignore[misc]


@statement
def _claim() -> Query:
    claimed = {"person": "person_id", "key": "key", "created_at": "now", "body_hash": "body_hash"}
    values = {column: Slot(name) for column, name in claimed.items()}
    return KeptAnswer.insert(values).on_conflict_ignore()


@statement
def _kept() -> Query:
    kept = (KeptAnswer.status, KeptAnswer.headers, KeptAnswer.body, KeptAnswer.body_hash)
    return KeptAnswer.select(*kept).where(OF_KEY)


@statement
def _keep() -> Query:
    parts = {name: Slot(name) for name in ("status", "headers", "body")}
    return KeptAnswer.update(parts).where(OF_KEY)
