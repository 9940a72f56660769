"""Projects: /api/projects."""

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.api.contract import Identifier, Input, Tagged, Timestamp, show_moment
from clockwork.api.endpoint import endpoint, or_none
from clockwork.api.etags import if_match
from clockwork.api.fields import Color, ProjectName, Text
from clockwork.api.times import write_timestamp
from clockwork.tracking import projects
from clockwork.tracking.actor import Actor

blueprint = Blueprint("projects", __name__, url_prefix="/api/projects")


class Project(Tagged):
    """What time is tracked on."""

    id: Identifier
    name: str
    color: Color
    archived_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    description: str | UnsetType = UNSET


class NewProject(Input):
    """A project to make; without a colour it gets the next one."""

    name: ProjectName
    description: Text | None | UnsetType = UNSET
    color: Color | UnsetType = UNSET


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
        description=found.description or UNSET,
    )


@blueprint.post("")
@endpoint(
    "Make a project",
    body=NewProject,
    answer=Project,
    status=201,
    codes="invalid_json invalid_project_name",
)
def create_project(actor: Actor, body: NewProject) -> Project:
    made = projects.create(actor, body.name, or_none(body.description), or_none(body.color))
    return show_project(made)


@blueprint.get("")
@endpoint("List all projects, oldest first", answer=list[Project])
def list_projects(actor: Actor) -> list[Project]:
    return [show_project(found) for found in projects.list_all(actor)]


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
    codes="invalid_id not_found project_in_use changed",
)
def delete_project(actor: Actor, project_id: str) -> None:
    projects.delete(actor, project_id, if_match(show_project))


@blueprint.post("/<project_id>/archive")
@endpoint(
    "Archive a project and all that is in it",
    answer=Project,
    codes="invalid_id not_found",
)
def archive_project(actor: Actor, project_id: str) -> Project:
    return show_project(projects.archive(actor, project_id))


@blueprint.post("/<project_id>/unarchive")
@endpoint("Bring a project back", answer=Project, codes="invalid_id not_found")
def unarchive_project(actor: Actor, project_id: str) -> Project:
    return show_project(projects.unarchive(actor, project_id))
