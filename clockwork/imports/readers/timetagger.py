"""TimeTagger's tables: the report as CSV, and the full export, separated by tabs.

Facts (timetagger/app/dialogs.py and stores.py): the report has `subtotals,tag_groups,duration,date,
start,stop,description,user,tags`, a blank line, then sums and records; clock times to the minute,
dates as its reader has them. The full export has `key,start,stop,tags,description`, with times as
seconds since 1970, as of the clock on the wall or as ISO in UTC; nothing is quoted. A record of it
that stops when it starts still runs. What was deleted is called HIDDEN. Tags are words of the
description that begin with #.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from clockwork.imports.cells import CellError, check_end, read_moment
from clockwork.imports.proofs import prove
from clockwork.imports.records import read as read_rows
from clockwork.imports.rows import Answers, Format, Left, Row, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from clockwork.imports.tables import Separated, head_of

REPORT = ["subtotals", "tag_groups", "duration", "date", "start", "stop", "description"]
FULL = ["key", "start", "stop", "tags", "description"]
FOUND = {
    "duration": 2, "date": 3, "start_time": 4, "end_time": 5, "note": 6, "person": 7, "tags": 8,
}  # fmt: skip
TAG = re.compile(r"#[\w/-]+")
SECONDS = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,6})?")
DELETED = "The record was deleted."


def _is_report(source: Source) -> bool:
    return [name.lower() for name in head_of(source)[:7]] == REPORT


def _is_full(source: Source) -> bool:
    return [name.lower() for name in head_of(source, quoting=False)] == FULL


def _recognises(source: Source) -> bool:
    return _is_report(source) or _is_full(source)


def _read(source: Source, answers: Answers) -> Iterator[Row]:
    if _is_report(source):
        return _report(source, answers)
    if _is_full(source):
        return _full(source, answers)
    raise UnreadableError("The file has not the columns of TimeTagger's.")


def _report(source: Source, answers: Answers) -> Iterator[Row]:
    table = Separated(source)
    found = {meaning: at for meaning, at in FOUND.items() if at < len(table.head)}
    for row in read_rows(table, answers, found, midnight=True, left=_left):
        yield row._replace(tags=_tags(row)) if isinstance(row, Tracked) else row


def _left(cells: Sequence[str]) -> str | None:
    if cells[0] and not cells[3]:
        return "The row is a sum."
    return DELETED if cells[6].startswith("HIDDEN") else None


def _full(source: Source, answers: Answers) -> Iterator[Row]:
    table = Separated(source, quoting=False)
    order, _ = prove(table, answers, dates=(), moments=(1, 2))
    for row in table.rows():
        cells = [cell.strip() for cell in row.cells]
        if len(cells) > len(table.head):
            yield Unread(row.number, "The row has more cells than there are columns.")
        elif cells[4].startswith("HIDDEN"):
            yield Left(row.number, DELETED)
        else:
            yield _record(row.number, cells, order)


def _record(number: int, cells: Sequence[str], order: str | None) -> Row:
    try:
        start, stop = (_moment(cells[at], order, what) for at, what in ((1, "start"), (2, "end")))
        check_end(start, stop)
    except CellError as error:
        return Unread(number, str(error))
    end = stop if stop > start else None
    row = Tracked(number, start, end, note=cells[4], tags=(cells[3],), source_id=cells[0])
    return row._replace(tags=_tags(row))


def _moment(text: str, order: str | None, what: str) -> datetime:
    """Seconds since 1970, a time in UTC, or one of the clock on the wall."""
    if not SECONDS.fullmatch(text):
        return read_moment(text, order, what)
    return datetime.fromtimestamp(int(text.partition(".")[0]), UTC)


def _tags(row: Tracked) -> tuple[str, ...]:
    """Those of its column, and of its description."""
    words = (*" ".join(row.tags).split(), *TAG.findall(row.note))
    return tuple(dict.fromkeys(word.lstrip("#") for word in words if word.strip("#")))


TIMETAGGER = Format("timetagger", "TimeTagger (CSV)", "timetagger", _recognises, _read)
