"""All that time can be tracked on, in two look-ups: projects, categories, one's own tags."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from peewee import JOIN

from clockwork.db import models
from clockwork.db.database import rows
from clockwork.db.statements import statement
from clockwork.tracking import projects, tree
from clockwork.tracking.actor import Actor
from clockwork.tracking.categories import Node, nodes
from clockwork.tracking.projects import Project
from clockwork.tracking.tree import Category

WIDTH = len(Project._fields)

# With the versions of what all share and of the person's time, also when there is no tag.
TAGS = """SELECT v.number, coalesce(o.number, 0), t.name, u.entries FROM version v
    LEFT JOIN version o ON o.subject = ?
    LEFT JOIN tag_use u ON u.person_id = ? AND u.entries > 0
    LEFT JOIN tag t ON t.id = u.tag_id
    WHERE v.subject = 'shared'"""


class Catalog(NamedTuple):
    """Projects and categories, oldest first; tags by name, each with how many entries carry it."""

    versions: Sequence[int]
    projects: list[Project]
    categories: list[Node]
    tags: list[tuple[str, int]]


def read(actor: Actor) -> Catalog:
    """Everything that a person may see."""
    # Versions first: what changes meanwhile is newer than they say, never older.
    tagged = rows(TAGS, actor.person_id, actor.person_id)
    tags = sorted((name, entries) for *_, name, entries in tagged if name is not None)
    found = [(Project._make(row[:WIDTH]), row[WIDTH:]) for row in _everything.rows()]
    listed = list(dict.fromkeys(project for project, _ in found))
    oldest_first = sorted(_nodes(found), key=lambda node: (node[0].created_at, node[0].id))
    return Catalog(tagged[0][:2] if tagged else (0, 0), listed, oldest_first, tags)


def _nodes(found: Sequence[tuple[Project, Sequence[Any]]]) -> Iterator[Node]:
    for project, group in groupby(found, key=lambda pair: pair[0]):
        listed = [Category._make(row) for _, row in group if row[0] is not None]
        yield from nodes(listed, project.archived_at)


@statement
def _everything() -> Any:
    project, category = models.Project, models.Category
    query: Any = project.select(*projects.columns(), *tree.columns())
    joined = query.join(category, JOIN.LEFT_OUTER, on=category.project == project.id)
    oldest_first = (project.created_at, project.id, category.created_at, category.id)
    return joined.order_by(*oldest_first)
