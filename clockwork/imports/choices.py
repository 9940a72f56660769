"""What a person chose for an import; what is absent has its default, or is asked. Pure."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from clockwork.imports.rows import Answers

Names = Annotated[list[str], Meta(max_length=201)]


class Sent(msgspec.Struct, frozen=True, rename={"from_": "from"}, forbid_unknown_fields=True):
    """Where the time of a path goes: a project and categories; empty the inbox, null nowhere."""

    from_: Names
    to: Names | None


class Choices(
    msgspec.Struct, frozen=True, rename="camel", omit_defaults=True, forbid_unknown_fields=True
):
    """How a file is read and what becomes of its rows.

    `overlaps` says what becomes of time that is taken: `shorten` keeps what is free, `skip` leaves
    the row out, `keep` has both, where overlaps are allowed. `dayStart` is when rows without clock
    times begin, in minutes after midnight.
    """

    format: str | None = None
    zone: str | None = None
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    person: str | None = None
    columns: dict[str, str] | None = None
    overlaps: Literal["shorten", "skip", "keep"] = "shorten"
    day_start: Annotated[int, Meta(ge=0, lt=24 * 60)] = 9 * 60
    places: Annotated[list[Sent], Meta(max_length=10_000)] = []

    @property
    def answers(self) -> Answers:
        """What readers ask for."""
        return Answers(self.zone, self.date_order, self.person, self.columns)


BY_DEFAULT = Choices()
