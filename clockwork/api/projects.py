"""Routes under /api/projects."""

from flask import Blueprint

from clockwork.api import contract, shapes
from clockwork.api.endpoint import endpoint, if_match, or_none
from clockwork.tracking import projects
from clockwork.tracking.actor import Actor

blueprint = Blueprint("projects", __name__, url_prefix="/api/projects")


@blueprint.post("")
@endpoint(
    "Make a project",
    body=contract.NewProject,
    answer=contract.Project,
    status=201,
    codes="invalid_json invalid_project_name",
)
def create_project(actor: Actor, body: contract.NewProject) -> contract.Project:
    made = projects.create(actor, body.name, or_none(body.description), or_none(body.color))
    return shapes.project(made)


@blueprint.get("")
@endpoint("List all projects, oldest first", answer=list[contract.Project])
def list_projects(actor: Actor) -> list[contract.Project]:
    return [shapes.project(found) for found in projects.every(actor)]


@blueprint.get("/<project_id>")
@endpoint("Read a project", answer=contract.Project, codes="invalid_id not_found")
def get_project(actor: Actor, project_id: str) -> contract.Project:
    return shapes.project(projects.get(actor, project_id))


@blueprint.patch("/<project_id>")
@endpoint(
    "Rename, describe or recolour a project",
    body=contract.ProjectChange,
    answer=contract.Project,
    codes="invalid_id invalid_json invalid_project_name not_found changed",
)
def change_project(actor: Actor, project_id: str, body: contract.ProjectChange) -> contract.Project:
    changed = projects.change(
        actor,
        project_id,
        body.name,
        or_none(body.description),
        or_none(body.color),
        if_match(shapes.project),
    )
    return shapes.project(changed)


@blueprint.delete("/<project_id>")
@endpoint(
    "Delete a project that holds no time, with its categories",
    status=204,
    codes="invalid_id not_found project_in_use changed",
)
def delete_project(actor: Actor, project_id: str) -> None:
    projects.delete(actor, project_id, if_match(shapes.project))


@blueprint.post("/<project_id>/archive")
@endpoint(
    "Archive a project and all that is in it",
    answer=contract.Project,
    codes="invalid_id not_found",
)
def archive_project(actor: Actor, project_id: str) -> contract.Project:
    return shapes.project(projects.archive(actor, project_id))


@blueprint.post("/<project_id>/unarchive")
@endpoint("Bring a project back", answer=contract.Project, codes="invalid_id not_found")
def unarchive_project(actor: Actor, project_id: str) -> contract.Project:
    return shapes.project(projects.unarchive(actor, project_id))
