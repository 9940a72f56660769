"""A client's connection: what Waitress refuses by itself is JSON too."""

from typing import Any

import msgspec
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask


class JsonErrorTask(ErrorTask):
    """What Waitress refuses by itself, in the contract's shape."""

    def execute(self) -> None:
        """Answer the broken request and close."""
        error: Any = self.request.error  # type: ignore[attr-defined]
        body = msgspec.json.encode(
            {"code": "invalid_request", "message": f"{error.reason}.", "requestId": "-"}
        )
        self.status = f"{error.code} {error.reason}"
        self.response_headers = [
            ("Content-Length", str(len(body))),
            ("Content-Type", "application/json"),
            ("X-Request-ID", "-"),
            ("Connection", "close"),
        ]
        self.close_on_finish = True
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    """A connection whose errors are JSON."""

    error_task_class = JsonErrorTask
