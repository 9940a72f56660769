"""What changes to the same thing wait for; on SQLite the transaction itself does that.

Nothing deadlocks: a person is locked before a project, and two projects in the order of their
identifiers.
"""

from typing import Any

from clockwork.db.database import Row, is_sqlite
from clockwork.db.models import Category, Person, Project
from clockwork.db.statements import Slot, Statement, statement


def lock_person(person_id: str) -> None:
    """Make changes to one person's time wait for each other, inside a transaction."""
    if not is_sqlite():
        _lock(_person, person_id)


def hold_tree(category_id: str) -> str | None:
    """Keep the tree that a category is in as it is, inside a transaction; any number may.

    Whoever archives, moves or deletes anything in a tree locks its project, and so waits. Answers
    with the project, None when there is none or nothing had to be done.
    """
    found = None if is_sqlite() else _lock(_project_of, category_id)
    return found[0] if found else None


def _lock(query: Statement, row_id: str) -> Row | None:
    # A restore that was waited for has put another row in its place, which a second look sees.
    return query.row(id=row_id) or query.row(id=row_id)


@statement
def _person() -> Any:
    # Not FOR UPDATE: that would deadlock with rows that merely refer to the person.
    person: Any = Person.select(Person.id).where(Person.id == Slot("id"))
    return person.for_update("FOR NO KEY UPDATE")


@statement
def _project_of() -> Any:
    project: Any = Project.select(Project.id).join(Category, on=Category.project == Project.id)
    return project.where(Category.id == Slot("id")).for_update("FOR SHARE", of=Project)
