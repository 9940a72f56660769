"""What `clockwork import` says of a file: for people, or as JSON."""

import sys
import time
from collections.abc import Sequence
from typing import Any

import msgspec

from clockwork.cli.commands import say
from clockwork.imports import summary
from clockwork.imports.book import Import
from clockwork.imports.plan import Plan
from clockwork.imports.rows import Question
from clockwork.tracking.intervals import local_date
from clockwork.tracking.zones import find_zone

OPTIONS = {
    "zone": "--zone", "date_order": "--date-order", "person": "--of", "columns": "--column",
}  # fmt: skip
SHOWN = 20  # lines of a kind


class AsText:
    """For people at a terminal."""

    def __init__(self, file: str) -> None:
        self._file = file

    def unreadable(self, reason: str) -> None:
        """Nothing can be made of it."""
        print(f"clockwork: {self._file}: {reason}", file=sys.stderr)

    def asks(self, questions: Sequence[Question]) -> None:
        """The file can't tell something."""
        say(f"{self._file}: this has to be known first:")
        for one in questions:
            choices = f" (one of {', '.join(one.choices[:SHOWN])})" if one.choices else ""
            say(f"  {OPTIONS[one.field]}{choices}, for {one.example}")

    def planned(self, plan: Plan, zone: str) -> None:
        """What would happen."""
        found = summary.of_plan(plan, find_zone(zone))
        say(f"{self._file}: {found.title}")
        say(f"  {found.rows:,} rows: {_counts(found)}")
        if found.first is not None and found.last is not None:
            days = [local_date(one, find_zone(zone)) for one in (found.first, found.last)]
            say(f"  from {days[0]} to {days[1]}, {_hours(found.seconds)} hours")
        for month in found.months:
            say(
                f"  {month.month}: {_hours(month.seconds)} added, "
                f"{_hours(month.known_seconds)} known, {_hours(month.file_seconds)} in the file"
            )
        _some(f"  {_going(one)}" for one in found.places)
        _some(f"  row {one.row}, {one.kind}: {one.reason}" for one in found.problems)

    def progress(self, done: int, of: int) -> None:
        """How far it is."""
        if sys.stderr.isatty():
            end = "\n" if done == of else ""
            print(f"\r{done:,} of {of:,}", end=end, file=sys.stderr, flush=True)

    def done(self, one: Import, _plan: Plan) -> None:
        """What happened."""
        say(f"{self._file}: {_counts(one.summary)}")
        if one.summary.added:
            say(f"  take it back by: clockwork import --undo {one.id}")


class AsJson:
    """An object a file, in a line."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._began = time.monotonic()

    def unreadable(self, reason: str) -> None:
        """Nothing can be made of it."""
        self._print({"id": None, "format": None, "error": reason, **_nothing()})

    def asks(self, questions: Sequence[Question]) -> None:
        """The file can't tell something."""
        asked = [{**one._asdict(), "option": OPTIONS[one.field]} for one in questions]
        self._print({"id": None, "format": None, "questions": asked, **_nothing()})

    def planned(self, plan: Plan, zone: str) -> None:
        """What would happen."""
        self._accounted(None, summary.of_plan(plan, find_zone(zone)), plan)

    def progress(self, _done: int, _of: int) -> None:
        """Nothing is said before the end."""

    def done(self, one: Import, plan: Plan) -> None:
        """What happened."""
        self._accounted(one.id, one.summary, plan)

    def _accounted(self, import_id: str | None, found: summary.Summary, plan: Plan) -> None:
        counts = {name: getattr(found, name) for name in ("rows", "added", "known", "skipped")}
        unreadable = [one._asdict() for one in plan.reading.unread]
        skipped = [one._asdict() for one in plan.left]
        self._print(
            {"id": import_id, "format": found.format, **counts, "unreadable": unreadable,
             "skippedRows": skipped, "shortened": found.shortened}
        )  # fmt: skip

    def _print(self, told: dict[str, Any]) -> None:
        seconds = round(time.monotonic() - self._began, 3)
        print(msgspec.json.encode({"file": self._file, **told, "seconds": seconds}).decode())


def _nothing() -> dict[str, Any]:
    return {"rows": 0, "added": 0, "known": 0, "skipped": 0, "unreadable": []}


def _counts(found: summary.Summary) -> str:
    shortened = f" ({found.shortened:,} shortened)" if found.shortened else ""
    return (
        f"{found.added:,} added{shortened}, {found.known:,} known, {found.skipped:,} left out, "
        f"{found.unreadable:,} not to be read"
    )


def _going(one: summary.Going) -> str:
    to = "left out" if one.to is None else " › ".join(one.to) or "the inbox"
    return f"{' › '.join(one.from_) or 'no project'} → {to}{' (new)' if one.missing else ''}"


def _some(lines: Any) -> None:
    """The first few, and how many more."""
    listed = list(lines)
    for line in listed[:SHOWN]:
        say(line)
    if len(listed) > SHOWN:
        say(f"  … and {len(listed) - SHOWN:,} more")


def _hours(seconds: int) -> str:
    return f"{seconds // 3600:,}:{seconds // 60 % 60:02}"
