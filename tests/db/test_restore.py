"""What a restore accepts, a request could have made; of anything else nothing is taken."""

import gzip
import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockwork.errors import BackupError
from tests.backups import Backup, contents
from tests.servers import environment

REFUSED = r"whole backup|damaged|no backup|no request could|too long"


def cut_file(backup):
    backup.file.write_bytes(backup.file.read_bytes()[:-20])


def cut_rows(backup):
    backup.edit(lambda lines: [*lines[:3], lines[-1]])


def cut_trailer(backup):
    backup.edit(lambda lines: lines[:-1])


def alter_row(backup):
    backup.edit(lambda lines: [line.replace(b"running", b"RUNNING") for line in lines])


def go_on_after_the_trailer(backup):
    backup.edit(lambda lines: [*lines, lines[-1]])


def flip_byte(backup):
    data = bytearray(backup.file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    backup.file.write_bytes(data)


def empty(backup):
    backup.file.write_bytes(b"")


def pack_nothing(backup):
    backup.edit(lambda _lines: [])


def replace_by_text(backup):
    backup.file.write_text("not a backup")


@pytest.mark.parametrize(
    "damage",
    [cut_file, cut_rows, cut_trailer, alter_row, go_on_after_the_trailer, flip_byte, empty,
     pack_nothing, replace_by_text],
)  # fmt: skip
def test_a_damaged_file_is_refused_before_anything_changes(backup, database_url, damage):
    before = contents(database_url)
    damage(backup)

    with pytest.raises(BackupError, match=REFUSED):
        backup.restore(database_url)

    assert contents(database_url) == before


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [("version", 2, "has format 2"), ("migrations", ["001_x"], "001_x"),
     ("format", "x", "is no backup"), ("tables", {"secret": ["name"]}, "secret"),
     ("tables", {}, "no tables"), ("tables", {"tag": ["name"]}, "tag"),
     ("tables", [], "no whole backup"), ("migrations", 7, "no whole backup")],
)  # fmt: skip
def test_a_file_of_another_version_is_refused(backup, database_url, field, value, reason):
    before = contents(database_url)
    backup.forge(lambda header, _rows: header.update({field: value}))

    with pytest.raises(BackupError, match=reason):
        backup.restore(database_url)
    assert contents(database_url) == before


class Forger:
    """The rows of a file by table and column."""

    def __init__(self, header, rows):
        self.header, self.rows = header, rows

    def table(self, name):
        return [row for row in self.rows if row[0] == name]

    def at(self, name, column):
        return self.header["tables"][name].index(column) + 1

    def put(self, name, column, value, number=0):
        self.table(name)[number][self.at(name, column)] = value

    def get(self, name, column, number=0):
        return self.table(name)[number][self.at(name, column)]

    def add(self, table, number=0, **values):
        row = list(self.table(table)[number])
        for column, value in values.items():
            row[self.at(table, column)] = value
        self.rows.insert(self.rows.index(self.table(table)[-1]) + 1, row)


def stopped(forger):
    at = forger.at("entry", "stopped_at")
    return next(n for n, row in enumerate(forger.table("entry")) if row[at] is not None)


def make_a_cycle(forger):
    at = forger.at("category", "parent_id")
    number = next(n for n, row in enumerate(forger.table("category")) if row[at])
    parent = forger.get("category", "parent_id", number)
    forger.put("category", "parent_id", None, number)
    above = next(n for n, row in enumerate(forger.table("category"))
                 if row[forger.at("category", "id")] == parent)  # fmt: skip
    forger.put("category", "parent_id", forger.get("category", "id", number), above)
    forger.put("category", "parent_id", parent, number)


def put_below_another_project(forger):
    at = forger.at("category", "parent_id")
    number = next(n for n, row in enumerate(forger.table("category")) if row[at])
    project = forger.get("category", "project_id", number)
    other = next(row[1] for row in forger.table("project") if row[1] != project)
    forger.put("category", "project_id", other, number)


def stop_before_the_start(forger):
    start = forger.get("entry", "started_at", stopped(forger))
    forger.put("entry", "stopped_at", start - 1, stopped(forger))


