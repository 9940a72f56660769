"""Reports over HTTP."""

from zoneinfo import ZoneInfo

import pytest

from clockwork.accounts.local import LOCAL_PERSON
from clockwork.db.database import connected
from clockwork.errors import InvalidError
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.reports import ReportRequest, summary
from tests.tracker import at

DAY = {"start": "2026-11-02T00:00:00Z", "stop": "2026-11-03T00:00:00Z"}


@pytest.fixture
def category(tracker):
    return tracker.category()


def seconds(report):
    return {row["key"]: row["seconds"] for row in report["rows"]}


def test_an_entry_over_three_midnights_appears_in_four_days(tracker, category):
    tracker.add(category, "2026-10-29T22:00:00Z", "2026-11-01T01:00:00.9Z")

    report = tracker.report(start="2026-10-29T00:00:00Z", stop="2026-11-03T00:00:00Z")

    assert report == {
        "from": "2026-10-29T00:00:00Z",
        "to": "2026-11-03T00:00:00Z",
        "tz": "UTC",
        "totalSeconds": 51 * 3600,
        "rows": [
            {"key": "2026-10-29", "label": "2026-10-29", "seconds": 7200},
            {"key": "2026-10-30", "label": "2026-10-30", "seconds": 86400},
            {"key": "2026-10-31", "label": "2026-10-31", "seconds": 86400},
            {"key": "2026-11-01", "label": "2026-11-01", "seconds": 3600},
            {"key": "2026-11-02", "label": "2026-11-02", "seconds": 0},
        ],
    }


@pytest.mark.parametrize(
    ("zone", "start", "stop", "day", "hours"),
    [
        ("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-03-29", 23),
        ("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-25", 25),
        ("America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", "2026-03-08", 23),
        ("America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", "2026-11-01", 25),
        ("Australia/Lord_Howe", "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z", "2026-04-05", 24.5),
        ("Australia/Lord_Howe", "2025-10-04T13:30:00Z", "2025-10-05T13:00:00Z", "2025-10-05", 23.5),
    ],
)
def test_days_of_other_lengths_hold_what_they_should(
    tracker, category, clock, zone, start, stop, day, hours
):
    clock.set("2026-12-01T00:00:00Z")
    tracker.add(category, "2025-09-01T00:00:00Z", "2026-11-30T00:00:00Z")

    report = tracker.report(start=start, stop=stop, tz=zone)

    assert seconds(report) == {day: hours * 3600}
    assert report["totalSeconds"] == hours * 3600


def test_running_entries_count_up_to_now(tracker, category, clock):
    tracker.start(category)
    clock.advance(90)

    assert tracker.report(**DAY)["totalSeconds"] == 90


def test_what_began_before_the_range_and_runs_counts_from_its_begin(tracker, category, clock):
    tracker.start(category)
    clock.advance(90)

    assert tracker.report(**{**DAY, "start": "2026-11-02T12:01:00Z"})["totalSeconds"] == 30


def test_weeks_begin_when_the_person_says_and_months_on_the_first(tracker, category):
    tracker.add(category, "2026-10-31T23:00:00Z", "2026-11-01T01:00:00Z")
    span = {"start": "2026-10-31T00:00:00Z", "stop": "2026-11-02T00:00:00Z"}

    assert seconds(tracker.report(**span, groupBy="week")) == {"2026-10-26": 7200}
    sunday = tracker.report(**span, groupBy="week", weekStart=7)
    assert seconds(sunday) == {"2026-10-25": 3600, "2026-11-01": 3600}
    month = tracker.report(**span, groupBy="month")
    assert seconds(month) == {"2026-10-01": 3600, "2026-11-01": 3600}


def test_categories_roll_up_along_the_tree(tracker):
    project = tracker.project("P")
    top = tracker.category(project, "Top")
    middle = tracker.category(project, "Middle", parentCategoryId=top["id"])
    leaf = tracker.category(project, "Leaf", parentCategoryId=middle["id"])
    tracker.add(top, "2026-11-02T00:00:00Z", "2026-11-02T00:10:00Z")
    tracker.add(leaf, "2026-11-02T01:00:00Z", "2026-11-02T01:30:00Z")

    report = tracker.report(**DAY, groupBy="project,category")

    assert report["rows"] == [
        {
            "key": project["id"],
            "label": "P",
            "seconds": 2400,
            "rows": [
                {"key": top["id"], "label": "Top", "seconds": 600, "ownSeconds": 600,
                 "totalSeconds": 2400, "parentKey": None},
                {"key": leaf["id"], "label": "Leaf", "seconds": 1800, "ownSeconds": 1800,
                 "totalSeconds": 1800, "parentKey": middle["id"]},
                {"key": middle["id"], "label": "Middle", "seconds": 0, "ownSeconds": 0,
                 "totalSeconds": 1800, "parentKey": top["id"]},
            ],
        }
    ]  # fmt: skip


