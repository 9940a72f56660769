"""Toggl Track's and Clockify's reports, with everything that was seen in such files."""

import pytest

from clockwork.imports.rows import Left, Tracked, Unanswered, Unread
from tests.unit.imports.files import format_of, read, wall

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
    "Duration,Tags,Amount (EUR)\n"
)
CLOCKIFY = (
    '"Project","Client","Description","Task","User","Group","Email","Tags","Billable","Start Date",'
    '"Start Time","End Date","End Time","Duration (h)","Duration (decimal)"\n'
)


def toggl(start="2026-03-02,09:00:00", end="2026-03-02,10:30:00", duration="01:30:00", tags=""):
    return f"Ada,ada@example.org,Acme,Web,Forms,Fields,No,{start},{end},{duration},{tags},1.50\n"


def clockify(day="2026-03-02", start="9:00 AM", end="10:30 AM", duration="01:30:00", last="1.50"):
    cells = ("Web", "Acme", "Fields", "Forms", "Ada", "", "ada@example.org", "a, b", "No", day)
    return ",".join(f'"{cell}"' for cell in (*cells, start, day, end, duration, last)) + "\n"


def test_a_row_of_toggl_has_all_that_it_tells():
    (row,) = read("\ufeff" + TOGGL + toggl(tags='"deep, 🔥 hot"'), "toggl")

    assert row == Tracked(
        2, wall("2026-03-02 09:00"), wall("2026-03-02 10:30"), 5400, ("Acme", "Web", "Forms"),
        "Fields", ("deep", "🔥 hot"), "ada@example.org",
    )  # fmt: skip


def test_quotation_marks_are_doubled_and_backslashes_are_just_that():
    head = "Description,Project,Start date,Start time,End date,End time,Duration\n"
    line = '"a ""b"" \\n\\",Web,2026-03-02,09:00:00,2026-03-02,09:00:00,00:00:00\n'

    (row,) = read(head + line, "toggl")

    assert (row.note, row.seconds, row.start == row.stop) == ('a "b" \\n\\', 0, True)


def test_a_duration_that_contradicts_the_end_is_kept_beside_it():
    (row,) = read(TOGGL + toggl(duration="18:25 min"), "toggl")

    assert (row.stop, row.seconds) == (wall("2026-03-02 10:30"), 18 * 60 + 25)


def test_what_has_no_end_and_no_duration_still_runs():
    first, second = read(TOGGL + toggl(end=",", duration="") + toggl(end=","), "toggl")

    assert (first.stop, first.seconds) == (None, None)
    assert (second.stop, second.seconds) == (None, 5400)


def test_an_end_before_its_start_is_unread_unless_clocks_were_put_back():
    back = toggl("2026-10-25,02:50:00", "2026-10-25,02:10:00", "00:20:00")
    wrong = toggl("2026-10-25,02:50:00", "2026-10-25,02:10:00", "00:50:00")

    first, second = read(TOGGL + back + wrong, "toggl")

    assert (first.start, first.stop, first.seconds) == (wall("2026-10-25 02:50"), None, 1200)
    assert second == Unread(3, "The end 2026-10-25 02:10 is before the start 2026-10-25 02:50.")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"start": "2026-02-30,09:00:00"}, "The date 2026-02-30 does not exist."),
        ({"start": "2026-03-02,25:10"}, "The start 25:10 is not a time."),
        ({"end": "2026-03-02,25:10"}, "The end 25:10 is not a time."),
        ({"duration": "long"}, "The duration long is not one."),
        ({"start": ",09:00"}, "The start 09:00 has no date."),
        ({"start": "soon,09:00"}, "The date soon is not one."),
        ({"start": ","}, "The date is missing."),
        (
            {"start": "2026-03-02,", "duration": ""},
            "The row has neither clock times nor a duration.",
        ),
        ({"tags": "a,b,c"}, "The row has more cells than there are columns."),
        ({"duration": "900000:00:00"}, "The duration 900000:00:00 is too long."),
    ],
)
def test_what_can_not_be_read_is_told_with_its_cell(cells, reason):
    (row,) = read(TOGGL + toggl(**cells), "toggl")

    assert row == Unread(2, reason)


def test_every_row_is_accounted_for_by_its_number():
    text = TOGGL + toggl() + "\n" + TOGGL + "Ada\n" + toggl()

    assert [(row.row, type(row)) for row in read(text, "toggl")] == [
        (2, Tracked), (4, Left), (5, Unread), (6, Tracked),
    ]  # fmt: skip


def test_an_order_of_dates_is_proven_by_any_row():
    first, second = read(CLOCKIFY + clockify("03/04/2026") + clockify("10/15/2026"), "clockify")

    assert (first.start, second.start) == (wall("2026-03-04 09:00"), wall("2026-10-15 09:00"))


