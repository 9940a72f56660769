"""What a row of a backup may hold: what a request could have made, whoever wrote the file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Union

import argon2
import msgspec
import peewee
from msgspec import Meta

from clockwork.accounts.feeds import MOST_DAYS
from clockwork.accounts.names import fold as fold_name
from clockwork.accounts.passwords import HASHER
from clockwork.accounts.people import ROLES
from clockwork.backup.archive import UNCHANGED
from clockwork.backup.contents import fields, tables
from clockwork.db.models import IdField
from clockwork.errors import BackupError, ClockworkError
from clockwork.printable import printable
from clockwork.tracking import texts
from clockwork.tracking.actor import SCOPES
from clockwork.tracking.filters import fold
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.projects import COLORS
from clockwork.tracking.zones import find_zone


def _email(text: str) -> str:
    if not text or texts.CONTROL.search(text):
        raise ValueError("Not an e-mail address")
    # A version before made up to three letters of one.
    return fold_name(texts.plain(text, 3 * texts.NAME_LENGTH, "An e-mail address"))


def _zone(text: str) -> str:
    return find_zone(text).key


def _password_hash(text: str) -> str:
    found = argon2.extract_parameters(texts.plain(text, 200, "A hash"))
    for cost in ("memory_cost", "time_cost", "parallelism"):
        if getattr(found, cost) > getattr(HASHER, cost):
            raise ValueError("dearer to verify than a hash made here")
    return text


def _json_object(text: str) -> str:
    msgspec.json.decode(text, type=dict[str, Any])
    return text


class Checked(str):
    """A text that is right when a rule of the tracker's own leaves it as it is."""

    __slots__ = ()
    rule: Callable[[str], str]


class Name(Checked):
    """As people call projects, categories, tokens and each other."""

    rule = staticmethod(texts.name)


class Tag(Checked):
    """As people tag entries."""

    rule = staticmethod(texts.tag)


class Email(Checked):
    """What people are found by."""

    rule = staticmethod(_email)


class Zone(Checked):
    """A time zone."""

    rule = staticmethod(_zone)


class PasswordHash(Checked):
    """Of argon2id."""

    rule = staticmethod(_password_hash)


class Details(Checked):
    """What the audit tells: a JSON object."""

    rule = staticmethod(_json_object)


def _one_of(words: Sequence[str]) -> Any:
    return _matching(rf"(?:{'|'.join(words)})")


def _matching(pattern: str, most: int | None = None) -> Any:
    return Annotated[str, Meta(pattern=rf"^{pattern}\Z", max_length=most)]


UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
LATEST = to_micros(datetime.max.replace(tzinfo=UTC))
EARLIEST = to_micros(datetime.min.replace(tzinfo=UTC))

BY_KIND: dict[type[peewee.Field], Any] = {
    IdField: _matching(UUID),
    peewee.BigIntegerField: Annotated[int, Meta(ge=0, le=LATEST)],
    peewee.IntegerField: Annotated[int, Meta(ge=0, lt=2**31)],
    peewee.BooleanField: bool,
    peewee.TextField: _matching(r"[^\0]*", texts.TEXT_LENGTH),
}
# People may say any time that a calendar has; what a clock gave is after 1970.
SAID = Annotated[int, Meta(ge=EARLIEST, le=LATEST)]
BY_COLUMN: dict[str, Any] = {
    **{f"{table}.name": Name for table in ("person", "project", "category", "token", "feed")},
    "person.email": Email,
    "person.role": _one_of(ROLES),
    "person.zone": Zone,
    "person.password_hash": PasswordHash,
    "project.color": _one_of(COLORS),
    "entry.started_at": SAID,
    "entry.stopped_at": SAID,
    "entry.note_folded": str,
    "tag.name": Tag,
    "token.scope": _one_of(SCOPES),
    "token.token_hash": _matching("[0-9a-f]{64}"),
    "import.state": _one_of(("done", "undone")),
    **{f"import.{column}": Details for column in ("choices", "summary", "made")},
    "import_entry.key": _matching("[0-9a-f]{32}"),
    "feed.secret_hash": _matching("[0-9a-f]{64}"),
    "feed.days": Annotated[int, Meta(ge=1, le=MOST_DAYS)],
    "feed.project_ids": _matching(f"{UUID}(?: {UUID}){{0,99}}"),
    "audit.action": _matching("[A-Za-z_]{1,64}"),
    "audit.kind": _matching("[A-Za-z_]{1,64}"),
    "audit.details": Details,
}

# What is raised by what is no row.
REFUSALS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ClockworkError)


class Decoder:
    """Turns the lines of a file into rows."""

    def __init__(self, columns: Mapping[str, Sequence[str]]) -> None:
        """For the columns that the tables have in the file. Raises BackupError."""
        if not columns:
            raise BackupError(f"The file has no tables; {UNCHANGED}")
        kinds = [_row_kind(name, listed) for name, listed in columns.items()]
        self._decoder: Any = msgspec.json.Decoder(Union[tuple(kinds)], dec_hook=_check)  # noqa: UP007

    def row(self, line: bytes) -> msgspec.Struct:
        """The row; its table is the tag of its kind. Raises BackupError."""
        try:
            found: msgspec.Struct = self._decoder.decode(line)
        except REFUSALS as error:
            raise BackupError(
                "The file has a row that no request could have made: "
                f"{printable(str(error))}; {UNCHANGED}"
            ) from None
        if "note_folded" in found.__struct_fields__:
            _fold_note(found)
        return found


def _fold_note(entry: Any) -> None:
    """What is searched is made here, whatever the file says."""
    entry.note_folded = fold(entry.note) if entry.note else None


def _row_kind(name: str, listed: Sequence[str]) -> type[msgspec.Struct]:
    table = tables().get(name)
    kinds = {field.column_name: _kind(field) for field in fields(table)} if table else {}
    if not kinds or sorted(kinds) != sorted(listed):
        raise BackupError(f"The backup has a table {name!r} that this schema does not have.")
    columns = [(column, kinds[column]) for column in listed]
    return msgspec.defstruct(
        name, columns, array_like=True, tag=name, forbid_unknown_fields=True, gc=False
    )


def _kind(field: peewee.Field) -> Any:
    column = f"{field.model._meta.table_name}.{field.column_name}"
    kept = field.rel_field if isinstance(field, peewee.ForeignKeyField) else field
    kind = BY_COLUMN.get(column) or BY_KIND[type(kept)]
    return kind | None if field.null else kind


def _check(kind: type[Checked], value: object) -> Checked:
    """Msgspec's hook for the kinds above."""
    if not isinstance(value, str):
        raise TypeError("Expected `str`")
    if kind.rule(value) != value:
        raise ValueError("Not as the tracker writes it")
    return kind(value)
