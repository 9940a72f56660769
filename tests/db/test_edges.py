"""The edges of size: right and in time, or refused with a clear error."""

import time
from uuid import UUID

import pytest

from clockwork.accounts.local import LOCAL_PERSON
from clockwork.db.database import database, transaction
from clockwork.tracking import ledger

DAY = 86_400_000_000
DEEP, WIDE = 1_000, 10_000


@pytest.fixture
def app(make_app):
    """Patient: to fill the tables takes longer than any request may."""
    return make_app(db_timeout=600.0)


def uuid(number: int) -> str:
    return str(UUID(int=(5 << 96) + number))


def insert(table: str, columns: str, found: list[tuple]) -> None:
    """Rows by the hundred: what is tested is living with them."""
    opened = database.obj
    with transaction():
        for at in range(0, len(found), 100):
            part = found[at : at + 100]
            one = f"({', '.join([opened.param] * len(part[0]))})"
            values = [value for row in part for value in row]
            opened.execute_sql(
                f"INSERT INTO {table} ({columns}) VALUES {', '.join([one] * len(part))}", values
            )


def categories(project: str, parents: list[int | None]) -> None:
    insert("category", "id, project_id, parent_id, name, created_at, updated_at",
           [(uuid(n), project, None if parent is None else uuid(parent), f"C{n}", n, n)
            for n, parent in enumerate(parents)])  # fmt: skip


def test_a_tree_a_thousand_deep(tracker):
    project = tracker.project()
    categories(project["id"], [None, *range(DEEP - 1)])
    path = f"/api/projects/{project['id']}/categories"
    top, bottom = uuid(0), uuid(DEEP - 1)
    tracker.add({"id": bottom}, "2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z")

    assert len(tracker.done("GET", path)) == DEEP
    assert len(tracker.entries(categoryId=top)) == 1
    renamed = {"name": "Bottom", "parentCategoryId": uuid(DEEP - 2)}
    assert tracker.done("PATCH", f"{path}/{bottom}", renamed)["name"] == "Bottom"
    under = {"name": "C0", "parentCategoryId": bottom}
    assert tracker.refused("PATCH", f"{path}/{top}", under) == (409, "category_cycle")
    rows = tracker.report(start="2026-01-01T00:00:00Z", stop="2026-01-02T00:00:00Z",
                          groupBy="category")["rows"]  # fmt: skip
    assert len(rows) == DEEP
    assert {row["totalSeconds"] for row in rows} == {3600}
    assert sum(row["ownSeconds"] for row in rows) == 3600
    tracker.done("POST", f"{path}/{top}/archive")
    body = {"categoryId": bottom}
    assert tracker.refused("POST", "/api/time/start", body) == (409, "archived")
    assert tracker.refused("DELETE", f"{path}/{top}") == (409, "category_in_use")


def test_a_tree_ten_thousand_wide(tracker):
    project = tracker.project()
    categories(project["id"], [None, *([0] * (WIDE - 1))])
    path = f"/api/projects/{project['id']}/categories"

    found = tracker.done("GET", path)

    assert len(found) == WIDE
    assert {one["parentCategoryId"] for one in found} == {None, uuid(0)}
    twin = {"name": "C77", "parentCategoryId": uuid(0)}
    assert tracker.refused("POST", path, twin) == (409, "duplicate_name")
    tracker.done("POST", f"{path}/{uuid(0)}/archive")
    assert all(one["archivedAt"] for one in tracker.done("GET", path))
    tracker.done("DELETE", f"{path}/{uuid(0)}")
    assert {one["parentCategoryId"] for one in tracker.done("GET", path)} == {None}


@pytest.fixture
def crowded_day(tracker, clock):
    """A category, and a day with an entry every 800 milliseconds: 100,000 of them."""
    category = tracker.category()
    start = clock() - 30 * DAY
    step = DAY // 100_000
    insert("entry", "id, person_id, category_id, started_at, stopped_at, created_at, updated_at",
           [(uuid(n), LOCAL_PERSON, category["id"], start + n * step, start + (n + 1) * step, 0, 0)
            for n in range(100_000)])  # fmt: skip
    return category


def test_one_more_entry_among_a_hundred_thousand_of_a_day(tracker, clock, crowded_day):
    start = clock() - 30 * DAY
    seen = []
    database.obj.query_hooks.append(lambda event: seen.append(event.duration))

    assert len(ledger.overlapping(LOCAL_PERSON, start + 5, start + 6, None)) == 1
    began = time.perf_counter()
    tracker.add(crowded_day, "2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z")
    body = {"categoryId": crowded_day["id"], "startedAt": "2026-10-03T15:00:00Z",
            "stoppedAt": "2026-10-03T15:00:01Z"}  # fmt: skip
    assert tracker.refused("POST", "/api/entries", body) == (409, "entry_overlap")
    # A scan of them all takes a hundred times as long as finding one's place.
    assert time.perf_counter() - began < 1
    report = tracker.report(
        start="2026-10-01T00:00:00Z", stop="2026-10-08T00:00:00Z", groupBy="day"
    )
    assert report["totalSeconds"] == 0
    assert len(tracker.entries(limit=1000)) == 1000


def test_an_entry_of_twenty_years(tracker):
    category = tracker.category()
    entry = tracker.add(category, "2005-06-01T00:00:00Z", "2025-06-01T00:00:00Z")

    week = {"from": "2015-01-05T00:00:00Z", "to": "2015-01-12T00:00:00Z"}
    assert [one["id"] for one in tracker.entries(**week)] == [entry["id"]]
    body = {"categoryId": category["id"], "startedAt": "2015-01-05T00:00:00Z",
            "stoppedAt": "2015-01-05T01:00:00Z"}  # fmt: skip
    assert tracker.refused("POST", "/api/entries", body) == (409, "entry_overlap")
    report = tracker.report(start="2005-01-01T00:00:00Z", stop="2026-01-01T00:00:00Z",
                            groupBy="month,day", tz="Europe/Berlin")  # fmt: skip
    assert report["totalSeconds"] == entry["durationSeconds"] == 7305 * 86_400
    assert sum(row["seconds"] for row in report["rows"]) == report["totalSeconds"]


def test_ten_thousand_tags(tracker, clock):
    category = tracker.category()
    insert("tag", "id, name", [(uuid(n), f"tag {n}") for n in range(10_000)])
    start = clock() - 30 * DAY
    second = 1_000_000
    insert("entry", "id, person_id, category_id, started_at, stopped_at, created_at, updated_at",
           [(uuid(n), LOCAL_PERSON, category["id"], start + n * second, start + (n + 1) * second,
             0, 0) for n in range(10_000)])  # fmt: skip
    insert("entry_tag", "entry_id, tag_id", [(uuid(n), uuid(n)) for n in range(10_000)])

    assert [one["tags"] for one in tracker.entries(tag="tag 77")] == [["tag 77"]]
    report = tracker.report(
        start="2026-10-01T00:00:00Z", stop="2026-11-01T00:00:00Z", groupBy="tag"
    )
    assert len(report["rows"]) == 10_000
    assert report["totalSeconds"] == 10_000
