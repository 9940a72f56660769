"""What all shapes that go over the wire have in common.

Each struct decodes, encodes and documents one shape; the file of each noun has its own. In answers
a field that is UNSET is left out and one that is None is `null`.
"""

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from clockwork.api.fields import Id, Tag
from clockwork.api.times import write_timestamp
from clockwork.tracking.texts import TAG_COUNT

# Of answers: texts that we made ourselves.
Timestamp = Annotated[str, Meta(extra_json_schema={"format": "date-time"})]
Identifier = Annotated[str, Meta(extra_json_schema={"format": "uuid"})]
Tags = Annotated[list[Tag], Meta(max_length=TAG_COUNT)]

# What a query may choose from.
AnyOfIds = Annotated[list[Id], Meta(max_length=100)]
AnyOfTags = Annotated[list[Tag], Meta(max_length=100)]


class Output(Struct, rename="camel"):
    """Base of what is answered; new fields may be added, none may change."""


class Tagged(Output):
    """Base of single objects whose answers carry an ETag."""


class Input(Struct, rename="camel", forbid_unknown_fields=True):
    """Base of what is sent; anything unknown is refused."""


class Changed(Output):
    """How many entries were changed."""

    changed: Annotated[int, Meta(ge=0)]


class Error(Output):
    """Every refusal: a code for programs, a message for people."""

    code: str
    message: str
    request_id: str
    details: Any | UnsetType = UNSET


def show_moment(micros: int | None) -> Timestamp | None:
    """A time of the tracker, which may be missing."""
    return None if micros is None else write_timestamp(micros)
