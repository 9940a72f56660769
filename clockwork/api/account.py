"""One's own name, password and sessions: /api/account."""

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.accounts import administration, sessions, signin
from clockwork.api.contract import Identifier, Input, Output, Timestamp
from clockwork.api.endpoint import endpoint, given, identity
from clockwork.api.fields import Password, PersonName, Zone
from clockwork.api.people import Person, show_person
from clockwork.api.session import Session, begin_session, require_passwords
from clockwork.api.times import write_timestamp
from clockwork.tracking.actor import Actor

blueprint = Blueprint("account", __name__, url_prefix="/api/account")


class AccountChange(Input):
    """What is left out is kept."""

    name: PersonName | UnsetType = UNSET
    zone: Zone | UnsetType = UNSET


class PasswordChange(Input):
    """The present password, and the new one."""

    current: Password
    password: Password


class OpenSession(Output):
    """A browser that is signed in."""

    id: Identifier
    created_at: Timestamp
    seen_at: Timestamp
    address: str
    agent: str
    current: bool


def show_session(found: sessions.Session, current_id: str | None) -> OpenSession:
    """One of a person's sessions."""
    return OpenSession(
        id=found.id,
        created_at=write_timestamp(found.created_at),
        seen_at=write_timestamp(found.seen_at),
        address=found.address,
        agent=found.agent,
        current=found.id == current_id,
    )


@blueprint.patch("")
@endpoint(
    "Change one's own name or time zone",
    scope="account",
    body=AccountChange,
    answer=Person,
    codes="invalid_json invalid_time_zone",
)
def change_account(actor: Actor, body: AccountChange) -> Person:
    changed = administration.change(actor, actor.person_id, given(body))
    return show_person(changed)


@blueprint.post("/password")
@endpoint(
    "Change one's own password; every other session and every token ends",
    scope="account",
    body=PasswordChange,
    answer=Session,
    codes="invalid_json wrong_password invalid_password wrong_mode too_many_tries",
)
def change_password(actor: Actor, body: PasswordChange) -> Session:
    require_passwords()
    guest = identity().guest()
    return begin_session(signin.change_password(actor, guest, body.current, body.password))


@blueprint.get("/sessions")
@endpoint("List one's own sessions", scope="account", answer=list[OpenSession])
def list_sessions(actor: Actor) -> list[OpenSession]:
    found = sessions.list_all(actor.person_id, actor.clock())
    return [show_session(one, actor.session_id) for one in found]


@blueprint.delete("/sessions/<session_id>")
@endpoint(
    "End one of one's own sessions", scope="account", status=204, codes="invalid_id not_found"
)
def end_session(actor: Actor, session_id: str) -> None:
    sessions.end(actor, session_id)
