"""A backup is everything, brought back exactly, on either database."""

import json
import stat
import subprocess
import sys
import threading

import pytest

from clockwork.backup.contents import TRANSIENT
from clockwork.backup.restore import restore
from clockwork.errors import BackupError
from tests.backups import Backup, contents, kept
from tests.conftest import settings_for
from tests.servers import environment, run_clockwork


def test_a_backup_comes_back_exactly_on_either_database(backup, database_url, other_url):
    before = contents(database_url)

    backup.restore(other_url, replace=False, keep_tokens=True)

    after = contents(other_url)
    assert len(before["entry"]) == 4
    assert before["answer"]
    assert kept(after) == kept(before)
    assert before["tag_use"]
    assert after["tag_use"] == before["tag_use"]
    assert all(not after[name] for name in after if name in TRANSIENT - {"tag_use", "version"})


def test_a_second_backup_is_the_same_rows(backup, database_url, tmp_path):
    backup.restore(database_url)
    second = Backup.of(database_url, tmp_path / "second")

    assert sorted(second.lines()[1:-1]) == sorted(backup.lines()[1:-1])


def test_the_file_is_for_its_owner_alone(filled, database_url, tmp_path):
    file = tmp_path / "backup"
    file.write_text("an older one that everybody could read")

    Backup.of(database_url, file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == ["backup"]


def test_data_is_not_given_up_unasked(backup, tracker, database_url):
    tracker.project("made after the backup")
    before = contents(database_url)

    with pytest.raises(BackupError, match="--replace"):
        backup.restore(database_url, replace=False)
    assert contents(database_url) == before

    backup.restore(database_url)
    assert "made after" not in repr(contents(database_url))


def test_a_failure_half_way_leaves_everything_as_it_was(backup, database_url):
    before = contents(database_url)

    def fail(line):
        if line.startswith("entry:"):
            raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        restore(settings_for(database_url), str(backup.file), True, fail)
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
            rows = [json.loads(line) for line in Backup(file).lines()[1:-1]]
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

    assert b"entry: 4 of 4" in made.stderr
    assert b"entry: 4 of 4" in brought.stderr, brought.stderr
    assert b"3 tokens and calendar feeds are revoked" in brought.stderr
    assert contents(other)["entry"] == contents(database_url)["entry"]
    again = run("restore", "-", url=other, sent=made.stdout)
    assert (again.returncode, again.stderr.count(b"\n")) == (1, 1)


def test_in_a_folder_the_newest_are_kept_and_the_last_is_restored(filled, database_url, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    old = [folder / f"clockwork-2026-01-0{day}T030000Z.backup" for day in (1, 2, 3)]
    for file in (*old, folder / "notes.txt"):
        file.write_text("not mine")

    made = run_clockwork(
        *("backup", str(folder), "--keep", "2"), database_url=database_url, cwd=tmp_path
    )
    other = f"sqlite:///{tmp_path / 'other.db'}"
    restored = run_clockwork("restore", str(folder), database_url=other, cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    names = sorted(file.name for file in folder.iterdir())
    assert names[0] == old[-1].name
    assert names[2:] == ["notes.txt"]
    assert restored.returncode == 0, restored.stderr
    assert contents(other)["entry"] == contents(database_url)["entry"]


def test_a_folder_without_a_backup_and_a_file_to_keep_are_refused(tmp_path):
    url = f"sqlite:///{tmp_path / 'clockwork.db'}"
    for arguments, said in (
        (("restore", str(tmp_path)), "There is no backup in"),
        (("backup", str(tmp_path / "a"), "--keep", "2"), "--keep is for a folder"),
        (("backup", str(tmp_path), "--keep", "0"), "--keep"),
    ):
        done = run_clockwork(*arguments, database_url=url, cwd=tmp_path)

        assert done.returncode != 0
        assert said in done.stderr
