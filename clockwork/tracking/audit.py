"""Who changed or deleted what and when; written in the transaction of the change."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID, uuid4

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


class Wanted(NamedTuple):
    """Which records are meant: of a half-open range, of what one person did or had done to them."""

    start: int | None = None
    stop: int | None = None
    person_id: str | None = None


EVERYTHING = Wanted()

_MOST = 2**63 - 1
# No identifier is less: older than this at a moment is all that is older than the moment.
_LEAST_ID = str(UUID(int=0))


def _newest() -> Query:
    audit = models.Audit
    found = audit.select(*(getattr(audit, name) for name in Record._fields))
    before = Tuple(audit.at, audit.id) < Tuple(Slot("at"), Slot("id"))
    newest = found.where(before, audit.at >= Slot("start"))
    return newest.order_by(audit.at.desc(), audit.id.desc()).limit(Slot("limit"))


_page = statement(_newest)


@statement
def _page_of_person() -> Query:
    audit = models.Audit
    by_or_of = (audit.actor_id == Slot("person")) | (audit.object_id == Slot("person"))
    return _newest().where(by_or_of | (audit.details ** Slot("about")))


@statement
def _forget_time() -> Query:
    audit = models.Audit
    about = audit.kind.in_(("entry", "tag", "import")) & (audit.details ** Slot("about"))
    return audit.update(details=Slot("left")).where(about)


@statement
def _forget_names() -> Query:
    audit = models.Audit
    own = audit.kind.in_(("token", "feed")) & (audit.actor_id == Slot("person"))
    return audit.update(details="{}").where(own)


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


def page(limit: int, before: tuple[int, str] | None, wanted: Wanted = EVERYTHING) -> list[Record]:
    """Records newest first; with `before`, those older than that (time, identifier)."""
    start = -_MOST if wanted.start is None else wanted.start
    stop = _MOST if wanted.stop is None else wanted.stop
    at, identifier = min(filter(None, ((stop, _LEAST_ID), before)))
    values: dict[str, object] = {"limit": limit, "at": at, "id": identifier, "start": start}
    if wanted.person_id is None:
        found = _page.rows(**values)
    else:
        about = _about(wanted.person_id)
        found = _page_of_person.rows(**values, person=wanted.person_id, about=about)
    return [Record._make(record) for record in found]


def forget(person_id: str) -> None:
    """Tell no more than whose it was of a person's time and tags, and nothing of their keys."""
    left = msgspec.json.encode({"personId": person_id}).decode()
    _forget_time.execute(left=left, about=_about(person_id))
    _forget_names.execute(person=person_id)


def _about(person_id: str) -> str:
    """What is found in the details about a person's time, as `write` encodes them."""
    return f'%"personId":"{person_id}"%'


def delete_before(moment: int) -> int:
    """Delete what is older; how many records that was."""
    return _delete.execute(before=moment)
