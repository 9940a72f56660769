"""Secret addresses of one's own time for calendars: read without signing in, shown once."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import uuid4

from peewee import Query

from clockwork.accounts.keys import hash_key, make_key
from clockwork.clock import HOUR
from clockwork.db import models
from clockwork.db.database import transaction
from clockwork.db.statements import Slot, slots, statement
from clockwork.errors import NotFoundError
from clockwork.tracking import audit, projects
from clockwork.tracking.actor import Actor
from clockwork.tracking.intervals import local_date, midnight
from clockwork.tracking.zones import find_zone

# What begins so can be found where it should not be; the log leaves it out.
PREFIX = "cwf_"
GRAIN = HOUR
MOST_DAYS = 36_500


class Feed(NamedTuple):
    """A feed as its owner sees it; times in microseconds. Without `days` it holds all of them.

    `project_ids` has spaces between them; None means all projects.
    """

    id: str
    name: str
    days: int | None
    project_ids: str | None
    created_at: int
    used_at: int | None

    @property
    def projects(self) -> Sequence[str]:
        """Those that were chosen; none means all."""
        return self.project_ids.split() if self.project_ids else ()


class Found(NamedTuple):
    """A feed that was asked for, whose it is, and the zone of their days."""

    feed: Feed
    person_id: str
    zone: str


@statement
def _insert() -> Query:
    columns = "id person_id name secret_hash days project_ids created_at"
    return models.Feed.insert(**slots(columns))


def _columns() -> list[object]:
    return [getattr(models.Feed, name) for name in Feed._fields]


@statement
def _by_secret() -> Query:
    feed, person = models.Feed, models.Person
    return (
        feed.select(*_columns(), person.id, person.zone)
        .join(person)
        .where(feed.secret_hash == Slot("secret_hash"), feed.revoked_at.is_null())
        .where(person.disabled_at.is_null())
    )


@statement
def _of_person() -> Query:
    feed = models.Feed
    return (
        feed.select(*_columns())
        .where(feed.person == Slot("person_id"), feed.revoked_at.is_null())
        .order_by(feed.created_at.desc(), feed.id)
    )


@statement
def _use() -> Query:
    return models.Feed.update(used_at=Slot("now")).where(models.Feed.id == Slot("id"))


@statement
def _revoke() -> Query:
    feed = models.Feed
    return feed.update(revoked_at=Slot("now")).where(
        feed.id == Slot("id"), feed.person == Slot("person_id"), feed.revoked_at.is_null()
    )


def create(
    actor: Actor, name: str, days: int | None, project_ids: Sequence[str]
) -> tuple[Feed, str]:
    """Make a feed of one's own time: it, and the secret that is shown only now.

    `days` counts back from today, which is included; no `project_ids` means all projects.
    NotFoundError for a project that there is not.
    """
    for project_id in project_ids:
        projects.get(actor, project_id)
    now, secret = actor.clock(), PREFIX + make_key()
    feed = Feed(str(uuid4()), name, days, " ".join(project_ids) or None, now, None)
    with transaction():
        kept = {**feed._asdict(), "person_id": actor.person_id, "secret_hash": hash_key(secret)}
        _insert.execute(**kept)
        audit.write(now, actor.person_id, "created", "feed", feed.id, name=name)
    return feed, secret


def find(secret: str, now: int) -> Found:
    """The feed. NotFoundError when it is unknown or revoked, or its owner disabled."""
    found = _by_secret.row(secret_hash=hash_key(secret))
    if found is None:
        raise NotFoundError("feed")
    feed = Feed._make(found[:-2])
    if feed.used_at is None or feed.used_at < now - GRAIN:
        _use.execute(id=feed.id, now=now)
    return Found(feed, *found[-2:])


def first_moment(found: Found, now: int) -> int | None:
    """When the days of a feed begin, in microseconds; None when it holds all of them."""
    if found.feed.days is None:
        return None
    zone = find_zone(found.zone)
    return midnight(local_date(now, zone) - timedelta(days=found.feed.days - 1), zone)


def list_all(person_id: str) -> list[Feed]:
    """A person's feeds that were not revoked, newest first."""
    return [Feed._make(feed) for feed in _of_person.rows(person_id=person_id)]


def revoke(actor: Actor, feed_id: str) -> None:
    """End one of one's own feeds. NotFoundError."""
    with transaction():
        if not _end(actor.person_id, actor.clock(), actor.person_id, feed_id):
            raise NotFoundError("feed")


def revoke_all(actor_id: str | None, now: int, person_id: str) -> None:
    """End all of a person's feeds."""
    with transaction():
        for feed in list_all(person_id):
            _end(actor_id, now, person_id, feed.id)


def _end(actor_id: str | None, now: int, person_id: str, feed_id: str) -> bool:
    found = _revoke.execute(id=feed_id, person_id=person_id, now=now)
    if found:
        audit.write(now, actor_id, "revoked", "feed", feed_id)
    return bool(found)
