"""Categories: /api/projects/{projectId}/categories."""

from typing import cast

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.api import etags
from clockwork.api.contract import Changed, Identifier, Input, Tagged, Timestamp, show_moment
from clockwork.api.endpoint import endpoint, given, or_none
from clockwork.api.etags import Marked, if_match
from clockwork.api.fields import CategoryName, Id, Text
from clockwork.api.projects import refuse_held_tree
from clockwork.api.times import write_timestamp
from clockwork.tracking import categories, merging
from clockwork.tracking.actor import Actor
from clockwork.tracking.categories import Node

blueprint = Blueprint("categories", __name__, url_prefix="/api/projects/<project_id>/categories")


class Category(Tagged):
    """A node in a project's tree; archived when it, one above it or the project is.

    One may be the inbox, for time that gets its name later.
    """

    id: Identifier
    project_id: Identifier
    parent_category_id: Identifier | None
    name: str
    archived_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    inbox: bool
    description: str | UnsetType = UNSET


class NewCategory(Input):
    """A category to make; without a parent it is at the top, without an `id` it gets a new one."""

    name: CategoryName
    description: Text | None | UnsetType = UNSET
    parent_category_id: Id | None | UnsetType = UNSET
    id: Id | UnsetType = UNSET


class CategoryChange(Input):
    """A description or parent left out is cleared."""

    name: CategoryName
    description: Text | None | UnsetType = UNSET
    parent_category_id: Id | None | UnsetType = UNSET


class CategoryRename(Input):
    """A description left out is kept; `null` clears it."""

    name: CategoryName
    description: Text | None | UnsetType = UNSET


class CategoryMove(Input):
    """Where a category goes; `parentCategoryId: null` is the project's top."""

    project_id: Id
    parent_category_id: Id | None


class CategoryMerge(Input):
    """The category that gets the time of another, and all below that."""

    into: Id


def show_category(node: Node) -> Category:
    """A category, archived when what is above it is."""
    found, archived = node
    category_id, project_id, parent_id, name, description, _, created, updated, inbox = found
    created_at = write_timestamp(created)
    return Category(
        *(category_id, project_id, parent_id, name, show_moment(archived), created_at),
        created_at if updated == created else write_timestamp(updated),
        bool(inbox),
        description or UNSET,
    )


@blueprint.post("")
@endpoint(
    "Make a category",
    body=NewCategory,
    answer=Category,
    status=201,
    codes="invalid_id invalid_json invalid_category_name invalid_parent cross_project_parent "
    "not_found duplicate_name id_taken",
)
def create_category(actor: Actor, project_id: str, body: NewCategory) -> Category:
    made = categories.create(
        actor,
        project_id,
        body.name,
        or_none(body.description),
        or_none(body.parent_category_id),
        or_none(body.id),
    )
    return show_category(made)


@blueprint.get("")
@endpoint(
    "List a project's categories, oldest first",
    answer=list[Category],
    codes="invalid_id not_found",
    conditional=True,
)
def list_categories(actor: Actor, project_id: str) -> Marked:
    refuse_held_tree()
    version, found = categories.list_all(actor, project_id)
    return Marked(etags.versions_tag(version), [show_category(node) for node in found])


@blueprint.get("/<category_id>")
@endpoint("Read a category", answer=Category, codes="invalid_id not_found")
def get_category(actor: Actor, project_id: str, category_id: str) -> Category:
    return show_category(categories.get(actor, project_id, category_id))


@blueprint.patch("/<category_id>")
@endpoint(
    "Rename, describe or move a category",
    body=CategoryChange,
    answer=Category,
    codes="invalid_id invalid_json invalid_category_name invalid_parent cross_project_parent "
    "not_found category_cycle duplicate_name inbox changed",
)
def change_category(
    actor: Actor, project_id: str, category_id: str, body: CategoryChange
) -> Category:
    """What is left out is cleared: without a parent the category moves to the top.

    Older clients rely on that. To rename or to move and nothing else, use `rename` or `move`.
    """
    changed = categories.change(
        actor,
        project_id,
        category_id,
        body.name,
        or_none(body.description),
        or_none(body.parent_category_id),
        if_match(show_category),
    )
    return show_category(changed)


@blueprint.post("/<category_id>/rename")
@endpoint(
    "Rename or describe a category, which stays where it is",
    body=CategoryRename,
    answer=Category,
    codes="invalid_id invalid_json invalid_category_name not_found duplicate_name changed",
)
def rename_category(
    actor: Actor, project_id: str, category_id: str, body: CategoryRename
) -> Category:
    naming = cast("categories.Naming", given(body))
    renamed = categories.rename(actor, project_id, category_id, naming, if_match(show_category))
    return show_category(renamed)


@blueprint.post("/<category_id>/move")
@endpoint(
    "Move a category with all below it and its time, to another project too",
    body=CategoryMove,
    answer=Category,
    codes="invalid_id invalid_json invalid_parent cross_project_parent not_found category_cycle "
    "duplicate_name archived inbox changed",
)
def move_category(actor: Actor, project_id: str, category_id: str, body: CategoryMove) -> Category:
    moved = categories.move(
        actor,
        project_id,
        category_id,
        body.project_id,
        body.parent_category_id,
        if_match(show_category),
    )
    return show_category(moved)


@blueprint.post("/<category_id>/merge")
@endpoint(
    "Put a category's time and all below it into another, of any project, and delete it",
    body=CategoryMerge,
    answer=Changed,
    codes="invalid_id invalid_json invalid_parent not_found category_cycle duplicate_name archived "
    "inbox changed",
)
def merge_category(actor: Actor, project_id: str, category_id: str, body: CategoryMerge) -> Changed:
    guard = if_match(show_category)
    return Changed(merging.merge(actor, project_id, category_id, body.into, guard))


@blueprint.delete("/<category_id>")
@endpoint(
    "Delete a category that holds no time; its children go to the top",
    status=204,
    codes="invalid_id not_found category_in_use duplicate_name inbox changed",
)
def delete_category(actor: Actor, project_id: str, category_id: str) -> None:
    categories.delete(actor, project_id, category_id, if_match(show_category))


@blueprint.post("/<category_id>/archive")
@endpoint(
    "Archive a category and all below it",
    answer=Category,
    codes="invalid_id not_found inbox",
)
def archive_category(actor: Actor, project_id: str, category_id: str) -> Category:
    return show_category(categories.archive(actor, project_id, category_id))


@blueprint.post("/<category_id>/unarchive")
@endpoint("Bring a category back", answer=Category, codes="invalid_id not_found")
def unarchive_category(actor: Actor, project_id: str, category_id: str) -> Category:
    return show_category(categories.unarchive(actor, project_id, category_id))
