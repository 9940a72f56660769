"""Projects: /api/projects."""

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.api import etags
from clockwork.api.contract import Identifier, Input, Tagged, Timestamp, show_moment
from clockwork.api.endpoint import endpoint, or_none
from clockwork.api.etags import Marked, if_match
from clockwork.api.fields import Color, Id, ProjectName, Text
from clockwork.api.times import write_timestamp
from clockwork.tracking import projects, versions
from clockwork.tracking.actor import Actor

blueprint = Blueprint("projects", __name__, url_prefix="/api/projects")


class Project(Tagged):
    """What time is tracked on; one may be the inbox, for time that gets its name later."""

    id: Identifier
    name: str
    color: Color
    archived_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    inbox: bool
    description: str | UnsetType = UNSET


class NewProject(Input):
    """A project to make; without a colour it gets the next one, without an `id` a new one."""

    name: ProjectName
    description: Text | None | UnsetType = UNSET
    color: Color | UnsetType = UNSET
    id: Id | UnsetType = UNSET


class ProjectChange(Input):
    """A description left out is cleared; a colour left out is kept."""

    name: ProjectName
    description: Text | None | UnsetType = UNSET
    color: Color | UnsetType = UNSET


def show_project(found: projects.Project) -> Project:
    """A project."""
    return Project(
        id=found.id,
        name=found.name,
        color=Color(found.color),
        archived_at=show_moment(found.archived_at),
        created_at=write_timestamp(found.created_at),
        updated_at=write_timestamp(found.updated_at),
        inbox=bool(found.inbox),
        description=found.description or UNSET,
    )


@blueprint.post("")
@endpoint(
    "Make a project",
    body=NewProject,
    answer=Project,
    status=201,
    codes="invalid_json invalid_id invalid_project_name id_taken",
)
def create_project(actor: Actor, body: NewProject) -> Project:
    made = projects.create(
        actor,
        body.name,
        or_none(body.description),
        or_none(body.color),
        or_none(body.id),
    )
    return show_project(made)


@blueprint.get("")
@endpoint("List all projects, oldest first", answer=list[Project], conditional=True)
def list_projects(actor: Actor) -> Marked:
    refuse_held_tree()
    version, found = projects.list_all(actor)
    return Marked(etags.versions_tag(version), [show_project(project) for project in found])


def refuse_held_tree() -> None:
    """Raise Unchanged when the client holds what all share as it is."""
    if etags.is_conditional():
        etags.refuse_held(etags.versions_tag(versions.shared()))


@blueprint.get("/<project_id>")
@endpoint("Read a project", answer=Project, codes="invalid_id not_found")
def get_project(actor: Actor, project_id: str) -> Project:
    return show_project(projects.get(actor, project_id))


@blueprint.patch("/<project_id>")
@endpoint(
    "Rename, describe or recolour a project",
    body=ProjectChange,
    answer=Project,
    codes="invalid_id invalid_json invalid_project_name not_found changed",
)
def change_project(actor: Actor, project_id: str, body: ProjectChange) -> Project:
    changed = projects.change(
        actor,
        project_id,
        body.name,
        or_none(body.description),
        or_none(body.color),
        if_match(show_project),
    )
    return show_project(changed)


@blueprint.delete("/<project_id>")
@endpoint(
    "Delete a project that holds no time, with its categories",
    status=204,
    codes="invalid_id not_found inbox project_in_use changed",
)
def delete_project(actor: Actor, project_id: str) -> None:
    projects.delete(actor, project_id, if_match(show_project))


@blueprint.post("/<project_id>/archive")
@endpoint(
    "Archive a project and all that is in it",
    answer=Project,
    codes="invalid_id not_found inbox",
)
def archive_project(actor: Actor, project_id: str) -> Project:
    return show_project(projects.archive(actor, project_id))


@blueprint.post("/<project_id>/unarchive")
@endpoint("Bring a project back", answer=Project, codes="invalid_id not_found")
def unarchive_project(actor: Actor, project_id: str) -> Project:
    return show_project(projects.unarchive(actor, project_id))