def run_two_timers(forger):
    forger.add("entry", stopped(forger), id=uuid(1), started_at=1, stopped_at=None)


def overlap(forger):
    start = forger.get("entry", "started_at", stopped(forger))
    forger.add("entry", stopped(forger), id=uuid(1), started_at=start + 1)


def keep_half_an_inbox(forger):
    forger.put("project", "inbox", True)


def put_the_inbox_elsewhere(forger):
    forger.put("project", "inbox", True)
    first = forger.get("project", "id")
    at = forger.at("category", "project_id")
    number = next(n for n, row in enumerate(forger.table("category")) if row[at] != first)
    forger.put("category", "inbox", True, number)


def tag_too_often(forger):
    entry = forger.get("entry", "id")
    for number in range(33):
        forger.add("tag", id=uuid(number), name=f"tag{number}")
        forger.add("entry_tag", entry_id=entry, tag_id=uuid(number))


def uuid(number):
    return f"00000000-0000-4000-9000-{number:012}"


def value(table, column, value):
    def change(forger):
        forger.put(table, column, value)

    change.__name__ = f"{table} {column} {str(value)[:20]!r}"
    return change


YEAR_10000 = 253_402_300_800_000_000
COSTLY = "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI"
IMPOSSIBLE = [
    *(make_a_cycle, put_below_another_project, run_two_timers, overlap, tag_too_often),
    *(stop_before_the_start, keep_half_an_inbox, put_the_inbox_elsewhere),
    value("project", "inbox", 1),
    value("category", "inbox", None),
    value("entry", "started_at", -62_135_596_800_000_001),
    value("entry", "started_at", YEAR_10000),
    value("entry", "started_at", 10**30),
    value("entry", "started_at", 1.5),
    value("entry", "started_at", True),
    value("entry", "created_at", -1),
    value("entry", "note", "x" * 10_001),
    value("entry", "note", "a\0b"),
    value("entry", "category_id", uuid(7)),
    value("entry", "id", "0" * 32),
    value("person", "role", "owner"),
    value("person", "email", "Ada@X.example"),
    value("person", "zone", "Mars/Olympus"),
    value("person", "password_hash", "plain"),
    value("person", "password_hash", COSTLY),
    value("token", "scope", "root"),
    value("token", "token_hash", "short"),
    value("feed", "days", 0),
    value("feed", "project_ids", ""),
    value("feed", "secret_hash", "short"),
    value("project", "color", "mauve"),
    value("project", "name", ""),
    value("project", "name", " padded"),
    value("project", "name", "e\u0301"),
    value("project", "name", "x" * 201),
    value("project", "name", ["a"]),
    value("category", "name", "a\0b"),
    value("tag", "name", "a\nb"),
    value("audit", "details", "no JSON"),
    value("audit", "details", "[]"),
]


@pytest.mark.parametrize("change", IMPOSSIBLE, ids=lambda change: change.__name__)
def test_what_no_request_could_have_made_is_refused(backup, database_url, change):
    before = contents(database_url)
    backup.forge(lambda header, rows: change(Forger(header, rows)))

    with pytest.raises(BackupError, match=r"nothing was changed\.$") as refused:
        backup.restore(database_url)

    assert "\n" not in str(refused.value)
    assert contents(database_url) == before


def test_overlaps_that_were_allowed_come_back_where_they_are_allowed(backup, database_url):
    backup.forge(lambda header, rows: overlap(Forger(header, rows)))

    backup.restore(database_url, allow_overlaps=True)

    assert len(contents(database_url)["entry"]) == 5


def test_time_before_1970_comes_back(tracker, database_url, tmp_path):
    tracker.add(tracker.category(), "1901-02-03T04:05:06Z", "1901-02-03T05:05:06Z")

    Backup.of(database_url, tmp_path / "backup").restore(database_url)

    assert tracker.entries()[0]["startedAt"] == "1901-02-03T04:05:06Z"


