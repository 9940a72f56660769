"""A table: its head and its rows, from a file with separators. Pure."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from clockwork.imports.rows import UnreadableError
from clockwork.imports.source import Source

SEPARATORS = ",;\t"
MOST_COLUMNS = 1_000
MOST_ROWS = 1_048_576  # as many as a spreadsheet has, blank ones among them
LONGEST_ROW = 1_000_000  # characters; a cell may have as many as the csv module takes: 131,072
SAYS_SEPARATOR = "sep="  # what Excel takes for a line before the head


class Numbered(NamedTuple):
    """A row: its number, the head's being 1, and its cells, as many as the head has or more."""

    number: int
    cells: Sequence[str]


class Table(Protocol):
    """What is read as a table: from text with separators, or from a workbook.

    `decimal` is what decimals come after unless the file proves otherwise. Rows without anything
    in them are none; rows can be asked for several times.
    """

    head: Sequence[str]
    decimal: str

    def rows(self) -> Iterator[Numbered]: ...


class Separated:
    """A table in text. UnreadableError where it is none, also while its rows are read.

    `quoting` says whether quotation marks mean anything.
    """

    def __init__(self, source: Source, quoting: bool = True) -> None:
        self._source = source
        self._options: dict[str, Any] = {} if quoting else {"quoting": csv.QUOTE_NONE}
        self.separator = separator_of(source.head)
        # Who separates by semicolons does so because commas are in the numbers.
        self.decimal = "," if self.separator == ";" else "."
        first = next(self._records(), Numbered(1, ()))
        self.head: Sequence[str] = [cell.strip() for cell in first.cells]
        check_head(self.head)

    def rows(self) -> Iterator[Numbered]:
        """The rows below the head."""
        records = self._records()
        next(records)
        return records

    def _records(self) -> Iterator[Numbered]:
        """The head and what is below it. Number 1 is that of the head, whatever stands above."""
        number, width = 0, 0
        for cells in self._cells():
            if not width and _is_above_head(cells):
                continue
            number, width = number + 1, width or len(cells)
            if "".join(cells).strip():
                yield Numbered(number, [*cells, *[""] * (width - len(cells))])

    def _cells(self) -> Iterator[Sequence[str]]:
        lines = _Lines(self._source)
        reader = csv.reader(lines, delimiter=self.separator, strict=True, **self._options)
        try:
            for number, cells in enumerate(reader):
                if number == MOST_ROWS:
                    raise UnreadableError("The file has more than 1,048,576 rows; split it.")
                lines.taken = 0
                yield cells
        except csv.Error:
            raise UnreadableError(
                f"Line {reader.line_num} can't be taken apart: a quotation mark is missing or too "
                "many, or a cell has more than 131,072 characters."
            ) from None


class _Lines:
    """The lines of a file, decoded as they are asked for. UnreadableError where one is no text.

    `taken` counts the characters since it was last set to 0: a row may have several lines.
    """

    def __init__(self, source: Source) -> None:
        data = io.BytesIO(source.data)
        self._file = io.TextIOWrapper(data, source.encoding, errors="strict", newline="")
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._file.readline(LONGEST_ROW + 1 - self.taken)
        except UnicodeDecodeError:
            raise UnreadableError("The text of the file is damaged.") from None
        self.taken += len(line)
        if self.taken > LONGEST_ROW:
            raise UnreadableError("A row of the file has more than 1,000,000 characters.")
        if "\0" in line:
            raise UnreadableError("The file is neither text nor a format that is known.")
        if not line:
            raise StopIteration
        return line


def separator_of(head: str) -> str:
    """What separates most cells in the first line that has something in it."""
    line = next((line for line in head.splitlines() if line.strip()), "")
    if line.lower().startswith(SAYS_SEPARATOR) and line[4:5] in SEPARATORS:
        return line[4:5] or ","
    return max(SEPARATORS, key=lambda sign: len(_first_row(line, sign)))


def head_of(source: Source, quoting: bool = True) -> Sequence[str]:
    """The head of a table as reading it has it; nothing where a file is none."""
    try:
        return Separated(source, quoting).head if source.head else ()
    except UnreadableError:
        return ()


def _first_row(line: str, separator: str) -> Sequence[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), ())]
    except csv.Error:
        return ()


def check_head(head: Sequence[str]) -> None:
    """UnreadableError where a head can't be that of a table."""
    if not any(head):
        raise UnreadableError("The file has no row.")
    if len(head) > MOST_COLUMNS:
        raise UnreadableError("The file has more than 1,000 columns.")


def _is_above_head(cells: Sequence[str]) -> bool:
    """Whether it is blank, or only says what separates."""
    text = "".join(cells).strip()
    return not text or (len(text) <= 5 and text.lower().startswith(SAYS_SEPARATOR))
