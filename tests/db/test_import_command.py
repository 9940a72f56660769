"""`clockwork import`, as somebody types it."""

import json
import os
import pty
import shutil
import subprocess
import sys

import pytest

from clockwork.accounts import administration
from clockwork.db.database import connected_to, execute, rows
from tests.conftest import settings_for
from tests.servers import Clockwork, environment, run_clockwork

GOOD = "2026-06-01\n    9:00 - 10:30 roses #garden\n    11:00 - 12:00\n    10:00 - 10:15\n"


@pytest.fixture
def file(tmp_path):
    (tmp_path / "work.klg").write_text(GOOD)
    return "work.klg"


@pytest.fixture
def run(database_url, tmp_path):
    def run(*arguments):
        return run_clockwork("import", *arguments, database_url=database_url, cwd=tmp_path)

    return run


def entries(database_url):
    with connected_to(settings_for(database_url)):
        return rows("SELECT started_at, stopped_at FROM entry ORDER BY started_at")


def test_each_row_is_told_of_as_json(run, file, database_url):
    done = run(file, "--zone", "Europe/Berlin", "--yes", "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert {name: told[name] for name in ("format", "rows", "added", "known", "skipped")} == {
        "format": "klog", "rows": 3, "added": 2, "known": 0, "skipped": 1,
    }  # fmt: skip
    assert told["rows"] == told["added"] + told["known"] + told["skipped"] + len(told["unreadable"])
    assert told["seconds"] >= 0
    assert len(entries(database_url)) == 2
    again = json.loads(run(file, "--zone", "Europe/Berlin", "--yes", "--json").stdout)
    assert (again["added"], again["known"], again["skipped"]) == (0, 2, 1)


def test_what_the_file_cannot_tell_is_asked_with_the_option_that_answers(run, file, database_url):
    asked = run(file, "--yes")
    assert asked.returncode == 1
    assert "--zone" in asked.stdout
    assert "2026-06-01 09:00" in asked.stdout
    as_json = run(file, "--yes", "--json")
    assert as_json.returncode == 1
    [question] = json.loads(as_json.stdout)["questions"]
    assert question["option"] == "--zone"
    assert entries(database_url) == []


@pytest.mark.parametrize("content", ["", "what is this?", "{", "\0\1\2"])
def test_what_cannot_be_read_ends_with_2(run, tmp_path, content, database_url):
    (tmp_path / "what").write_text(content)
    refused = run("what", "--yes")
    assert refused.returncode == 2
    assert refused.stderr.startswith("clockwork: what: ")
    assert "Traceback" not in refused.stderr
    assert json.loads(run("what", "--yes", "--json").stdout)["error"]
    assert run("missing", "--yes").returncode == 2


def test_of_several_files_each_is_brought_and_the_worst_is_told(run, file, tmp_path, database_url):
    (tmp_path / "what").write_text("what is this?")
    done = run("what", file, "--zone", "UTC", "--yes", "--json")
    assert done.returncode == 2
    assert [json.loads(line)["added"] for line in done.stdout.splitlines()] == [0, 2]


def test_without_a_terminal_nothing_is_added_unless_it_is_told_to(run, file, database_url):
    shown = run(file, "--zone", "UTC")
    assert shown.returncode == 1
    assert "--yes" in shown.stderr
    assert "2 added" in shown.stdout
    assert entries(database_url) == []


def test_a_dry_run_shows_everything_and_adds_nothing(run, file, database_url):
    shown = run(file, "--zone", "UTC", "--dry-run")
    assert shown.returncode == 0
    for told in ("3 rows: 2 added", "from 2026-06-01 to 2026-06-01, 2:30 hours",
                 "2026-06: 2:30 added", "no project → the inbox", "row 4, skipped"):  # fmt: skip
        assert told in shown.stdout
    assert entries(database_url) == []


@pytest.mark.parametrize(("answer", "added"), [(b"y\n", 2), (b"\n", 0)])
def test_at_a_terminal_it_asks(database_url, tmp_path, file, answer, added):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "clockwork", "import", file, "--zone", "UTC"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path,
        env=environment(database_url),
    )  # fmt: skip
    os.write(ours, answer)
    told, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert b"Add 2 entries?" in told
    assert process.returncode == (0 if added else 1)
    assert len(entries(database_url)) == added


