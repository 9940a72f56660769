"""What an export holds, read from the database as it is written."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from zoneinfo import ZoneInfo

from clockwork.accounts import feeds, people, sessions, tokens
from clockwork.accounts.people import Person
from clockwork.db.database import rows
from clockwork.errors import NotFoundError
from clockwork.export.contents import Contents, Places
from clockwork.export.everything import Brought, Everything
from clockwork.tracking import audit, catalog, entries
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.ledger import TimeEntry
from clockwork.tracking.projects import Project
from clockwork.tracking.tree import Category
from clockwork.tracking.zones import find_zone

IMPORTS = (
    "SELECT id, name, format, state, created_at, ended_at FROM import WHERE person_id = ? "
    "AND state <> 'draft' ORDER BY created_at, id"
)
AT_ONCE = 1000  # records of the audit


def gather(actor: Actor, wanted: Filter, zone: ZoneInfo) -> Contents:
    """Everything that matches; times are to be written in `zone`.

    NotFoundError for somebody who is not the actor's to see; InvalidError `invalid_time_range`.
    """
    entries.check(actor, wanted)
    places, found = places_of(actor), _people(wanted.person_ids)
    chosen = (wanted.project_ids, wanted.category_ids, wanted.tags, wanted.text)
    return Contents(
        zone=zone,
        made_at=actor.clock(),
        start=wanted.start,
        stop=wanted.stop,
        whole=not any(chosen) and wanted.running is None,
        people=found,
        places=places,
        entries=_entries(actor, replace(wanted, person_ids=[*found]), places),
    )


def gather_everything(actor: Actor, person_id: str) -> Everything:
    """All that is kept of a person. NotFoundError for whom the actor may not see."""
    if not actor.may_see(person_id):
        raise NotFoundError("person")
    person, now = people.get(person_id), actor.clock()
    theirs, zone = Filter(person_ids=[person_id]), find_zone(person.zone)
    return Everything(
        person=person,
        made_at=now,
        # Of what all share, only what their time is on.
        time=lambda: gather(actor, theirs, zone)._replace(whole=False),
        tokens=tokens.list_all(person_id),
        feeds=feeds.list_all(person_id),
        sessions=sessions.list_all(person_id, now),
        imports=[Brought._make(one) for one in rows(IMPORTS, person_id)],
        records=_records(person_id),
    )


def _records(person_id: str) -> Iterator[audit.Record]:
    """What a person did or had done to them, newest first, some at a time."""
    wanted, before = audit.Wanted(person_id=person_id), None
    while found := audit.page(AT_ONCE, before, wanted):
        yield from found
        before = found[-1].at, found[-1].id


def places_of(actor: Actor) -> Places:
    """All projects and categories."""
    return Places(lambda: _places(actor))


def _places(actor: Actor) -> tuple[Sequence[Project], Sequence[Category]]:
    read = catalog.read(actor)
    return read.projects, [node.category for node in read.categories]


def _people(person_ids: Sequence[str]) -> dict[str, Person]:
    """Who is not there has no time: without sign-in, who has only looked until now."""
    found = {}
    for person_id in person_ids:
        with suppress(NotFoundError):
            found[person_id] = people.get(person_id)
    return found


def _entries(actor: Actor, wanted: Filter, places: Places) -> Iterator[TimeEntry]:
    """Oldest first; without those whose category was removed while they were read.

    One person after another, as the index has them: in the order of all of them together each
    part of the list would have to be looked for among all that there is.
    """
    for person_id in wanted.person_ids:
        own = replace(wanted, person_ids=[person_id])
        for some in entries.each(actor, own, oldest_first=True):
            for entry in map(TimeEntry._make, some):
                if places.knows(entry.category_id):
                    yield entry
