"""What a request costs does not grow with what is stored: fixed queries, each by an index."""

from uuid import UUID

import pytest

from clockwork.db.database import database, is_sqlite
from clockwork.db.prepared import Repeated, named


@pytest.fixture
def statements(app, tracker):
    """The statements of the requests made so far, as (SQL, values)."""
    tracker.active()
    seen = []
    database.obj.query_hooks.append(lambda event: seen.append((event.sql, event.params or ())))
    return seen


def plan(sql: str, values: tuple) -> str:
    """How the database would run it, were the tables large."""
    opened = database.obj
    # What is read bit by bit on PostgreSQL: the query is between a declaration and its first rows.
    sql = sql.partition(" CURSOR FOR ")[2].rpartition(";")[0] or sql
    if is_sqlite():
        found = opened.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        return "\n".join(line[-1] for line in found)
    # An empty table is read whole whatever indexes there are, unless that is forbidden.
    with opened.atomic():
        opened.execute_sql("SET LOCAL enable_seqscan = off")
        opened.execute_sql("SET LOCAL enable_bitmapscan = off")
        opened.execute_sql("SET LOCAL enable_sort = off")
        # What is prepared is planned once for whatever values come.
        opened.execute_sql("SET LOCAL plan_cache_mode = force_generic_plan")
        opened.execute_sql("DISCARD PLANS")
        if isinstance(sql, Repeated):
            sql = f"EXECUTE {named(sql)[0]} ({', '.join(['%s'] * len(values))})"
        return "\n".join(
            line for (line,) in opened.execute_sql(f"EXPLAIN {sql}", values).fetchall()
        )


RANGE = {"from": "2026-01-05T00:00:00Z", "to": "2026-01-12T00:00:00Z"}
LISTS = {
    "newest": ("/api/entries", {}),
    "week": ("/api/entries", RANGE),
    "project": ("/api/entries", {**RANGE, "projectId": "{project}"}),
    "category": ("/api/entries", {**RANGE, "categoryId": "{category}"}),
    "tag": ("/api/entries", {**RANGE, "tag": "a"}),
    "search": ("/api/entries", {**RANGE, "q": "x"}),
    "running": ("/api/entries", {"running": "true"}),
    "of a category": ("/api/time/entries", {"categoryId": "{category}"}),
    "of a category and week": ("/api/time/entries", {"categoryId": "{category}", **RANGE}),
    "active": ("/api/time/active", {}),
    "two projects": ("/api/entries", {**RANGE, "projectId": ["{project}"] * 2}),
    "two categories": ("/api/entries", {**RANGE, "categoryId": ["{category}"] * 2}),
    "two tags": ("/api/entries", {**RANGE, "tag": ["a", "b"]}),
    "report of two tags": (
        "/api/reports/summary",
        {**RANGE, "groupBy": "day,tag", "tag": ["a", "b"]},
    ),
    "report": ("/api/reports/summary", {**RANGE, "groupBy": "day,tag"}),
}


@pytest.mark.parametrize("name", LISTS)
def test_entries_are_found_by_an_index(tracker, statements, name):
    category = tracker.category()
    path, query = LISTS[name]
    names = {"project": category["projectId"], "category": category["id"]}
    query = {key: [one.format(**names) for one in ([value] if isinstance(value, str) else value)]
             for key, value in query.items()}  # fmt: skip
    statements.clear()

    tracker.done("GET", path, query_string=query)

    asked = [one for one in list(statements) if "entry e" in one[0]]
    assert asked
    for sql, values in asked:
        found = plan(sql, values)
        assert "entry_" in found, found
        assert "SCAN e" not in found.splitlines(), found
        assert "Seq Scan on entry e" not in found, found
        # Newest first is the order of the index: a page of a long list reads a page.
        if "LIMIT" in sql:
            assert "TEMP B-TREE FOR ORDER BY" not in found, found
            assert "Sort" not in found.split("SubPlan")[0], found


@pytest.mark.parametrize("name", ["projectId", "categoryId", "tag"])
@pytest.mark.parametrize("path", ["/api/entries", "/api/reports/summary"])
def test_lists_of_any_length_are_one_statement(tracker, statements, path, name):
    """Each statement is kept by every connection."""

    def asked(count: int) -> set[str]:
        statements.clear()
        listed = [str(UUID(int=number)) for number in range(count)]
        tracker.done("GET", path, query_string={**RANGE, name: listed})
        return {sql for sql, _ in statements}

    # Names are kept, once they are known.
    asked(1)
    assert asked(2) == asked(3) == asked(100)


def test_the_inbox_is_found_by_its_index(tracker, statements):
    tracker.start({"id": None})
    statements.clear()
    tracker.start({"id": None})

    asked = [one for one in list(statements) if "inbox" in one[0]]
    assert asked
    for sql, values in asked:
        assert "category_inbox" in plan(sql, values)


def add(tracker, category, count: int, day: int) -> None:
    for minute in range(count):
        start, stop = (f"2026-01-{day:02}T10:{minute + n:02}:00Z" for n in (0, 1))
        tracker.add(category, start, stop, tags=[f"tag {minute}"], note="x")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/api/entries", {}),
        ("/api/entries", RANGE),
        ("/api/time/entries", {"categoryId": "{category}"}),
        ("/api/reports/summary", {**RANGE, "groupBy": "day,project"}),
        ("/api/reports/summary", {**RANGE, "groupBy": "category,tag"}),
        ("/api/projects", {}),
        ("/api/projects/{project}/categories", {}),
    ],
)
def test_queries_do_not_grow_with_the_answer(tracker, statements, path, query):
    category = tracker.category()
    names = {"project": category["projectId"], "category": category["id"]}
    query = {key: value.format(**names) for key, value in query.items()}

    def count() -> int:
        statements.clear()
        tracker.done("GET", path.format(**names), query_string=query)
        return len(statements)

    few = count()
    add(tracker, category, 12, day=6)
    above = category
    for number in range(12):
        project = {"id": names["project"]}
        above = tracker.category(project, f"C{number}", parentCategoryId=above["id"])
        tracker.project(f"P{number}")

    assert count() == few


@pytest.mark.parametrize("action", ["start", "stop", "add", "change", "split", "delete"])
def test_changes_cost_as_many_queries_among_many_entries(  # noqa: C901 - one case an action
    tracker, statements, action
):
    category = tracker.category()
    body = {"categoryId": category["id"]}
    span = {"startedAt": "2026-01-07T10:00:00Z", "stoppedAt": "2026-01-07T11:00:00Z"}

    def count(day: str) -> int:
        moved = {key: value.replace("07T", f"{day}T") for key, value in span.items()}
        if action in {"change", "split", "delete"}:
            entry = tracker.done("POST", "/api/entries", {**body, **moved})
            address = f"/api/entries/{entry['id']}"
        if action == "stop":
            tracker.start(category)
        statements.clear()
        match action:
            case "start":
                tracker.start(category)
            case "stop":
                tracker.stop()
            case "add":
                tracker.done("POST", "/api/entries", {**body, **moved})
            case "change":
                tracker.done("PATCH", address, {"note": "y"})
            case "split":
                middle = moved["startedAt"].replace(":00:", ":30:")
                tracker.done("POST", f"{address}/split", {"at": middle})
            case "delete":
                tracker.done("DELETE", address)
        counted = len(statements)
        if action == "start":
            tracker.stop()
        return counted

    few = count("08")
    add(tracker, category, 30, day=6)

    assert count("09") == few
