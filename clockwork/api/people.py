"""People, for administrators: /api/people."""

from typing import Literal

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.accounts import administration, people
from clockwork.api.contract import Input, Output, Timestamp
from clockwork.api.endpoint import endpoint, given, or_none
from clockwork.api.fields import Email, Id, Password, PersonName, Zone
from clockwork.tracking.actor import Actor
from clockwork.tracking.intervals import to_datetime

Role = Literal["administrator", "member"]


blueprint = Blueprint("people", __name__, url_prefix="/api/people")


class Person(Output):
    """Who tracks time; `email` is null for the local person."""

    id: Id
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


def show_person(found: people.Person, is_administrator: bool | None = None) -> Person:
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


@blueprint.get("")
@endpoint("List all people", scope="admin", answer=list[Person], codes="forbidden")
def list_people(actor: Actor) -> list[Person]:
    return [show_person(found) for found in people.list_all(actor)]


@blueprint.post("")
@endpoint(
    "Add a person",
    scope="admin",
    body=NewPerson,
    answer=Person,
    status=201,
    codes="invalid_json invalid_password forbidden duplicate_email",
)
def add_person(actor: Actor, body: NewPerson) -> Person:
    added = administration.add(
        actor.person_id,
        actor.clock(),
        body.name,
        body.email,
        body.role,
        or_none(body.password),
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
    "Change a person; disabling one, or a new password, ends their sessions",
    scope="admin",
    body=PersonChange,
    answer=Person,
    codes="invalid_id invalid_json invalid_password invalid_time_zone forbidden not_found "
    "duplicate_email last_administrator",
)
def change_person(actor: Actor, person_id: str, body: PersonChange) -> Person:
    return show_person(administration.change(actor, person_id, given(body)))
