"""klog's files, the whole of its syntax, and ours."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from clockwork.clock import MINUTE
from clockwork.export import klog as writer
from clockwork.imports.rows import Left, Tracked, Unread, UnreadableError
from tests.exports import contents, entry, entry_lists
from tests.strategies import zones
from tests.unit.imports.reading import kinds, read, reasons, tracked

FILE = """\

2024-01-01 (8h!)
On a #monday, at home
and #late=yes
    8:00 - 9:30
    9:00am-12:05pm Talk to #john about #ticket=891 #done #note="two words"
    <23:00 - 1:00 Night
        over two lines #two
        and three
    23:00 - 1:30>
    <24:00 - 24:00
    12:00am - 12:00pm
    0:30> - 4:00>
    1h30m #duration
    90m
    +2h
    -45m Lunch
    0h
    17:00 - ???
        Below

2024/02/29
\t10:00 - 10:00\tNothing
\t\tmore
"""


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 1, 1, hour, minute) + timedelta(day - 1)  # noqa: DTZ001


def test_each_entry_is_a_row():
    rows = read("klog", FILE)
    both = ("monday", "late=yes")

    assert rows[:6] == [
        Left(3, "The summary of a day is no entry; its tags are given to the day's entries."),
        Tracked(5, wall(1, 8), wall(1, 9, 30), tags=both),
        Tracked(6, wall(1, 9), wall(1, 12, 5), note="Talk to #john about",
                tags=(*both, "john", "ticket=891", "done", "note=two words")),
        Tracked(7, wall(0, 23), wall(1, 1), note="Night\nover two lines #two\nand three",
                tags=(*both, "two")),
        Tracked(10, wall(1, 23), wall(2, 1, 30), tags=both),
        Tracked(11, wall(1, 0), wall(2, 0), tags=both),
    ]  # fmt: skip
    assert [(row.start, row.stop) for row in rows[6:8]] == [
        (wall(1, 0), wall(1, 12)), (wall(2, 0, 30), wall(2, 4)),
    ]  # fmt: skip
    first = date(2024, 1, 1)
    assert [(type(row.start), row.start, row.stop, row.seconds) for row in rows[8:11]] == [
        (date, first, None, 5400), (date, first, None, 5400), (date, first, None, 7200),
    ]  # fmt: skip
    assert rows[8].tags == (*both, "duration")
    assert rows[11] == Left(
        17, "A negative duration takes time off a day; shorten an entry instead."
    )
    assert rows[12].seconds == 0
    assert rows[13] == Tracked(19, wall(1, 17), note="Below", tags=both)
    assert rows[14] == Tracked(23, wall(60, 10), wall(60, 10), note="Nothing\nmore")
    assert len(rows) == 15


def test_what_is_no_entry_is_told_and_the_others_come():
    rows = read("klog", """2024-01-01
    8:00 - 9:00 First
    9:00 - 8:00
    25:00 - 26:00
    24:01 - ?
    24:00> - ?
    8:60 - 9:00
    13:00pm - ?
    0:00am - ?
    8:00
    one hour
    1h30
    8:00 - ?x
  8:00 - 9:00 Last

2024-02-30
    1h

2024-03-01 (8h)

2024-03-02 (1h!)

2024-03-03
Only a summary

    1h without a day
""")  # fmt: skip

    assert kinds(rows) == [
        (2, Tracked), *((number, Unread) for number in range(3, 14)), (14, Tracked),
        (16, Unread), (17, Unread), (19, Unread), (21, Left), (24, Left), (26, Unread),
    ]  # fmt: skip
    assert reasons(rows)[:2] == [
        "It stops before it starts.", "One of its times is not on any clock.",
    ]  # fmt: skip


def test_the_ends_of_the_calendar_are_no_traceback():
    rows = read("klog", "9999-12-31\n  23:00 - 24:00\n\n0001-01-01\n  <23:00 - 1:00\n")

    assert reasons(rows) == ["Its time is beyond the calendar."] * 2


@pytest.mark.parametrize(
    "data", ["2024-01-01\n2024-01-02\n", "2024-01-01,8:00\n", "x\n2024-01-01\n"]
)
def test_dates_alone_are_not_klog(data):
    with pytest.raises(UnreadableError, match="no format that is known"):
        read("klog", data)


def test_marks_and_lines_of_windows_do_not_matter():
    (row,) = read("klog", "\ufeff2024-01-01\r\n  8:00 - 9:00 Note\r\n")

    assert (row.row, row.note) == (2, "Note")


def ours(*entries, **options) -> list:
    return read("clockwork-klog", b"".join(writer.write(contents(*entries, **options))))


def test_our_own_has_project_path_note_and_tags():
    (row, running) = ours(
        entry("2026-11-02T08:00:59Z", "2026-11-02T09:00:00Z", "A: b #12 c\n\nd", ["a b", "e"]),
        entry("2026-11-02T09:00:00Z", None),
    )

    path = ("Clockwork", "Development", "Reports")
    nine, ten = (datetime(2026, 11, 2, hour) for hour in (9, 10))  # noqa: DTZ001
    assert row == Tracked(2, nine, ten, path=path, note="A: b #12 c d", tags=("a_b", "e"))
    assert running == Tracked(3, ten, path=path)


@given(entry_lists(), zones)
def test_an_export_of_ours_comes_back_as_far_as_klog_can_hold_it(entries, zone):
    """To the minute, on the clock on the wall; and how long what can't be told so took."""
    if not entries:
        return
    found = contents(*entries, zone=zone.key)

    rows = tracked(ours(*entries, zone=zone.key))

    for row, one in zip(rows, entries, strict=True):
        start = found.local(one.started_at).replace(tzinfo=None, second=0, microsecond=0)
        lasted = one.stopped_at and one.stopped_at // MINUTE - one.started_at // MINUTE
        assert row.path == ("Clockwork", "Development", "Reports")
        if row.seconds is None:
            assert row.start == start
            assert (row.stop is None) == (lasted is None)
            assert row.stop is None or row.stop - row.start == timedelta(minutes=lasted)
        else:
            assert (row.start, row.seconds) == (start.date(), lasted * 60)


def test_a_text_that_is_not_quite_ours_is_klogs():
    text = "2024-01-01\n    8:00 - 9:00 Clockwork › Work: a\n    9:00 - 10:00 b\n"

    assert [row.path for row in read("klog", text)] == [(), ()]


def test_later_lines_of_ours_may_be_others():
    lines = "    8:00 - 9:00 Clockwork › Work: a\n" * 1000
    rows = read("clockwork-klog", f"2024-01-01\n{lines}    9:00 - 10:00 b: c\n")

    assert (rows[-1].path, rows[-1].note) == ((), "b: c")
    assert {row.path for row in rows[:-1]} == {("Clockwork", "Work")}
