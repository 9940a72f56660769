"""Routes under /api/account: one's own name, password, sessions and tokens."""

from flask import Blueprint, Response, after_this_request

from clockwork.accounts import people, sessions, signin, tokens
from clockwork.api import account_shapes as shapes
from clockwork.api.endpoint import endpoint, given, identity, or_none
from clockwork.tracking.actor import Actor

blueprint = Blueprint("account", __name__, url_prefix="/api/account")


@blueprint.patch("")
@endpoint(
    "Change one's own name or time zone",
    scope="account",
    body=shapes.AccountChange,
    answer=shapes.Person,
    codes="invalid_json invalid_time_zone",
)
def change_account(actor: Actor, body: shapes.AccountChange) -> shapes.Person:
    changed = people.change(actor, actor.person_id, given(body))
    return shapes.person(changed, actor.is_administrator)


@blueprint.post("/password")
@endpoint(
    "Change one's own password; every other session ends",
    scope="account",
    body=shapes.PasswordChange,
    answer=shapes.Session,
    codes="invalid_json wrong_password invalid_password too_many_tries",
)
def change_password(actor: Actor, body: shapes.PasswordChange) -> shapes.Session:
    guest = identity().guest()
    signed_in = signin.change_password(actor, guest, body.current, body.password)

    @after_this_request
    def keep(response: Response) -> Response:
        identity().keep(response, signed_in)
        return response

    renewed = Actor(actor.person_id, session_id=signed_in.session_id)
    mode = identity().settings.auth_mode
    return shapes.session(mode, signed_in, identity().csrf(renewed))


@blueprint.get("/sessions")
@endpoint("List one's own sessions", scope="account", answer=list[shapes.OpenSession])
def list_sessions(actor: Actor) -> list[shapes.OpenSession]:
    return [shapes.open_session(found, actor.session_id) for found in sessions.every(actor)]


@blueprint.delete("/sessions/<session_id>")
@endpoint(
    "End one of one's own sessions", scope="account", status=204, codes="invalid_id not_found"
)
def end_session(actor: Actor, session_id: str) -> None:
    sessions.end(actor, session_id)


@blueprint.get("/tokens")
@endpoint("List one's own tokens", scope="account", answer=list[shapes.Token])
def list_tokens(actor: Actor) -> list[shapes.Token]:
    return [shapes.token(found) for found in tokens.every(actor)]


@blueprint.post("/tokens")
@endpoint(
    "Make a token; its key is shown only here",
    scope="account",
    body=shapes.NewToken,
    answer=shapes.Token,
    status=201,
    codes="invalid_json invalid_time",
)
def create_token(actor: Actor, body: shapes.NewToken) -> shapes.Token:
    token, key = tokens.create(actor, body.name, body.scope, or_none(body.expires_at))
    return shapes.token(token, key)


@blueprint.delete("/tokens/<token_id>")
@endpoint("Revoke a token", scope="account", status=204, codes="invalid_id not_found")
def revoke_token(actor: Actor, token_id: str) -> None:
    tokens.revoke(actor, token_id)
