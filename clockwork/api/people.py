"""People, for administrators: /api/people."""

from typing import Literal

from flask import Blueprint, Response
from msgspec import UNSET, UnsetType

from clockwork.accounts import administration, feeds, people, removal, tokens
from clockwork.accounts.passwords import hash_password
from clockwork.api import streams
from clockwork.api.contract import Identifier, Input, Output, Timestamp
from clockwork.api.endpoint import Files, endpoint, given, identity
from clockwork.api.fields import Email, Password, PersonName, Zone
from clockwork.api.times import write_timestamp
from clockwork.api.tokens import Token, show_token
from clockwork.errors import ConflictError
from clockwork.export import everything
from clockwork.export.formats import ZIP
from clockwork.export.gather import gather_everything
from clockwork.tracking.actor import Actor

Role = Literal["administrator", "member"]

blueprint = Blueprint("people", __name__, url_prefix="/api/people")


class Person(Output):
    """Who tracks time; `email` is null for the local person."""

    id: Identifier
    name: str
    email: str | None
    role: Role
    zone: str
    disabled: bool
    created_at: Timestamp


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
    zone: Zone | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET
    password: Password | UnsetType = UNSET


def show_person(found: people.Person) -> Person:
    """A person, as administrator also when only the mode or the proxy makes them one."""
    return Person(
        id=found.id,
        name=found.name,
        email=found.email,
        role=identity().role(found),  # type: ignore[arg-type]
        zone=found.zone,
        disabled=found.disabled_at is not None,
        created_at=write_timestamp(found.created_at),
    )


@blueprint.get("")
@endpoint("List all people", scope="admin", answer=list[Person], codes="forbidden")
def list_people(actor: Actor) -> list[Person]:
    return [show_person(found) for found in people.list_all(actor)]


@blueprint.post("")
@endpoint(
    "Add a person",
    scope="people",
    body=NewPerson,
    answer=Person,
    status=201,
    codes="invalid_json invalid_password forbidden duplicate_email wrong_mode",
)
def add_person(actor: Actor, body: NewPerson) -> Person:
    if _by_proxy():
        _refuse_other_role(body.role, "member")
    added = administration.add(
        actor.person_id,
        actor.clock(),
        body.name,
        body.email,
        body.role,
        hash_password(body.password) if body.password is not UNSET else None,
    )
    return show_person(added)


@blueprint.get("/<person_id>")
@endpoint(
    "Read a person",
    scope="admin",
    answer=Person,
    codes="invalid_id forbidden not_found",
)
def get_person(_actor: Actor, person_id: str) -> Person:
    return show_person(people.get(person_id))


@blueprint.patch("/<person_id>")
@endpoint(
    "Change a person; disabling one, or a new password, ends their sessions, tokens and feeds",
    scope="people",
    body=PersonChange,
    answer=Person,
    codes="invalid_id invalid_json invalid_password invalid_time_zone forbidden not_found "
    "duplicate_email last_administrator wrong_mode",
)
def change_person(actor: Actor, person_id: str, body: PersonChange) -> Person:
    changes = given(body)
    if _by_proxy() and "role" in changes:
        _refuse_other_role(changes.pop("role"), identity().role(people.get(person_id)))
    return show_person(administration.change(actor, person_id, changes))


@blueprint.delete("/<person_id>")
@endpoint(
    "Remove a person for good",
    scope="people",
    status=204,
    codes="invalid_id forbidden not_found last_administrator",
)
def remove_person(actor: Actor, person_id: str) -> None:
    """Their time goes with them. What goes and what stays is told in docs/security.md."""
    removal.remove(actor, person_id)


@blueprint.get("/<person_id>/export")
@endpoint(
    "Export all that is kept of a person; of others, for administrators",
    scope="account",
    answer=Files((ZIP.media,)),
    codes="invalid_id not_found",
)
def export_person(actor: Actor, person_id: str) -> Response:
    """An archive of files that docs/export.md describes. It holds no secret, and no hash of one."""
    found = gather_everything(actor, person_id)
    return streams.file(everything.write(found), everything.file_name(found), ZIP)


@blueprint.get("/<person_id>/tokens")
@endpoint(
    "List a person's tokens",
    scope="people",
    answer=list[Token],
    codes="invalid_id forbidden not_found",
)
def list_persons_tokens(_actor: Actor, person_id: str) -> list[Token]:
    return [show_token(found) for found in tokens.list_all(people.get(person_id).id)]


@blueprint.delete("/<person_id>/tokens")
@endpoint(
    "Revoke all of a person's tokens and calendar feeds",
    scope="people",
    status=204,
    codes="invalid_id forbidden not_found",
)
def revoke_persons_tokens(actor: Actor, person_id: str) -> None:
    whose, now = people.get(person_id).id, actor.clock()
    tokens.revoke_all(actor.person_id, now, whose)
    feeds.revoke_all(actor.person_id, now, whose)


@blueprint.delete("/<person_id>/tokens/<token_id>")
@endpoint(
    "Revoke a person's token",
    scope="people",
    status=204,
    codes="invalid_id forbidden not_found",
)
def revoke_persons_token(actor: Actor, person_id: str, token_id: str) -> None:
    tokens.revoke(actor, person_id, token_id)


def _by_proxy() -> bool:
    return identity().settings.auth_mode == "proxy"


def _refuse_other_role(role: str, present: str) -> None:
    if role != present:
        raise ConflictError("wrong_mode", "Here PROXY_ADMINS says who is administrator.")
