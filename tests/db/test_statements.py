"""Queries that are compiled once give what was asked this time, on whichever database."""

from peewee import Query

from clockwork.db.models import Project
from clockwork.db.statements import Slot, statement


@statement
def insert() -> Query:
    moment = {Project.created_at: Slot("now"), Project.updated_at: Slot("now")}
    return Project.insert({Project.id: Slot("id"), Project.name: Slot("name"),
                           Project.color: "blue", **moment})  # fmt: skip


@statement
def named() -> Query:
    return Project.select(Project.id, Project.created_at).where(Project.name == Slot("name"))


@statement
def rename() -> Query:
    return Project.update({Project.name: Slot("name")}).where(Project.id == Slot("id"))


def uuid(number):
    return f"00000000-0000-4000-8000-{number:012}"


def test_each_run_has_values_of_its_own(opened):
    for number in (1, 2):
        assert insert.execute(id=uuid(number), name=f"P{number}", now=number) == 1

    assert named.row(name="P1") == (uuid(1), 1)
    assert named.rows(name="P2") == [(uuid(2), 2)]
    assert named.row(name="P3") is None


def test_a_change_says_how_many_rows_it_changed(opened):
    insert.execute(id=uuid(1), name="P", now=1)

    assert rename.execute(id=uuid(1), name="Q") == 1
    assert rename.execute(id=uuid(2), name="R") == 0
    assert named.row(name="Q") == (uuid(1), 1)
