"""What goes over the wire about people, sessions, tokens and the audit."""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType

from clockwork import audit
from clockwork.accounts import people, sessions, tokens
from clockwork.accounts.signin import SignedIn
from clockwork.api.contract import Input, Output, Timestamp
from clockwork.api.fields import Email, Id, Moment, Password, PersonName, TokenName
from clockwork.tracking.intervals import to_datetime

Mode = Literal["none", "password", "proxy"]
Role = Literal["administrator", "member"]
Scope = Literal["read", "track", "admin"]


class Person(Output):
    """Who tracks time; `email` is null for the local person."""

    id: Id
    name: str
    email: str | None
    role: Role
    zone: str
    disabled: bool
    created_at: Timestamp


class Setup(Output):
    """Whether the first administrator is still to come."""

    needed: bool
    mode: Mode


class Session(Output):
    """Who is signed in; `csrfToken` goes with every change as X-CSRF-Token."""

    mode: Mode
    person: Person
    csrf_token: str


class OpenSession(Output):
    """A browser that is signed in."""

    id: Id
    created_at: Timestamp
    seen_at: Timestamp
    address: str
    agent: str
    current: bool


class Token(Output):
    """A key for a script; `key` is there only in the answer that makes it."""

    id: Id
    name: str
    scope: Scope
    created_at: Timestamp
    expires_at: Timestamp | None
    used_at: Timestamp | None
    key: str | UnsetType = UNSET


class AuditRecord(Output):
    """Who changed what and when; `actorId` is null for the command line and first visits."""

    id: Id
    at: Timestamp
    actor_id: Id | None
    action: str
    kind: str
    object_id: Id
    details: dict[str, Any]


class AuditPage(Output):
    """Some records, newest first."""

    items: list[AuditRecord]
    next_cursor: str | None


class SetUp(Input):
    """The first administrator; the code stands in the server's log."""

    code: str
    name: PersonName
    email: Email
    password: Password


class SignIn(Input):
    """What a person proves who they are with."""

    email: Email
    password: Password


class AccountChange(Input):
    """What is left out is kept."""

    name: PersonName | UnsetType = UNSET
    zone: str | UnsetType = UNSET


class PasswordChange(Input):
    """The present password, and the new one."""

    current: Password
    password: Password


class NewToken(Input):
    """A token to make; without `expiresAt` it lasts until it is revoked."""

    name: TokenName
    scope: Scope
    expires_at: Moment | None | UnsetType = UNSET


class NewPerson(Input):
    """A person to add; without a password they can't sign in yet."""

    name: PersonName
    email: Email
    role: Role = "member"
    password: Password | UnsetType = UNSET


class PersonChange(Input):
    """What is left out is kept."""

    name: PersonName | UnsetType = UNSET
    email: Email | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    zone: str | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET
    password: Password | UnsetType = UNSET


class AuditQuery(Input):
    """From the newest, or from where a page ended."""

    limit: Annotated[int, Meta(ge=1, le=1000)] = 100
    cursor: str | UnsetType = UNSET


def person(found: people.Person, is_administrator: bool | None = None) -> Person:
    """A person, as administrator also when only the mode or the proxy makes them one."""
    role = "administrator" if is_administrator else found.role
    return Person(
        id=Id(found.id),
        name=found.name,
        email=found.email,
        role=role,  # type: ignore[arg-type]
        zone=found.zone,
        disabled=found.disabled_at is not None,
        created_at=to_datetime(found.created_at),
    )


def session(mode: str, found: SignedIn, csrf: str) -> Session:
    """A new session."""
    return Session(mode=mode, person=person(found.person), csrf_token=csrf)  # type: ignore[arg-type]


def open_session(found: sessions.Session, current_id: str | None) -> OpenSession:
    """One of a person's sessions."""
    return OpenSession(
        id=Id(found.id),
        created_at=to_datetime(found.created_at),
        seen_at=to_datetime(found.seen_at),
        address=found.address,
        agent=found.agent,
        current=found.id == current_id,
    )


def token(found: tokens.Token, key: str | UnsetType = UNSET) -> Token:
    """One of a person's tokens."""
    return Token(
        id=Id(found.id),
        name=found.name,
        scope=found.scope,  # type: ignore[arg-type]
        created_at=to_datetime(found.created_at),
        expires_at=None if found.expires_at is None else to_datetime(found.expires_at),
        used_at=None if found.used_at is None else to_datetime(found.used_at),
        key=key,
    )


def audit_record(found: audit.Record, details: dict[str, Any]) -> AuditRecord:
    """A line of the audit."""
    return AuditRecord(
        id=Id(found.id),
        at=to_datetime(found.at),
        actor_id=Id(found.actor_id) if found.actor_id else None,
        action=found.action,
        kind=found.kind,
        object_id=Id(found.object_id),
        details=details,
    )
