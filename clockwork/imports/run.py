"""Add what a file holds: all of it or nothing, under the lock of the person."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from uuid import uuid4

from clockwork.db.batches import insert
from clockwork.db.database import give_back, prolong, rows
from clockwork.errors import ConflictError
from clockwork.imports import making, standing
from clockwork.imports.choices import Choices
from clockwork.imports.making import Made, Maker
from clockwork.imports.plan import Adding, Plan, plan
from clockwork.imports.reading import Reading
from clockwork.tracking import tags, versions
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import fold, one_of
from clockwork.tracking.identifiers import proper
from clockwork.tracking.locks import MovedError, lock_person

ENTRY = (
    "entry (id, person_id, category_id, started_at, stopped_at, note, note_folded, "
    "created_at, updated_at)"
)
AT_ONCE = 500  # entries whose identifiers are looked for

# Is told how many of how many entries are stored.
Tell = Callable[[int, int], None]


class Outcome(NamedTuple):
    """What was planned under the lock, and what was made for it."""

    plan: Plan
    made: Made


class Storing(NamedTuple):
    """An entry to be stored, and the row that it is of."""

    id: str
    category_id: str
    adding: Adding
    created_at: int
    updated_at: int


def hold(actor: Actor) -> None:
    """Let nobody else change the person's time until the end of the transaction."""
    lock_person(actor.person_id)


def preview(actor: Actor, reading: Reading, choices: Choices) -> Plan:
    """What would become of the rows now."""
    there = standing.read(actor, reading.rows)
    give_back()
    return plan(reading, choices, there)


def add(actor: Actor, import_id: str, reading: Reading, choices: Choices, tell: Tell) -> Outcome:
    """Add them as of an import; after `hold`, within `again_when_moved`.

    ConflictError `unanswered` while something has to be asked; MovedError.
    """
    if reading.questions:
        raise ConflictError("unanswered", "Answer first what the file can't tell.")
    there = standing.read(actor, reading.rows)
    planned = plan(reading, choices, there)
    prolong()
    making.hold((one.target for one in planned.adding), reading.places)
    if versions.shared() != there.version:
        # What was found by its name may be called otherwise by now.
        raise MovedError
    maker = Maker(actor, there.catalog, reading.places)
    maker.all_told(planned.targets)
    _store(actor, import_id, planned.adding, maker, tell)
    return Outcome(planned, maker.made)


def _store(
    actor: Actor, import_id: str, adding: Sequence[Adding], maker: Maker, tell: Tell
) -> None:
    tag_ids = {name: tags.find_or_add(name) for name in _tag_names(adding)}
    for done, storing in _identified(actor, adding, maker):
        _drain(insert(ENTRY, (_entry(actor, one) for one in storing)))
        tagged = ((one.id, tag_ids[tag]) for one in storing for tag in one.adding.fitted.timed.tags)
        _drain(insert("entry_tag (entry_id, tag_id)", tagged))
        keyed = (
            (one.id, import_id, actor.person_id, one.adding.fitted.timed.key, one.updated_at)
            for one in storing
        )
        _drain(insert("import_entry (entry_id, source_id, person_id, key, updated_at)", keyed))
        tell(done, len(adding))


def _drain(counts: Iterator[int]) -> None:
    for _ in counts:
        pass


def _tag_names(adding: Sequence[Adding]) -> Sequence[str]:
    """In order, so that two who add the same new tags don't wait for each other."""
    return sorted({tag for one in adding for tag in one.fitted.timed.tags})


def _identified(
    actor: Actor, adding: Sequence[Adding], maker: Maker
) -> Iterator[tuple[int, Sequence[Storing]]]:
    """Some at a time, with how many those are with the ones before."""
    now, source, done = actor.clock(), iter(adding), 0
    while some := list(islice(source, AT_ONCE)):
        wanted = [proper(one.fitted.timed.source_id) for one in some]
        taken = _taken([one for one in wanted if one])
        storing = []
        for entry_id, one in zip(wanted, some, strict=True):
            row = one.fitted.timed
            free_id = entry_id if entry_id and entry_id not in taken else str(uuid4())
            created = min(row.created_at or now, now)
            updated = min(row.updated_at or now, now)
            storing.append(Storing(free_id, maker.category(one.target.path), one, created, updated))
        done += len(some)
        yield done, storing


def _taken(wanted: Sequence[str]) -> set[str]:
    if not wanted:
        return set()
    condition = one_of("id {}", wanted)
    return {
        one for (one,) in rows(f"SELECT id FROM entry WHERE {condition.sql}", *condition.values)
    }


def _entry(actor: Actor, one: Storing) -> Sequence[object]:
    fitted = one.adding.fitted
    note = fitted.timed.note or None
    return (
        *(one.id, actor.person_id, one.category_id, fitted.start, fitted.stop),
        *(note, fold(note) if note else None, one.created_at, one.updated_at),
    )
