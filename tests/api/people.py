"""People at the API, each with what they prove who they are by."""

from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from werkzeug.test import TestResponse

from clockwork.accounts import administration, people, sessions
from clockwork.accounts.keys import csrf_token
from clockwork.clock import Clock
from clockwork.db.database import connected
from tests.tracker import refusal

PASSWORD = "correct horse battery"
# Of PASSWORD, with the least work that argon2id knows.
HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
ORIGIN = {"Origin": "http://localhost"}


class Visitor:
    """Somebody with headers of their own; a cookie is sent with what a page sends beside it."""

    def __init__(self, app: Flask, headers: dict[str, str] | None = None, peer: str = "127.0.0.1"):
        self.client = app.test_client(use_cookies=False)
        self.headers = headers or {}
        self.peer = {"REMOTE_ADDR": peer}

    def call(self, method: str, path: str, json: object = None, **headers: str) -> TestResponse:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = "data" if isinstance(json, bytes) else "json"
        body: dict[str, Any] = {} if json is None else {kind: json}
        return self.client.open(
            path, method=method, headers={**self.headers, **sent}, environ_base=self.peer, **body
        )

    def done(self, method: str, path: str, json: object = None, **headers: str) -> Any:
        response = self.call(method, path, json, **headers)
        assert response.status_code < 300, response.text
        return response.json if response.data else None

    def refused(self, method: str, path: str, json: object = None, **headers: str) -> tuple:
        response = self.call(method, path, json, **headers)
        return refusal(response)


class Team:
    """Alice administers, Bob and Charlie are members; with passwords that cost nothing."""

    def __init__(self, app: Flask, clock: Clock) -> None:
        self.app, self.clock = app, clock
        with connected(self.app.database):
            self.alice = self._add("Alice", "administrator")
            self.bob = self._add("Bob", "member")
            self.charlie = self._add("Charlie", "member")

    def _add(self, name: str, role: str) -> people.Person:
        email = f"{name.lower()}@x.example"
        return administration.add(None, self.clock(), name, email, role, HASH)

    def signed_in(self, person: people.Person) -> Visitor:
        with connected(self.app.database):
            session_id, key = sessions.begin(person, self.clock(), "127.0.0.1", "test")
            csrf = csrf_token(person.id, session_id, self.clock())
        return Visitor(self.app, {"Cookie": f"clockwork={key}", "X-CSRF-Token": csrf, **ORIGIN})

    def with_token(self, person: people.Person, scope: str) -> Visitor:
        made = self.signed_in(person).done(
            "POST", "/api/account/tokens", {"name": "script", "scope": scope}
        )
        return Visitor(self.app, {"Authorization": f"Bearer {made['key']}"})
