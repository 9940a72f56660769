"""The rows of categories: one with those above it, those below it, those of a project. No rules."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from peewee import JOIN, SQL, fn

from clockwork.db import models
from clockwork.db.database import Row, execute
from clockwork.db.statements import Slot, slots, statement

TABLE: Any = models.Category  # the stubs of peewee lack much of what its models can do

# By hand, because the ledger puts it into its own SQL; `{}` says which ones, as in "= ?".
BELOW = (
    "WITH RECURSIVE below (id) AS (SELECT id FROM category WHERE id {} UNION "
    "SELECT c.id FROM category c JOIN below b ON c.parent_id = b.id) SELECT id FROM below"
)


class Category(NamedTuple):
    """A category as stored: times in microseconds."""

    id: str
    project_id: str
    parent_id: str | None
    name: str
    description: str | None
    archived_at: int | None
    created_at: int
    updated_at: int
    inbox: bool = False


class Chain(NamedTuple):
    """A category and all above it, by identifier; since when any of it or its project is archived.

    Empty when there is no such category.
    """

    links: Mapping[str, Category]
    archived_at: int | None


def chain(category_id: str) -> Chain:
    """A category and all above it."""
    found = _chain.rows(id=category_id)
    links = {row[0]: Category._make(row[:-1]) for row in found}
    archived = [link.archived_at for link in links.values()]
    return Chain(links, earliest(*archived, *(row[-1] for row in found[:1])))


def of_project(project_id: str) -> list[Category]:
    """All categories of a project, oldest first."""
    return [Category._make(row) for row in _of_project.rows(project_id=project_id)]


def of_project_now(project_id: str) -> Sequence[Row]:
    """The same as rows after two columns: the version of what all share, the project's archiving.

    One row without a category for a project that has none, nothing for an unknown one.
    """
    return _of_project_now.rows(project_id=project_id)


def add(category: Category) -> None:
    """Store a new category."""
    _add.execute(**category._asdict())


def replace(category: Category) -> None:
    """Store a category that changed."""
    _replace.execute(**category._asdict())


def take_along(category: Category) -> None:
    """Put what is below a category into its project, when it was in another."""
    execute(
        "UPDATE category SET project_id = ?, updated_at = ? WHERE project_id <> ? "
        f"AND id IN ({BELOW.format('= ?')})",
        *(category.project_id, category.updated_at, category.project_id, category.id),
    )


def hand_over_children(category_id: str, parent_id: str | None, now: int) -> None:
    """Put what is directly below a category below another; None is the top."""
    _hand_over_children.execute(id=category_id, parent_id=parent_id, now=now)


def remove(category_id: str) -> None:
    """Delete a category that nothing is below."""
    _remove.execute(id=category_id)


def remove_empty(category_id: str) -> None:
    """Delete a category that neither time nor anything else is in."""
    _remove_empty.execute(id=category_id)


def earliest(*moments: int | None) -> int | None:
    """The first of some moments, of which any may be missing."""
    return min((moment for moment in moments if moment is not None), default=None)


def columns(table: Any = TABLE) -> list[Any]:
    """Of a Category, in its order."""
    return [getattr(table, name) for name in Category._fields]


@statement
def _chain() -> Any:
    parent, project = TABLE.alias(), models.Project
    lowest = TABLE.select(*columns(TABLE)).where(TABLE.id == Slot("id"))
    below = lowest.cte("above", recursive=True, columns=Category._fields)
    above = below.union(
        parent.select(*columns(parent)).join(below, on=parent.id == below.c.parent_id)
    )
    found = above.select_from(*columns(above.c), project.archived_at)
    return found.join(project, on=project.id == above.c.project_id)


@statement
def _of_project() -> Any:
    of_project = TABLE.select(*columns(TABLE)).where(TABLE.project == Slot("project_id"))
    return of_project.order_by(TABLE.created_at, TABLE.id)


@statement
def _of_project_now() -> Any:
    project, version = models.Project, models.Version
    query: Any = project.select(version.number, project.archived_at, *columns())
    joined = query.join(version, on=version.subject == "shared").switch(project)
    joined = joined.join(TABLE, JOIN.LEFT_OUTER, on=TABLE.project == project.id)
    of_project = joined.where(project.id == Slot("project_id"))
    return of_project.order_by(TABLE.created_at, TABLE.id)


@statement
def _add() -> Any:
    return TABLE.insert(**slots(" ".join(Category._fields)))


@statement
def _replace() -> Any:
    return TABLE.update(**slots(" ".join(Category._fields))).where(TABLE.id == Slot("id"))


@statement
def _hand_over_children() -> Any:
    values = {TABLE.parent: Slot("parent_id"), TABLE.updated_at: Slot("now")}
    return TABLE.update(values).where(TABLE.parent == Slot("id"))


@statement
def _remove() -> Any:
    return TABLE.delete().where(TABLE.id == Slot("id"))


@statement
def _remove_empty() -> Any:
    below, entry = TABLE.alias(), models.Entry
    has_child = fn.EXISTS(below.select(SQL("1")).where(below.parent == TABLE.id))
    has_time = fn.EXISTS(entry.select(SQL("1")).where(entry.category == TABLE.id))
    return TABLE.delete().where(TABLE.id == Slot("id"), ~TABLE.inbox, ~has_child, ~has_time)
