"""A year of made-up work in an empty database, for trying out, screenshots and tests."""

import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from clockwork.accounts.local import ensure_local_person
from clockwork.clock import MINUTE, system_clock
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import connected_to, row, transaction
from clockwork.errors import ConflictError, InvalidError
from clockwork.tracking import categories, ledger, projects
from clockwork.tracking.actor import Actor
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.tree import Category

DAYS = 365

# Project, its colour, and its tree; the number says how often work falls on a category.
PLAN = (
    ("Clockwork", "blue", (("Development", 9), ("Development/Reports", 5),
                           ("Development/Timer", 4), ("Review", 3), ("Planning", 2))),
    ("Harbour website", "orange", (("Design", 4), ("Front end", 6), ("Front end/Map", 2),
                                   ("Meetings", 3))),
    ("Bakery ledger", "green", (("Support", 3), ("Import", 3), ("Documentation", 2))),
    ("Learning", "purple", (("Reading", 2), ("Course", 1))),
    ("Office", "brown", (("Mail", 4), ("Accounts", 1), ("Travel", 1))),
)  # fmt: skip
NOTES = (None, None, "Fix the rounding", "Write tests", "Talk with Ada", "Answer questions",
         "Draft", "Read the log", "Prepare the release", "Clean up")  # fmt: skip
TAGS = ("billable", "urgent", "remote", "pair")


def fill(settings: Settings, seed: int, until: str | None) -> None:
    """Fill the database; InvalidError for a bad date, ConflictError when it holds projects."""
    last = _last_day(until)
    migrator.up(settings)
    with connected_to(settings), transaction():
        if row("SELECT 1 FROM project"):
            raise ConflictError(
                "not_empty", "The database holds projects; demo needs an empty one."
            )
        actor = Actor(ensure_local_person(system_clock))
        chance = random.Random(seed)  # noqa: S311 - made-up work needs no secrets
        count = _track(actor, chance, _plan(actor), last)
    first = last - timedelta(days=DAYS - 1)
    print(f"{count:,} entries in {len(PLAN)} projects, from {first} to {last}.")


def _last_day(until: str | None) -> date:
    try:
        return date.fromisoformat(until) if until else datetime.now(UTC).date()
    except ValueError:
        raise InvalidError(
            "invalid_time", f"{until!r} is no date; write it as 2026-11-02."
        ) from None


def _plan(actor: Actor) -> list[tuple[Category, int]]:
    """Make the projects and their trees; each category with its weight."""
    weighted = []
    for name, color, tree in PLAN:
        project = projects.create(actor, name, None, color)
        made: dict[str, str] = {}
        for path, weight in tree:
            above, _, leaf = path.rpartition("/")
            node = categories.create(actor, project.id, leaf, None, made.get(above))
            made[path] = node.category.id
            weighted.append((node.category, weight))
    return weighted


def _track(
    actor: Actor, chance: random.Random, weighted: list[tuple[Category, int]], last: date
) -> int:
    now, count = actor.clock(), 0
    found, weights = zip(*weighted, strict=True)
    for back in reversed(range(DAYS)):
        _show_progress(DAYS - back)
        for start, stop in _spells(chance, last - timedelta(days=back)):
            if stop > now:
                continue
            tags = chance.sample(TAGS, chance.choice((0, 0, 1, 2)))
            category = chance.choices(found, weights)[0]
            place = (actor.person_id, category.id, category.project_id)
            ledger.add(ledger.new(*place, start, stop, chance.choice(NOTES), tags, now))
            count += 1
    return count


def _show_progress(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {DAYS} days", end="\n" if done == DAYS else "", file=sys.stderr)


def _spells(chance: random.Random, day: date) -> Iterator[tuple[int, int]]:
    """The stretches of work of one day, in UTC, with breaks; few on a weekend."""
    if day.weekday() >= 5 and chance.random() < 0.85:
        return
    midnight = to_micros(datetime(day.year, day.month, day.day, tzinfo=UTC))
    at = midnight + chance.randint(7 * 60, 9 * 60) * MINUTE
    end = midnight + chance.randint(15 * 60, 18 * 60) * MINUTE
    while at < end:
        length = chance.choice((15, 25, 40, 55, 75, 90, 120)) * MINUTE
        yield at, at + length
        at += length + chance.choice((0, 0, 5, 10, 45)) * MINUTE
