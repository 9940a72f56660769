"""What the cells of Excel workbooks are as texts."""

import io
from datetime import date, time, timedelta

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from clockwork.imports.rows import UnreadableError
from clockwork.imports.workbook import SheetTable, is_workbook, sheets
from tests.unit.imports.books import book, raw, saved
from tests.unit.imports.files import source, wall


def rows_of(content: bytes) -> list:
    (sheet, *_) = sheets(source(content))
    return [(number, list(cells)) for number, cells in sheet.rows()]


def cell(value, code=None) -> str:
    ((_, (text,)),) = rows_of(book((value,), formats={"A1": code} if code else {}))
    return text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("text", None, "text"),
        (" kept ", None, " kept "),
        (1, None, "1"),
        (1.5, None, "1.5"),
        (-0.25, None, "-0.25"),
        (1e20, None, "1e+20"),
        (True, None, "TRUE"),
        (date(2026, 3, 2), None, "2026-03-02"),
        (wall("2026-03-02 09:30"), None, "2026-03-02 09:30:00"),
        (wall("2026-03-02 09:30:00.123"), None, "2026-03-02 09:30:00.123000"),
        (wall("2026-03-02 00:00"), "dd/mm/yyyy hh:mm", "2026-03-02 00:00:00"),
        (wall("2026-03-02 09:30"), "dd/mm/yyyy", "2026-03-02 09:30:00"),
        (time(9, 30), None, "9:30:00"),
        (timedelta(hours=25, minutes=30), None, "25:30:00"),
        (1.5, "[h]:mm", "36:00:00"),
        (0.0625, "h:mm AM/PM", "1:30:00"),
        (0.0625, "mm:ss.0", "1:30:00"),
        (46083, "[$-407]d. mmm yyyy;@", "2026-03-02"),
        (46083, '"day "0', "46083"),
        (46083, "#,##0.00 [$€-407]", "46083"),
        (46083, "[Red]0", "46083"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (1e9, "yyyy-mm-dd", "1000000000"),
        (-1, "yyyy-mm-dd", "-1"),
    ],
)
def test_a_cell_as_text(value, code, text):
    assert cell(value, code) == text


def test_days_may_be_counted_from_1904():
    made = openpyxl.Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.active["A1"] = date(2026, 3, 2)

    assert rows_of(saved(made)) == [(1, ["2026-03-02"])]


def test_gaps_blank_rows_and_columns_stay_where_they_are():
    made = openpyxl.Workbook()
    made.active["B3"], made.active["D3"], made.active["A7"] = "b", "d", "a"
    made.active["C9"] = "  "

    assert rows_of(saved(made)) == [(3, ["", "b", "", "d"]), (7, ["a"])]


def test_a_table_begins_at_its_head_and_rows_are_as_wide():
    table = SheetTable(sheets(source(book((), ("a", "b", "c"), ("1",), (), ("2", "3", "4", "5")))))

    assert table.head == ["a", "b", "c"]
    assert [*table.rows()] == [(2, ["1", "", ""]), (4, ["2", "3", "4", "5"])]


def test_texts_that_are_shared_inline_rich_spoken_or_escaped():
    rows = (
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>'
        '<c t="str"><f>A1</f><v>c_x000D_</v></c><c t="e"><v>#N/A</v></c>'
        '<c t="inlineStr"><is><t>_x005F_x0041__xD800_</t></is></c></row>'
    )
    shared = "<si><t>s</t><rPh><t>spoken</t></rPh></si>"

    assert rows_of(raw(rows, shared=shared)) == [(1, ["s", "ab", "c\r", "#N/A", "_x0041__xD800_"])]


def test_a_formula_has_the_value_that_was_stored():
    assert rows_of(raw('<row r="4"><c r="B4"><f>1+1</f><v>2</v></c></row>')) == [(4, ["", "2"])]


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c t="s"><v>9</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        '<row><c s="4"><v>1</v></c></row>',
        "<row><c><v>1</v></row>",
        '<row><c r="ZZZ1"><v>1</v></c></row>',
        f"<row><c><v>{'1' * 200_000}</v></c></row>",
    ],
)
def test_a_damaged_workbook_is_unreadable(rows):
    with pytest.raises(UnreadableError):
        rows_of(raw(rows))


def test_declared_types_and_entities_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    with pytest.raises(UnreadableError, match="type declaration"):
        rows_of(raw("<row><c><v>&b;</v></c></row>", declared=bomb))


def test_a_zip_is_not_a_workbook_and_an_empty_one_has_no_table():
    file = io.BytesIO()
    with openpyxl.writer.excel.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")

    assert not is_workbook(source(file.getvalue()))
    with pytest.raises(UnreadableError, match="no row"):
        SheetTable(sheets(source(book())))
