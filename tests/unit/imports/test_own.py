"""What Clockwork exported as CSV and Excel comes back as it was."""

import csv
import io
from datetime import UTC, timedelta

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clockwork.export import csv_file, xlsx
from clockwork.imports.rows import Tracked, Unread
from clockwork.tracking.intervals import to_micros
from tests.exports import contents, entry, entry_lists, names
from tests.strategies import zones
from tests.tracker import at
from tests.unit.imports.files import read
from tests.unit.imports.fuzzing import quickly

NINE, TEN = "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z"  # in Berlin


def csv_of(found, **options) -> bytes:
    return b"".join(csv_file.write(found, **options))


def xlsx_of(found, **options) -> bytes:
    return b"".join(xlsx.write(found, **options))


@pytest.mark.parametrize("decimal", [True, False])
@pytest.mark.parametrize(
    ("write", "name"), [(csv_of, "clockwork-csv"), (xlsx_of, "clockwork-xlsx")]
)
def test_an_entry_comes_back(write, name, decimal):
    one = entry(NINE, "2026-11-02T09:30:15.5Z", "=1+1", ["a", "b, c", "-x"])
    runs = entry(TEN, None, number=1)

    first, second = read(write(contents(one, runs), decimal=decimal), name)

    assert first == Tracked(
        2, at(NINE), at("2026-11-02T09:30:15.5Z"), 5415, ("Clockwork", "Development", "Reports"),
        "=1+1", tuple(one.tags), "ada@example.org", one.id,
    )  # fmt: skip
    assert (second.stop, second.seconds, second.source_id) == (None, None, runs.id)
    assert first.start.utcoffset() == timedelta(hours=1)


def comparable(rows):
    return [
        (row.source_id, to_micros(row.start), row.stop and to_micros(row.stop), row.note, row.tags)
        for row in rows
    ]


def expected(entries):
    return [
        (one.id, one.started_at, one.stopped_at, one.note or "", tuple(one.tags)) for one in entries
    ]


@quickly
@given(entry_lists(), zones, st.lists(names, min_size=2, max_size=2), names)
def test_any_entries_come_back_from_csv(entries, zone, path, project):
    made = contents(*entries, zone=zone.key, path=path, name=project)

    rows = read(csv_of(made), "clockwork-csv")

    assert comparable(rows) == expected(entries)
    assert {row.path for row in rows} <= {(project, *path)}


@quickly
@given(entry_lists(), zones)
@example([entry("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")], zones.elements[1])
@example([entry("0001-01-01T00:00:00Z", "1900-03-01T00:00:00Z")], zones.elements[0])
def test_any_entries_come_back_from_excel_to_the_millisecond(entries, zone):
    rows = read(xlsx_of(contents(*entries, zone=zone.key)), "clockwork-xlsx")

    for row, one in zip(rows, entries, strict=True):
        assert abs(to_micros(row.start) - one.started_at) <= 500
        assert (row.stop is None) == (one.stopped_at is None)
        assert row.stop is None or abs(to_micros(row.stop) - one.stopped_at) <= 1000
        assert row.tags == tuple(one.tags)
        assert row.source_id == one.id


def test_a_sum_is_no_row_but_anything_else_is():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(contents(entry(NINE, TEN)))))
    sheet = book.worksheets[0]
    sheet["L4"] = "A note"
    file = io.BytesIO()
    book.save(file)

    first, second = read(file.getvalue(), "clockwork-xlsx")

    assert first.seconds == 3600
    assert second == Unread(4, "The start is missing.")


def test_a_second_sheet_is_read_on(monkeypatch):
    monkeypatch.setattr("clockwork.export.workbook.MOST_ROWS", 3)

    rows = read(
        xlsx_of(contents(*(entry(NINE, TEN, number=number) for number in range(3)))),
        "clockwork-xlsx",
    )

    assert [row.source_id for row in rows] == [entry(NINE, TEN, number=n).id for n in range(3)]
    assert len({row.row for row in rows}) == 3


def test_a_csv_that_was_edited_is_read_as_far_as_it_goes():
    found = csv_of(contents(entry(NINE, TEN))).decode("utf-8-sig")
    head, line = csv.reader(io.StringIO(found, newline=""))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    for change in ({}, {1: "2026-11-02T09:00:00"}, {2: "soon"}, {16: "x"}, {2: "1999-01-01"}):
        cells = dict(enumerate(line)) | change
        writer.writerow(head if not change else cells.values())

    assert read(text.getvalue(), "clockwork-csv") == [
        Unread(2, "The start 2026-11-02T09:00:00 does not say its offset from UTC."),
        Unread(3, "The end soon is not a date and time."),
        Unread(4, "The row has more cells than there are columns."),
        Unread(5, "The end 1999-01-01 is not a date and time."),
    ]


def test_the_zone_is_utc_where_that_was_asked_for():
    (row,) = read(xlsx_of(contents(entry(NINE, TEN), zone="UTC")), "clockwork-xlsx")

    assert row.start.astimezone(UTC) == at(NINE)
    assert row.start.utcoffset() == timedelta(0)
