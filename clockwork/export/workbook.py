"""An Excel workbook (ECMA-376, Office Open XML) that is sent while it is made. Pure.

By hand, because what libraries offer keeps a workbook in memory or in temporary files: a million
entries are half a gigabyte of XML, and the image has 64 MB for such files.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from html import escape
from itertools import chain
from typing import IO, NamedTuple
from zipfile import ZipFile

from clockwork.export import workbook_parts as parts
from clockwork.export.cells import is_formula
from clockwork.export.zipped import Sink, part

MOST_ROWS = 1_048_576  # of a sheet, by Excel's specifications and limits
MOST_UNITS = 32_767  # of UTF-16 in a cell, by the same
MOST_BYTES = 1 << 30  # from 2 GiB on a part would need ZIP64, which Excel does not read in a stream

# Before that Excel counts a day that never was.
FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001 - cells have no zone
DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001

# What XML can't hold, or would read as something else.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class Duration(NamedTuple):
    """Seconds, shown as hours, minutes and seconds."""

    seconds: int


class Hours(NamedTuple):
    """Seconds, shown as decimal hours."""

    seconds: int


# A date and time is that of the clock on the wall.
Cell = str | date | datetime | Duration | Hours | None


def write(
    name: str,
    head: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[Cell]],
    adds_up: bool = True,
) -> Iterator[bytes]:
    """A workbook of one sheet, or of more where one can't hold all rows.

    Below each column of durations or hours stands its sum, where that `adds_up` to something.
    """
    sink, left, count = Sink(), iter(rows), 0
    with ZipFile(sink, "w") as archive:  # type: ignore[call-overload]
        for first in chain(left, [None]):
            if first is None and count:
                break
            count += 1
            begun = chain([] if first is None else [first], left)
            with archive.open(part(f"xl/worksheets/sheet{count}.xml"), "w") as file:
                yield from _sheet(file, sink, (head, widths), begun, adds_up)
        for path, content in parts.around(name, count).items():
            archive.writestr(part(path), content)
    yield sink.taken()


def _sheet(
    file: IO[bytes],
    sink: Sink,
    columns: tuple[Sequence[str], Sequence[int]],
    rows: Iterator[Sequence[Cell]],
    adds_up: bool,
) -> Iterator[bytes]:
    """As many rows as a sheet can hold, below a head that stays in view."""
    head, widths = columns
    sums: dict[int, Duration | Hours] = {}
    size = file.write(
        parts.begin(widths) + _row(1, (_cell(1, *one, parts.BOLD) for one in enumerate(head)))
    )
    number = 1
    for number, row in enumerate(rows, start=2):
        size += file.write(_row(number, (_cell(number, *one) for one in enumerate(row))))
        if adds_up:
            _add(sums, row)
        yield sink.taken()
        # One is left for the sums.
        if number == MOST_ROWS - 1 or size > MOST_BYTES:
            break
    file.write(_row(number + 1, (_sum(number, *one) for one in sorted(sums.items()))))
    file.write(parts.END)


def _add(sums: dict[int, Duration | Hours], row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, Duration | Hours):
            before = sums.get(column)
            sums[column] = type(cell)(cell.seconds + (before.seconds if before else 0))


def _row(number: int, cells: Iterable[str]) -> bytes:
    return f'<row r="{number}">{"".join(cells)}</row>'.encode()


def _sum(last: int, column: int, total: Duration | Hours) -> str:
    """With its value as well, for what shows a workbook without calculating."""
    letter = parts.letter(column)
    style, value = _number(total)
    formula = f"<f>SUM({letter}2:{letter}{last})</f>"
    return f'<c r="{letter}{last + 1}" s="{style + parts.IN_BOLD}">{formula}<v>{value}</v></c>'


def _cell(row: int, column: int, cell: Cell, style: int = 0) -> str:
    where = f"{parts.letter(column)}{row}"
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        # So that it stays a text when somebody edits it.
        style = parts.QUOTED if is_formula(cell) else style
        text = f'<is><t xml:space="preserve">{_text(cell)}</t></is>'
        return f'<c r="{where}" s="{style}" t="inlineStr">{text}</c>'
    style, value = _number(cell)
    return f'<c r="{where}" s="{style}"><v>{value}</v></c>'


def _number(cell: date | datetime | Duration | Hours) -> tuple[int, float]:
    """Its style and value: days, for Excel, or hours."""
    if isinstance(cell, Duration):
        return parts.DURATION, cell.seconds / 86_400
    if isinstance(cell, Hours):
        return parts.HOURS, cell.seconds / 3600
    if isinstance(cell, datetime):
        return parts.MOMENT, (cell - DAY_0).total_seconds() / 86_400
    return parts.DATE, cell.toordinal() - DAY_0.toordinal()


def _text(text: str) -> str:
    if len(text) > MOST_UNITS // 2:
        text = text.encode("utf-16-le")[: 2 * MOST_UNITS].decode("utf-16-le", "ignore")
    return escape(UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text), quote=False)
