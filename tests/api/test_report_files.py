"""A report as a file: CSV, and a workbook that adds up by itself."""

import csv
import io
from datetime import date, timedelta

import openpyxl
import pytest

from tests.api.people import Team

WEEK = {"from": "2026-10-26T00:00:00Z", "to": "2026-11-02T00:00:00Z"}


@pytest.fixture
def work(tracker):
    """Two hours and a half in Garden, over midnight; one in =Office, with two tags."""
    garden, office = tracker.project("Garden"), tracker.project("=Office")
    beds = tracker.category(garden, "Beds")
    roses = tracker.category(garden, "Roses", parentCategoryId=beds["id"])
    tracker.add(roses, "2026-10-26T23:00:00Z", "2026-10-27T01:00:00Z")
    tracker.add(beds, "2026-10-27T10:00:00Z", "2026-10-27T10:30:15Z", tags=["x"])
    mail = tracker.category(office, "Mail")
    tracker.add(mail, "2026-10-28T10:00:00Z", "2026-10-28T11:00:00Z", tags=["x", "y"])
    return {"garden": garden, "mail": mail}


def asked(tracker, name, **query):
    path = f"/api/reports/summary.{name}"
    answer = tracker.call("GET", path, query_string={**WEEK, "tz": "UTC", **query})
    assert answer.status_code == 200, answer.text
    return answer


def table(tracker, **query):
    text = asked(tracker, "csv", **query).get_data().decode("utf-8-sig")
    return [*csv.reader(io.StringIO(text, newline=""))]


def sheet(tracker, **query):
    file = io.BytesIO(asked(tracker, "xlsx", **query).get_data())
    return openpyxl.load_workbook(file).active


def test_each_group_within_another_is_a_row(tracker, work):
    assert table(tracker, groupBy="project,category") == [
        ["Project", "Category", "Duration", "Hours", "Seconds"],
        ["Garden", "Garden › Beds", "0:30:15", "0.5042", "1815"],
        ["Garden", "Garden › Beds › Roses", "2:00:00", "2.0000", "7200"],
        ["'=Office", "'=Office › Mail", "1:00:00", "1.0000", "3600"],
    ]


def test_days_without_time_are_there(tracker, work):
    head, *rows = table(tracker, groupBy="day,project")

    assert head[:2] == ["Day", "Project"]
    assert [(day, project, int(seconds)) for day, project, _, _, seconds in rows] == [
        ("2026-10-26", "Garden", 3600), ("2026-10-27", "Garden", 5415),
        ("2026-10-28", "'=Office", 3600), ("2026-10-29", "", 0), ("2026-10-30", "", 0),
        ("2026-10-31", "", 0), ("2026-11-01", "", 0),
    ]  # fmt: skip


def test_a_workbook_has_dates_and_durations_and_adds_up(tracker, work):
    found = sheet(tracker, groupBy="day,project", tz="Europe/Berlin")

    rows = [*found.iter_rows(min_row=2, max_row=4, max_col=4, values_only=True)]
    assert [cell.value for cell in found[1]] == ["Day", "Project", "Duration", "Hours"]
    assert [(row[0].date(), row[1]) for row in rows] == [
        (date(2026, 10, 26), None), (date(2026, 10, 27), "Garden"), (date(2026, 10, 28), "=Office"),
    ]  # fmt: skip
    assert [row[2] for row in rows][1:] == [timedelta(seconds=9015), timedelta(hours=1)]
    assert found["B4"].quotePrefix
    last = found.max_row
    assert found[f"C{last}"].value == f"=SUM(C2:C{last - 1})"
    assert found[f"D{last}"].value == f"=SUM(D2:D{last - 1})"


def test_what_runs_and_what_is_chosen_are_as_in_the_report(tracker, work, clock):
    tracker.start(work["mail"])
    clock.advance(60)
    query = {"to": "2026-11-03T00:00:00Z", "groupBy": "project",
             "projectId": work["mail"]["projectId"]}  # fmt: skip

    assert table(tracker, **query)[1:] == [["'=Office", "1:01:00", "1.0167", "3660"]]


def test_time_with_several_tags_is_in_several_rows_without_a_sum(tracker, work):
    rows = table(tracker, groupBy="tag")[1:]
    assert {name: seconds for name, _, _, seconds in rows} == {
        "": "7200", "x": "5415", "y": "3600"}  # fmt: skip

    found = sheet(tracker, groupBy="tag")

    values = [cell.value for row in found.iter_rows() for cell in row]
    assert not [one for one in values if str(one).startswith("=SUM")]


def test_a_file_is_named_after_its_days_and_is_not_kept(tracker, work):
    answer = asked(tracker, "xlsx", tz="America/New_York")

    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="clockwork-report-2026-10-25-to-2026-11-01.xlsx"'
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert tracker.call("HEAD", "/api/reports/summary.csv", query_string=WEEK).status_code == 200


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_what_is_refused_of_a_report_is_refused_of_its_files(make_app, clock, tracker, name):
    path = f"/api/reports/summary.{name}"
    span = "from=2026-10-26T00:00:00Z&to=2026-11-02T00:00:00Z"
    assert tracker.refused("GET", path) == (400, "invalid_time")
    assert tracker.refused("GET", f"{path}?{span}&groupBy=moon") == (400, "invalid_json")
    years = "from=1900-01-01T00:00:00Z&to=2026-11-02T00:00:00Z&groupBy=day,week"
    assert tracker.refused("GET", f"{path}?{years}")[0] == 400
    ends = "from=0001-01-01T00:00:00Z&to=0001-01-01T00:00:00Z&groupBy=tag&tz=America/New_York"
    assert tracker.call("GET", f"{path}?{ends}").status_code == 200
    team = Team(make_app(auth_mode="password"), clock)
    asked = f"{path}?{span}&personId={team.alice.id}"
    assert team.signed_in(team.bob).refused("GET", asked) == (404, "not_found")
    by_person = f"{path}?{span}&groupBy=person"
    assert team.signed_in(team.bob).refused("GET", by_person) == (403, "forbidden")
