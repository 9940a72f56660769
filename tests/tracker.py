"""The API in the words of a person who tracks time."""

import re
from datetime import datetime
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def at(text: str) -> datetime:
    """A moment from RFC 3339."""
    return datetime.fromisoformat(text)


def refusal(response: TestResponse) -> tuple[int, str]:
    """Its status and code; in every refusal a person finds a sentence."""
    message = response.json["message"]
    assert re.fullmatch(r"[A-Za-z].*[a-z].*\.", message, re.DOTALL), message
    return response.status_code, response.json["code"]


class Tracker:
    """Calls that must succeed return the object; `refused` gives a refusal's code."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def call(self, method: str, path: str, json: object = None, **options: Any) -> TestResponse:
        body = {} if json is None else {"json": json}
        return self.client.open(path, method=method, **body, **options)

    def done(self, method: str, path: str, json: object = None, **options: Any) -> Any:
        response = self.call(method, path, json, **options)
        assert response.status_code < 300, response.text
        return response.json if response.data else None

    def refused(
        self, method: str, path: str, json: object = None, **options: Any
    ) -> tuple[int, str]:
        response = self.call(method, path, json, **options)
        assert response.json["requestId"] == response.headers["X-Request-ID"]
        return refusal(response)

    def project(self, name: str = "Clockwork", **fields: object) -> dict:
        return self.done("POST", "/api/projects", {"name": name, **fields})

    def category(self, project: dict | None = None, name: str = "Work", **fields: object) -> dict:
        project = project or self.project()
        path = f"/api/projects/{project['id']}/categories"
        return self.done("POST", path, {"name": name, **fields})

    def start(self, category: dict, **fields: object) -> dict:
        return self.done("POST", "/api/time/start", {"categoryId": category["id"], **fields})

    def stop(self, **fields: object) -> dict:
        return self.done("POST", "/api/time/stop", fields or None)

    def active(self) -> dict | None:
        return self.done("GET", "/api/time/active")

    def add(self, category: dict, start: str, stop: str, **fields: object) -> dict:
        body = {"categoryId": category["id"], "startedAt": start, "stoppedAt": stop, **fields}
        return self.done("POST", "/api/entries", body)

    def entry(self, entry_id: str) -> dict:
        return self.done("GET", f"/api/entries/{entry_id}")

    def change(self, entry: dict, **fields: object) -> dict:
        return self.done("PATCH", f"/api/entries/{entry['id']}", fields)

    def entries(self, **query: object) -> list[dict]:
        return self.done("GET", "/api/entries", query_string=query)["items"]

    def report(self, **query: object) -> dict:
        names = {"start": "from", "stop": "to"}
        query = {names.get(name, name): value for name, value in query.items()}
        return self.done("GET", "/api/reports/summary", query_string=query)
