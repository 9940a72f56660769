"""A server answers what is large within the memory that compose gives it."""

import shutil
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest

from clockwork.accounts.local import LOCAL_PERSON
from clockwork.clock import DAY
from clockwork.db.database import database, transaction
from tests.tracker import at

ENTRIES = 100_000
MEGABYTE = 1024  # in the kilobytes of /proc
FIRST = at("2020-01-01T00:00:00Z")


def peak(server) -> int:
    """The most memory that a server has had so far, in kilobytes."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def uuid(number: int) -> str:
    return str(UUID(int=(6 << 96) + number))


@pytest.fixture
def category(opened, server):
    """A category with 100,000 entries of a minute."""
    _, project = server.call("POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    category = server.call("POST", path, {"name": "C"})[1]["id"]
    start, step = int(FIRST.timestamp()) * 1_000_000, DAY // 100
    columns = "id, person_id, category_id, started_at, stopped_at, note, created_at, updated_at"
    with transaction():
        for at_once in range(0, ENTRIES, 1000):
            found = [(uuid(n), LOCAL_PERSON, category, start + n * step, start + (n + 1) * step,
                      "A note of a usual length", start, start)
                     for n in range(at_once, at_once + 1000)]  # fmt: skip
            one = f"({', '.join([opened.param] * 8)})"
            sql = f"INSERT INTO entry ({columns}) VALUES {', '.join([one] * 1000)}"
            database.obj.execute_sql(sql, [value for row in found for value in row])
    return category


def test_a_hundred_thousand_entries_are_listed_in_little_memory(server, category):
    path = f"/api/time/entries?categoryId={category}"
    server.call("GET", f"{path}&from=2022-09-01T00:00:00Z")
    before = peak(server)

    status, listed = server.call("GET", path)

    assert status == 200
    assert [entry["id"] for entry in listed] == [uuid(n) for n in reversed(range(ENTRIES))]
    assert peak(server) - before < 20 * MEGABYTE


def test_four_of_the_largest_reports_at_once_fit(server, category):
    """By day and tag, as many rows as there may be, with tags of the greatest length."""
    tags = [f"{number:064}" for number in range(32)]
    body = {"categoryId": category, "startedAt": "2000-01-01T00:00:00Z",
            "stoppedAt": "2016-06-01T00:00:00Z", "tags": tags}  # fmt: skip
    assert server.call("POST", "/api/entries", body)[0] == 201
    path = "/api/reports/summary?from=2000-01-01T00:00:00Z&to=2016-06-01T00:00:00Z&groupBy=day,tag"

    with ThreadPoolExecutor(4) as clients:
        answers = list(clients.map(lambda _: server.call("GET", path), range(4)))

    assert {status for status, _ in answers} == {200}
    assert {len(report["rows"]) for _, report in answers} == {5996}
    assert {len(day["rows"]) for _, report in answers for day in report["rows"]} == {32}
    assert peak(server) < 200 * MEGABYTE


def test_all_that_is_kept_of_a_person_is_sent_in_little_memory(server, category, tmp_path):
    file = tmp_path / "everything.zip"
    address = f"{server.url}/api/people/{LOCAL_PERSON}/export"
    with urllib.request.urlopen(address, timeout=60) as answer, file.open("wb") as kept:
        shutil.copyfileobj(answer, kept)

    with ZipFile(file) as archive, archive.open("entries.csv") as table:
        assert sum(1 for _ in table) == ENTRIES + 1
    assert peak(server) < 100 * MEGABYTE
