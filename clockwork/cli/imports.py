"""`clockwork import`: time that was tracked elsewhere."""

# ruff: noqa: PLC0415

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clockwork.cli.commands import Commands, Options, add, person_of, say
from clockwork.errors import InvalidError

if TYPE_CHECKING:
    from clockwork.imports.choices import Choices
    from clockwork.imports.reading import Reading
    from clockwork.imports.source import Source
    from clockwork.tracking.actor import Actor

DONE, ASKS, UNREADABLE = 0, 1, 2


def add_to(commands: Commands) -> None:
    """Add the command."""
    about = "bring time from other trackers and files; shows first what would happen"
    command = add(commands, "import", about, _import)
    command.add_argument("files", metavar="FILE", nargs="*", help="or the address of a tracker")
    command.add_argument("--as", dest="format", help="its format, where it is taken for another")
    command.add_argument("--person", metavar="EMAIL", help="whose time it becomes")
    command.add_argument("--zone", help="of the clock times in the file, as Europe/Berlin")
    command.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="of its dates")
    command.add_argument("--of", metavar="NAME", help="whose rows, of several people in the file")
    command.add_argument(
        "--column", metavar="MEANING=HEADER", action="append", default=[],
        help="what a column of an unknown table holds: start, stop, date, duration, client, "
        "project, task, note or tags",
    )  # fmt: skip
    command.add_argument(
        "--place", metavar="NAMES=NAMES", action="append", default=[],
        help="where time goes, as 'Client > Project=Work > Website'; to '-' it is left out",
    )  # fmt: skip
    command.add_argument(
        "--overlaps", choices=("shorten", "skip", "keep"), default="shorten",
        help="what becomes of time that is taken; by default it is not counted twice",
    )  # fmt: skip
    command.add_argument(
        "--day-start", metavar="TIME", default="9:00",
        help="when a day of rows without clock times begins; by default 9:00",
    )  # fmt: skip
    command.add_argument("--token", help="for the tracker at an address, where it wants one")
    command.add_argument("--dry-run", action="store_true", help="only show what would happen")
    command.add_argument("--yes", action="store_true", help="add it without asking")
    command.add_argument("--json", action="store_true", help="an object for each file")
    command.add_argument("--list", action="store_true", help="list the imports")
    command.add_argument("--undo", metavar="ID", help="take an import back")
    command.add_argument(
        "--changed", choices=("ask", "keep", "delete"), default="ask",
        help="with --undo: what becomes of entries that were changed since",
    )  # fmt: skip


def _import(options: Options) -> int:
    from clockwork.config import load_settings
    from clockwork.db.database import connected_to

    if not (options.files or options.list or options.undo):
        raise InvalidError("invalid_json", "Say which file to bring, or --list, or --undo ID.")
    settings = load_settings()
    with connected_to(settings):
        actor = _actor(options.person, settings.allow_overlaps)
        if options.list:
            return _list(actor)
        if options.undo:
            return _undo(actor, options)
        return max(_bring(actor, file, options) for file in options.files)


def _actor(email: str | None, allow_overlaps: bool) -> "Actor":
    from clockwork.accounts import people
    from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
    from clockwork.clock import system_clock
    from clockwork.tracking.actor import Actor

    registered = people.registered()
    if email is not None:
        person_id = person_of(email).id
    elif len(registered) > 1:
        raise InvalidError("invalid_json", "There are several people here; say --person EMAIL.")
    else:
        person_id = registered[0].id if registered else LOCAL_PERSON
    if person_id == LOCAL_PERSON:
        ensure_local_person(system_clock)
    return Actor(person_id, allow_overlaps=allow_overlaps)


def _list(actor: "Actor") -> int:
    from clockwork.api.times import write_timestamp
    from clockwork.imports import book

    for one in book.list_all(actor):
        found, at = one.summary, write_timestamp(one.ended_at or one.created_at)
        say(f"{one.id}  {at}  {one.state:6} {found.added:>8,} of {found.rows:,} rows  {one.name}")
    return DONE


def _undo(actor: "Actor", options: Options) -> int:
    from clockwork.api.fields import Id
    from clockwork.errors import ConflictError
    from clockwork.imports import undoing

    try:
        one = undoing.undo(actor, Id.parse(options.undo), options.changed)
    except ConflictError as error:
        if error.code != "changed_since":
            raise
        raise InvalidError(error.code, f"{error.message} Say --changed keep or delete.") from None
    say(f"Took back {one.name}.")
    return DONE


def _bring(actor: "Actor", file: str, options: Options) -> int:
    from clockwork.cli import import_report
    from clockwork.imports import drafts
    from clockwork.imports.rows import UnreadableError

    report: Any = (import_report.AsJson if options.json else import_report.AsText)(file)
    try:
        choices = _choices(options)
        # Nothing here keeps the file, which may be large, beyond what it says.
        reading = drafts.read_for(actor, _source(file, options), choices)
    except (UnreadableError, OSError) as error:
        report.unreadable(str(error))
        return UNREADABLE
    return _decide(actor, reading, choices, options, report)


def _decide(
    actor: "Actor", reading: "Reading", choices: "Choices", options: Options, report: Any
) -> int:
    from clockwork.imports import drafts, run, standing

    if reading.questions:
        report.asks(reading.questions)
        return ASKS
    if options.dry_run or not options.yes:
        plan = run.preview(actor, reading, choices)
        report.planned(plan, choices.zone or standing.zone_of(actor))
        if options.dry_run or not _agrees(len(plan.adding)):
            return DONE if options.dry_run else ASKS
    report.done(*drafts.bring_at_once(actor, reading, choices, report.progress))
    return DONE


def _agrees(count: int) -> bool:
    """Whether somebody at the terminal wants it."""
    if not sys.stdin.isatty():
        print("clockwork: nothing was added; say --yes to add it.", file=sys.stderr)
        return False
    return input(f"Add {count:,} entries? [y/N] ").strip().lower() in ("y", "yes")


def _source(file: str, options: Options) -> "Source":
    from clockwork.imports.rows import UnreadableError
    from clockwork.imports.source import LARGEST, Source

    if file.startswith(("http://", "https://")):
        from clockwork.imports import server

        return server.fetch(file, options.token)
    if Path(file).stat().st_size > LARGEST:
        raise UnreadableError("The file is larger than 50 MB; split it.")
    return Source(Path(file).name, Path(file).read_bytes())


def _choices(options: Options) -> "Choices":
    from clockwork.imports.choices import Choices, Sent

    places = [Sent(from_, None if to == ["-"] else to) for from_, to in _places(options.place)]
    return Choices(
        format=options.format,
        zone=options.zone,
        date_order=options.date_order,
        person=options.of,
        columns=dict(_pair(one) for one in options.column) or None,
        overlaps=options.overlaps,
        day_start=_minutes(options.day_start),
        places=places,
    )


def _places(said: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for one in said:
        from_, to = _pair(one)
        yield [name.strip() for name in from_.split(">")], [name.strip() for name in to.split(">")]


def _pair(said: str) -> tuple[str, str]:
    before, sign, after = said.partition("=")
    if not sign or not after:
        raise InvalidError("invalid_json", f"{said!r} has to be two texts with = between them.")
    return before.strip(), after.strip()


def _minutes(said: str) -> int:
    from datetime import time

    try:
        at = time.fromisoformat(said.zfill(5))
    except ValueError:
        raise InvalidError(
            "invalid_time", f"{said!r} is no time of day; write it as 9:00."
        ) from None
    return at.hour * 60 + at.minute
