"""Each format of an export, read back by what others read it with."""

import csv
import io
import json
import re
import tracemalloc
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import jsonschema
import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockwork.cli import export as command
from clockwork.clock import MINUTE
from clockwork.export import csv_file, formats, json_file, klog, timewarrior, workbook, xlsx
from clockwork.export import icalendar as calendar_file
from clockwork.export.cells import defuse, join, restore, split
from clockwork.export.contents import STEP, Places
from clockwork.tracking.intervals import to_micros
from tests import exports
from tests.exports import ADA, contents, entry, entry_lists, names, notes
from tests.servers import ROOT
from tests.strategies import zones
from tests.tracker import at

NINE, TEN = "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z"  # in Berlin


def read_csv(found, **options) -> list[dict]:
    text = b"".join(csv_file.write(found, **options)).decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def read_json(found) -> json_file.Export:
    return msgspec.json.decode(b"".join(json_file.write(found)), type=json_file.Export)


def read_sheets(found, **options) -> list:
    file = io.BytesIO(b"".join(xlsx.write(found, **options)))
    return openpyxl.load_workbook(file).worksheets


def text_of(writer, found) -> str:
    return b"".join(writer.write(found)).decode()


def test_csv_states_the_zone_of_each_time_and_hours_in_two_ways():
    one = entry(NINE, "2026-11-02T09:30:15.5Z", "Draft", ["a", "b, c"])

    (row,) = read_csv(contents(one))

    assert row == {
        "Date": "2026-11-02", "Start": "2026-11-02T09:00:00+01:00",
        "End": "2026-11-02T10:30:15.500000+01:00", "Duration": "1:30:15", "Hours": "1.5042",
        "Running": "", "Person": "Ada", "Email": "ada@example.org", "Project": "Clockwork",
        "Category": "Development › Reports", "Note": "Draft", "Tags": 'a, "b, c"',
        "Entry ID": one.id, "Person ID": ADA.id, "Project ID": one.project_id,
        "Category ID": one.category_id,
    }  # fmt: skip


def test_csv_can_do_without_decimal_hours():
    (row,) = read_csv(contents(entry(NINE, TEN)), decimal=False)

    assert row["Duration"] == "1:00:00"
    assert "Hours" not in row


def test_what_runs_has_no_end_and_is_marked():
    running = entry(NINE, None, "Now")

    (row,) = read_csv(contents(running))
    assert (row["End"], row["Duration"], row["Hours"], row["Running"]) == ("", "", "", "yes")
    assert read_json(contents(running)).entries[0].stopped_at is None
    assert "end" not in json.loads(text_of(timewarrior, contents(running)))[0]
    assert "    9:00 - ? Clockwork" in text_of(klog, contents(running))
    (event,) = events_of(contents(running))
    assert "DTEND" not in event
    assert (event["STATUS"], event["X-CLOCKWORK-RUNNING"]) == ("TENTATIVE", "TRUE")
    (sheet,) = read_sheets(contents(running))
    assert [sheet["C2"].value, sheet["E2"].value, sheet["G2"].value] == [None, None, "yes"]


@given(entry_lists(), zones)
def test_any_entries_survive_csv(entries, zone):
    rows = read_csv(contents(*entries, zone=zone.key))

    assert [
        (
            row["Entry ID"], to_micros(at(row["Start"])),
            to_micros(at(row["End"])) if row["End"] else None,
            restore(row["Note"]), split(restore(row["Tags"]), ", "),
        )
        for row in rows
    ] == [
        (one.id, one.started_at, one.stopped_at, one.note or "", one.tags) for one in entries
    ]  # fmt: skip


@given(entry_lists(), zones, names)
def test_any_entries_survive_json(entries, zone, name):
    found = read_json(contents(*entries, zone=zone.key, name=name, path=(name, "x")))

    micros = [
        (to_micros(at(one.started_at)), one.stopped_at and to_micros(at(one.stopped_at)))
        for one in found.entries
    ]
    assert micros == [(one.started_at, one.stopped_at) for one in entries]
    assert [(one.id, one.tags, one.note or None) for one in found.entries] == [
        (one.id, one.tags, one.note or None) for one in entries
    ]
    assert found.projects[0].name == found.categories[0].name == name


