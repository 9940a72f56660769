"""Entries that can be corrected: list, add, change, split, delete."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypedDict

from clockwork.clock import settle
from clockwork.db.database import Row, transaction
from clockwork.errors import ConflictError, InvalidError, NotFoundError
from clockwork.tracking import audit, categories, ledger
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.identifiers import unique_identifiers
from clockwork.tracking.intervals import is_inside
from clockwork.tracking.ledger import TimeEntry
from clockwork.tracking.locks import again_when_moved, lock_person
from clockwork.tracking.standing import hold

# Looks at an object as it is now, under the lock, and raises ChangedError to prevent a change.
Guard = Callable[[TimeEntry], None]

# A position in a list: the (start, identifier) of the last entry seen.
Position = tuple[int, str]


class EntryChanges(TypedDict, total=False):
    """What to change of an entry; what is absent is kept."""

    category_id: str
    started_at: int
    stopped_at: int | None
    note: str | None
    tags: Sequence[str]


class Page(NamedTuple):
    """Some entries, as tuples of what a TimeEntry has, and where the next page begins."""

    entries: Sequence[Row]
    next: Position | None


def check_range(start: int | None, stop: int | None) -> None:
    """Raise InvalidError `invalid_time_range` when a range ends before it starts."""
    if start is not None and stop is not None and start > stop:
        raise InvalidError("invalid_time_range", "The range ends before it begins.")


def check_people(actor: Actor, wanted: Filter) -> None:
    """Raise NotFoundError when somebody's time is not the actor's to see."""
    if not all(map(actor.may_see, wanted.person_ids)):
        raise NotFoundError("person")


def check(actor: Actor, wanted: Filter) -> None:
    """Raise what forbids to ask so: InvalidError `invalid_time_range`, NotFoundError."""
    check_range(wanted.start, wanted.stop)
    check_people(actor, wanted)


def each(actor: Actor, wanted: Filter, *, oldest_first: bool = False) -> Iterator[Sequence[Row]]:
    """All entries that match, newest first, some at a time; as tuples of what a TimeEntry has."""
    check(actor, wanted)
    return ledger.each(wanted, actor.clock(), oldest_first)


def page(actor: Actor, wanted: Filter, limit: int, after: Position | None) -> Page:
    """Up to `limit` entries that match, newest first, from a position on."""
    check(actor, wanted)
    found = ledger.find(wanted, actor.clock(), limit + 1, after)
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], ledger.position(last) if last else None)


def visible(actor: Actor, entry_id: str) -> TimeEntry:
    """An entry that the actor may see. NotFoundError."""
    entry = ledger.get(entry_id)
    if entry is None or not actor.may_see(entry.person_id):
        raise NotFoundError("entry")
    return entry


@again_when_moved
def create(
    actor: Actor,
    category_id: str | None,
    started_at: int,
    stopped_at: int,
    note: str | None = None,
    tags: Sequence[str] = (),
    entry_id: str | None = None,
) -> TimeEntry:
    """Add an entry with both ends, to the inbox without a category.

    NotFoundError; ConflictError `archived`, `entry_overlap`, `id_taken`; InvalidError
    `invalid_time`, `invalid_time_range`.
    """
    with unique_identifiers(), transaction():
        standing = hold(actor, category_id)
        now = actor.clock()
        start, stop = _settle_both(started_at, stopped_at, now)
        refuse_overlap(actor, actor.person_id, start, stop, exclude=None)
        place = (actor.person_id, standing.category_id, standing.project_id)
        return ledger.add(ledger.new(*place, start, stop, note, tags, now, entry_id))


def change(actor: Actor, entry_id: str, changes: EntryChanges, guard: Guard) -> TimeEntry:
    """Correct an entry. Giving a running one `stopped_at` stops it.

    NotFoundError; ConflictError `archived`, `entry_overlap`; InvalidError `invalid_time`,
    `invalid_time_range`; ChangedError from the guard.
    """
    with transaction():
        current = _locked(actor, entry_id)
        guard(current)
        now = actor.clock()
        changed = _with_changes(current, changes, now)
        tags = sorted(set(changes.get("tags", current.tags)))
        if (changed, tags) == (current, current.tags):
            return current
        if changed.category_id != current.category_id:
            categories.require_startable(changed.category_id)
        if (changed.started_at, changed.stopped_at) != (current.started_at, current.stopped_at):
            refuse_overlap(
                actor, current.person_id, changed.started_at, changed.stopped_at, exclude=entry_id
            )
        ledger.replace(changed, tags, now)
        after = visible(actor, entry_id)
        differences = audit.differences(_audited(current), _audited(after))
        times = [current.started_at, current.stopped_at]
        _write_audit(actor, now, "changed", after, times=times, fields=differences)
        return after


def delete(actor: Actor, entry_id: str, guard: Guard) -> None:
    """Remove an entry. NotFoundError; ChangedError from the guard."""
    with transaction():
        entry = _locked(actor, entry_id)
        guard(entry)
        ledger.remove(entry_id)
        fields = {name: value for name, value in _audited(entry).items() if name != "note"}
        _write_audit(actor, actor.clock(), "deleted", entry, fields=fields)


def split(
    actor: Actor, entry_id: str, at: int, second_id: str | None = None
) -> tuple[TimeEntry, TimeEntry]:
    """Cut an entry in two at a moment strictly inside it; the first keeps its identifier.

    NotFoundError; InvalidError `invalid_time`; ConflictError `id_taken`.
    """
    with unique_identifiers(), transaction():
        entry = _locked(actor, entry_id)
        now = actor.clock()
        end = now if entry.stopped_at is None else entry.stopped_at
        if not is_inside(at, entry.started_at, end):
            raise InvalidError("invalid_time", "That time is not inside the entry.")
        ledger.stop(entry_id, at, now)
        place = (entry.person_id, entry.category_id, entry.project_id)
        rest = ledger.new(*place, at, entry.stopped_at, entry.note, entry.tags, now, second_id)
        second = ledger.add(rest)
        _write_audit(actor, now, "split", entry, at=int(at), second=second.id)
        return entry._replace(stopped_at=at, updated_at=now), second


def reopen(actor: Actor, entry_id: str) -> TimeEntry:
    """Let a stopped entry run on as if it had not been stopped; one that runs is left.

    NotFoundError; ConflictError `entry_overlap` when anything was tracked after its start.
    """
    with transaction():
        entry = _locked(actor, entry_id)
        if entry.stopped_at is None:
            return entry
        now = actor.clock()
        _refuse_second(entry)
        refuse_overlap(actor, entry.person_id, entry.started_at, None, exclude=entry_id)
        reopened = entry._replace(stopped_at=None)
        ledger.replace(reopened, entry.tags, now)
        _write_audit(actor, now, "reopened", entry, stoppedAt=entry.stopped_at)
        return reopened._replace(updated_at=now)


def _refuse_second(entry: TimeEntry) -> None:
    """One runs a person, whatever may overlap."""
    running = ledger.running(entry.person_id)
    if running:
        raise ConflictError(
            "entry_overlap", "Another entry runs by now.", {"entries": [running.id]}
        )


def refuse_overlap(
    actor: Actor, person_id: str, start: int, stop: int | None, exclude: str | None
) -> None:
    """Raise ConflictError `entry_overlap` when time is already taken; call under the lock."""
    if actor.allow_overlaps or start == stop:
        return
    taken = ledger.overlapping(person_id, start, stop, exclude)
    if taken:
        raise ConflictError(
            "entry_overlap", "There is already an entry in that time.", {"entries": taken[:100]}
        )


def _locked(actor: Actor, entry_id: str) -> TimeEntry:
    """An entry as it is once nobody else can change its owner's time."""
    owner = visible(actor, entry_id).person_id
    lock_person(owner)
    return visible(actor, entry_id)


