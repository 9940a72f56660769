"""An Excel workbook (ECMA-376, Office Open XML) as tables of texts, read piece by piece. Pure.

By expat alone: what libraries for workbooks offer weighs a third of what all imports may. A type
declaration, and with it every entity, is refused. Dates, times and durations become ISO texts and
h:mm:ss, as the format of their cell has them; of formulas there are the values that were stored.
"""

import posixpath
import pyexpat
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from clockwork.imports.rows import UnreadableError
from clockwork.imports.sheet_values import Styles, Values, local_name, unescaped
from clockwork.imports.source import Source
from clockwork.imports.tables import MOST_COLUMNS, Numbered, check_head

PIECE = 1 << 16  # bytes that are read at once
LONGEST_CELL = 131_072  # characters, as many as in a text with separators
MOST_ROWS = 1_048_576  # of a sheet, by Excel's specifications and limits

COLUMN = re.compile("[A-Z]{1,3}")
MOST_ELEMENTS = 10_000_000  # of a sheet: 100,000 of Clockwork's entries have 5,600,000
# More than that nothing shrinks that somebody wrote; Clockwork's entries do fifteen times.
MOST_SHRUNK, FROM_BYTES = 100, 1_000_000


class Sheet(NamedTuple):
    """A sheet: its name, and its rows by their numbers in it. Blank ones are none."""

    name: str
    rows: Callable[[], Iterator[Numbered]]


class SheetTable:
    """The sheets that have the columns of the first one, as one table.

    The first row of each with something in it is its head; what is below the second one's is
    numbered on from the last row of the first. `others` are the names of sheets with other columns.
    UnreadableError where no sheet has a row.
    """

    decimal = "."

    def __init__(self, all_of_them: Sequence[Sheet]) -> None:
        heads = [(sheet, _head(sheet)) for sheet in all_of_them]
        self.head: Sequence[str] = heads[0][1] if heads else ()
        check_head(self.head)
        self._sheets = [sheet for sheet, head in heads if head == self.head]
        self.others = [sheet.name for sheet, head in heads if head != self.head]

    def rows(self) -> Iterator[Numbered]:
        """The rows below the heads."""
        before, number = 0, 0
        for sheet in self._sheets:
            rows = sheet.rows()
            above = next(rows).number - 1
            for row in rows:
                number = before + row.number - above
                missing = len(self.head) - len(row.cells)
                yield Numbered(number, [*row.cells, *[""] * missing])
            before = number


def _head(sheet: Sheet) -> Sequence[str]:
    return [cell.strip() for cell in next(sheet.rows()).cells]


def is_workbook(source: Source) -> bool:
    """Whether a file is one."""
    return "xl/workbook.xml" in source.parts


def sheets(source: Source) -> Sequence[Sheet]:
    """Those that have a row, in their order. UnreadableError."""
    parts = source.parts
    size = sum(map(len, parts.values()))
    if size > FROM_BYTES and size > MOST_SHRUNK * len(source.data):
        raise UnreadableError("The workbook is a hundred times as large as its file.")
    found = _Names()
    _parse(parts.get("xl/workbook.xml", b""), found.begin)
    targets = _Targets()
    _parse(parts.get("xl/_rels/workbook.xml.rels", b"<x/>"), targets.begin)
    styles = Styles()
    _parse(parts.get("xl/styles.xml", b"<x/>"), styles.begin)
    shared = _Texts()
    _parse(parts.get("xl/sharedStrings.xml", b"<x/>"), shared.begin, shared.end, shared.text)
    cells = Values(styles.kinds, shared.texts, found.since_1904)
    all_of_them = [
        Sheet(name, _reader(parts[targets.paths[key]], cells))
        for name, key in found.sheets
        if targets.paths.get(key) in parts
    ]
    return [sheet for sheet in all_of_them if next(sheet.rows(), None)]


def _reader(part: bytes, cells: Values) -> Callable[[], Iterator[Numbered]]:
    return lambda: _rows(part, cells)


def _rows(part: bytes, cells: Values) -> Iterator[Numbered]:
    """The rows of a sheet, while it is parsed."""
    sheet, elements = _Cells(cells), 0
    parser = _parser(sheet.begin, sheet.end, sheet.text)
    for start in range(0, len(part), PIECE):
        elements += part.count(b"<", start, start + PIECE) // 2
        if elements > MOST_ELEMENTS:
            raise UnreadableError("The workbook has more cells than can be read; split it.")
        _feed(parser, part[start : start + PIECE], start + PIECE >= len(part))
        yield from sheet.taken()


Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def _parse(part: bytes, begin: Begin, end: End | None = None, text: End | None = None) -> None:
    _feed(_parser(begin, end, text), part, True)


