"""`clockwork tidy` deletes what has had its time, and nothing that anybody still needs."""

import threading

import pytest

from clockwork.clock import DAY, system_clock
from clockwork.db.database import connected_to
from clockwork.db.models import Answer, Audit, Person, Session, Tag, Throttle
from clockwork.tracking import tags
from tests.conftest import settings_for
from tests.load import ask
from tests.servers import run_clockwork


@pytest.fixture
def tidy(database_url, tmp_path):
    def tidy(*arguments):
        return run_clockwork("tidy", *arguments, database_url=database_url, cwd=tmp_path)

    return tidy


@pytest.fixture
def aged(tracker, opened):
    """Of each kind one that has had its time, and one that has not; tags of which one is used."""
    now = system_clock()
    tracker.add(tracker.category(), "2026-11-01T08:00:00Z", "2026-11-01T09:00:00Z", tags=["used"])
    person = Person.get().id
    Audit.delete().execute()
    for number, age in enumerate((1, 1000)):
        then, one = now - age * DAY, f"00000000-0000-4000-9000-{number:012}"
        Tag.create(id=one, name=f"unused {number}")
        Session.create(id=one, person=person, token_hash=one, created_at=then, seen_at=then,
                       address="", agent="")  # fmt: skip
        Throttle.create(key=one, failures=1, blocked_until=0, failed_at=then + DAY)
        Answer.create(person=person, key=one, created_at=then)
        Audit.create(id=one, at=then, action="a", kind="b", object_id=one, details="{}")


def left():
    return [table.select().count() for table in (Session, Throttle, Answer, Tag, Audit)]


def test_what_is_over_is_deleted_and_the_audit_kept(aged, tidy):
    done = tidy()

    assert done.returncode == 0, done.stderr
    assert left() == [1, 1, 1, 1, 2]
    assert [tag.name for tag in Tag.select()] == ["used"]
    assert done.stdout.splitlines() == [
        "Deleted sessions that are over: 1",
        "Deleted failed tries to sign in: 1",
        "Deleted answers kept for repeated requests: 1",
        "Deleted files that nobody decided to bring: 0",
        "Deleted tags on no entry: 2",
    ]


def test_the_audit_is_deleted_when_it_is_said_how_old(aged, tidy):
    assert tidy("--audit-days", "999").stdout.endswith("Deleted records of the audit: 1\n")
    assert left()[-1] == 1
    for wrong in ("0", "-1", "x", "99999999999999"):
        assert tidy(f"--audit-days={wrong}").returncode == 2
    assert left()[-1] == 1


def test_no_entry_loses_a_tag_while_tags_are_tidied(server, database_url):
    _, project = ask(server.url, "POST", "/api/projects", {"name": "P"})
    path = f"/api/projects/{project['id']}/categories"
    _, category = ask(server.url, "POST", path, {"name": "C"})
    done, answered = threading.Event(), []

    def start_and_delete():
        """The tag comes out of use again and again."""
        for _ in range(60):
            body = {"categoryId": category["id"], "tags": ["rare", "seldom"]}
            _, entry = ask(server.url, "POST", "/api/time/start", body)
            answered.append(entry.get("tags"))
            ask(server.url, "DELETE", f"/api/entries/{entry['id']}")
        done.set()

    worker = threading.Thread(target=start_and_delete)
    worker.start()
    deleted = 0
    with connected_to(settings_for(database_url)):
        while not done.is_set():
            deleted += tags.delete_unused()
    worker.join()

    assert answered == [["rare", "seldom"]] * 60
    assert deleted