def test_an_entry_with_two_tags_is_in_both_rows_and_once_in_the_total(tracker, category):
    tracker.add(category, "2026-11-02T00:00:00Z", "2026-11-02T01:00:00Z", tags=["a", "b"])
    tracker.add(category, "2026-11-02T01:00:00Z", "2026-11-02T01:30:00Z")

    report = tracker.report(**DAY, groupBy="tag")

    assert seconds(report) == {"a": 3600, "b": 3600, "": 1800}
    assert report["totalSeconds"] == 5400


def test_a_day_holds_an_entry_once_however_many_tags_are_within_it(tracker, category):
    tracker.add(category, "2026-11-02T00:00:00Z", "2026-11-02T01:00:00Z", tags=["a", "b"])

    [day] = tracker.report(**DAY, groupBy="day,tag")["rows"]

    assert day["seconds"] == 3600
    assert seconds(day) == {"a": 3600, "b": 3600}


def test_filters_narrow_a_report(tracker):
    one, two = tracker.project("One"), tracker.project("Two")
    top = tracker.category(one, "Top")
    below = tracker.category(one, "Below", parentCategoryId=top["id"])
    other = tracker.category(two, "Other")
    tracker.add(top, "2026-11-02T00:00:00Z", "2026-11-02T00:01:00Z")
    tracker.add(below, "2026-11-02T01:00:00Z", "2026-11-02T01:02:00Z", tags=["t"])
    tracker.add(other, "2026-11-02T02:00:00Z", "2026-11-02T02:04:00Z")

    def total(**query):
        return tracker.report(**DAY, **query)["totalSeconds"]

    assert total() == 420
    assert total(projectId=one["id"]) == 180
    assert total(projectId=[one["id"], two["id"]]) == 420
    assert total(categoryId=top["id"]) == 180
    assert total(categoryId=below["id"]) == 120
    assert total(tag="t") == 120
    assert total(tag="t", projectId=two["id"]) == 0


def test_rows_within_rows_come_without_gaps(tracker, category):
    tracker.add(category, "2026-11-02T00:00:00Z", "2026-11-02T01:00:00Z")
    span = {"start": "2026-11-01T00:00:00Z", "stop": "2026-11-04T00:00:00Z"}

    nested = tracker.report(**span, groupBy="project,day")["rows"][0]["rows"]
    months = tracker.report(
        start="2026-10-31T00:00:00Z", stop="2026-11-02T12:00:00Z", groupBy="month,day"
    )["rows"]

    assert [row["key"] for row in nested] == ["2026-11-01", "2026-11-02", "2026-11-03"]
    assert [row["seconds"] for row in nested] == [0, 3600, 0]
    assert [[row["key"] for row in month["rows"]] for month in months] == [
        ["2026-10-31"],
        ["2026-11-01", "2026-11-02"],
    ]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, "invalid_time"),
        ({"start": DAY["start"]}, "invalid_time"),
        ({"start": "x", "stop": DAY["stop"]}, "invalid_time"),
        ({"start": DAY["stop"], "stop": DAY["start"]}, "invalid_time_range"),
        ({**DAY, "tz": "Mars/Olympus"}, "invalid_time_zone"),
        ({**DAY, "tz": ""}, "invalid_time_zone"),
        ({**DAY, "tz": "../../etc/passwd"}, "invalid_time_zone"),
        ({**DAY, "tz": "a\0b"}, "invalid_time_zone"),
        ({**DAY, "groupBy": "hour"}, "invalid_json"),
        ({**DAY, "groupBy": "day,day"}, "invalid_json"),
        ({**DAY, "groupBy": "day,week,month"}, "invalid_json"),
        ({**DAY, "groupBy": ""}, "invalid_json"),
        ({**DAY, "weekStart": 0}, "invalid_json"),
        ({**DAY, "weekStart": 8}, "invalid_json"),
        ({**DAY, "projectId": "x"}, "invalid_id"),
        ({"start": "0001-01-01T00:00:00Z", "stop": DAY["stop"]}, "invalid_time_range"),
        ({"start": "0001-01-01T00:00:00Z", "stop": "0001-01-02T00:00:00Z",
          "tz": "America/New_York"}, "invalid_time_range"),
        ({"start": "9999-12-30T00:00:00Z", "stop": "9999-12-31T23:59:59Z"}, "invalid_time_range"),
    ],
)  # fmt: skip
def test_a_report_that_can_not_be_made_is_refused(tracker, query, code):
    names = {"start": "from", "stop": "to"}
    query = {names.get(name, name): value for name, value in query.items()}

    assert tracker.refused("GET", "/api/reports/summary", query_string=query) == (400, code)


