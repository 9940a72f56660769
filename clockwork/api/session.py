"""The first run, signing in and out: /api/setup and /api/session."""

from typing import Any, Literal, cast

from flask import Blueprint, after_this_request

from clockwork.accounts import sessions, signin
from clockwork.accounts.signin import Guest, SignedIn
from clockwork.api.contract import Input, Output
from clockwork.api.endpoint import OPEN, endpoint, identity
from clockwork.api.fields import Email, Password, PersonName, SetupCode
from clockwork.api.people import Person, show_person
from clockwork.errors import ConflictError
from clockwork.tracking.actor import Actor

Mode = Literal["none", "password", "proxy"]

blueprint = Blueprint("session", __name__, url_prefix="/api")


class Setup(Output):
    """Whether the first administrator is still to come."""

    needed: bool
    mode: Mode


class Session(Output):
    """Who is signed in; `csrfToken` goes with every change as X-CSRF-Token."""

    mode: Mode
    person: Person
    csrf_token: str


class SetUp(Input):
    """The first administrator; the code stands in the server's log."""

    code: SetupCode
    name: PersonName
    email: Email
    password: Password


class SignIn(Input):
    """What a person proves who they are with."""

    email: Email
    password: Password


@blueprint.get("/setup")
@endpoint("Ask whether there is an administrator yet", scope=OPEN, answer=Setup)
def get_setup(_guest: Guest) -> Setup:
    return Setup(needed=identity().offer_setup(), mode=_mode())


@blueprint.post("/setup")
@endpoint(
    "Make the first administrator, with the code in the server's log",
    scope=OPEN,
    body=SetUp,
    answer=Session,
    status=201,
    codes="invalid_json invalid_password wrong_code already_set_up duplicate_email "
    "wrong_mode too_many_tries",
)
def set_up(guest: Guest, body: SetUp) -> Session:
    require_passwords()
    return begin_session(signin.set_up(guest, body.code, body.name, body.email, body.password))


@blueprint.post("/session")
@endpoint(
    "Sign in",
    scope=OPEN,
    body=SignIn,
    answer=Session,
    codes="invalid_json wrong_credentials wrong_mode too_many_tries",
)
def sign_in(guest: Guest, body: SignIn) -> Session:
    require_passwords()
    return begin_session(signin.sign_in(guest, body.email, body.password))


@blueprint.get("/session")
@endpoint("Read who is signed in", scope="read", answer=Session)
def get_session(actor: Actor) -> Session:
    return Session(
        mode=_mode(),
        person=show_person(identity().person(actor)),
        csrf_token=identity().csrf(actor),
    )


@blueprint.delete("/session")
@endpoint("Sign out", scope="account", status=204)
def sign_out(actor: Actor) -> None:
    if actor.session_id is not None:
        sessions.end(actor, actor.session_id)
    after_this_request(_delete_cookie)


def begin_session(signed_in: SignedIn) -> Session:
    """Set the cookie of a new session; what is answered about it."""

    @after_this_request
    def set_cookie(answer: Any) -> Any:
        identity().set_cookie(answer, signed_in)
        return answer

    return Session(
        mode=_mode(),
        person=show_person(signed_in.person),
        csrf_token=identity().csrf(Actor(signed_in.person.id, session_id=signed_in.session_id)),
    )


def _mode() -> Mode:
    return cast("Mode", identity().settings.auth_mode)


def _delete_cookie(answer: Any) -> Any:
    identity().delete_cookie(answer)
    return answer


def require_passwords() -> None:
    """Refuse what is about passwords where nobody has one. ConflictError `wrong_mode`."""
    if _mode() != "password":
        raise ConflictError("wrong_mode", "Nobody signs in here with a password.")
