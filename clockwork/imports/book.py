"""A person's imports as stored: what was looked at, what was done, what it made."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import uuid4

import msgspec

from clockwork.clock import DAY
from clockwork.db.database import Row, execute, row, rows, transaction
from clockwork.errors import ConflictError, NotFoundError
from clockwork.imports.choices import BY_DEFAULT, Choices
from clockwork.imports.making import Made
from clockwork.imports.summary import Summary
from clockwork.tracking.actor import Actor

KEPT = DAY  # of drafts: whoever looks at a file decides soon, or brings it again

COLUMNS = "id, person_id, name, format, state, created_at, ended_at, choices, summary, made"
MARKS = ", ".join("?" * 10)
NAME_LENGTH = 200
MOST_MONTHS = 1_200  # a hundred years


class Import(NamedTuple):
    """An import; times in microseconds. It is a draft until it ends by being done, or undone."""

    id: str
    person_id: str
    name: str
    format: str | None
    state: str
    created_at: int
    ended_at: int | None
    choices: Choices
    summary: Summary
    made: Made


def new(actor: Actor, name: str, choices: Choices, summary: Summary) -> Import:
    """A draft that is not stored yet."""
    short = name[-NAME_LENGTH:].replace("\0", "")
    return Import(
        *(str(uuid4()), actor.person_id, short, summary.format, "draft", actor.clock(), None),
        *(choices, summary, Made([], [])),
    )


def store(one: Import) -> Import:
    """Add it, or put it in place of what it was."""
    values = (*one[:7], *map(_text, one[7:]))
    execute(
        f"INSERT INTO import ({COLUMNS}) VALUES ({MARKS}) ON CONFLICT (id) DO UPDATE SET "
        "format = excluded.format, state = excluded.state, ended_at = excluded.ended_at, "
        "choices = excluded.choices, summary = excluded.summary, made = excluded.made",
        *values,
    )
    return one


def ended(one: Import, state: str, now: int) -> Import:
    """As it is kept once it ended: without what was only there to be decided on."""
    brief = msgspec.structs.replace(
        one.summary,
        places=[],
        tags=[],
        problems=one.summary.problems[:100],
        months=one.summary.months[-MOST_MONTHS:],
    )
    choices = msgspec.structs.replace(one.choices, places=BY_DEFAULT.places)
    return one._replace(state=state, ended_at=now, summary=brief, choices=choices)


def get(actor: Actor, import_id: str) -> Import:
    """One of the acting person's. NotFoundError."""
    found = row(
        f"SELECT {COLUMNS} FROM import WHERE id = ? AND person_id = ?", import_id, actor.person_id
    )
    if found is None:
        raise NotFoundError("import")
    return _import(found)


def list_all(actor: Actor) -> Sequence[Import]:
    """The acting person's, newest first."""
    found = rows(
        f"SELECT {COLUMNS} FROM import WHERE person_id = ? ORDER BY created_at DESC, id DESC",
        actor.person_id,
    )
    return [_import(one) for one in found]


def discard(actor: Actor, import_id: str) -> None:
    """Forget a draft. NotFoundError; ConflictError `not_a_draft`, as what ended stays."""
    one = get(actor, import_id)
    with transaction():
        gone = execute("DELETE FROM import WHERE id = ? AND state = 'draft'", one.id)
    if not gone:
        raise ConflictError("not_a_draft", "That import has ended; it stays in the list.")


def delete_expired(now: int) -> int:
    """Delete drafts that nobody decided on for a day; how many those were."""
    return execute("DELETE FROM import WHERE state = 'draft' AND created_at < ?", now - KEPT)


def _text(value: Any) -> str:
    held = value._asdict() if isinstance(value, Made) else value
    return msgspec.json.encode(held).decode()


def _import(found: Row) -> Import:
    choices, summary, made = found[7:]
    return Import._make(
        (
            *found[:7],
            msgspec.json.decode(choices, type=Choices),
            msgspec.json.decode(summary, type=Summary),
            Made(**msgspec.json.decode(made)),
        )
    )
