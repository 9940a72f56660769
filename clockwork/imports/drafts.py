"""Imports step by step: a file is looked at, decided on, then brought, all of it or nothing."""

import zlib
from collections.abc import Sequence

from clockwork.accounts import people
from clockwork.db.database import execute, give_back, prolong, rows, transaction
from clockwork.errors import ConflictError, NotFoundError
from clockwork.imports import book, run, standing, summary
from clockwork.imports.book import Import
from clockwork.imports.choices import Choices
from clockwork.imports.plan import Plan
from clockwork.imports.reading import Reading, read
from clockwork.imports.run import Tell
from clockwork.imports.source import Source
from clockwork.imports.summary import Summary
from clockwork.tracking import audit
from clockwork.tracking.actor import Actor
from clockwork.tracking.locks import MovedError, again_when_moved
from clockwork.tracking.zones import find_zone

PIECE = 256 * 1024  # bytes of a packed file in a row


def nobody(_done: int, _of: int) -> None:
    """Who wants to hear nothing of how far it is."""


def look(actor: Actor, source: Source, choices: Choices) -> Import:
    """Keep a file, and what would become of it. UnreadableError; ConflictError `entry_overlap`."""
    found = _preview(actor, read_for(actor, source, choices), choices)
    with transaction():
        book.delete_expired(actor.clock())
        one = book.store(book.new(actor, source.name, choices, found))
        _keep(one.id, source.data)
    return one


def decide(actor: Actor, import_id: str, choices: Choices) -> Import:
    """Choose otherwise; what would become of it then. Raises what `look` does; NotFoundError."""
    one = _draft(actor, import_id)
    found = _preview(actor, read_for(actor, _file(one), choices), choices)
    decided = one._replace(format=found.format, choices=choices, summary=found)
    with transaction():
        run.hold(actor)
        _draft(actor, import_id)
        return book.store(decided)


@again_when_moved
def bring(actor: Actor, import_id: str, tell: Tell = nobody) -> Import:
    """Add what a draft holds; what is done already is answered as it is.

    ConflictError `unanswered`, `undone`; NotFoundError.
    """
    one = book.get(actor, import_id)
    if one.state == "done":
        return one
    choices = one.choices
    # Nothing here keeps the file, which may be large, beyond what it says.
    reading = read_for(actor, _file(_draft(actor, import_id)), choices)
    with transaction():
        run.hold(actor)
        one = book.get(actor, import_id)
        if one.state == "draft" and one.choices != choices:
            # Somebody chose otherwise while it was read.
            raise MovedError
        return _bring(actor, one, reading, tell)[0] if one.state == "draft" else one


@again_when_moved
def bring_at_once(
    actor: Actor, reading: Reading, choices: Choices, tell: Tell = nobody
) -> tuple[Import, Plan]:
    """Add what a file says, without a draft. Raises what `look` and `bring` do."""
    with transaction():
        run.hold(actor)
        found = summary.of_questions(reading)
        one = book.store(book.new(actor, reading.name, choices, found))
        return _bring(actor, one, reading, tell)


def read_for(actor: Actor, source: Source, choices: Choices) -> Reading:
    """What a file says of the acting person's time. UnreadableError."""
    names = _names(actor)
    # A long file takes seconds to read; nobody may have a connection to PostgreSQL for many.
    give_back()
    return read(source, choices, names)


def _bring(actor: Actor, one: Import, reading: Reading, tell: Tell) -> tuple[Import, Plan]:
    outcome = run.add(actor, one.id, reading, one.choices, tell)
    found = _summary(actor, outcome.plan, one.choices)
    now = actor.clock()
    brought = one._replace(format=found.format, summary=found, made=outcome.made)
    execute("DELETE FROM import_part WHERE source_id = ?", one.id)
    about = {"personId": actor.person_id, "name": one.name, "entries": found.added}
    audit.write(now, actor.person_id, "imported", "import", one.id, **about)
    return book.store(book.ended(brought, "done", now)), outcome.plan


def _preview(actor: Actor, reading: Reading, choices: Choices) -> Summary:
    if reading.questions:
        return summary.of_questions(reading)
    return _summary(actor, run.preview(actor, reading, choices), choices)


def _summary(actor: Actor, planned: Plan, choices: Choices) -> Summary:
    return summary.of_plan(planned, find_zone(choices.zone or standing.zone_of(actor)))


def _names(actor: Actor) -> Sequence[str]:
    """What a file may call the acting person."""
    try:
        person = people.get(actor.person_id)
    except NotFoundError:
        return ()
    return [one for one in (person.email, person.name) if one]


def _draft(actor: Actor, import_id: str) -> Import:
    one = book.get(actor, import_id)
    if one.state != "draft":
        raise ConflictError("not_a_draft", "That import is done; bring the file again.")
    return one


def _keep(import_id: str, data: bytes) -> None:
    packed = zlib.compress(data, 1)
    for number, begin in enumerate(range(0, len(packed), PIECE)):
        execute(
            "INSERT INTO import_part (source_id, number, data) VALUES (?, ?, ?)",
            *(import_id, number, packed[begin : begin + PIECE]),
        )
        prolong()


def _file(one: Import) -> Source:
    """The file of a draft. NotFoundError, where it is not there any more."""
    found = rows("SELECT data FROM import_part WHERE source_id = ? ORDER BY number", one.id)
    if not found:
        raise NotFoundError("file of that import")
    return Source(one.name, zlib.decompress(b"".join(bytes(data) for (data,) in found)))
