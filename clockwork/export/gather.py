"""What an export holds, read from the database as it is written."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from zoneinfo import ZoneInfo

from clockwork.accounts import people
from clockwork.accounts.people import Person
from clockwork.errors import NotFoundError
from clockwork.export.contents import Contents, Places
from clockwork.tracking import catalog, entries
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.ledger import TimeEntry
from clockwork.tracking.projects import Project
from clockwork.tracking.tree import Category


def gather(actor: Actor, wanted: Filter, zone: ZoneInfo) -> Contents:
    """Everything that matches; times are to be written in `zone`.

    NotFoundError for somebody who is not the actor's to see; InvalidError `invalid_time_range`.
    """
    entries.check(actor, wanted)
    places, found = Places(lambda: _places(actor)), _people(wanted.person_ids)
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
