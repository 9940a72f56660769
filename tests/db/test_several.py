"""More than one database in one process: each app, command and thread works on its own."""

import threading

import pytest

from clockwork.app import create_app
from clockwork.db import migrator
from clockwork.db.database import connected_to, current
from tests.conftest import settings_for
from tests.tracker import Tracker


@pytest.fixture
def other_app(tmp_path, clock):
    """An app on a database that holds nothing of the first one's."""
    settings = settings_for(f"sqlite:///{tmp_path / 'other.db'}")
    migrator.up(settings)
    app = create_app(settings, clock)
    yield app
    app.database.close_all()


def names(tracker):
    return {one["name"] for one in tracker.done("GET", "/api/projects")}


def test_two_apps_keep_their_data_apart(tracker, other_app):
    other = Tracker(other_app.test_client())

    for name in ("Here", "Here too"):
        tracker.project(name)
    other.project("There")

    assert names(tracker) == {"Here", "Here too"}
    assert names(other) == {"There"}


def test_another_database_is_migrated_while_this_one_is_worked_on(opened, tmp_path):
    assert current() is opened

    settings = settings_for(f"sqlite:///{tmp_path / 'other.db'}")
    migrator.up(settings)

    assert current() is opened
    with connected_to(settings) as other:
        assert migrator.pending(settings.migrations_dir, other) == []
        assert current() is other
    assert current() is opened


def test_threads_work_on_different_databases_at_once(app, tracker, other_app):
    meet = threading.Barrier(2, timeout=30)
    found = {}

    def work(name, tracker):
        for number in range(20):
            meet.wait()
            tracker.project(f"{name} {number}")
        found[name] = names(tracker)

    others = Tracker(other_app.test_client())
    threads = [threading.Thread(target=work, args=args)
               for args in (("here", tracker), ("there", others))]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    for name in ("here", "there"):
        assert found[name] == {f"{name} {number}" for number in range(20)}
