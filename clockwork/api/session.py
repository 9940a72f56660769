"""Routes under /api/setup and /api/session: the first run, signing in and out."""

from flask import Blueprint, Response, after_this_request

from clockwork.accounts import people, sessions, signin
from clockwork.accounts.signin import Guest, SignedIn
from clockwork.api import account_shapes as shapes
from clockwork.api.endpoint import OPEN, endpoint, identity
from clockwork.errors import ConflictError
from clockwork.tracking.actor import Actor

blueprint = Blueprint("session", __name__, url_prefix="/api")


@blueprint.get("/setup")
@endpoint("Ask whether there is an administrator yet", scope=OPEN, answer=shapes.Setup)
def get_setup(_guest: Guest) -> shapes.Setup:
    return shapes.Setup(needed=identity().offer_setup(), mode=identity().settings.auth_mode)


@blueprint.post("/setup")
@endpoint(
    "Make the first administrator, with the code in the server's log",
    scope=OPEN,
    body=shapes.SetUp,
    answer=shapes.Session,
    status=201,
    codes="invalid_json invalid_password wrong_code already_set_up wrong_mode too_many_tries",
)
def set_up(guest: Guest, body: shapes.SetUp) -> shapes.Session:
    _require_passwords()
    return _keep(signin.set_up(guest, body.code, body.name, body.email, body.password))


@blueprint.post("/session")
@endpoint(
    "Sign in",
    scope=OPEN,
    body=shapes.SignIn,
    answer=shapes.Session,
    codes="invalid_json wrong_credentials wrong_mode too_many_tries",
)
def sign_in(guest: Guest, body: shapes.SignIn) -> shapes.Session:
    _require_passwords()
    return _keep(signin.sign_in(guest, body.email, body.password))


@blueprint.get("/session")
@endpoint("Read who is signed in", scope="read", answer=shapes.Session)
def get_session(actor: Actor) -> shapes.Session:
    found = people.get(actor.person_id)
    return shapes.Session(
        mode=identity().settings.auth_mode,
        person=shapes.person(found, actor.is_administrator),
        csrf_token=identity().csrf(actor),
    )


@blueprint.delete("/session")
@endpoint("Sign out", scope="account", status=204)
def sign_out(actor: Actor) -> None:
    if actor.session_id is not None:
        sessions.end(actor, actor.session_id)
    after_this_request(_forget)


def _keep(signed_in: SignedIn) -> shapes.Session:
    actor = Actor(signed_in.person.id, session_id=signed_in.session_id)

    @after_this_request
    def keep(response: Response) -> Response:
        identity().keep(response, signed_in)
        return response

    mode = identity().settings.auth_mode
    return shapes.session(mode, signed_in, identity().csrf(actor))


def _forget(response: Response) -> Response:
    identity().forget(response)
    return response


def _require_passwords() -> None:
    if identity().settings.auth_mode != "password":
        raise ConflictError("wrong_mode", "Nobody signs in here with a password.")
