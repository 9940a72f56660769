"""What a file proves about how it writes dates and numbers, and what has to be asked. Pure."""

from collections.abc import Collection, Iterable, Sequence

from clockwork.imports.cells import (
    ORDERS,
    Numbers,
    date_parts,
    ordered,
    shown_mark,
    split_moment,
)
from clockwork.imports.rows import Answers, Question, Unanswered
from clockwork.imports.tables import Table


class Dates:
    """The orders of day, month and year in which all dates of a file can be read."""

    def __init__(self) -> None:
        self.possible = set(ORDERS)
        self.seen: set[str] = set()
        self.first = self.example = ""
        self._last = ""

    def add(self, text: str) -> None:
        """One more date. One that can't be in any order proves nothing."""
        parts = date_parts(text) if text != self._last else None
        self._last = text
        if parts is None:
            return
        # A year of four digits stands where it stands.
        found = {
            order: ordered(parts, order) for order in ORDERS if parts[2] < 100 or order != "ymd"
        }
        orders = {order for order, day in found.items() if day}
        if orders:
            self.first = self.first or text
            self.possible &= orders
            self.seen |= orders
            if len(set(found.values()) - {None}) > 1:
                self.example = self.example or text

    def order(self, answered: str | None) -> str | None:
        """The order that is proven, or was answered. Unanswered where it has to be asked."""
        if answered or not self.seen:
            return answered
        if len(self.possible) == 1 or (self.possible and not self.example):
            return min(self.possible)
        choices = sorted(self.possible or self.seen)
        raise Unanswered(Question("date_order", self.example or self.first, choices))


def prove(
    table: Table,
    answers: Answers,
    dates: Collection[int],
    moments: Collection[int] = (),
    numbers: Collection[int] = (),
    unit: int = 3600,
) -> tuple[str | None, Numbers]:
    """The order of dates in some columns and of moments in others, and how numbers are written.

    Unanswered where the file does not prove the order and nobody said it. What decimals come after
    is proven by more than one mark, or by other than three digits behind one (2.000,0; 20,0; 0,5);
    if nothing proves it, it is what the table has by its separator.
    """
    found, marks = Dates(), dict.fromkeys(".,", 0)
    for cells in _each(table):
        for index in dates:
            found.add(split_moment(cells[index].strip())[0])
        for index in moments:
            # A clock time alone may look like a date: 10.30.15.
            day, time = split_moment(cells[index].strip())
            if ":" in time:
                found.add(day)
        for index in numbers:
            if mark := shown_mark(cells[index]):
                marks[mark] += 1
    order = found.order(answers.date_order)
    return order, Numbers(_has_comma(marks["."], marks[","], table.decimal), unit)


def _each(table: Table) -> Iterable[Sequence[str]]:
    return (row.cells for row in table.rows())


def _has_comma(points: int, commas: int, usual: str) -> bool:
    if points == commas:
        return usual == ","
    return commas > points
