"""The one place that turns what went wrong into an HTTP answer."""

import logging

import msgspec
import peewee
from flask import Flask, request
from playhouse.pool import MaxConnectionsExceeded
from werkzeug.exceptions import HTTPException

from clockwork import errors
from clockwork.api.codes import CODES
from clockwork.api.contract import Error
from clockwork.api.fields import encode
from clockwork.db.constraints import is_reference_missing
from clockwork.db.database import GONE
from clockwork.db.storage import is_full, is_read_only
from clockwork.observability.requests import at_hand, without_secret
from clockwork.web.answer import Answer

log = logging.getLogger("clockwork.error")

# What Flask refuses by itself, in the contract's words.
REFUSED = {
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("too_large", "The request is too large."),
}


def init_app(app: Flask) -> None:
    """Answer every failure in the contract's shape."""
    app.register_error_handler(errors.ClockworkError, refuse)
    app.register_error_handler(HTTPException, _refuse_http)
    app.register_error_handler(peewee.PeeweeException, _refuse_database)
    app.register_error_handler(MaxConnectionsExceeded, _refuse_database)
    app.register_error_handler(Exception, _crash)


def refuse(error: errors.ClockworkError) -> Answer:
    """The answer to a refusal of ours."""
    details = error.present if isinstance(error, errors.ChangedError) else error.details
    response = answer(CODES[error.code].status, error.code, error.message, details)
    if isinstance(error, errors.UnavailableError):
        response.headers.append(("Retry-After", "1"))
    if isinstance(error, errors.ThrottledError):
        response.headers.append(("Retry-After", str(error.retry_after)))
    return response


def answer(status: int, code: str, message: str, details: object = None) -> Answer:
    """An error in the contract's shape, with the request's identifier."""
    body = Error(
        code=code,
        message=message,
        request_id=at_hand().request_id,
        details=msgspec.UNSET if details is None else details,
    )
    return Answer(encode(body), status)


def _refuse_http(error: HTTPException) -> Answer:
    status = error.code or 500
    if status < 400:
        return Answer(status=status, headers=error.get_headers())
    code, message = REFUSED.get(status, ("invalid_request", error.description or error.name))
    response = answer(status, code, message)
    if status == 405:
        response.headers.append(("Allow", dict(error.get_headers()).get("Allow", "")))
    return response


def _refuse_database(error: Exception) -> Answer:
    refusal = _as_refusal(error)
    if refusal is None:
        return _crash(error)
    log.error("%s: %s", refusal.message, " ".join(str(error).split()))
    return refuse(refusal)


def _as_refusal(error: Exception) -> errors.ClockworkError | None:
    if is_reference_missing(error):
        # Who asks was removed meanwhile; nothing else that requests refer to goes unlocked.
        return errors.UnauthenticatedError()
    if is_full(error):
        return errors.StorageFullError("storage_full", "The disk is full; nothing was changed.")
    # psycopg2 has no kind for a connection that is cut between a result and its message.
    is_cut = type(error) is peewee.DatabaseError
    if isinstance(error, GONE) or is_cut or is_read_only(error):
        return errors.UnavailableError(
            "database_unavailable",
            "The database does not answer. Try again; what was sent may have been stored.",
        )
    return None


def _crash(error: Exception) -> Answer:
    log.error("%s %s failed", request.method, without_secret(request.path), exc_info=error)
    return answer(500, "internal", "Something went wrong on the server; it has been logged.")