def test_a_report_without_days_may_span_all_of_time(tracker, category):
    tracker.add(category, "2026-11-02T00:00:00Z", "2026-11-02T01:00:00Z")

    report = tracker.report(
        start="0001-01-01T00:00:00Z", stop="9999-12-31T23:59:59Z", groupBy="project"
    )

    assert report["totalSeconds"] == 3600


def test_a_range_of_no_length_is_empty(tracker, category):
    tracker.add(category, "2026-11-02T00:00:00Z", "2026-11-02T01:00:00Z")

    report = tracker.report(start="2026-11-02T00:30:00Z", stop="2026-11-02T00:30:00Z")

    assert (report["rows"], report["totalSeconds"]) == ([], 0)


def test_a_hundred_years_by_day_and_many_tags_is_too_large(tracker, category):
    tags = [f"tag {number}" for number in range(32)]
    tracker.add(category, "1926-01-01T00:00:00Z", "2025-12-31T00:00:00Z", tags=tags)
    whole = {"from": "1926-01-01T00:00:00Z", "to": "2025-12-31T00:00:00Z"}

    query = {**whole, "groupBy": "day,tag"}
    refused = tracker.refused("GET", "/api/reports/summary", query_string=query)

    assert refused == (400, "too_large_a_report")
    months = tracker.report(start=whole["from"], stop=whole["to"], groupBy="month,tag")["rows"]
    assert len(months) == 1200
    assert all(len(month["rows"]) == 32 for month in months)


def test_a_refused_report_leaves_no_transaction_open(app, tracker, category):
    tags = [f"tag {number}" for number in range(32)]
    entry = tracker.add(category, "1926-01-01T00:00:00Z", "2025-12-31T00:00:00Z", tags=tags)
    ends = [to_micros(at(entry[name])) for name in ("startedAt", "stoppedAt")]
    asked = ReportRequest(wanted=Filter(person_ids=[LOCAL_PERSON]), start=ends[0], stop=ends[1],
                          zone=ZoneInfo("UTC"), groups=("day", "tag"), week_start=1)  # fmt: skip

    with connected(app.database) as opened:
        with pytest.raises(InvalidError) as refused:
            summary(Actor(LOCAL_PERSON), asked, version=1)

        assert refused.value.code == "too_large_a_report"
        assert not opened.in_transaction()


def test_a_long_report_is_as_right_as_a_short_one(tracker, category):
    tracker.add(category, "1926-01-01T00:00:00Z", "2025-12-31T00:00:00Z", tags=["a"])
    query = {"from": "1926-01-01T00:00:00Z", "to": "2025-12-31T00:00:00Z", "groupBy": "day,tag"}

    response = tracker.call("GET", "/api/reports/summary", query_string=query)

    rows = response.json["rows"]
    assert len(response.data) > 1_000_000
    assert sum(row["seconds"] for row in rows) == response.json["totalSeconds"]
    assert {len(row["rows"]) for row in rows} == {1}
    head = tracker.call("HEAD", "/api/reports/summary", query_string=query)
    assert (head.content_length, head.data) == (len(response.data), b"")


@pytest.mark.parametrize("name", ["projectId", "categoryId", "personId", "tag"])
@pytest.mark.parametrize("path", ["/api/entries", "/api/reports/summary"])
def test_a_query_chooses_from_a_hundred_at_most(tracker, path, name):
    query = {"from": DAY["start"], "to": DAY["stop"]}
    listed = [LOCAL_PERSON] * 101 if name != "tag" else [f"tag {number}" for number in range(101)]

    assert tracker.refused("GET", path, query_string={**query, name: listed}) == (
        400,
        "invalid_json",
    )
    tracker.done("GET", path, query_string={**query, name: listed[:100]})
