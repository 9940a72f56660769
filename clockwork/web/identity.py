"""Who acts: the local person, a session, a token, or whom a trusted proxy names."""

import logging
from dataclasses import dataclass, field
from typing import Any

from flask import request
from werkzeug.http import dump_cookie

from clockwork.accounts import administration, people, sessions, setup, tokens
from clockwork.accounts.keys import csrf_token
from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.accounts.names import fold, is_plain
from clockwork.accounts.people import Person
from clockwork.accounts.signin import Guest, SignedIn
from clockwork.clock import Clock
from clockwork.config import Settings
from clockwork.errors import ConflictError, ForbiddenError, UnauthenticatedError
from clockwork.observability.requests import at_hand
from clockwork.tracking.actor import SCOPES, Actor
from clockwork.web.answer import Answer
from clockwork.web.csrf import SAFE, check_site
from clockwork.web.proxies import PEER, is_in

log = logging.getLogger("clockwork.identity")

# The server ends a session 30 days after it was last used; the cookie itself just stays.
COOKIE_SECONDS = 400 * 24 * 60 * 60
# Scopes for administrators alone; `people` is never a token's, or it could make itself eternal.
ADMINISTRATORS = ("admin", "people")
NAME_LENGTH = 200


@dataclass(slots=True)
class Identity:
    """Finds out who acts, by the mode of the settings."""

    settings: Settings
    clock: Clock
    setup_was_offered: bool = field(default=False)
    _local_actor: Actor | None = field(default=None)

    def offer_setup(self) -> bool:
        """Whether the first administrator is still to come; then their code is in the log."""
        needed = self.settings.auth_mode == "password" and not people.has_administrator()
        if needed and not self.setup_was_offered:
            self.setup_was_offered = True
            setup.offer(self.clock())
        return needed

    def guest(self) -> Guest:
        """Whoever asks, before they have proved who they are."""
        agent = request.headers.get("User-Agent", "")
        return Guest(self.clock, (request.remote_addr or "")[:64], agent)

    def actor(self, scope: str) -> Actor:
        """Who acts, if they may do what needs the scope.

        Scopes are those of tokens, and `account` and `people` for people themselves.
        UnauthenticatedError, ForbiddenError.
        """
        actor = self._find(scope)
        if scope in ADMINISTRATORS and not actor.is_administrator:
            raise ForbiddenError("forbidden", "That is for administrators.")
        at_hand().person_id = actor.person_id
        return actor

    def set_cookie(self, answer: Answer, signed_in: SignedIn) -> None:
        """Give the browser its key."""
        self._put_cookie(answer, signed_in.key, max_age=COOKIE_SECONDS)

    def delete_cookie(self, answer: Answer) -> None:
        """Take the browser's key away."""
        self._put_cookie(answer, "", max_age=0, expires=0)

    def csrf(self, actor: Actor) -> str:
        """What the page sends with every change."""
        return csrf_token(actor.person_id, actor.session_id, self.clock())

    def person(self, actor: Actor) -> Person:
        """Who acts, also before they have done anything. NotFoundError."""
        if self.settings.auth_mode == "none":
            ensure_local_person(self.clock)
        return people.get(actor.person_id)

    def role(self, person: Person) -> str:
        """What somebody is, also when only the mode or PROXY_ADMINS makes them so."""
        is_local = self.settings.auth_mode == "none" and person.id == LOCAL_PERSON
        powerful = is_local or self._administers(person.email, person.role)
        return "administrator" if powerful else "member"

    def _find(self, scope: str) -> Actor:
        if self.settings.auth_mode == "none":
            return self._local(scope)
        bearer = _bearer()
        by_proxy = self.settings.auth_mode == "proxy"
        # A proxy may forward what it was itself signed in with; that is none of ours.
        if bearer is not None and (bearer.startswith(tokens.PREFIX) or not by_proxy):
            return self._by_token(bearer, scope)
        actor = self._by_proxy() if by_proxy else self._by_session()
        if request.environ["REQUEST_METHOD"] not in SAFE:
            check_site(self.csrf(actor))
        return actor

    def _local(self, scope: str) -> Actor:
        # Who only reads need not be there: then there is nothing of theirs to read. Who changes
        # something is looked for each time: a restore may have taken them away since.
        if scope != "read":
            ensure_local_person(self.clock)
        if self._local_actor is None:
            self._local_actor = self._actor(LOCAL_PERSON, is_administrator=True)
        return self._local_actor

    def _by_token(self, key: str, scope: str) -> Actor:
        found = tokens.find(key, self.clock())
        if found is None:
            raise UnauthenticatedError("That token is unknown, over or revoked.")
        if scope not in SCOPES or SCOPES.index(found.scope) < SCOPES.index(scope):
            raise ForbiddenError("forbidden", f"A token of scope {found.scope} may not do that.")
        powerful = found.scope == "admin" and self._administers(found.email, found.role)
        return self._actor(found.person_id, is_administrator=powerful)

    def _by_session(self) -> Actor:
        found = sessions.find(request.cookies.get(self._cookie(), ""), self.clock())
        if found is None:
            raise UnauthenticatedError
        powerful = found.role == "administrator"
        return self._actor(found.person_id, powerful, found.session_id)

    def _by_proxy(self) -> Actor:
        name = self._proxys_word()
        if not name:
            raise UnauthenticatedError
        person = people.find(name) or self._welcome(name)
        if person.disabled_at is not None:
            raise UnauthenticatedError
        return self._actor(person.id, self._administers(person.email, person.role))

    def _proxys_word(self) -> str | None:
        """The name that a trusted proxy gives; from anybody else the header means nothing."""
        if not is_in(request.environ[PEER], self.settings.trusted_proxy):
            return None
        given = request.headers.get(self.settings.proxy_user_header, "")
        name = given.encode("latin-1").decode("utf-8", "replace").strip(" \t")
        if name and not _is_one_name(name):
            log.warning("The proxy's name %s can't be used", ascii(name[:NAME_LENGTH]))
            raise UnauthenticatedError(
                "The name that the proxy gives can't be used: it is there twice, too long, or "
                "could be taken for another. The log of the tracker has it."
            )
        return name

    def _welcome(self, name: str) -> Person:
        """Somebody's first visit."""
        named = self._is_named(name)
        try:
            return administration.add(None, self.clock(), name, name, "member", None, named)
        except ConflictError:
            # Their second request came at the same time.
            return people.find(name) or self._welcome(name)

    def _administers(self, email: str | None, role: str) -> bool:
        """Whether somebody is administrator: with a proxy, the settings say so each time."""
        if self.settings.auth_mode == "proxy":
            return email is not None and self._is_named(email)
        return role == "administrator"

    def _is_named(self, name: str) -> bool:
        """Whether PROXY_ADMINS names somebody."""
        return fold(name) in set(map(fold, self.settings.proxy_admins))

    def _actor(
        self, person_id: str, is_administrator: bool, session_id: str | None = None
    ) -> Actor:
        return Actor(
            person_id, self.clock, self.settings.allow_overlaps, is_administrator, session_id
        )

    def _cookie(self) -> str:
        return "__Host-clockwork" if self._is_secure() else "clockwork"

    def _put_cookie(self, answer: Answer, value: str, **lasting: Any) -> None:
        options: Any = {"path": "/", "httponly": True, "samesite": "Lax", **lasting}
        cookie = dump_cookie(self._cookie(), value, secure=self._is_secure(), **options)
        answer.headers.append(("Set-Cookie", cookie))

    def _is_secure(self) -> bool:
        return self.settings.public_url.startswith("https://")


def _is_one_name(name: str) -> bool:
    """Whether a name is one person's: of a header that is there twice, servers make a list."""
    return len(name) <= NAME_LENGTH and not {",", "\ufffd"} & set(name) and is_plain(name)


def _bearer() -> str | None:
    scheme, _, key = request.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else None
