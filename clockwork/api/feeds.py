"""Calendars that read one's time by a secret address: /api/feeds."""

from typing import Annotated

from flask import Blueprint, Response
from msgspec import UNSET, Meta, UnsetType, field

from clockwork.accounts import feeds
from clockwork.accounts.signin import Guest
from clockwork.api import etags, streams
from clockwork.api.contract import AnyOfIds, Identifier, Input, Output, Timestamp, show_moment
from clockwork.api.endpoint import OPEN, Files, endpoint, or_none
from clockwork.api.fields import FeedName
from clockwork.api.times import write_timestamp
from clockwork.export import icalendar
from clockwork.export.formats import FORMATS
from clockwork.export.gather import gather
from clockwork.observability.requests import at_hand
from clockwork.tracking import versions
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.zones import find_zone

blueprint = Blueprint("feeds", __name__, url_prefix="/api/feeds")

CALENDAR = FORMATS["ics"]
# A client may keep it, and asks each time whether it still holds.
KEPT = ("Cache-Control", "private, no-cache")
# Nobody learns the address by what it leads to.
UNSAID = ("Referrer-Policy", "no-referrer")


class Feed(Output):
    """A calendar's address; `path` is there only in the answer that makes it.

    Without `days` it holds all of one's time, without `projectIds` that on all projects.
    """

    id: Identifier
    name: str
    days: int | None
    project_ids: list[Identifier]
    created_at: Timestamp
    used_at: Timestamp | None
    path: str | UnsetType = UNSET


class NewFeed(Input):
    """A feed to make: of the last `days`, today included, or of all; of some projects, or of all.

    It lasts until it is revoked.
    """

    name: FeedName
    days: Annotated[int, Meta(ge=1, le=feeds.MOST_DAYS)] | None | UnsetType = UNSET
    project_ids: AnyOfIds = field(default_factory=list)


def show_feed(found: feeds.Feed, path: str | UnsetType = UNSET) -> Feed:
    """One of a person's feeds."""
    return Feed(
        id=found.id,
        name=found.name,
        days=found.days,
        project_ids=[*found.projects],
        created_at=write_timestamp(found.created_at),
        used_at=show_moment(found.used_at),
        path=path,
    )


@blueprint.get("")
@endpoint("List one's own calendar feeds", scope="account", answer=list[Feed])
def list_feeds(actor: Actor) -> list[Feed]:
    return [show_feed(found) for found in feeds.list_all(actor.person_id)]


@blueprint.post("")
@endpoint(
    "Make a calendar feed; its address is shown only here",
    scope="account",
    body=NewFeed,
    answer=Feed,
    status=201,
    codes="invalid_json invalid_id not_found",
)
def create_feed(actor: Actor, body: NewFeed) -> Feed:
    feed, secret = feeds.create(actor, body.name, or_none(body.days), body.project_ids)
    return show_feed(feed, f"{blueprint.url_prefix}/{secret}.ics")


@blueprint.delete("/<feed_id>")
@endpoint("Revoke a calendar feed", scope="account", status=204, codes="invalid_id not_found")
def revoke_feed(actor: Actor, feed_id: str) -> None:
    feeds.revoke(actor, feed_id)


@blueprint.get("/<secret>.ics")
@endpoint(
    "Read a calendar, without signing in",
    scope=OPEN,
    answer=Files((CALENDAR.media,)),
    codes="not_found",
    conditional=True,
)
def get_feed(guest: Guest, secret: str) -> Response:
    """Whoever knows the address reads the time that it is of. It changes as that does."""
    now = guest.clock()
    found = feeds.find(secret, now)
    at_hand().person_id = found.person_id
    start = feeds.first_moment(found, now)
    headers = [KEPT, UNSAID]
    tag = _tag(found, start)
    etags.refuse_held(tag, headers)
    wanted = Filter(person_ids=[found.person_id], start=start, project_ids=found.feed.projects)
    contents = gather(Actor(found.person_id, guest.clock), wanted, find_zone(found.zone))
    parts = icalendar.write(contents, found.feed.name)
    return streams.file(parts, f"clockwork{CALENDAR.ending}", CALENDAR, [*headers, ("ETag", tag)])


def _tag(found: feeds.Found, start: int | None) -> str:
    """Made before what it is of is read. What runs has no end there, so no clock counts."""
    seen = versions.of([found.person_id])
    return etags.versions_tag(found.feed.id, found.zone, start, seen.shared, seen.own)
