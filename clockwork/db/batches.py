"""Read a long answer bit by bit, so that it is never in memory as a whole."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from clockwork.db.database import Row, current, is_sqlite, prolong, rows

FETCHED = 500  # rows at once
FEW = 5_000  # rows that are read at once where that is nearly always all

# One round trip; the driver by itself would fetch everything. Planned for all rows, not the first.
DECLARE = (
    "SET LOCAL cursor_tuple_fraction = 1; DECLARE batches NO SCROLL CURSOR FOR {sql}; "
    f"FETCH {FETCHED} FROM batches"
)


def batches(sql: str, *values: object) -> Iterator[Sequence[Row]]:
    """Run one query with `?` for each value; its rows, some at a time.

    Keeps the connection busy until the end: on PostgreSQL it is a transaction of its own.
    """
    return _of_sqlite(sql, values) if is_sqlite() else _of_postgres(sql, values)


def usually_few(sql: str, *values: object) -> Iterator[Sequence[Row]]:
    """The same, of a query that requests repeat: planned once, where the answer is not long."""
    if is_sqlite():
        return _of_sqlite(sql, values)
    few = rows(f"{sql} LIMIT {FEW}", *values)
    return iter([few]) if len(few) < FEW else _of_postgres(sql, values)


def insert(into: str, values: Iterable[Sequence[object]]) -> Iterator[int]:
    """Add many rows `into` a table with its columns, some in each statement; how many by then.

    On PostgreSQL the connection may then be in use for as long again: the server answers.
    """
    count, source = 0, iter(values)
    while some := list(islice(source, FETCHED)):
        mark = f"({', '.join([current().param] * len(some[0]))})"
        # Not by `execute`, which would have each number of rows planned.
        current().execute_sql(
            f"INSERT INTO {into} VALUES {', '.join([mark] * len(some))}",
            [value for one in some for value in one],
        )
        prolong()
        count += len(some)
        yield count


def _of_sqlite(sql: str, values: Sequence[object]) -> Iterator[Sequence[Row]]:
    cursor = current().execute_sql(sql, values)
    while found := cursor.fetchmany(FETCHED):
        yield found


def _of_postgres(sql: str, values: Sequence[object]) -> Iterator[Sequence[Row]]:
    opened = current()
    with opened.atomic():
        found = opened.execute_sql(DECLARE.format(sql=sql.replace("?", "%s")), values).fetchall()
        while found:
            yield found
            done = len(found) < FETCHED
            found = [] if done else opened.execute_sql(f"FETCH {FETCHED} FROM batches").fetchall()
        opened.execute_sql("CLOSE batches")
