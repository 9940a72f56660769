"""What must never be stored is refused by the database itself."""

import peewee
import pytest

from clockwork.db.database import connected_to, execute, row, transaction
from clockwork.db.models import Category, Entry, Person, Project
from tests.conftest import settings_for

TIMES = {"created_at": 0, "updated_at": 0}


@pytest.fixture
def data(opened):
    Person.create(id=uuid(1), name="Alice", created_at=0)
    Person.create(id=uuid(2), name="Bob", created_at=0)
    Project.create(id=uuid(3), name="P", color="blue", **TIMES)
    Category.create(id=uuid(4), project=uuid(3), name="C", **TIMES)


def uuid(number):
    return f"00000000-0000-4000-8000-{number:012}"


def entry(number, person=1, start=0, stop=None):
    return Entry.create(id=uuid(number), person=uuid(person), category=uuid(4),
                        started_at=start, stopped_at=stop, **TIMES)  # fmt: skip


def test_a_person_has_one_running_entry(data):
    entry(10)
    entry(11, person=2)
    entry(12, stop=5)

    with pytest.raises(peewee.IntegrityError), transaction():
        entry(13)


def test_an_entry_never_stops_before_it_starts(data):
    entry(10, start=5, stop=5)

    with pytest.raises(peewee.IntegrityError), transaction():
        entry(11, start=5, stop=4)


@pytest.mark.parametrize("parent", [None, 5])
def test_siblings_have_different_names(data, parent):
    Category.create(id=uuid(5), project=uuid(3), name="Parent", **TIMES)
    parent = parent and uuid(parent)
    Category.create(id=uuid(6), project=uuid(3), parent=parent, name="Twin", **TIMES)

    with pytest.raises(peewee.IntegrityError), transaction():
        Category.create(id=uuid(7), project=uuid(3), parent=parent, name="Twin", **TIMES)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE project SET inbox = TRUE",
        "UPDATE category SET inbox = TRUE",
        "UPDATE project SET archived_at = 1 WHERE inbox",
        "UPDATE category SET archived_at = 1 WHERE inbox",
        f"UPDATE category SET parent_id = '{uuid(4)}' WHERE inbox",
    ],
)
def test_there_is_one_inbox_always_open_and_at_the_top(data, sql):
    Project.create(id=uuid(5), name="P", color="blue", inbox=True, **TIMES)
    Category.create(id=uuid(6), project=uuid(5), name="C", inbox=True, **TIMES)

    with pytest.raises(peewee.IntegrityError), transaction():
        execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        f"INSERT INTO category (id, project_id, name, created_at, updated_at) "
        f"VALUES ('{uuid(9)}', '{uuid(99)}', 'x', 0, 0)",
        f"UPDATE entry SET category_id = '{uuid(99)}'",
        f"DELETE FROM category WHERE id = '{uuid(4)}'",
        f"DELETE FROM project WHERE id = '{uuid(3)}'",
        f"DELETE FROM person WHERE id = '{uuid(1)}'",
        f"UPDATE category SET parent_id = id WHERE id = '{uuid(4)}'",
    ],
)
def test_nothing_refers_to_what_is_missing(data, sql):
    entry(10)

    with pytest.raises(peewee.IntegrityError), transaction():
        execute(sql)


def test_a_failed_transaction_leaves_nothing(data):
    def fail_at_the_end():
        with transaction():
            entry(10)
            with transaction():
                entry(11, person=2)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_at_the_end()

    assert row("SELECT count(*) FROM entry") == (0,)


def test_an_inner_transaction_fails_alone(data):
    with transaction():
        entry(10)
        with pytest.raises(peewee.IntegrityError), transaction():
            entry(11)
        entry(12, person=2)

    assert row("SELECT count(*) FROM entry") == (2,)


def test_sqlite_is_durable(tmp_path):
    with connected_to(settings_for(f"sqlite:///{tmp_path / 'a.db'}")):
        found = [row(f"PRAGMA {name}")[0] for name in
                 ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")]  # fmt: skip

    assert found == ["wal", 2, 1, 30_000]
