"""`clockwork export`."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from zipfile import ZipFile

import pytest

from clockwork.accounts import administration, people
from clockwork.db.database import connected_to
from clockwork.db.database import rows as rows_of
from clockwork.tracking import categories, entries, projects
from clockwork.tracking.actor import Actor
from clockwork.tracking.intervals import to_micros
from tests.conftest import settings_for
from tests.servers import environment, run_clockwork
from tests.tracker import at


@pytest.fixture
def run(database_url, tmp_path):
    def run(*arguments):
        return run_clockwork("export", *arguments, database_url=database_url, cwd=tmp_path)

    return run


@pytest.fixture
def work(database_url, clock):
    """An hour of Ada on each of three days, in Berlin the first on the second; one of Bob."""
    with connected_to(settings_for(database_url)):
        ada, bob = (
            administration.add(None, clock(), name, f"{name.lower()}@example.org", "member", None)
            for name in ("Ada", "Bob")
        )
        administration.update(None, clock(), ada.id, {"zone": "Europe/Berlin"})
        actor = Actor(ada.id, clock)
        project = projects.create(actor, "Garden", None, None)
        beds = categories.create(actor, project.id, "Beds", None, None).category
        for start in ("2026-10-01T23:00:00Z", "2026-10-03T10:00:00Z", "2026-10-04T10:00:00Z"):
            begun = to_micros(at(start))
            entries.create(actor, beds.id, begun, begun + 3_600_000_000, "Weeding")
        begun = to_micros(at("2026-10-03T10:00:00Z"))
        entries.create(Actor(bob.id, clock), beds.id, begun, begun, "Looking")


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_persons_days_are_theirs_and_the_last_is_included(run, work):
    done = run("--person", "ada@example.org", "--from", "2026-10-02", "--to", "2026-10-03")

    assert done.returncode == 0, done.stderr
    assert [row["Start"] for row in rows(done.stdout)] == [
        "2026-10-02T01:00:00+02:00",
        "2026-10-03T12:00:00+02:00",
    ]


def test_without_a_person_it_is_everybodys(run, work):
    done = run("--no-decimal")

    assert sorted(row["Person"] for row in rows(done.stdout)) == ["Ada", "Ada", "Ada", "Bob"]
    assert "Hours" not in done.stdout


def test_a_file_appears_when_it_is_whole(run, work, tmp_path):
    done = run("--format", "xlsx", "--output", "all.xlsx")

    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "all.xlsx").stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob("*.partial")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--person", "eve@example.org"), "clockwork user list"),
        (("--from", "yesterday"), "2026-11-02"),
        (("--to", "9999-12-31"), "9999-12-31"),
        (("--from", "2026-10-02", "--to", "2026-09-01"), "ends before it begins"),
        (("--zone", "Mars"), "Europe/Berlin"),
        (("--format", "klog"), "--person"),
        (("--output", "nowhere/a.csv"), "nowhere"),
    ],
)
def test_what_can_not_be_is_one_line_and_leaves_nothing(run, work, tmp_path, arguments, said):
    before = sorted(tmp_path.iterdir())

    done = run("--output", "a.csv", *arguments)

    assert done.returncode == 1
    assert done.stderr.startswith("clockwork: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_all_that_is_kept_of_a_person_is_a_file(database_url, work, tmp_path):
    command = ("user", "export", "ada@example.org", "--output", "ada.zip")
    done = run_clockwork(*command, database_url=database_url, cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "ada.zip").stat().st_mode & 0o777 == 0o600
    with ZipFile(tmp_path / "ada.zip") as archive:
        assert len(rows(archive.read("entries.csv").decode())) == 3
        assert json.loads(archive.read("profile.json"))["name"] == "Ada"
    command = ("user", "export", "eve@example.org", "--output", "eve.zip")
    done = run_clockwork(*command, database_url=database_url, cwd=tmp_path)
    assert (done.returncode, "no such person" in done.stderr) == (1, True)
    assert not (tmp_path / "eve.zip").exists()


def test_a_person_is_removed_by_who_says_so(database_url, work, tmp_path):
    def remove(*arguments):
        command = ("user", "remove", *arguments)
        return run_clockwork(*command, database_url=database_url, cwd=tmp_path)

    unsaid, nobody = remove("ada@example.org"), remove("eve@example.org", "--yes")
    assert (unsaid.returncode, nobody.returncode) == (1, 1)
    assert "--yes" in unsaid.stderr
    done = remove("ADA@example.org", "--yes")

    assert (done.returncode, done.stderr) == (0, "")
    with connected_to(settings_for(database_url)):
        assert [one.name for one in people.registered()] == ["Bob"]
        assert [*rows_of("SELECT name FROM project")] == [("Garden",)]


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_workbook_is_not_for_a_terminal(database_url, tmp_path):
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "clockwork", "export", "--format", "xlsx"],
        stdout=theirs, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(database_url),
        check=False,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)

    assert done.returncode == 1
    assert b"--output FILE" in done.stderr