def _parser(begin: Begin, end: End | None, text: End | None) -> pyexpat.XMLParserType:
    parser = pyexpat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise UnreadableError("The workbook has a type declaration, which no workbook needs.")


def _feed(parser: pyexpat.XMLParserType, data: bytes, last: bool) -> None:
    try:
        parser.Parse(data, last)
    except pyexpat.ExpatError:
        raise UnreadableError("The workbook is damaged.") from None


class _Names:
    """The sheets by name and relationship, and from when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if local_name(name) == "sheet":
            keys = {local_name(key): value for key, value in attributes.items()}
            self.sheets.append((keys.get("name", ""), keys.get("id", "")))
        elif local_name(name) == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")


class _Targets:
    """The parts of the sheets by relationship."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if local_name(name) == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = posixpath.join("/xl", attributes.get("Target", ""))
            self.paths[attributes.get("Id", "")] = posixpath.normpath(target).lstrip("/")


class _Texts:
    """The texts that cells share, without how they are pronounced."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._heard = 0
        self._is_text = False

    def begin(self, name: str, _: dict[str, str]) -> None:
        local = local_name(name)
        if local == "si":
            self._text, self._length = [], 0
        self._heard += local == "rPh"
        self._is_text = local == "t" and not self._heard

    def end(self, name: str) -> None:
        local = local_name(name)
        self._is_text = False
        self._heard -= local == "rPh"
        if local == "si":
            self.texts.append(unescaped("".join(self._text)))

    def text(self, text: str) -> None:
        if self._is_text:
            self._length += len(text)
            _check_length(self._length)
            self._text.append(text)


class _Cells:
    """The rows of a sheet that were read since they were last taken."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._rows: list[Numbered] = []
        self._number = 0
        self._row: dict[int, str] = {}
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._value: list[str] = []
        self._length = 0
        self._is_value = False
        # What names of elements mean, with the prefixes that they have here.
        self._local: dict[str, str] = {}
        self._columns: dict[str, int] = {}

    def taken(self) -> Sequence[Numbered]:
        """What was read since the last time."""
        taken, self._rows = self._rows, []
        return taken

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        local = self._local.get(name) or self._local.setdefault(name, local_name(name))
        if local == "c":
            self._column = self._column_of(attributes.get("r"))
            self._attributes = attributes
        elif local == "t" or local == "v":  # noqa: PLR1714 - millions of times
            self._is_value = True
        elif local == "row":
            number = attributes.get("r", "")
            known = int(number) if number.isdecimal() and len(number) < 8 else 0
            self._number = max(known, self._number + 1)
            self._row, self._column = {}, -1

    def end(self, name: str) -> None:
        local = self._local[name]
        if local == "t" or local == "v":  # noqa: PLR1714 - millions of times
            self._is_value = False
        elif local == "c":
            if self._value:
                self._add("".join(self._value))
                self._value, self._length = [], 0
        elif local == "row" and self._row:
            cells = [self._row.get(column, "") for column in range(max(self._row) + 1)]
            if "".join(cells).strip():
                self._rows.append(Numbered(self._number, cells))

    def text(self, text: str) -> None:
        if self._is_value:
            self._length += len(text)
            if self._length > LONGEST_CELL:
                _check_length(self._length)
            self._value.append(text)

    def _column_of(self, place: str | None) -> int:
        """The column of A1, or the next one where a cell does not say its place."""
        letters = place.rstrip("0123456789") if place else ""
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = _index(letters) if letters else -1
        return column if column >= 0 else self._column + 1

    def _add(self, value: str) -> None:
        if self._column >= MOST_COLUMNS:
            raise UnreadableError("The file has more than 1,000 columns.")
        self._row[self._column] = self._values.text(value, self._attributes)


def _index(letters: str) -> int:
    """The number of a column, from 0 on. UnreadableError for what is none."""
    if not COLUMN.fullmatch(letters):
        raise UnreadableError("The workbook is damaged.")
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _check_length(length: int) -> None:
    if length > LONGEST_CELL:
        raise UnreadableError("A cell of the workbook has more than 131,072 characters.")
