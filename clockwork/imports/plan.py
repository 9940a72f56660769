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
    standing.catalog.heed(reading.places)
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
    brought = [row for row in reading.rows if row.key in standing.keys]
    known = [Left(row.row, "It was brought before.") for row in brought]
    new: list[Timed] = []
    left: list[Left] = []
    if len(brought) < len(reading.rows):
        there = _There(standing.entries)
        for row in reading.rows:
            if row.key not in standing.keys:
                reason = there.reason(row, targets[row.path])
                if reason:
                    known.append(Left(row.row, reason))
                elif targets[row.path] is None:
                    left.append(Left(row.row, "You chose to leave it out."))
                else:
                    new.append(row)
    return new, known, left


Spot = tuple[int, int | None, str]


class _There:
    """What is there already: entries, and the rows that were asked about."""

    def __init__(self, entries: Sequence[Present]) -> None:
        self._spots = {_spot(one.start, one.stop, one.category_id) for one in entries}
        self._ids = {one.id for one in entries}
        self._rows: dict[str, int] = {}

    def reason(self, row: Timed, target: Target | None) -> str | None:
        """Why a row is nothing new, if it is not."""
        first = self._rows.setdefault(row.key, row.row)
        if first != row.row:
            return f"It is the same as row {first}."
        if row.source_id in self._ids or (target and _spot_of(row, target) in self._spots):
            return "It is there already."
        return None


def _spot(start: int, stop: int | None, category_id: str) -> Spot:
    """The same time in the same category is the same entry, whoever brought it."""
    return start // SECOND, None if stop is None else stop // SECOND, category_id


def _spot_of(row: Timed, target: Target) -> Spot | None:
    if row.day is not None or not target.is_there:
        return None
    return _spot(row.start, row.stop, target.category_ids[-1])
