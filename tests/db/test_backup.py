"""A backup is everything, brought back exactly, on either database."""

import gzip
import json
import stat
import subprocess
import sys
import threading
from hashlib import sha256

import pytest

from clockwork.backup.contents import TRANSIENT
from clockwork.backup.restore import restore
from clockwork.backup.save import back_up
from clockwork.db.database import connected_to
from clockwork.db.models import TABLES
from clockwork.errors import BackupError
from tests.conftest import DATABASES, settings_for
from tests.servers import environment, run_clockwork


def silent(_line):
    pass


@pytest.fixture(params=DATABASES)
def other_url(request, tmp_path):
    """A new database of either kind, to restore into."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'other' / 'clockwork.db'}"
    return request.getfixturevalue("postgres").create()


@pytest.fixture
def filled(tracker, clock):
    """Every kind of data: a tree, marks, tags, notes beyond ASCII, a timer that runs."""
    project = tracker.project("Ünïcode ⏱ \"quoted\" 'too'", description="two\nlines")
    top = tracker.category(project, "Top")
    path = f"/api/projects/{project['id']}/categories"
    below = tracker.done("POST", path, {"name": "Below", "parentCategoryId": top["id"]})
    tracker.add(
        below,
        "2026-11-01T08:00:00.000001Z",
        "2026-11-01T09:30:00Z",
        note="Größe 🍰",
        tags=["a", "b"],
    )
    tracker.add(top, "2026-10-01T08:00:00Z", "2026-10-03T09:30:00Z", tags=["b"])
    # The child is older than its new parent: order of making is not order of the tree.
    late = tracker.category(project, "Late")
    tracker.done(
        "PATCH", f"{path}/{below['id']}", {"name": "Below", "parentCategoryId": late["id"]}
    )
    tracker.start(below, note="running")
    tracker.client.post("/api/projects", json={"name": "K"}, headers={"Idempotency-Key": "k" * 20})
    return project


def contents(url):
    """Every row of every table, as the database has it."""
    with connected_to(settings_for(url)) as opened:
        found = {}
        for table in TABLES:
            name = table._meta.table_name
            columns = ", ".join(field.column_name for field in table._meta.sorted_fields)
            rows = opened.execute_sql(f"SELECT {columns} FROM {name}").fetchall()
            found[name] = sorted(map(repr, rows))
    return found


def kept(found):
    return {name: rows for name, rows in found.items() if name not in TRANSIENT}


def test_a_backup_comes_back_exactly_on_either_database(filled, database_url, other_url, tmp_path):
    file = tmp_path / "backup"
    before = contents(database_url)

    back_up(settings_for(database_url), str(file), silent)
    restore(settings_for(other_url), str(file), False, silent)

    after = contents(other_url)
    assert len(before["entry"]) == 3
    assert before["answer"]
    assert kept(after) == kept(before)
    assert all(not after[name] for name in after if name in TRANSIENT)


def test_a_second_backup_is_the_same_rows(filled, database_url, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    back_up(settings_for(database_url), str(first), silent)
    restore(settings_for(database_url), str(first), True, silent)
    back_up(settings_for(database_url), str(second), silent)

    def rows(file):
        return sorted(lines_of(file)[1:-1])

    assert rows(first) == rows(second)


def test_the_file_is_for_its_owner_alone(filled, database_url, tmp_path):
    file = tmp_path / "backup"
    file.write_text("an older one that everybody could read")

    back_up(settings_for(database_url), str(file), silent)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == ["backup"]


def test_data_is_not_given_up_unasked(filled, tracker, database_url, tmp_path):
    file = str(tmp_path / "backup")
    back_up(settings_for(database_url), file, silent)
    tracker.project("made after the backup")
    before = contents(database_url)

    with pytest.raises(BackupError, match="--replace"):
        restore(settings_for(database_url), file, False, silent)
    assert contents(database_url) == before

    restore(settings_for(database_url), file, True, silent)
    assert "made after" not in repr(contents(database_url))


def lines_of(file):
    return gzip.decompress(file.read_bytes()).splitlines(keepends=True)


def edit(file, change):
    lines = lines_of(file)
    with gzip.open(file, "wb") as edited:
        edited.writelines(change(lines))


def cut_file(file):
    file.write_bytes(file.read_bytes()[:-20])


def cut_rows(file):
    edit(file, lambda lines: [*lines[:3], lines[-1]])


def cut_trailer(file):
    edit(file, lambda lines: lines[:-1])


def alter_row(file):
    edit(file, lambda lines: [line.replace(b"running", b"RUNNING") for line in lines])


def flip_byte(file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


def empty(file):
    file.write_bytes(b"")


def replace_by_text(file):
    file.write_text("not a backup")


@pytest.mark.parametrize(
    "damage", [cut_file, cut_rows, cut_trailer, alter_row, flip_byte, empty, replace_by_text]
)
def test_a_damaged_file_is_refused_before_anything_changes(filled, database_url, tmp_path, damage):
    file = tmp_path / "backup"
    back_up(settings_for(database_url), str(file), silent)
    before = contents(database_url)
    damage(file)

    with pytest.raises(BackupError, match=r"whole backup|damaged|no backup"):
        restore(settings_for(database_url), str(file), True, silent)

    assert contents(database_url) == before


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [("version", 2, "has format 2"), ("migrations", ["001_x"], "001_x"),
     ("format", "x", "is no backup")],
)  # fmt: skip
def test_a_file_of_another_version_is_refused(filled, database_url, tmp_path, field, value, reason):
    file = tmp_path / "backup"
    back_up(settings_for(database_url), str(file), silent)
    before = contents(database_url)

    def change(lines):
        # A later version would have written a checksum that fits.
        header = json.dumps({**json.loads(lines[0]), field: value}).encode() + b"\n"
        body = [header, *lines[1:-1]]
        trailer = {**json.loads(lines[-1]), "sha256": sha256(b"".join(body)).hexdigest()}
        return [*body, json.dumps(trailer).encode() + b"\n"]

    edit(file, change)
    with pytest.raises(BackupError, match=reason):
        restore(settings_for(database_url), str(file), True, silent)
    assert contents(database_url) == before


def test_a_failure_half_way_leaves_everything_as_it_was(filled, database_url, tmp_path):
    file = str(tmp_path / "backup")
    back_up(settings_for(database_url), file, silent)
    before = contents(database_url)

    def fail(line):
        if line.startswith("entry:"):
            raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        restore(settings_for(database_url), file, True, fail)
    assert contents(database_url) == before


def test_a_backup_is_of_one_moment_while_others_write(start_server, database_url, tmp_path):
    """Each entry has its own tag: a copy of two moments would have one without the other."""
    server = start_server(database_url)
    _, project = server.call("POST", "/api/projects", {"name": "P"})
    _, category = server.call("POST", f"/api/projects/{project['id']}/categories", {"name": "C"})
    stop, statuses = threading.Event(), []

    def write():
        while not stop.is_set():
            body = {"categoryId": category["id"], "tags": [f"t{len(statuses)}"]}
            statuses.append(server.call("POST", "/api/time/start", body)[0])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            file = tmp_path / f"backup{number}"
            done = run_clockwork("backup", str(file), database_url=database_url, cwd=tmp_path)
            assert done.returncode == 0, done.stderr
            rows = [json.loads(line) for line in lines_of(file)[1:-1]]
            tables = [row[0] for row in rows]
            assert tables.count("entry") == tables.count("tag") == tables.count("entry_tag")
    finally:
        stop.set()
        writer.join()
    assert len(statuses) > 20
    assert set(statuses) == {201}


def test_it_goes_through_pipes_and_tells_its_progress(filled, database_url, tmp_path):
    def run(*arguments, url, sent=b""):
        return subprocess.run(
            [sys.executable, "-m", "clockwork", *arguments], env=environment(url), cwd=tmp_path,
            input=sent, capture_output=True, check=False, timeout=60,
        )  # fmt: skip

    made = run("backup", "-", url=database_url)
    other = f"sqlite:///{tmp_path / 'other.db'}"
    brought = run("restore", "-", url=other, sent=made.stdout)

    assert b"entry: 3 of 3" in made.stderr
    assert b"entry: 3 of 3" in brought.stderr, brought.stderr
    assert kept(contents(other)) == kept(contents(database_url))
    again = run("restore", "-", url=other, sent=made.stdout)
    assert (again.returncode, again.stderr.count(b"\n")) == (1, 1)


ROWS = {
    "session": "INSERT INTO session"
    " (id, person_id, token_hash, created_at, seen_at, address, agent)"
    " SELECT id, id, 'hash', 1, 1, '', '' FROM person",
    "throttle": "INSERT INTO throttle VALUES ('key', 1, 1, 1)",
    "secret": "INSERT INTO secret VALUES ('name', 'value', 1)",
    "token": "INSERT INTO token (id, person_id, name, scope, token_hash, created_at)"
    " SELECT id, id, 'script', 'read', 'hash', 1 FROM person",
}


def execute(url, *statements):
    with connected_to(settings_for(url)) as opened:
        for statement in statements:
            opened.execute_sql(statement)


def test_nobody_is_signed_in_by_a_restore(filled, database_url, other_url, tmp_path):
    execute(database_url, *ROWS.values())
    file = tmp_path / "backup"
    back_up(settings_for(database_url), str(file), silent)

    restore(settings_for(other_url), str(file), False, silent)

    found = contents(other_url)
    assert b"session" not in gzip.decompress(file.read_bytes())
    assert len(found["token"]) == 1
    assert not found["session"] + found["throttle"] + found["secret"]


def test_a_token_that_was_revoked_since_stays_revoked(filled, database_url, tmp_path):
    execute(database_url, *ROWS.values())
    file = tmp_path / "backup"
    back_up(settings_for(database_url), str(file), silent)
    execute(database_url, "UPDATE token SET revoked_at = 42")

    restore(settings_for(database_url), str(file), True, silent)

    found = contents(database_url)
    assert "42" in found["token"][0]
    assert not found["session"]