def _audited(entry: TimeEntry) -> dict[str, Any]:
    """What the audit tells of an entry; times in microseconds."""
    return {
        "categoryId": entry.category_id,
        "startedAt": entry.started_at,
        "stoppedAt": entry.stopped_at,
        "note": entry.note,
        "tags": entry.tags,
    }


def _write_audit(actor: Actor, now: int, action: str, entry: TimeEntry, **details: object) -> None:
    audit.write(
        now, actor.person_id, action, "entry", entry.id, personId=entry.person_id, **details
    )


def _settle_both(started_at: int, stopped_at: int, now: int) -> tuple[int, int]:
    if started_at > stopped_at:
        raise InvalidError("invalid_time_range", "The entry ends before it begins.")
    return settle(started_at, now), settle(stopped_at, now)


def _with_changes(current: TimeEntry, changes: EntryChanges, now: int) -> TimeEntry:
    started, stopped = current.started_at, current.stopped_at
    if "started_at" in changes:
        started = settle(changes["started_at"], now)
    if "stopped_at" in changes:
        stopped = _changed_stop(current, changes["stopped_at"], now)
    if stopped is not None and started > stopped:
        raise InvalidError("invalid_time_range", "The entry ends before it begins.")
    return current._replace(
        category_id=changes.get("category_id", current.category_id),
        started_at=started,
        stopped_at=stopped,
        note=changes.get("note", current.note) or None,
    )


def _changed_stop(current: TimeEntry, sent: int | None, now: int) -> int | None:
    if sent is not None:
        return settle(sent, now)
    if current.stopped_at is not None:
        raise InvalidError(
            "invalid_time", "A stopped entry can't run again; continue it with a new one."
        )
    return None
