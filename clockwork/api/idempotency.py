"""Answers kept under an Idempotency-Key, so that a request sent twice happens once."""

import json
from collections.abc import Callable

from flask import Response
from peewee import Query

from clockwork.api import errors
from clockwork.api.etags import etag
from clockwork.clock import DAY
from clockwork.db.database import transaction
from clockwork.db.models import Answer
from clockwork.db.statements import Slot, statement
from clockwork.errors import ClockworkError
from clockwork.tracking.actor import Actor

KEPT = 7 * DAY

OF_KEY = (Answer.person == Slot("person_id")) & (Answer.key == Slot("key"))


def once(actor: Actor, key: str, perform: Callable[[], Response]) -> Response:
    """Answer a key's first request, and repeat that answer, a refusal too, for the others.

    A second request with the key waits until the first one's transaction ends. One that fails
    for a reason of ours keeps nothing: the next is the first again.
    """
    named = {"person_id": actor.person_id, "key": key}
    with transaction():
        now = actor.clock()
        _forget.execute(before=now - KEPT)
        if not _claim.execute(now=now, **named):
            return _repeat(**named)
        response = _settled(perform)
        body = response.get_data(as_text=True)
        _keep.execute(status=response.status_code, body=body, **named)
        return response


def _settled(perform: Callable[[], Response]) -> Response:
    try:
        with transaction():
            return perform()
    except ClockworkError as error:
        return errors.refuse(error)


def _repeat(**named: str) -> Response:
    status, body = _kept.row(**named) or (0, "")
    if status >= 400:
        refused = json.loads(body)
        return errors.answer(status, refused["code"], refused["message"], refused.get("details"))
    response = Response(body, status, mimetype="application/json")
    if isinstance(json.loads(body or "null"), dict):
        response.set_etag(etag(response.get_data()))
    return response


@statement
def _forget() -> Query:
    return Answer.delete().where(Answer.created_at < Slot("before"))  # type: ignore[misc]


@statement
def _claim() -> Query:
    claimed = {"person": Slot("person_id"), "key": Slot("key"), "created_at": Slot("now")}
    return Answer.insert(claimed).on_conflict_ignore()


@statement
def _kept() -> Query:
    return Answer.select(Answer.status, Answer.body).where(OF_KEY)


@statement
def _keep() -> Query:
    return Answer.update({"status": Slot("status"), "body": Slot("body")}).where(OF_KEY)
