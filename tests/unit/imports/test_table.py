"""Any other table, in text or Excel: its columns assigned, or plain by their heads."""

from datetime import date

import pytest

from clockwork.imports.rows import Left, Tracked, Unanswered, Unread, UnreadableError
from tests.unit.imports.books import book
from tests.unit.imports.files import format_of, read, wall

ODD = "Wann,Was,Wie lang\n2026-03-02,Web,1:30\n"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Date,From,To,Note\n2026-03-02,9:00,10:30,Fields\n",
            Tracked(2, wall("2026-03-02 09:00"), wall("2026-03-02 10:30"), note="Fields"),
        ),
        (
            "Datum;Beginn;Ende;Projekt\n24.12.2026;9:00;10:30;Web\n",
            Tracked(2, wall("2026-12-24 09:00"), wall("2026-12-24 10:30"), path=("Web",)),
        ),
        (
            "start\tend\ttags\temail\n24/12/2026 11:00 PM\t25/12/2026 1:00 AM\ta,b\ta@b.org\n",
            Tracked(
                2, wall("2026-12-24 23:00"), wall("2026-12-25 01:00"), None, (), "", ("a", "b"),
                "a@b.org",
            ),
        ),
        (
            "Fecha,Horas,Proyecto\n2026-03-02,\"1,5\",Web\n",
            Tracked(2, date(2026, 3, 2), None, 5400, ("Web",)),
        ),
        (
            "day,minutes,client,project,task\n2026-03-02,90,A,B,C\n",
            Tracked(2, date(2026, 3, 2), None, 5400, ("A", "B", "C")),
        ),
        (
            "start,duration\n2026-03-02T09:00+01:00,1h 30m\n",
            Tracked(2, wall("2026-03-02T09:00+01:00"), None, 5400),
        ),
        (
            "date,start,end\n2026-03-02,22:00,06:00\n",
            Tracked(2, wall("2026-03-02 22:00"), wall("2026-03-03 06:00")),
        ),
    ],
)  # fmt: skip
def test_columns_with_plain_heads_are_found(text, row):
    assert read(text, "table") == [row]


@pytest.mark.parametrize(
    "head",
    [
        "Wann,Was,Wie lang",
        # Which of the two is meant?
        "Start,Start,End",
        "Start,From,End",
        "Date,Day,Duration",
        # A day with a start but no length, a length without a day.
        "Date,Start,Note",
        "Start,Project,Note",
        "Duration,Project,Note",
        "End,Project,Note",
    ],
)
def test_heads_that_leave_a_doubt_are_asked_for(head):
    with pytest.raises(Unanswered) as asked:
        read(f"{head}\n2026-03-02,Web,1:30\n", "table")

    assert asked.value.question.field == "columns"
    assert asked.value.question.choices == list(dict.fromkeys(head.split(",")))
    assert asked.value.question.example == f"{head.replace(',', ' | ')}\n2026-03-02 | Web | 1:30"


def test_columns_are_what_somebody_says_they_are():
    columns = {"date": "Wann", "project": "Was", "duration": "Wie lang"}

    assert read(ODD, "table", columns=columns) == [
        Tracked(2, date(2026, 3, 2), None, 5400, ("Web",))
    ]


@pytest.mark.parametrize(
    "columns", [{"date": "Wann"}, {"date": "Wann", "duration": "gone"}, {"note": "Was"}]
)
def test_what_was_said_may_not_be_enough(columns):
    with pytest.raises(Unanswered):
        read(ODD, "table", columns=columns)


def test_whole_durations_count_what_their_head_says():
    columns = {"date": "Day", "duration": "Length"}
    text = "Day,Length\n2026-03-02,90\n2026-03-02,1.5\n"

    first, second = read(text, "table", columns=columns)
    assert first == Unread(
        2,
        "The duration 90 may be hours, minutes or seconds: let the head of its column say which.",
    )
    assert second.seconds == 5400

    columns["duration"] = "Length (min)"
    first, _ = read(text.replace("Length", "Length (min)"), "table", columns=columns)
    assert first.seconds == 5400


def test_the_order_of_dates_is_asked_for_here_too():
    with pytest.raises(Unanswered) as asked:
        read("Date,Hours\n03/04/2026,1\n", "table")

    assert asked.value.question.field == "date_order"


@pytest.mark.parametrize(
    "text", ["", " \n", "just a line\n", "one, two\n", '{"a": 1,\n"b": 2}', "a,b\nnothing else\n"]
)
def test_what_is_no_table_is_in_no_format(text):
    with pytest.raises(UnreadableError):
        format_of(text)


def test_a_workbook_has_dates_times_and_durations_in_its_cells():
    rows = read(
        book(
            ("Day", "From", "To", "Duration", "Project", "Note"),
            (date(2026, 3, 2), wall("2026-03-02 09:00").time(), None, 90 / 1440, "Web", None),
        ),
        "table",
        columns={"date": "Day", "start": "From", "stop": "To", "project": "Project"},
    )

    assert rows == [Tracked(2, wall("2026-03-02 09:00"), path=("Web",))]


def test_sheets_with_the_same_columns_are_one_table_and_the_others_are_told():
    head = ("Date", "Hours")
    file = book(
        head, (date(2026, 3, 2), 1.5), ("2026-02-30", 1),
        more={"Rates": [("Name", "Rate"), ("Ada", 1)], "April": [head, (date(2026, 4, 2), 2)]},
    )  # fmt: skip

    first, second, third, left = read(file, "table")

    assert (first.row, first.seconds) == (2, 5400)
    assert second == Unread(3, "The date 2026-02-30 does not exist.")
    assert (third.row, third.start) == (5, date(2026, 4, 2))
    assert left == Left(6, "The sheet Rates has other columns than the first one.")
