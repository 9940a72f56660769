"""Identifiers: a client may make them, and each is of one thing of its kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import peewee

from clockwork.db.constraints import is_key_taken
from clockwork.errors import ConflictError


def identifier(made_by_client: str | None) -> str:
    """That of the client, else a new one."""
    return made_by_client or str(uuid4())


def proper(text: str | None) -> str | None:
    """An identifier that somebody else made, if it can be one here: a canonical UUID."""
    try:
        return text if text and str(UUID(text)) == text else None
    except ValueError:
        return None


@contextmanager
def unique_identifiers() -> Iterator[None]:
    """Turn the database's refusal of an identifier that is taken into ours: `id_taken`.

    It goes around a transaction, for what is sent along is refused at its end. To look first
    would take a trip more and be no surer; and what has the identifier is nobody's to know.
    """
    try:
        yield
    except peewee.IntegrityError as error:
        if not is_key_taken(error):
            raise
        raise ConflictError(
            "id_taken", "Something has that identifier already; make another."
        ) from None
