"""Whatever somebody brings: rows, a question or a reason, and no row is lost."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockwork.imports import formats
from clockwork.imports.rows import (
    Answers,
    Left,
    Place,
    Tracked,
    Unanswered,
    Unread,
    UnreadableError,
)
from clockwork.imports.source import Source
from tests.exports import contents, entry
from tests.unit.imports import test_clocked, test_kimai, test_own, test_solidtime, test_toggl_data
from tests.unit.imports.books import book, raw
from tests.unit.imports.fuzzing import taking

ONE = entry("2026-11-02T08:00:00Z", "2026-11-02T09:30:00Z", "Draft", ["a"])
FILES = [
    test_own.csv_of(contents(ONE)),
    test_own.xlsx_of(contents(ONE)),
    (test_clocked.TOGGL + test_clocked.toggl()).encode(),
    (test_clocked.CLOCKIFY + test_clocked.clockify("03/04/2026")).encode(),
    (test_kimai.HEAD + test_kimai.kimai()).encode(),
    b'[{"Date":"2026-03-02","From":"7:00","To":"8:00","Customer":"A","Project":"B","Activity":"C",'
    b'"User":"Ada"}]',
    b"Date,Client,Project,Task,Hours,First Name\n01.02.2026,A,B,C,\"1,5\",Ada\n",
    b"key\tstart\tstop\ttags\tdescription\nk\t1772442000\t1772445600\t#a\tb\n",
    b"subtotals,tag_groups,duration,date,start,stop,description\n\n,,1:30,2026-03-02,9:00,10:30,x\n",
    b"description,billable,project,start,end,user_name\na,true,b,2026-03-02T09:00:00Z,,Ada\n",
    test_solidtime.export("e1,,2026-03-02T09:00:00Z,,m1,c1,p1,t1,[],,"),
    test_toggl_data.export(),
    book(("Date", "Hours"), ("2026-03-02", 1.5)),
    raw('<row r="1"><c r="A1"><v>1</v></c></row>'),
]  # fmt: skip
OURS = [
    *("clockwork-csv", "clockwork-xlsx", "toggl", "toggl-data", "clockify", "harvest", "kimai"),
    *("kimai-json", "solidtime", "solidtime-csv", "timetagger", "table"),
]
answers = st.builds(
    Answers,
    date_order=st.sampled_from([None, "dmy", "mdy", "ymd"]),
    columns=st.none()
    | st.dictionaries(
        st.sampled_from(["start", "stop", "date", "duration", "project", "note", "tags"]),
        st.sampled_from(["Date", "Hours", "1", "", "Start"]),
    ),
)
CELLS = [
    "", "0", "1", "-1", "24:00", "25:10", "12:00 AM", "13 PM", "1:30", "90 min", "1h 30m", "1,50",
    "2.000,0", "1.500", "9" * 39, "9" * 41, "2026-03-02", "0001-01-01", "9999-12-31", "13/15/2024",
    "03/04/2024", "27/7/22", "00/00/00", "2026-03-02T09:00:00Z", "9999-12-31T23:59:59-12:00",
    "2026-03-02 09:00", "=1+1", "HIDDEN", "Break", "\x00", "\ufeff", "🕰️", '"', "a;b", "T", "[]",
]  # fmt: skip


def read(content: bytes, said: Answers) -> list | None:
    """None where it asks, or can't be read."""
    try:
        source = Source("file", content)
        return list(formats.recognise(source).read(source, said))
    except (Unanswered, UnreadableError):
        return None


def check(rows) -> None:
    for row in rows or ():
        assert isinstance(row, Tracked | Left | Unread | Place)
        if isinstance(row, Left | Unread):
            assert row.reason.endswith(".")
            assert "\n" not in row.reason
            assert len(row.reason) < 200
        if isinstance(row, Tracked):
            assert row.seconds is None or row.seconds >= 0
            assert row.stop is None or row.stop >= row.start
            assert all(row.path)
            assert all(row.tags)


@taking(300)
@given(st.binary(max_size=200), answers)
def test_any_bytes(content, said):
    check(read(content, said))


@taking(500)
@given(st.sampled_from(FILES), st.data(), answers)
def test_any_file_with_something_changed(content, data, said):
    at = data.draw(st.integers(0, len(content)))
    to = data.draw(st.integers(at, min(len(content), at + 50)))

    check(read(content[:at] + data.draw(st.binary(max_size=20)) + content[to:], said))


@pytest.mark.parametrize("name", OURS)
def test_any_file_read_as_what_it_is_not(name):
    """As somebody may say that it is."""
    for content in (*FILES, b"sep=x\n", b"a\nb\n", b'"a', b"PK\x03\x04"):
        for said in (Answers(), Answers(date_order="dmy", columns={"start": "Start"})):
            with suppress(Unanswered, UnreadableError):
                check(formats.named(name).read(Source("file", content), said))


HEADS = [
    test_clocked.TOGGL.strip(),
    "Project,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Type",
    "Date,Client,Project,Task,Hours,Billable Amount,First Name,Started At,Ended At",
    "Date,From,To,Duration,User,Customer,Project,Activity,Tags,Break",
    "description,billable,project,tags,start,end,user_name",
    "subtotals,tag_groups,duration,date,start,stop,description,user,tags",
    "Date,Start,End,Duration,Running,Person,Email,Project,Category,Note,Tags,Entry ID",
    "start,end,duration,note",
    "date,minutes",
]


@taking(400)
@given(
    st.sampled_from(HEADS).map(lambda line: line.split(",")),
    st.data(),
    st.sampled_from(",;"),
    answers,
)
def test_each_row_of_any_table_is_accounted_for_once(head, data, separator, said):
    cells = st.sampled_from(CELLS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    rows = data.draw(st.lists(st.lists(cells, min_size=1, max_size=len(head) + 1), max_size=5))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows([head, *rows])

    found = read(file.getvalue().encode(), said)

    check(found)
    if found is not None:
        wanted = [n for n, row in enumerate(rows, start=2) if "".join(row).strip()]
        assert [row.row for row in found] == wanted


@taking(100)
@given(st.data(), answers)
def test_any_cells_of_a_workbook(data, said):
    values = st.sampled_from(CELLS).map(lambda text: text.replace("\x00", "")) | st.floats(
        allow_nan=False, allow_infinity=False
    )
    rows = data.draw(st.lists(st.lists(values, min_size=1, max_size=4), max_size=4))
    codes = data.draw(st.sampled_from(["General", "yyyy-mm-dd", "h:mm", "[h]:mm:ss", "yy h:mm"]))
    places = [f"{letter}{number}" for letter in "ABCD" for number in range(1, 6)]

    file = book(("start", "end", "duration", "note"), *rows, formats=dict.fromkeys(places, codes))

    check(read(file, said))
