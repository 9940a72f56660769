"""A report as a table, a row for each of its smallest groups: as CSV and Excel. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from clockwork.export.cells import clock, defuse, join
from clockwork.export.contents import STEP, Places
from clockwork.export.csv_file import MARK, line

if TYPE_CHECKING:
    from clockwork.export.workbook import Cell
    from clockwork.tracking.summary import Row

CALENDAR = ("day", "week", "month")
HEADS = {
    "day": "Day", "week": "Week from", "month": "Month from", "project": "Project",
    "category": "Category", "tag": "Tag", "person": "Person",
}  # fmt: skip
WIDE = {"day": 11, "week": 11, "month": 11, "project": 24, "category": 40, "tag": 20, "person": 20}


class Table(NamedTuple):
    """What it is grouped by, and its groups with those within them; read once."""

    groups: Sequence[str]
    rows: "Iterable[Row]"
    places: Places

    @property
    def adds_up(self) -> bool:
        """Whether the rows sum to the total; with several tags, time is in several."""
        return "tag" not in self.groups


Line = tuple[list[str], int]


def write_csv(table: Table) -> Iterator[bytes]:
    """The duration as a clock shows it, as decimal hours, and in seconds."""
    head = [HEADS[group] for group in table.groups]
    yield (MARK + line([*head, "Duration", "Hours", "Seconds"])).encode()
    for names, seconds in _lines(table):
        cells = [*map(defuse, names), clock(seconds), f"{seconds / 3600:.4f}", str(seconds)]
        yield line(cells).encode()


def write_xlsx(table: Table) -> Iterator[bytes]:
    """With sums as formulas below, where the rows add up."""
    from clockwork.export import workbook  # noqa: PLC0415 - only needed here

    head = [*(HEADS[group] for group in table.groups), "Duration", "Hours"]
    widths = [*(WIDE[group] for group in table.groups), 10, 8]
    rows: Iterator[Sequence[Cell]] = (
        (*map(_cell, table.groups, names), workbook.Duration(seconds), workbook.Hours(seconds))
        for names, seconds in _lines(table)
    )
    return workbook.write("Report", head, widths, rows, table.adds_up)


def _cell(group: str, name: str) -> "Cell":
    """A date as one, as far as Excel has it."""
    return date.fromisoformat(name) if group in CALENDAR and name >= "1900-03-01" else name


def _lines(table: Table) -> Iterator[Line]:
    first, *second = (_named(group, table.places) for group in table.groups)
    for row in table.rows:
        # What only stands above others with time.
        if row.own == 0:
            continue
        inner = [] if row.rows is None else [one for one in row.rows if one.own != 0]
        for one in inner:
            yield [first(row), second[0](one)], one.seconds
        if not inner:
            yield [first(row), *("" for _ in second)], row.seconds


def _named(group: str, places: Places) -> "Callable[[Row], str]":
    if group != "category":
        return lambda row: row.label
    return lambda row: join(_path(row.key, places), STEP)


def _path(category_id: str, places: Places) -> Sequence[str]:
    """From the project on."""
    if not places.knows(category_id):
        return ()
    project = places.projects[places.categories[category_id].project_id]
    return (project.name, *places.path(category_id))
