"""Routes under /api/projects/{projectId}/categories."""

from flask import Blueprint

from clockwork.api import contract, shapes
from clockwork.api.endpoint import endpoint, if_match, or_none
from clockwork.tracking import categories
from clockwork.tracking.actor import Actor

blueprint = Blueprint("categories", __name__, url_prefix="/api/projects/<project_id>/categories")


@blueprint.post("")
@endpoint(
    "Make a category",
    body=contract.NewCategory,
    answer=contract.Category,
    status=201,
    codes="invalid_id invalid_json invalid_category_name invalid_parent cross_project_parent "
    "not_found duplicate_name",
)
def create_category(actor: Actor, project_id: str, body: contract.NewCategory) -> contract.Category:
    made = categories.create(
        actor,
        project_id,
        body.name,
        or_none(body.description),
        or_none(body.parent_category_id),
    )
    return shapes.category(made)


@blueprint.get("")
@endpoint(
    "List a project's categories, oldest first",
    answer=list[contract.Category],
    codes="invalid_id not_found",
)
def list_categories(actor: Actor, project_id: str) -> list[contract.Category]:
    return [shapes.category(found) for found in categories.every(actor, project_id)]


@blueprint.get("/<category_id>")
@endpoint("Read a category", answer=contract.Category, codes="invalid_id not_found")
def get_category(actor: Actor, project_id: str, category_id: str) -> contract.Category:
    return shapes.category(categories.get(actor, project_id, category_id))


@blueprint.patch("/<category_id>")
@endpoint(
    "Rename, describe or move a category",
    body=contract.CategoryChange,
    answer=contract.Category,
    codes="invalid_id invalid_json invalid_category_name invalid_parent cross_project_parent "
    "not_found category_cycle duplicate_name changed",
)
def change_category(
    actor: Actor, project_id: str, category_id: str, body: contract.CategoryChange
) -> contract.Category:
    changed = categories.change(
        actor,
        project_id,
        category_id,
        body.name,
        or_none(body.description),
        or_none(body.parent_category_id),
        if_match(shapes.category),
    )
    return shapes.category(changed)


@blueprint.delete("/<category_id>")
@endpoint(
    "Delete a category that holds no time; its children go to the top",
    status=204,
    codes="invalid_id not_found category_in_use duplicate_name changed",
)
def delete_category(actor: Actor, project_id: str, category_id: str) -> None:
    categories.delete(actor, project_id, category_id, if_match(shapes.category))


@blueprint.post("/<category_id>/archive")
@endpoint(
    "Archive a category and all below it",
    answer=contract.Category,
    codes="invalid_id not_found",
)
def archive_category(actor: Actor, project_id: str, category_id: str) -> contract.Category:
    return shapes.category(categories.archive(actor, project_id, category_id))


@blueprint.post("/<category_id>/unarchive")
@endpoint("Bring a category back", answer=contract.Category, codes="invalid_id not_found")
def unarchive_category(actor: Actor, project_id: str, category_id: str) -> contract.Category:
    return shapes.category(categories.unarchive(actor, project_id, category_id))