@given(notes)
def test_no_cell_of_csv_begins_like_a_formula(note):
    (row,) = read_csv(contents(entry(NINE, TEN, note)))

    assert not row["Note"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert restore(defuse(note or "")) == (note or "")


@given(st.lists(names), st.sampled_from([STEP, ", "]))
def test_names_in_one_cell_are_told_apart(listed, separator):
    assert split(join(listed, separator), separator) == listed


def test_json_holds_all_that_there_is():
    found = read_json(contents(entry(NINE, TEN, "Draft", ["a"])))

    assert (found.format, found.version, found.time_zone) == (
        "clockwork-export", 1, "Europe/Berlin",
    )  # fmt: skip
    assert found.people == [json_file.Person(ADA.id, "Ada", "ada@example.org", "UTC")]
    (project,) = found.projects
    assert (project.color, project.description) == ("blue", "The tracker")
    assert project.archived_at == "1970-01-01T00:00:00.000005Z"
    top, below = found.categories
    assert (top.parent_category_id, below.parent_category_id) == (None, top.id)
    (one,) = found.entries
    assert (one.category_id, one.created_at) == (below.id, "1970-01-01T00:00:00.000007Z")
    assert one.updated_at == "1970-01-01T00:00:00.000008Z"


@given(entry_lists())
def test_json_fits_the_schema_in_its_documentation(entries):
    about = (ROOT / "docs" / "export.md").read_text()
    schema = json.loads(re.search(r"```json\n(.*?)```", about, re.DOTALL)[1])

    jsonschema.validate(json.loads(b"".join(json_file.write(contents(*entries)))), schema)


def test_of_a_choice_json_holds_only_the_places_of_its_entries():
    top = contents().places.categories
    chosen = contents(entry(NINE, TEN, category=next(iter(top))))._replace(whole=False)

    assert [one.name for one in read_json(chosen).categories] == ["Development"]
    assert read_json(contents()._replace(whole=False)).projects == []


def test_excel_has_dates_durations_and_sums_that_it_calculates():
    (sheet,) = read_sheets(
        contents(entry(NINE, TEN, "Draft"), entry(TEN, "2026-11-02T09:30:00Z", number=1))
    )

    assert sheet["B1"].value == "Start (Europe/Berlin)"
    assert sheet["A2"].value == datetime(2026, 11, 2)  # noqa: DTZ001 - cells have no zone
    assert sheet["B2"].value == datetime(2026, 11, 2, 9)  # noqa: DTZ001
    assert sheet["D2"].value == "UTC+01:00"
    assert sheet["E2"].value == timedelta(hours=1)
    assert sheet["F3"].value == 0.5
    assert (sheet["E4"].value, sheet["F4"].value) == ("=SUM(E2:E3)", "=SUM(F2:F3)")
    assert sheet["E4"].number_format == "[h]:mm:ss"
    assert sheet.freeze_panes == "A2"


def test_excel_shows_sums_without_calculating():
    file = io.BytesIO(b"".join(xlsx.write(contents(entry(NINE, TEN)))))

    sheet = openpyxl.load_workbook(file, data_only=True).active
    assert sheet["E3"].value == timedelta(hours=1)


@given(st.sampled_from(["=1+1", "+1", "-1", "@x", "=HYPERLINK(1)", "http://x", "<b>&", "🕰️\n"]))
def test_texts_of_excel_are_never_formulas_or_links(note):
    (sheet,) = read_sheets(contents(entry(NINE, TEN, note)))

    cell = sheet["L2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (note, "s", None)
    assert cell.quotePrefix == note.startswith(("=", "+", "-", "@"))


@given(entry_lists(), zones)
def test_any_entries_make_a_workbook_that_can_be_read(entries, zone):
    (sheet,) = read_sheets(contents(*entries, zone=zone.key))

    found = [row[13] for row in sheet.iter_rows(2, len(entries) + 1, values_only=True)]
    assert found == [one.id for one in entries]


def test_what_excel_has_no_date_for_is_a_text():
    (sheet,) = read_sheets(contents(entry("1890-01-01T00:00:00Z", TEN), zone="UTC"))

    assert sheet["B2"].value == "1890-01-01T00:00:00+00:00"


def test_a_workbook_goes_on_with_another_sheet(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    many = [entry(NINE, TEN, number=number) for number in range(5)]

    sheets = read_sheets(contents(*many))

    assert [sheet.title for sheet in sheets] == ["Entries", "Entries 2", "Entries 3"]
    assert [sheet.max_row for sheet in sheets] == [4, 4, 3]
    assert sheets[1]["E4"].value == "=SUM(E2:E3)"


def test_timewarrior_gets_project_category_and_tags_as_tags():
    one = entry(NINE, "2026-11-02T09:00:00.9Z", "Two\nlines", ["a", "Clockwork"])

    assert json.loads(text_of(timewarrior, contents(one))) == [
        {"start": "20261102T080000Z", "end": "20261102T090000Z",
         "tags": ["Clockwork", "Development › Reports", "a"], "annotation": "Two lines"}
    ]  # fmt: skip
    assert json.loads(text_of(timewarrior, contents())) == []


def test_klog_has_a_record_a_day_and_marks_the_next():
    found = contents(
        entry(NINE, TEN, "Two\n\nlines", ["a b"]),
        entry("2026-11-02T22:00:00Z", "2026-11-02T23:30:00Z"),
        entry("2026-11-03T08:00:59Z", "2026-11-05T09:30:00Z"),
    )

    assert text_of(klog, found) == (
        "2026-11-02\n"
        "    9:00 - 10:00 Clockwork › Development › Reports: Two lines #a_b\n"
        "    23:00 - 0:30> Clockwork › Development › Reports\n"
        "\n"
        "2026-11-03\n"
        "    49h30m Clockwork › Development › Reports\n"
    )


def test_klog_counts_what_the_clock_on_the_wall_can_not_tell():
    changed = entry("2026-10-25T00:30:00Z", "2026-10-25T01:15:00Z")

    assert "    0h45m Clockwork" in text_of(klog, contents(changed))


@given(entry_lists(), zones)
def test_klog_is_right_in_every_line(entries, zone):
    """By its specification; and each entry as long as it was, to the minute."""
    time = r"\d{1,2}:\d\d"
    line = re.compile(rf"    (?:{time} - (?:{time}>?|\?)|\d+h\d+m) \S.*|\d{{4}}-\d\d-\d\d|")
    lines = text_of(klog, contents(*entries, zone=zone.key)).split("\n")

    assert all(line.fullmatch(one) for one in lines)
    found = [one.strip() for one in lines if one.startswith(" ")]
    assert [minutes(one) for one in found] == [
        None if one.stopped_at is None else one.stopped_at // MINUTE - one.started_at // MINUTE
        for one in entries
    ]


def minutes(line: str) -> int | None:
    if lasted := re.match(r"(\d+)h(\d+)m", line):
        return int(lasted[1]) * 60 + int(lasted[2])
    start_hour, start, end_hour, end, later = re.match(
        r"(\d+):(\d+) - (?:\?|(\d+):(\d+)(>?))", line
    ).groups()
    if end is None:
        return None
    days = 24 * 60 if later else 0
    return int(end_hour) * 60 + int(end) + days - int(start_hour) * 60 - int(start)


def events_of(found) -> list:
    written = b"".join(calendar_file.write(found))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    return icalendar.Calendar.from_ical(written).walk("VEVENT")


def test_a_calendar_has_an_event_an_entry():
    one = entry(NINE, TEN, "A; b, c\\n\nd", ["x,y", "z"])

    (event,) = events_of(contents(one))

    assert event["SUMMARY"] == "Clockwork › Development › Reports"
    assert event["DESCRIPTION"] == "A; b, c\\n\nd"
    assert event["CATEGORIES"].cats == ["x,y", "z"]
    assert event["UID"] == one.id
    assert event["DTSTART"].dt == at(NINE)
    assert event["DTEND"].dt == at(TEN)


@given(entry_lists(), zones)
def test_any_entries_make_a_calendar_that_can_be_read(entries, zone):
    events = events_of(contents(*entries, zone=zone.key))

    assert [event["UID"] for event in events] == [one.id for one in entries]
    for event, one in zip(events, entries, strict=True):
        assert to_micros(event["DTSTART"].dt) == one.started_at // 1_000_000 * 1_000_000
        kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", one.note or "")
        plain = kept.replace("\r\n", "\n").replace("\r", "\n")
        assert str(event.get("DESCRIPTION", "")) == plain


@pytest.mark.parametrize("name", formats.FORMATS)
def test_a_long_export_is_never_in_memory(name):
    def many(count):
        for number in range(count):
            yield entry(number * MINUTE, (number + 1) * MINUTE, "A note", number=number)

    found = contents()
    for _ in formats.write(name, found._replace(entries=many(10))):
        """What is loaded once is loaded before."""
    tracemalloc.start()
    size = sum(map(len, formats.write(name, found._replace(entries=many(5_000)))))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size > 100_000
    assert peak < 1_000_000


def test_what_was_made_since_is_found_and_what_was_removed_stays():
    project, (top, below) = exports.project(), exports.categories("Top", "Below")
    listed = [[top]]
    places = Places(lambda: ([project], listed[-1]))

    listed.append([below])

    assert places.knows(below.id)
    assert places.path(below.id) == ["Top", "Below"]
    assert not places.knows("nothing")


def test_files_are_named_after_their_days():
    zone = ZoneInfo("Europe/Berlin")
    start, stop = (to_micros(datetime(2026, 11, day, tzinfo=zone)) for day in (1, 8))
    found = contents()._replace(start=start, stop=stop)

    assert formats.file_name("csv", found) == "clockwork-entries-2026-11-01-to-2026-11-07.csv"
    assert formats.file_name("klog", contents()) == "clockwork-entries.klg"
    assert date(2026, 11, 1) == found.local(start).date()


def test_the_command_line_knows_each_format():
    assert tuple(formats.FORMATS) == command.FORMATS
