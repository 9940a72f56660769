"""One's own tags, on all of one's entries at once: /api/tags."""

from flask import Blueprint
from flask.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter

from clockwork.api.contract import Changed, Input
from clockwork.api.endpoint import endpoint
from clockwork.api.fields import Tag
from clockwork.tracking import tags
from clockwork.tracking.actor import Actor

blueprint = Blueprint("tags", __name__, url_prefix="/api/tags")


class AnyTag(BaseConverter):
    """A tag in an address: one may hold slashes, at its ends too."""

    regex = ".+"
    part_isolating = False


@blueprint.record
def _know_tags(state: BlueprintSetupState) -> None:
    state.app.url_map.converters["tag"] = AnyTag


class TagChange(Input):
    """What a tag is to be called."""

    name: Tag


class TagMerge(Input):
    """The tag that is to be in its place."""

    into: Tag


class TagInstead(Input):
    """A tag, and what is to be in its place; null takes it away."""

    name: Tag
    to: Tag | None


@blueprint.patch("")
@endpoint(
    "Rename a tag on all of one's entries, or take it from them, by its name in the body",
    body=TagInstead,
    answer=Changed,
    codes="invalid_json not_found",
)
def change_tag(actor: Actor, body: TagInstead) -> Changed:
    """For tags of which no address can be made: browsers take `.` and `..` for steps in one."""
    if body.to is None:
        return Changed(tags.remove(actor, body.name))
    return Changed(tags.rename(actor, body.name, body.to))


@blueprint.patch("/<tag:name>")
@endpoint(
    "Rename a tag on all of one's entries",
    body=TagChange,
    answer=Changed,
    codes="invalid_json not_found",
)
def rename_tag(actor: Actor, name: str, body: TagChange) -> Changed:
    """Where some of them carry a tag of the new name already, the two are one from then on."""
    return Changed(tags.rename(actor, name, body.name))


@blueprint.delete("/<tag:name>")
@endpoint("Take a tag from all of one's entries", answer=Changed, codes="invalid_json not_found")
def delete_tag(actor: Actor, name: str) -> Changed:
    return Changed(tags.remove(actor, name))


@blueprint.post("/<tag:name>/merge")
@endpoint(
    "Put another of one's tags in place of one, on all of one's entries",
    body=TagMerge,
    answer=Changed,
    codes="invalid_json not_found",
)
def merge_tag(actor: Actor, name: str, body: TagMerge) -> Changed:
    return Changed(tags.merge(actor, name, body.into))