def test_killed_midway_it_leaves_nothing(database_url, tmp_path):
    lines = "\n".join(f"    1m work {number}" for number in range(1_400))
    days = "\n\n".join(f"2026-0{month}-01\n{lines}" for month in range(1, 6))
    (tmp_path / "work.klg").write_text(days)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "clockwork", "import", "work.klg", "--zone", "UTC", "--yes"],
        stderr=theirs, stdout=subprocess.PIPE, cwd=tmp_path, env=environment(database_url),
    )  # fmt: skip
    os.close(theirs)
    # It tells at a terminal how far it is.
    assert b" of 7,000" in os.read(ours, 100)
    process.kill()
    process.communicate()
    os.close(ours)
    assert entries(database_url) == []
    with connected_to(settings_for(database_url)):
        assert (
            rows("SELECT count(*) FROM import") == rows("SELECT count(*) FROM category") == [(0,)]
        )


def test_imports_are_listed_and_taken_back(run, file, database_url):
    told = json.loads(run(file, "--zone", "UTC", "--yes", "--json").stdout)
    listed = run("--list").stdout
    assert told["id"] in listed
    assert "2 of 3 rows  work.klg" in listed
    assert run("--undo", told["id"]).stdout == "Took back work.klg.\n"
    assert entries(database_url) == []
    assert "undone" in run("--list").stdout
    assert run("--undo", "nonsense").returncode == 1


def test_what_was_changed_since_is_asked_about(run, file, database_url):
    told = json.loads(run(file, "--zone", "UTC", "--yes", "--json").stdout)
    with connected_to(settings_for(database_url)):
        [(first, _), *_] = entries(database_url)
        execute("UPDATE entry SET updated_at = updated_at + 1 WHERE started_at = ?", first)
    refused = run("--undo", told["id"])
    assert refused.returncode == 1
    assert "--changed keep or delete" in refused.stderr
    assert run("--undo", told["id"], "--changed", "keep").returncode == 0
    assert len(entries(database_url)) == 1


def test_it_says_whose_time_it_is_to_be(run, file, database_url, clock):
    with connected_to(settings_for(database_url)):
        for name in ("ada", "bob"):
            administration.add(None, clock(), name, f"{name}@example.org", "member", None)
    assert "--person" in run(file, "--zone", "UTC", "--yes").stderr
    assert "user list" in run(file, "--person", "eve@example.org").stderr
    assert run(file, "--zone", "UTC", "--yes", "--person", "Bob@example.org").returncode == 0
    with connected_to(settings_for(database_url)):
        assert rows(
            "SELECT p.name, count(*) FROM entry e JOIN person p ON p.id = e.person_id GROUP BY 1"
        ) == [("bob", 2)]


def test_time_goes_where_it_is_told_to(run, tmp_path, database_url):
    said = {"id": "a1", "project": "Acme", "tags": [], "start": "2026-06-01T09:00:00+00:00",
            "stop": "2026-06-01T10:00:00+00:00"}  # fmt: skip
    (tmp_path / "watson.json").write_text(json.dumps([said]))
    done = run("watson.json", "--yes", "--place", "Acme=Work > Website > Design")
    assert done.returncode == 0, done.stderr
    with connected_to(settings_for(database_url)):
        assert rows("SELECT name FROM category ORDER BY name") == [("Design",), ("Website",)]
    for wrong in (["--place", "Acme"], ["--day-start", "25:00"], ["--column", "x"], ["--as", "no"]):
        assert run("watson.json", *wrong).returncode in (1, 2)


def test_everything_of_another_server_comes_along(run, database_url, tmp_path, migrated):
    other = tmp_path / "other.db"
    shutil.copy(migrated("sqlite").removeprefix("sqlite:///"), other)
    server = Clockwork(f"sqlite:///{other}", tmp_path)
    try:
        _, project = server.call("POST", "/api/projects", {"name": "Garden"})
        _, beds = server.call("POST", f"/api/projects/{project['id']}/categories", {"name": "Beds"})
        server.call("POST", "/api/time/start", {"categoryId": beds["id"]})
        told = json.loads(run(server.url, "--yes", "--json").stdout)
    finally:
        server.stop()
    assert (told["rows"], told["added"]) == (1, 1)
    assert [stop for _, stop in entries(database_url)] == [None]
