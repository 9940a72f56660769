"""Any other table, in text or in a workbook, whose columns are assigned or plain by their heads."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from clockwork.imports.cells import quoted
from clockwork.imports.columns import MEANINGS, columns, has, plain
from clockwork.imports.records import DURATIONS
from clockwork.imports.records import read as read_rows
from clockwork.imports.rows import Answers, Format, Left, Question, Row, Tracked, Unanswered, Unread
from clockwork.imports.source import Source
from clockwork.imports.tables import Separated, Table
from clockwork.imports.workbook import SheetTable, is_workbook, sheets

SHOWN = 20  # columns of an example
ASSIGNED = ("start", "stop", "date", "duration", "client", "project", "task", "note", "tags")
STARTS, STOPS = ("start", "start_time"), ("stop", "end_time")
DAYS = (("date", "start_date"), ("end_date",), *((duration,) for duration in DURATIONS))
# What only means something beside others that a known format has.
UNCLEAR = ("first_name", "last_name", "type", "break", "amount", "group")
# By the words in a head: what whole numbers in a column of durations count.
UNITS = {
    **dict.fromkeys(("h", "hours", "stunden", "std", "heures", "horas", "ore", "uren"), 3600),
    **dict.fromkeys(("decimal", "dezimal", "decimale"), 3600),
    **dict.fromkeys(("min", "mins", "minutes", "minuten", "minutos", "minuti"), 60),
    **dict.fromkeys(("s", "sec", "secs", "seconds", "sek", "sekunden", "segundos"), 1),
}
BRACKETS = str.maketrans("()[]", "    ")


def _recognises(source: Source) -> bool:
    """A workbook, or a text with several cells in its head and in one of the rows below it.

    UnreadableError for a text that nobody else knows and that is too odd for a table.
    """
    if source.is_zip:
        return is_workbook(source)
    if source.head.lstrip()[:1] in ("", "{", "[", "<"):
        return False
    table = Separated(source)
    rows = islice(table.rows(), 5)
    return len(table.head) > 1 and any(len([*filter(None, row.cells)]) > 1 for row in rows)


def _read(source: Source, answers: Answers) -> Iterator[Row]:
    if not is_workbook(source):
        yield from _rows(Separated(source), answers)
        return
    table, last = SheetTable(sheets(source)), 1
    for row in _rows(table, answers):
        last = row.row if isinstance(row, Tracked | Left | Unread) else last
        yield row
    for number, name in enumerate(table.others, start=last + 1):
        yield Left(number, f"The sheet {quoted(name)} has other columns than the first one.")


def _rows(table: Table, answers: Answers) -> Iterator[Row]:
    found = _assigned(table, answers.columns) if answers.columns else _guessed(table)
    if not found:
        raise Unanswered(Question("columns", _example(table), _choices(table)))
    unit = _unit(table.head[found["duration"]]) if "duration" in found else 0
    return read_rows(table, answers, found, unit=unit, midnight=True)


def _assigned(table: Table, assigned: Mapping[str, str]) -> Mapping[str, int]:
    """Where the columns are that somebody named; nothing where that is not enough."""
    places = {name: index for index, name in reversed([*enumerate(table.head)])}
    wanted = {meaning: name.strip() for meaning, name in assigned.items() if meaning in ASSIGNED}
    if not all(name in places for name in wanted.values()):
        return {}
    found = {meaning: places[name] for meaning, name in wanted.items()}
    is_enough = "start" in found or has(found, "date", "duration")
    people = {key: at for key, at in columns(table.head).items() if key in ("email", "person")}
    return people | found if is_enough else {}


def _guessed(table: Table) -> Mapping[str, int]:
    """Where the columns are whose heads are plain; nothing where these leave a doubt."""
    meanings = [meaning for name in table.head if (meaning := MEANINGS.get(plain(name)))]
    found = {key: at for key, at in columns(table.head).items() if key not in UNCLEAR}
    is_doubtful = any(
        sum(meaning in alike for meaning in meanings) > 1 for alike in (STARTS, STOPS, *DAYS)
    )
    has_length = found.keys() & {*STOPS, *DURATIONS}
    has_start = found.keys() & {*STARTS, "date", "start_date"}
    needs_duration = not found.keys() & {*STARTS} and not found.keys() & {*DURATIONS}
    return {} if is_doubtful or not has_length or not has_start or needs_duration else found


def _unit(head: str) -> int:
    words = plain(head).translate(BRACKETS).split()
    return next((UNITS[word] for word in words if word in UNITS), 0)


def _choices(table: Table) -> Sequence[str]:
    return [*dict.fromkeys(name for name in table.head if name)]


def _example(table: Table) -> str:
    """The heads and the first row."""
    first = next(table.rows(), None)
    lines = [table.head, first.cells if first else ()]
    return "\n".join(" | ".join(map(quoted, line[:SHOWN])) for line in lines)


TABLE = Format("table", "Another table (CSV or Excel)", "table", _recognises, _read)
