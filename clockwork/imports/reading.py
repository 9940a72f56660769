"""A file read as a person chose: its rows with their times, or what has to be asked. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from clockwork.imports import formats
from clockwork.imports.choices import Choices
from clockwork.imports.keys import Keys
from clockwork.imports.rows import Format, Left, Place, Question, Unanswered, Unread
from clockwork.imports.source import Source
from clockwork.imports.timing import Timed, timed
from clockwork.tracking.zones import find_zone

MOST_ASKED = 8
# What is assumed to go on after a question, only to find what else has to be asked.
SUPPOSED = {"zone": "UTC", "date_order": "dmy"}


class Reading(NamedTuple):
    """Everything that a file of that name says. Rows of other people are among `left`."""

    name: str
    format: Format
    rows: Sequence[Timed]
    left: Sequence[Left]
    unread: Sequence[Unread]
    places: Sequence[Place]
    questions: Sequence[Question] = ()

    @property
    def total(self) -> int:
        """How many rows the file has."""
        return len(self.rows) + len(self.left) + len(self.unread)


def read(source: Source, choices: Choices, names: Iterable[str] = ()) -> Reading:
    """All rows, of a person whose `names` are given where a file holds those of several.

    UnreadableError; InvalidError `invalid_time_zone`.
    """
    wanted = formats.named(choices.format) if choices.format else formats.recognise(source)
    try:
        return _of_one(_read(wanted, source, choices), choices.person, names)
    except Unanswered as first:
        return Reading(
            source.name, wanted, (), (), (), (), _asked(wanted, source, choices, first.question)
        )


def _read(wanted: Format, source: Source, choices: Choices) -> Reading:
    known_by = Keys(wanted.family).given
    rows: list[Timed] = []
    left: list[Left] = []
    unread: list[Unread] = []
    places: list[Place] = []
    for one in timed(wanted.read(source, choices.answers), _zone(choices)):
        if isinstance(one, Timed):
            rows.append(known_by(one))
        elif isinstance(one, Left):
            left.append(one)
        elif isinstance(one, Unread):
            unread.append(one)
        else:
            places.append(one)
    return Reading(source.name, wanted, rows, left, unread, places)


def _zone(choices: Choices) -> ZoneInfo | None:
    return find_zone(choices.zone) if choices.zone else None


def _asked(
    wanted: Format, source: Source, choices: Choices, question: Question
) -> Sequence[Question]:
    """A question, and those that come after it, so that a person is asked once."""
    asked = [question]
    while asked[-1].field in SUPPOSED and len(asked) < MOST_ASKED:
        supposed = {one.field: SUPPOSED[one.field] for one in asked}
        try:
            _read(wanted, source, msgspec.structs.replace(choices, **supposed))
        except Unanswered as following:
            asked.append(following.question)
        else:
            break
    return asked


def _of_one(reading: Reading, person: str | None, names: Iterable[str]) -> Reading:
    """Only the rows of one person; the others are left. Unanswered."""
    people = list(dict.fromkeys(row.person for row in reading.rows if row.person))
    if len(people) < 2:
        return reading
    wanted = {name.casefold() for name in ([person] if person else names)}
    chosen = [one for one in people if one.casefold() in wanted]
    if len(chosen) != 1:
        raise Unanswered(Question("person", people[0], people[:100]))
    others = [row for row in reading.rows if row.person != chosen[0]]
    return reading._replace(
        rows=[row for row in reading.rows if row.person == chosen[0]],
        left=[*reading.left, *(Left(row.row, _of_other(row)) for row in others)],
    )


def _of_other(row: Timed) -> str:
    return f"It is of {row.person}." if row.person else "It is of nobody."
