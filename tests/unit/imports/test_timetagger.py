"""TimeTagger's report and its full export."""

from datetime import UTC, datetime

import pytest

from clockwork.imports.rows import Left, Tracked, Unanswered, Unread
from tests.unit.imports.files import read, wall

HEAD = "subtotals,tag_groups,duration,date,start,stop,description,user,tags\r\n\r\n"
FULL = "key\tstart\tstop\ttags\tdescription\n"


def report(day, start="9:00", stop="10:30"):
    return f',,1:30,{day},{start},{stop},"#web the ""form"", #deep-work",ada,#web #deep-work\r\n'


def test_a_report_has_sums_and_blank_rows_among_its_records():
    text = HEAD + "3:00,Total,,,,,,,\r\n,,,,,,,,\r\n3:00,#web,,,,,,,\r\n" + report("2026-03-02")

    first, second, third = read(text, "timetagger")

    assert (first, second) == (Left(3, "The row is a sum."), Left(5, "The row is a sum."))
    assert third == Tracked(
        6, wall("2026-03-02 09:00"), wall("2026-03-02 10:30"), 5400, (),
        '#web the "form", #deep-work', ("web", "deep-work"), "ada",
    )  # fmt: skip


def test_a_report_has_dates_as_its_reader_has_them_and_goes_over_midnight():
    with pytest.raises(Unanswered):
        read(HEAD + report("09-07-2026"), "timetagger")

    (row,) = read(HEAD + report("09-07-2026", "23:00", "0:30"), "timetagger", date_order="dmy")
    assert (row.start, row.stop) == (wall("2026-07-09 23:00"), wall("2026-07-10 00:30"))


def test_a_full_export_quotes_nothing_and_has_three_kinds_of_times():
    text = FULL + (
        'k1\t1772442000\t1772445600\t\t"#web form\n'
        "k2\t2026-03-02T09:00:00Z\t2026-03-02T10:00:00Z\t#more\tx\n"
        "k3\t2026-03-02 09:00:00\t2026-03-02 10:00:00\t\t\n"
    )

    first, second, third = read(text, "timetagger")

    nine, ten = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert first == Tracked(2, nine, ten, note='"#web form', tags=("web",), source_id="k1")
    assert second == Tracked(3, nine, ten, note="x", tags=("more",), source_id="k2")
    assert (third.start, third.stop) == (wall("2026-03-02 09:00"), wall("2026-03-02 10:00"))


def test_what_stops_when_it_starts_runs_and_what_is_hidden_was_deleted():
    text = FULL + (
        "k1\t1772442000\t1772442000\t\t\n"
        "k2\t1772442000\t1772445600\t\tHIDDEN x\n"
        "k3\t1772445600\t1772442000\t\tx\n"
        "k4\t1772445600\t2026-03-02 10:00:00\t\tx\n"
        "k5\tsoon\t1\t\tx\n"
    )

    running, deleted, *wrong = read(text, "timetagger")

    assert (running.stop, running.seconds) == (None, None)
    assert deleted == Left(3, "The record was deleted.")
    assert wrong == [
        Unread(4, "The end 2026-03-02 09:00+00:00 is before the start 2026-03-02 10:00+00:00."),
        Unread(5, "Only one of start and end says its offset from UTC."),
        Unread(6, "The start soon is not a date and time."),
    ]
