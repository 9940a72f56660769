"""`clockwork export`: entries as a file for others to read."""

# ruff: noqa: PLC0415

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clockwork.cli.commands import Commands, Options, add, person_of, write_file
from clockwork.errors import InvalidError

if TYPE_CHECKING:
    from clockwork.accounts.people import Person
    from clockwork.tracking.actor import Actor
    from clockwork.tracking.filters import Filter

FORMATS = ("csv", "xlsx", "json", "timewarrior", "klog", "ics")


def add_to(commands: Commands) -> None:
    """Add the command."""
    export = add(commands, "export", "write entries as a file, while serving too", _export)
    export.add_argument("--person", metavar="EMAIL", help="whose; by default everybody's")
    export.add_argument("--from", metavar="DATE", dest="first", help="the first day")
    export.add_argument("--to", metavar="DATE", dest="last", help="the last day, included")
    export.add_argument("--format", choices=FORMATS, default="csv", help="by default csv")
    export.add_argument("--zone", help="of days and times; by default the person's, or UTC")
    export.add_argument(
        "--no-decimal", action="store_true", help="CSV and Excel without decimal hours"
    )
    export.add_argument("--output", metavar="FILE", help="by default standard output")


def _export(options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db.database import connected_to
    from clockwork.export import formats
    from clockwork.export.gather import gather

    _refuse_terminal(options)
    with connected_to(load_settings()):
        actor, people = _everybody(options.person)
        zone = _zone(options.zone, people)
        wanted = _wanted(options, [one.id for one in people], zone)
        if len(people) > 1 and formats.FORMATS[options.format].of_one_person:
            raise InvalidError(
                "invalid_json",
                f"The format {options.format} holds one person's time; say whose by --person.",
            )
        contents = gather(actor, wanted, zone)
        parts = formats.write(options.format, contents, not options.no_decimal)
        write_file(parts, options.output)


def _refuse_terminal(options: Options) -> None:
    if options.format == "xlsx" and options.output is None and sys.stdout.isatty():
        raise InvalidError(
            "invalid_json", "A workbook is nothing for a terminal; say where to by --output FILE."
        )


def _everybody(email: str | None) -> "tuple[Actor, Sequence[Person]]":
    """Who may see all, and whose time is meant. NotFoundError."""
    from clockwork.accounts import people
    from clockwork.accounts.local import LOCAL_PERSON
    from clockwork.clock import system_clock
    from clockwork.tracking import reports
    from clockwork.tracking.actor import Actor

    # Nobody in particular: who is at the machine of the database.
    actor = Actor(LOCAL_PERSON, system_clock, is_administrator=True)
    if email is None:
        return actor, [people.get(one) for one in reports.everyone(actor)]
    return actor, [person_of(email)]


def _zone(name: str | None, people: "Sequence[Person]") -> ZoneInfo:
    from clockwork.tracking.zones import find_zone

    return find_zone(name or (people[0].zone if len(people) == 1 else "UTC"))


def _wanted(options: Options, person_ids: Sequence[str], zone: ZoneInfo) -> "Filter":
    from clockwork.tracking.filters import Filter

    start = _midnight(options.first, zone, 0)
    stop = _midnight(options.last, zone, 1)
    return Filter(person_ids=person_ids, start=start, stop=stop)


def _midnight(text: str | None, zone: ZoneInfo, days: int) -> int | None:
    """When a day begins, or the one so many days later."""
    from datetime import date, timedelta

    from clockwork.tracking.intervals import midnight

    if text is None:
        return None
    try:
        return midnight(date.fromisoformat(text) + timedelta(days=days), zone)
    except (ValueError, OverflowError):
        raise InvalidError(
            "invalid_time", f"{text!r} is no date; write it as 2026-11-02."
        ) from None
