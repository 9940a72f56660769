"""Who changed or deleted what and when; written in the transaction of the change."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

import msgspec
from peewee import Query, Tuple

from clockwork.db import models
from clockwork.db.statements import Slot, slots, statement

# Such a field's value never stands in the audit, only that it changed.
PRIVATE = frozenset(("note", "password"))


class Record(NamedTuple):
    """One line of the audit; times in microseconds, `details` is JSON."""

    id: str
    at: int
    actor_id: str | None
    action: str
    kind: str
    object_id: str
    details: str


@statement
def _insert() -> Query:
    return models.Audit.insert(**slots(" ".join(Record._fields)))


def _newest() -> Query:
    audit = models.Audit
    found = audit.select(*(getattr(audit, name) for name in Record._fields))
    return found.order_by(audit.at.desc(), audit.id.desc()).limit(Slot("limit"))


_first_page = statement(_newest)


@statement
def _next_page() -> Query:
    position = Tuple(models.Audit.at, models.Audit.id)
    return _newest().where(position < Tuple(Slot("at"), Slot("id")))


@statement
def _delete() -> Query:
    return models.Audit.delete().where(models.Audit.at < Slot("before"))  # type: ignore[misc]


def write(
    now: int, actor_id: str | None, action: str, kind: str, object_id: str, **details: object
) -> None:
    """Add a record; call it inside the transaction of what it tells of."""
    told = msgspec.json.encode(details, enc_hook=str).decode()
    record = Record(str(uuid4()), now, actor_id, action, kind, object_id, told)
    _insert.execute(**record._asdict())


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The fields that changed, each with its value before and after; private ones without."""
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    return {name: [] if name in PRIVATE else values for name, values in changed.items()}


def page(limit: int, before: tuple[int, str] | None) -> list[Record]:
    """Records newest first; with `before`, those older than that (time, identifier)."""
    if before is None:
        found = _first_page.rows(limit=limit)
    else:
        found = _next_page.rows(limit=limit, at=before[0], id=before[1])
    return [Record._make(record) for record in found]


def delete_before(moment: int) -> int:
    """Delete what is older; how many records that was."""
    return _delete.execute(before=moment)
