"""All that time can be tracked on, at once: /api/catalog."""

from flask import Blueprint

from clockwork.api import etags
from clockwork.api.categories import Category, show_category
from clockwork.api.contract import Output
from clockwork.api.endpoint import endpoint
from clockwork.api.etags import Marked
from clockwork.api.projects import Project, show_project
from clockwork.tracking import catalog, versions
from clockwork.tracking.actor import Actor

blueprint = Blueprint("catalog", __name__, url_prefix="/api/catalog")


class TagUse(Output):
    """A tag on one's own entries, and on how many."""

    name: str
    entries: int


class Catalog(Output):
    """Projects and categories, oldest first, and one's own tags by name."""

    projects: list[Project]
    categories: list[Category]
    tags: list[TagUse]


@blueprint.get("")
@endpoint(
    "Read all projects, categories and one's own tags at once",
    answer=Catalog,
    conditional=True,
)
def get_catalog(actor: Actor) -> Marked:
    if etags.is_conditional():
        seen = versions.of([actor.person_id])
        etags.refuse_held(_tag(actor, seen.shared, seen.own))
    found = catalog.read(actor)
    shown = Catalog(
        projects=[show_project(project) for project in found.projects],
        categories=[show_category(node) for node in found.categories],
        tags=[TagUse(*tag) for tag in found.tags],
    )
    return Marked(_tag(actor, *found.versions), shown)


def _tag(actor: Actor, shared: int, own: int) -> str:
    return etags.versions_tag(actor.person_id, shared, own)
