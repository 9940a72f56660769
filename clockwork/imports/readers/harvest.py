"""Harvest's detailed time report as CSV: hours of a day, without clock times.

Facts: `Date,Client,Project,Project Code,Task,Notes,Hours,…,First Name,Last Name,…`; what is left
out comes and goes with the account, `Hours Rounded` among it. Who tracks by start and end has
`Started At` and `Ended At` as well. Numbers and dates are written as the account has it.
"""

from collections.abc import Iterator

from clockwork.imports.columns import columns, has
from clockwork.imports.records import read as read_rows
from clockwork.imports.rows import Answers, Format, Row
from clockwork.imports.source import Source
from clockwork.imports.tables import Separated, head_of


def _recognises(source: Source) -> bool:
    found = columns(head_of(source))
    named = {"first_name", "last_name"} & found.keys()
    return has(found, "date", "client", "project", "task", "hours") and bool(named)


def _read(source: Source, answers: Answers) -> Iterator[Row]:
    table = Separated(source)
    return read_rows(table, answers, columns(table.head))


HARVEST = Format("harvest", "Harvest, detailed time report (CSV)", "harvest", _recognises, _read)
