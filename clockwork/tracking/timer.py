"""The running timer: start, stop, continue. One runs a person; switching leaves no gap."""

from collections.abc import Sequence

from clockwork.clock import settle
from clockwork.db.database import transaction
from clockwork.errors import ConflictError, InvalidError
from clockwork.tracking import ledger
from clockwork.tracking.actor import Actor
from clockwork.tracking.entries import refuse_overlap, visible
from clockwork.tracking.identifiers import unique_identifiers
from clockwork.tracking.ledger import TimeEntry
from clockwork.tracking.locks import again_when_moved, lock_person
from clockwork.tracking.standing import Standing, hold


def start_moment(now: int, running_since: int | None, latest_stop: int | None) -> int:
    """When a timer started "now" starts: never before what was already recorded ends.

    Only a clock that stepped back makes that another moment than `now`.
    """
    recorded = (moment for moment in (running_since, latest_stop) if moment is not None)
    return max((now, *recorded))


def stop_moment(sent: int | None, started_at: int, now: int) -> int:
    """When a running entry ends: at the time sent, else now, but never before its start.

    Raises InvalidError `invalid_time` for a time sent that is before the start or to come.
    """
    if sent is None:
        return max(now, started_at)
    settled = settle(sent, now)
    if settled < started_at:
        raise InvalidError("invalid_time", "The timer was not running yet at that time.")
    return settled


def active(actor: Actor) -> tuple[Sequence[int], TimeEntry | None]:
    """The versions of what the actor may see, and the running entry, or None."""
    return ledger.running_now(actor.person_id)


@again_when_moved
def start(
    actor: Actor,
    category_id: str | None,
    note: str | None = None,
    tags: Sequence[str] = (),
    started_at: int | None = None,
    entry_id: str | None = None,
) -> TimeEntry:
    """Start the timer, in the inbox without a category; what runs stops at the same instant.

    `started_at` starts it in the past: ConflictError `entry_overlap` when it is inside another
    entry or before the running one began. NotFoundError, ConflictError `archived`, `id_taken`.
    """
    with unique_identifiers(), transaction():
        standing = hold(actor, category_id)
        # Read under the lock: two starts get their times in the order in which they take effect.
        now = actor.clock()
        at = _switch(actor, standing, now, started_at)
        place = (actor.person_id, standing.category_id, standing.project_id)
        return ledger.add(ledger.new(*place, at, None, note, tags, now, entry_id))


def resume(actor: Actor, model_id: str, entry_id: str | None = None) -> TimeEntry:
    """Start a new entry like an earlier one; raises what `start` does."""
    model = visible(actor, model_id)
    return start(actor, model.category_id, model.note, model.tags, entry_id=entry_id)


def stop(actor: Actor, stopped_at: int | None = None, entry_id: str | None = None) -> TimeEntry:
    """Stop the timer, now or at an earlier time since it started.

    With an entry, only if that is what runs: ConflictError `not_running`. Without one,
    ConflictError `no_active_timer`; InvalidError `invalid_time`.
    """
    with transaction():
        lock_person(actor.person_id)
        running = ledger.running(actor.person_id)
        if entry_id is not None and (running is None or running.id != entry_id):
            raise ConflictError("not_running", "That entry is not the one that runs.")
        if running is None:
            raise ConflictError("no_active_timer", "No timer is running.")
        now = actor.clock()
        stopped = stop_moment(stopped_at, running.started_at, now)
        ledger.stop(running.id, stopped, now)
        return running._replace(stopped_at=stopped, updated_at=now)


def _switch(actor: Actor, standing: Standing, now: int, started_at: int | None) -> int:
    """When the new entry starts; what runs is stopped then."""
    running_id, since = standing.running_id, standing.running_since
    if started_at is None or settle(started_at, now) == now:
        at = start_moment(now, since, standing.latest_stop)
    else:
        at = started_at
        _refuse_before(running_id, since, at)
        refuse_overlap(actor, actor.person_id, at, None, exclude=running_id)
    if running_id:
        ledger.stop(running_id, at, now)
    return at


def _refuse_before(running_id: str | None, since: int | None, at: int) -> None:
    if since is not None and at < since:
        raise ConflictError(
            "entry_overlap",
            "The running timer began after that time.",
            {"entries": [running_id]},
        )