def test_what_is_searched_is_made_of_the_note(backup, tracker, database_url):
    def change(header, rows):
        forger = Forger(header, rows)
        for number in range(len(forger.table("entry"))):
            forger.put("entry", "note_folded", "planted", number)

    backup.forge(change)
    backup.restore(database_url)

    assert tracker.entries(q="planted") == []
    assert len(tracker.entries(q="GRÖSSE")) == 1


SMALL = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
JSON = st.recursive(SMALL, lambda inner: st.lists(inner, max_size=3), max_leaves=4) | st.just({})


def put_value(row, _other, at, new):
    row[at] = new


def swap_value(row, other, at, _new):
    row[at], other[at % len(other)] = other[at % len(other)], row[at]


def drop_value(row, _other, at, _new):
    del row[at]


def add_value(row, _other, at, new):
    row.insert(at, new)


def repeat_row(row, other, _at, _new):
    other[:] = row


# A header's key or what is done to a row; to which rows and where, by numbers that fit any file.
PLACE = st.integers(0, 10_000)
WHAT = st.sampled_from(
    ["tables", "migrations", "clockwork", *(put_value, swap_value) * 4, drop_value, add_value,
     repeat_row]
)  # fmt: skip
TAMPERING = st.lists(st.tuples(WHAT, PLACE, PLACE, PLACE, JSON), min_size=1, max_size=3)


def tamper(changes, header, rows):
    for what, first, second, at, new in changes:
        row, other = rows[first % len(rows)], rows[second % len(rows)]
        if isinstance(what, str):
            header[what] = new
        elif row and other:
            what(row, other, at % len(row), new)


def attempt(backup, url):
    """How a restore is refused, if it is."""
    try:
        backup.restore(url)
    except BackupError as refused:
        return str(refused)
    return None


@settings(max_examples=80, deadline=None, derandomize=True, database=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(changes=TAMPERING)
def test_a_file_that_somebody_tampered_with_is_restored_or_refused(
    backup, tracker, database_url, changes
):
    whole, before = backup.file.read_bytes(), contents(database_url)
    backup.forge(lambda header, rows: tamper(changes, header, rows))

    refusal = attempt(backup, database_url)

    backup.file.write_bytes(whole)
    if refusal is not None:
        assert "\n" not in refusal
        assert contents(database_url) == before
    # Whatever came in can be shown.
    for project in tracker.done("GET", "/api/projects"):
        tracker.done("GET", f"/api/projects/{project['id']}/categories")
    tracker.entries()
    tracker.report(start="2026-10-01T00:00:00Z", stop="2026-12-01T00:00:00Z", groupBy="day,tag")


def bomb(file, *pieces):
    """Pieces of lines, each written so often."""
    with gzip.open(file, "wb", compresslevel=9) as packed:
        for piece, times in pieces:
            for _ in range(times):
                packed.write(piece)


@pytest.mark.parametrize("which", ["a long header", "a long row", "one row again and again"])
def test_a_small_file_that_unpacks_to_much_is_refused_in_little_memory(
    backup, database_url, tmp_path, which
):
    header, *rows = backup.lines()
    entry = json.loads(next(row for row in rows if row.startswith(b'["entry"')))
    entry = json.dumps([*entry[:6], "y" * 10_000, "", *entry[-2:]]).encode() + b"\n"
    megabyte = (b" " * 2**20, 120)
    pieces = {
        "a long header": [megabyte],
        "a long row": [(header, 1), (b'["entry", "', 1), megabyte],
        "one row again and again": [(header, 1), (entry, 20_000)],
    }
    bomb(backup.file, *pieces[which])
    script = (
        "import re, sys; from pathlib import Path; from clockwork.cli.main import main; "
        "main(['restore', '--replace', sys.argv[1]]); "
        "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(backup.file)], env=environment(database_url),
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip

    assert backup.file.stat().st_size < 2**20
    assert done.stderr.startswith("clockwork: ")
    assert done.stderr.endswith("nothing was changed.\n")
    assert done.stderr.count("\n") == 1
    assert int(done.stdout) < 100 * 1024
