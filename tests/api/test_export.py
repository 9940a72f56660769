"""Entries as a file over HTTP."""

import csv
import io

import msgspec
import openpyxl
import pytest

from clockwork.export import formats
from clockwork.export.json_file import Export
from tests.api.people import Team

WEEK = {"from": "2026-11-02T00:00:00Z", "to": "2026-11-09T00:00:00Z"}


@pytest.fixture
def work(tracker, clock):
    """An hour over midnight in Berlin, one in a category below, one that runs."""
    project = tracker.project("Garden", color="green")
    beds = tracker.category(project, "Beds")
    clock.advance(1)
    roses = tracker.category(project, "Roses", parentCategoryId=beds["id"])
    mail = tracker.category(tracker.project("Office"), "Mail")
    tracker.add(beds, "2026-11-01T22:30:00Z", "2026-11-01T23:30:00Z", note="Weeding", tags=["x"])
    tracker.add(roses, "2026-11-02T09:00:00Z", "2026-11-02T10:00:00Z", note="=cmd", tags=["y"])
    tracker.start(mail)
    return {"garden": project, "beds": beds, "roses": roses, "mail": mail}


def exported(tracker, name="csv", **query):
    response = tracker.call("GET", "/api/export", query_string={"format": name, **query})
    assert response.status_code == 200, response.text
    return response


def rows(tracker, **query):
    text = exported(tracker, **query).get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_entries_come_oldest_first_in_the_zone_that_was_asked_for(tracker, work):
    found = rows(tracker, tz="Europe/Berlin")

    assert [(row["Project"], row["Category"], row["Start"], row["Duration"]) for row in found] == [
        ("Garden", "Beds", "2026-11-01T23:30:00+01:00", "1:00:00"),
        ("Garden", "Beds › Roses", "2026-11-02T10:00:00+01:00", "1:00:00"),
        ("Office", "Mail", "2026-11-02T13:00:01+01:00", ""),
    ]
    assert [row["Note"] for row in found] == ["Weeding", "'=cmd", ""]


def test_a_file_has_a_type_and_a_name_and_is_not_kept(tracker, work):
    response = exported(tracker, "ics", **WEEK, tz="Europe/Berlin")

    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="clockwork-entries-2026-11-02-to-2026-11-09.ics"'
    )
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", formats.FORMATS)
def test_each_format_is_answered_and_announced(tracker, work, name):
    response = exported(tracker, name, **WEEK, tz="Europe/Berlin")

    assert response.mimetype == formats.FORMATS[name].media
    assert response.get_data()
    head = tracker.call("HEAD", "/api/export", query_string={"format": name})
    assert (head.status_code, head.mimetype, head.get_data()) == (200, response.mimetype, b"")


def test_filters_are_those_of_the_list(tracker, work):
    def notes(**query):
        return [row["Note"] for row in rows(tracker, **query)]

    assert notes(projectId=work["garden"]["id"]) == ["Weeding", "'=cmd"]
    assert notes(categoryId=work["beds"]["id"]) == ["Weeding", "'=cmd"]
    assert notes(categoryId=work["roses"]["id"]) == ["'=cmd"]
    assert notes(tag="x") == ["Weeding"]
    assert notes(q="weed") == ["Weeding"]
    assert notes(running="true") == [""]
    assert notes(**{"from": "2026-11-02T10:00:00Z", "to": "2026-11-02T12:00:00Z"}) == []
    assert notes(to="2026-11-02T09:00:00Z") == ["Weeding"]


def test_what_reaches_into_the_range_is_there_as_a_whole(tracker, work, clock):
    clock.advance(60)
    long = tracker.category(name="Long")
    tracker.add(long, "2026-10-01T00:00:00Z", "2026-10-05T00:00:00Z")

    found = rows(tracker, **{"from": "2026-10-04T00:00:00Z", "to": "2026-11-01T23:00:00Z"})

    assert [row["Duration"] for row in found] == ["96:00:00", "1:00:00"]


def test_json_has_all_places_or_those_of_a_choice(tracker, work):
    def read(**query):
        return msgspec.json.decode(exported(tracker, "json", **query).get_data(), type=Export)

    whole = read(tz="Europe/Berlin", to=WEEK["to"])
    chosen = read(categoryId=work["roses"]["id"])

    assert (whole.time_zone, whole.from_, whole.to) == ("Europe/Berlin", None, WEEK["to"])
    listed = tracker.done("GET", "/api/entries")["items"]
    assert [one.id for one in whole.entries] == [one["id"] for one in reversed(listed)]
    assert [one.started_at for one in whole.entries] == [
        one["startedAt"] for one in reversed(listed)
    ]
    assert [one.name for one in whole.projects] == ["Garden", "Office"]
    assert [one.name for one in chosen.projects] == ["Garden"]
    assert [one.name for one in chosen.categories] == ["Beds", "Roses"]
    assert chosen.categories[1].parent_category_id == work["beds"]["id"]


def test_a_workbook_can_be_without_decimal_hours(tracker, work):
    def head(**query):
        file = io.BytesIO(exported(tracker, "xlsx", **query).get_data())
        return [cell.value for cell in openpyxl.load_workbook(file).active[1]]

    assert "Hours" in head()
    assert "Hours" not in head(decimal="false")


def test_more_than_one_part_is_whole(tracker, work, client):
    for minute in range(600):
        start = f"2026-10-{minute // 60 + 1:02}T00:{minute % 60:02}:00Z"
        tracker.add(work["mail"], start, start, note="x" * 200)

    assert [len(row["Note"]) for row in rows(tracker, to="2026-11-01T00:00:00Z")] == [200] * 600
    packed = client.get("/api/export?format=json", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    times = [row["Start"] for row in rows(tracker)]
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "invalid_json"),
        ("format=pdf", "invalid_json"),
        ("format=csv&limit=5", "invalid_json"),
        ("format=csv&from=x", "invalid_time"),
        ("format=csv&from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z", "invalid_time_range"),
        ("format=csv&tz=Mars", "invalid_time_zone"),
        ("format=csv&projectId=1", "invalid_id"),
    ],
)
def test_what_can_not_be_asked_is_refused(tracker, query, code):
    assert tracker.refused("GET", f"/api/export?{query}") == (400, code)


def test_others_time_is_for_administrators_and_some_formats_hold_one_person(make_app, clock):
    app = make_app(auth_mode="password")
    team = Team(app, clock)
    alice, bob = team.signed_in(team.alice), team.signed_in(team.bob)
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    times = {"startedAt": "2026-11-01T10:00:00Z", "stoppedAt": "2026-11-01T11:00:00Z"}
    bob.done("POST", "/api/entries", {"categoryId": category, **times})

    asked = f"/api/export?format=csv&personId={team.bob.id}"
    assert ",Bob," in alice.call("GET", asked).text
    assert alice.call("GET", "/api/export?format=csv").text.count("\n") == 1
    assert bob.call("GET", asked).text.count("\n") == 2
    assert team.signed_in(team.charlie).refused("GET", asked) == (404, "not_found")
    nobody = asked.replace(team.bob.id, project)
    assert alice.call("GET", nobody).text.count("\n") == 1
    both = f"{asked}&personId={team.alice.id}"
    assert alice.call("GET", both).text.count("\n") == 2
    assert alice.refused("GET", both.replace("csv", "klog")) == (400, "invalid_json")


@pytest.mark.parametrize("name", formats.FORMATS)
def test_who_has_done_nothing_yet_gets_a_file_without_entries(tracker, name):
    assert exported(tracker, name).status_code == 200
