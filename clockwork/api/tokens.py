"""One's own tokens: /api/account/tokens."""

from typing import Literal

from flask import Blueprint
from msgspec import UNSET, UnsetType

from clockwork.accounts import tokens
from clockwork.api.contract import Identifier, Input, Output, Timestamp, show_moment
from clockwork.api.endpoint import endpoint, or_none
from clockwork.api.fields import Moment, TokenName
from clockwork.api.times import write_timestamp
from clockwork.tracking.actor import Actor

Scope = Literal["read", "track", "admin"]

blueprint = Blueprint("tokens", __name__, url_prefix="/api/account/tokens")


class Token(Output):
    """A key for a script; `key` is there only in the answer that makes it."""

    id: Identifier
    name: str
    scope: Scope
    created_at: Timestamp
    expires_at: Timestamp | None
    used_at: Timestamp | None
    key: str | UnsetType = UNSET


class NewToken(Input):
    """A token to make; without `expiresAt` it lasts until it is revoked."""

    name: TokenName
    scope: Scope
    expires_at: Moment | None | UnsetType = UNSET


def show_token(found: tokens.Token, key: str | UnsetType = UNSET) -> Token:
    """One of a person's tokens."""
    return Token(
        id=found.id,
        name=found.name,
        scope=found.scope,  # type: ignore[arg-type]
        created_at=write_timestamp(found.created_at),
        expires_at=show_moment(found.expires_at),
        used_at=show_moment(found.used_at),
        key=key,
    )


@blueprint.get("")
@endpoint("List one's own tokens", scope="account", answer=list[Token])
def list_tokens(actor: Actor) -> list[Token]:
    return [show_token(found) for found in tokens.list_all(actor.person_id)]


@blueprint.post("")
@endpoint(
    "Make a token; its key is shown only here",
    scope="account",
    body=NewToken,
    answer=Token,
    status=201,
    codes="invalid_json invalid_time",
)
def create_token(actor: Actor, body: NewToken) -> Token:
    token, key = tokens.create(actor, body.name, body.scope, or_none(body.expires_at))
    return show_token(token, key)


@blueprint.delete("/<token_id>")
@endpoint("Revoke a token", scope="account", status=204, codes="invalid_id not_found")
def revoke_token(actor: Actor, token_id: str) -> None:
    tokens.revoke(actor, actor.person_id, token_id)
