"""What each route says that it may refuse, held against what it does refuse."""

import json
import re
from typing import ClassVar

from flask import Flask, request

from clockwork.api.openapi import document
from clockwork.web.answer import Answer


class Refusals:
    """The refusals of an app that the OpenAPI document does not tell of."""

    # The same for all apps, and slow to make.
    paths: ClassVar[dict] = {}

    def __init__(self, app: Flask) -> None:
        self.undocumented: set[str] = set()
        Refusals.paths = Refusals.paths or {
            plain(path): methods for path, methods in document(app)["paths"].items()
        }
        app.after_request(self._look)

    def _look(self, response: Answer) -> Answer:
        path = plain(request.url_rule.rule) if request.url_rule else ""
        described = Refusals.paths.get(path, {}).get(request.method.lower())
        if described and response.status_code >= 400:
            code = json.loads(response.body)["code"]
            if code not in documented(described, response.status_code):
                self.undocumented.add(f"{request.method} {path}: {code}")
        return response


def documented(described: dict, status: int) -> set[str]:
    """The codes that an operation tells of for a status."""
    answer = described["responses"].get(str(status))
    return set(answer["content"]["application/json"]["examples"]) if answer else set()


def plain(path: str) -> str:
    """An address without the names of what varies in it."""
    return re.sub(r"<[\w:]+>|\{\w+\}", "{}", path)
