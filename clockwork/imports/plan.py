"""What an import will do, before it does it: every row of the file accounted for. Pure.

Times in microseconds since 1970 in UTC.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clockwork.clock import SECOND
from clockwork.errors import ConflictError
from clockwork.imports import mapping
from clockwork.imports.choices import Choices
from clockwork.imports.fitting import NEVER, Fitted, Rules, fit
from clockwork.imports.keys import keyed
from clockwork.imports.mapping import Catalog, Path, Target
from clockwork.imports.reading import Reading
from clockwork.imports.rows import Left
from clockwork.imports.timing import Timed
from clockwork.tracking.zones import find_zone


class Present(NamedTuple):
    """An entry that is there."""

    id: str
    start: int
    stop: int | None
    category_id: str


class Standing(NamedTuple):
    """What is there already, of the person and of what all share.

    `keys` are those of rows that were brought before; `zone` is the person's; `version` is that
    of what all share.
    """

    catalog: Catalog
    version: int
    entries: Sequence[Present]
    keys: frozenset[str]
    zone: str
    now: int
    allow_overlaps: bool = False


class Adding(NamedTuple):
    """An entry to be made, and where it goes."""

    fitted: Fitted
    target: Target


class Plan(NamedTuple):
    """What becomes of each row: added, known already, left out, or not to be read."""

    reading: Reading
    adding: Sequence[Adding]
    known: Sequence[Left]
    left: Sequence[Left]
    targets: Mapping[Path, Target | None]


def plan(reading: Reading, choices: Choices, standing: Standing) -> Plan:
    """Decide it. ConflictError `entry_overlap` when both are to be kept and may not."""
    if choices.overlaps == "keep" and not standing.allow_overlaps:
        raise ConflictError(
            "entry_overlap", "Entries may not overlap here (ALLOW_OVERLAPS); shorten or skip them."
        )
    targets = _targets(reading, choices, standing.catalog)
    new, known, left = _sorted_out(reading, targets, standing)
    rules = Rules(
        choices.overlaps,
        choices.day_start,
        find_zone(choices.zone or standing.zone),
        standing.now,
    )
    taken = [(one.start, NEVER if one.stop is None else one.stop) for one in standing.entries]
    adding = []
    for one in fit(new, taken, rules):
        target = None if isinstance(one, Left) else targets[one.timed.path]
        if isinstance(one, Left):
            left.append(one)
        elif target is not None:
            adding.append(Adding(one, target))
    return Plan(reading, adding, known, [*reading.left, *left], targets)


def _targets(reading: Reading, choices: Choices, catalog: Catalog) -> dict[Path, Target | None]:
    """Of each path in the file."""
    wanted = mapping.chosen(choices.places)
    targets: dict[Path, Target | None] = {}
    for row in reading.rows:
        if row.path not in targets:
            path = wanted.get(row.path, mapping.target_of(row.path))
            targets[row.path] = None if path is None else catalog.find(path)
    return targets


def _sorted_out(
    reading: Reading, targets: Mapping[Path, Target | None], standing: Standing
) -> tuple[list[Timed], list[Left], list[Left]]:
    """The rows that are new, those that are known, those that are unwanted."""
    there = {_spot(one.start, one.stop, one.category_id) for one in standing.entries}
    ids = {one.id for one in standing.entries}
    seen: dict[str, int] = {}
    new, known, left = [], [], []
    for row in keyed(reading.rows, reading.format.family):
        target = targets[row.path]
        if row.key in standing.keys:
            known.append(Left(row.row, "It was brought before."))
        elif row.key in seen:
            known.append(Left(row.row, f"It is the same as row {seen[row.key]}."))
        elif row.source_id in ids or (target and _spot_of(row, target) in there):
            known.append(Left(row.row, "It is there already."))
        elif target is None:
            left.append(Left(row.row, "You chose to leave it out."))
        else:
            new.append(row)
        seen.setdefault(row.key, row.row)
    return new, known, left


Spot = tuple[int, int | None, str]


def _spot(start: int, stop: int | None, category_id: str) -> Spot:
    """The same time in the same category is the same entry, whoever brought it."""
    return start // SECOND, None if stop is None else stop // SECOND, category_id


def _spot_of(row: Timed, target: Target) -> Spot | None:
    if row.day is not None or not target.is_there:
        return None
    return _spot(row.start, row.stop, target.category_ids[-1])
