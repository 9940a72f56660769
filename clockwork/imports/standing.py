"""What is there already that an import has to fit in with, read from the database."""

from collections.abc import Sequence
from sys import intern

from clockwork.accounts import people
from clockwork.clock import DAY
from clockwork.db.batches import batches
from clockwork.errors import NotFoundError
from clockwork.imports.fitting import NEVER
from clockwork.imports.mapping import Catalog
from clockwork.imports.plan import Present, Standing
from clockwork.imports.timing import Timed
from clockwork.tracking import catalog
from clockwork.tracking.actor import Actor

ENTRIES = (
    "SELECT id, started_at, stopped_at, category_id FROM entry WHERE person_id = ? "
    "AND started_at <= ? AND (stopped_at IS NULL OR stopped_at >= ?) ORDER BY started_at"
)
KEYS = "SELECT key FROM import_entry WHERE person_id = ?"


def read(actor: Actor, rows: Sequence[Timed]) -> Standing:
    """Of the acting person, as far as the times of the rows reach."""
    shared = catalog.read(actor)
    categories = [node.category for node in shared.categories]
    first = min((row.start for row in rows), default=0)
    last = max((_latest(row) for row in rows), default=0)
    found = batches(ENTRIES, actor.person_id, last, first) if rows else ()
    return Standing(
        catalog=Catalog(shared.projects, categories),
        version=shared.versions[0],
        # Few categories, many entries: each name of one is held once.
        entries=[Present(one[0], one[1], one[2], intern(one[3])) for some in found for one in some],
        keys=frozenset(key for some in batches(KEYS, actor.person_id) for (key,) in some),
        zone=zone_of(actor),
        now=actor.clock(),
        allow_overlaps=actor.allow_overlaps,
    )


def _latest(row: Timed) -> int:
    if row.runs:
        return NEVER
    return row.start + 2 * DAY if row.stop is None else row.stop


def zone_of(actor: Actor) -> str:
    """The acting person's. Without sign-in, who has only looked until now is not there yet."""
    try:
        return people.get(actor.person_id).zone
    except NotFoundError:
        return "UTC"