def test_dates_that_prove_themselves_prove_nothing_of_others():
    with pytest.raises(Unanswered) as asked:
        read(CLOCKIFY + clockify("2026-12-24") + clockify("03/04/2026"), "clockify")

    assert asked.value.question == ("date_order", "03/04/2026", ["dmy", "mdy"])


def test_a_short_year_may_stand_first():
    with pytest.raises(Unanswered) as asked:
        read(CLOCKIFY + clockify("03/04/26"), "clockify")

    assert asked.value.question.choices == ["dmy", "mdy", "ymd"]
    (row,) = read(CLOCKIFY + clockify("03/04/26"), "clockify", date_order="ymd")
    assert row.start == wall("2003-04-26 09:00")


def test_both_orders_in_one_file_are_asked_for_and_the_others_unread():
    text = CLOCKIFY + clockify("10/15/2026") + clockify("20/02/2026")
    with pytest.raises(Unanswered) as asked:
        read(text, "clockify")
    assert asked.value.question.choices == ["dmy", "mdy"]

    first, second = read(text, "clockify", date_order="dmy")

    assert first == Unread(2, "The date 10/15/2026 does not exist, day before month.")
    assert second.start == wall("2026-02-20 09:00")


def test_a_date_that_can_be_in_no_order_proves_none():
    text = CLOCKIFY + clockify("13/15/2026")

    (row,) = read(text, "clockify")
    assert row == Unread(2, "The date 13/15/2026 does not exist.")
    with pytest.raises(Unanswered):
        read(text + clockify("03/04/2026"), "clockify")


def test_what_is_the_same_in_each_order_is_not_asked():
    (row,) = read(CLOCKIFY + clockify("05/05/2026"), "clockify")

    assert row.start == wall("2026-05-05 09:00")


def test_clockifys_tags_times_and_short_years():
    (row,) = read(CLOCKIFY + clockify("7/27/22", "1:00 PM", "12:05:07 AM"), "clockify")
    # The end is before the start on one day: Clockify says the day of each.
    assert isinstance(row, Unread)

    (row,) = read(CLOCKIFY + clockify("7/27/22", "12:05:07 AM", "1:00 PM"), "clockify")
    assert row.start == wall("2022-07-27 00:05:07")
    assert (row.stop, row.tags) == (wall("2022-07-27 13:00"), ("a", "b"))


def test_a_break_is_left():
    head = "Project,Description,Type,Start Date,Start Time,End Date,End Time\n"
    line = "Web,Lunch,Break,2026-03-02,12:00,2026-03-02,12:30\n"

    assert read(head + line, "clockify") == [Left(2, "The row is a break.")]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_semicolons_short_rows_and_a_separator_at_the_end(end):
    lines = (
        "Project;Activity;Start Date;Start Time;Duration (decimal);Tags;",
        "Web;Forms;20.02.2026;09:00;1,50;a;",
        "Web;Forms;21.02.2026;09:00;0.5",
    )

    first, second = read(end.join(lines), "clockify")

    assert (first.path, first.seconds, first.stop) == (("Web", "Forms"), 5400, None)
    assert (second.start, second.seconds) == (wall("2026-02-21 09:00"), 1800)


HEADS = {
    "en": "Project,Start Date,Start Time,End Date,End Time,Duration (h)",
    "de": "Projekt,Startdatum,Startzeit,Enddatum,Endzeit,Dauer (h)",
    "fr": "Projet,Date de début,Heure de début,Date de fin,Heure de fin,Durée (h)",
    "es": "Proyecto,Fecha de inicio,Hora de inicio,Fecha de finalización,Hora de finalización,"
    "Duración (h)",
    "pt": "Projeto,Data de início,Hora de início,Data final,Hora de término,Duração (h)",
    "it": "Progetto,Data di inizio,Ora di inizio,Data di fine,Ora di fine,Durata (h)",
    "nl": "Project,Begindatum,Begintijd,Einddatum,Eindtijd,Duur (h)",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("language", HEADS)
def test_heads_in_other_languages_and_encodings(language, encoding):
    text = HEADS[language] + "\nCafé,2026-03-02,09:00,2026-03-02,10:30,1:30\n"

    (row,) = read(text.encode(encoding), "clockify")

    assert (row.path, row.stop, row.seconds) == (("Café",), wall("2026-03-02 10:30"), 5400)


def test_toggl_and_clockify_are_told_apart_and_from_lists_of_projects():
    assert format_of(TOGGL) == "toggl"
    assert format_of(CLOCKIFY) == "clockify"
    assert format_of("sep=;\n" + HEADS["de"].replace(",", ";")) == "clockify"


def test_a_line_before_the_head_that_says_the_separator_counts_for_nothing():
    text = "sep=;\nProject;Start Date;Start Time;End Date;End Time\nWeb;2026-03-02;9:00;;\n"

    (row,) = read(text, "clockify")

    assert row.row == 2
