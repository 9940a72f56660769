"""Who changed or deleted what and when; written in the transaction of the change."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

import msgspec

from clockwork.db.database import execute, rows

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


def write(
    now: int, actor_id: str | None, action: str, kind: str, object_id: str, **details: object
) -> None:
    """Add a record; call it inside the transaction of what it tells of."""
    execute(
        "INSERT INTO audit (id, at, actor_id, action, kind, object_id, details) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(str(uuid4()), now, actor_id, action, kind, object_id),
        msgspec.json.encode(details, enc_hook=str).decode(),
    )


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The fields that changed, each with its value before and after; private ones without."""
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    return {name: [] if name in PRIVATE else values for name, values in changed.items()}


def page(limit: int, before: tuple[int, str] | None) -> list[Record]:
    """Records newest first; with `before`, those older than that (time, identifier)."""
    where, values = ("", ()) if before is None else ("WHERE (at, id) < (?, ?)", before)
    found = rows(
        "SELECT id, at, actor_id, action, kind, object_id, details FROM audit "
        f"{where} ORDER BY at DESC, id DESC LIMIT ?",
        *(*values, limit),
    )
    return [Record._make(record) for record in found]
