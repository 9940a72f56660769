"""All that is kept of one person, as a zip archive; described in docs/export.md. Pure."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from clockwork.export import csv_file, json_file, zipped
from clockwork.export.json_file import listed, time_of, time_or_null
from clockwork.tracking.intervals import to_datetime

if TYPE_CHECKING:
    from clockwork.accounts import feeds, sessions, tokens
    from clockwork.accounts.people import Person
    from clockwork.export.contents import Contents
    from clockwork.tracking import audit

ABOUT = """All that Clockwork keeps of one person. Times are RFC 3339, in UTC or with their offset.

profile.json   who they are
entries.json   their time, with the projects and categories that it is on: clockwork-export,
               described in docs/export.md
entries.csv    the same as a table, for spreadsheets; times are those of their zone
tokens.json    their keys for scripts that were not revoked; of the keys only hashes are kept
feeds.json     their calendar feeds that were not revoked; so of the addresses
sessions.json  where they are signed in
imports.json   the files that they brought, by name; what was in them is in their time
audit.json     what the audit tells of them: what they did, and what was done to them

Of a password there is only a hash, which is left out.
"""

Json = dict[str, Any]


class Brought(NamedTuple):
    """A file that was brought; times in microseconds."""

    id: str
    name: str
    format: str | None
    state: str
    created_at: int
    ended_at: int | None


class Everything(NamedTuple):
    """What there is; the time is read once for each of its files."""

    person: "Person"
    made_at: int
    time: "Callable[[], Contents]"
    tokens: "Iterable[tokens.Token]"
    feeds: "Iterable[feeds.Feed]"
    sessions: "Iterable[sessions.Session]"
    imports: "Iterable[Brought]"
    records: "Iterable[audit.Record]"


def file_name(found: Everything) -> str:
    """Named after the day in UTC."""
    return f"clockwork-everything-{to_datetime(found.made_at).date()}.zip"


def write(found: Everything) -> Iterator[bytes]:
    """The pieces of the archive."""
    return zipped.write(_files(found))


def _files(found: Everything) -> Iterator[zipped.File]:
    yield "README.txt", [ABOUT.encode()]
    yield "profile.json", [msgspec.json.encode(_profile(found.person)), b"\n"]
    yield "entries.json", json_file.write(found.time())
    yield "entries.csv", csv_file.write(found.time())
    yield "tokens.json", _list(map(_token, found.tokens))
    yield "feeds.json", _list(map(_feed, found.feeds))
    yield "sessions.json", _list(map(_session, found.sessions))
    yield "imports.json", _list(map(_brought, found.imports))
    yield "audit.json", _list(map(_record, found.records))


def _list(shapes: Iterable[Json]) -> Iterator[bytes]:
    yield b"["
    yield from listed(shapes)
    yield b"]\n"


def _profile(person: "Person") -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "role": person.role,
        "zone": person.zone,
        "disabledAt": time_or_null(person.disabled_at),
        "createdAt": time_of(person.created_at),
    }


def _token(token: "tokens.Token") -> Json:
    return {
        "id": token.id,
        "name": token.name,
        "scope": token.scope,
        "createdAt": time_of(token.created_at),
        "expiresAt": time_or_null(token.expires_at),
        "usedAt": time_or_null(token.used_at),
    }


def _feed(feed: "feeds.Feed") -> Json:
    return {
        "id": feed.id,
        "name": feed.name,
        "days": feed.days,
        "projectIds": [*feed.projects],
        "createdAt": time_of(feed.created_at),
        "usedAt": time_or_null(feed.used_at),
    }


def _session(session: "sessions.Session") -> Json:
    return {
        "id": session.id,
        "createdAt": time_of(session.created_at),
        "seenAt": time_of(session.seen_at),
        "address": session.address,
        "agent": session.agent,
    }


def _brought(one: Brought) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "format": one.format,
        "state": one.state,
        "createdAt": time_of(one.created_at),
        "endedAt": time_or_null(one.ended_at),
    }


def _record(record: "audit.Record") -> Json:
    return {
        "at": time_of(record.at),
        "actorId": record.actor_id,
        "action": record.action,
        "kind": record.kind,
        "objectId": record.object_id,
        "details": msgspec.Raw(record.details.encode()),
    }
