"""The inbox: one project with one category, for time that gets its name later."""

from typing import Any
from uuid import uuid4

from clockwork.db.statements import slots, statement
from clockwork.tracking import projects, tree
from clockwork.tracking.projects import Project
from clockwork.tracking.tree import Category

NAME = "Inbox"


def make(now: int) -> None:
    """Make it, unless it is there; inside a transaction.

    Of two at once the second waits for the first to end, and then finds it.
    """
    made = (projects.rarest_color(), None, now, now, True)
    _add_project.execute(**Project(str(uuid4()), NAME, None, *made)._asdict())
    for (project_id,) in _project.rows():
        category = Category(
            *(str(uuid4()), project_id, None, NAME, None, None, now, now, True),
        )
        _add_category.execute(**category._asdict())


def category_id() -> str | None:
    """The one category of it, if there is one yet."""
    found = _category.row()
    return found[0] if found else None


@statement
def _add_project() -> Any:
    return projects.TABLE.insert(**slots(" ".join(Project._fields))).on_conflict_ignore()


@statement
def _project() -> Any:
    return projects.TABLE.select(projects.TABLE.id).where(projects.TABLE.inbox)


@statement
def _add_category() -> Any:
    return tree.TABLE.insert(**slots(" ".join(Category._fields))).on_conflict_ignore()


@statement
def _category() -> Any:
    return tree.TABLE.select(tree.TABLE.id).where(tree.TABLE.inbox)
