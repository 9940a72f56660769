"""Clockwork's own exports as CSV and as Excel, without loss but for what these can't hold."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from clockwork.export.cells import restore, split
from clockwork.export.contents import STEP
from clockwork.export.csv_file import COLUMNS, HOURS
from clockwork.export.xlsx import COLUMNS as SHEET_COLUMNS
from clockwork.imports.cells import CellError, Numbers, check_end, read_duration, read_moment
from clockwork.imports.rows import Answers, Format, Row, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from clockwork.imports.tables import Separated, Table, head_of
from clockwork.imports.workbook import SheetTable, is_workbook, sheets

NEEDED = {*COLUMNS} - {HOURS, "Person ID", "Project ID", "Category ID"}
NEEDED_OF_SHEETS = {*SHEET_COLUMNS} - {HOURS}
SUMS = ("Duration", HOURS)
MINUTE = timedelta(minutes=1)

Cells = Mapping[str, str]


def _is_csv(source: Source) -> bool:
    return {*head_of(source)} >= NEEDED


def _is_xlsx(source: Source) -> bool:
    return is_workbook(source) and {*_names(SheetTable(sheets(source)))} >= NEEDED_OF_SHEETS


def _read_csv(source: Source, _answers: Answers) -> Iterator[Row]:
    table = Separated(source)
    _check(table.head, NEEDED)
    for row in table.rows():
        if len(row.cells) > len(table.head):
            yield Unread(row.number, "The row has more cells than there are columns.")
            continue
        cells = {name: restore(cell) for name, cell in zip(table.head, row.cells, strict=False)}
        yield _row(row.number, cells)


def _read_xlsx(source: Source, _answers: Answers) -> Iterator[Row]:
    table = SheetTable(sheets(source))
    names = _names(table)
    _check(names, NEEDED_OF_SHEETS)
    for number, cells in table.rows():
        named = dict(zip(names, cells, strict=False))
        if any(cell for name, cell in named.items() if name not in SUMS):
            yield _row(number, named)


def _check(head: Sequence[str], needed: set[str]) -> None:
    """UnreadableError where somebody said that a file is ours, and it is not."""
    if missing := sorted(needed - {*head}):
        raise UnreadableError(f"The file is no export of Clockwork's: it has no {missing[0]}.")


def _names(table: Table) -> Sequence[str]:
    """The heads, without the zone that times are of."""
    return [name.partition(" (")[0] for name in table.head]


def _row(number: int, cells: Cells) -> Row:
    try:
        return _tracked(number, cells)
    except CellError as error:
        return Unread(number, str(error))


def _tracked(number: int, cells: Cells) -> Tracked:
    seconds = read_duration(cells["Duration"], Numbers()) if cells["Duration"] else None
    start = _moment(cells["Start"], cells.get("UTC offset", ""), "start")
    return Tracked(
        number,
        start,
        _stop(cells, start, seconds),
        seconds,
        tuple(filter(None, (cells["Project"], *split(cells["Category"], STEP)))),
        cells["Note"],
        tuple(split(cells["Tags"], ", ")),
        cells["Email"] or cells["Person"],
        cells["Entry ID"],
    )


def _stop(cells: Cells, start: datetime, seconds: int | None) -> datetime | None:
    """A sheet says the offset of the start: that of the end is told by how long it was."""
    if not cells["End"]:
        return None
    stop = _moment(cells["End"], cells.get("UTC offset", ""), "end")
    if "UTC offset" in cells and seconds is not None:
        stop += round((timedelta(seconds=seconds) - (stop - start)) / MINUTE) * MINUTE
    check_end(start, stop)
    return stop


def _moment(text: str, offset: str, what: str) -> datetime:
    whole = text if text[19:].strip(".0123456789") else f"{text}{offset.removeprefix('UTC')}"
    moment = read_moment(whole, None, what)
    if moment.tzinfo is None:
        raise CellError(f"The {what} {text} does not say its offset from UTC.")
    return moment


CLOCKWORK_CSV = Format("clockwork-csv", "Clockwork, CSV", "clockwork", _is_csv, _read_csv)
CLOCKWORK_XLSX = Format("clockwork-xlsx", "Clockwork, Excel", "clockwork", _is_xlsx, _read_xlsx)
