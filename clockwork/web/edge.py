"""Where requests come in and answers go out: what goes with every answer, and the log's line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from clockwork.config import Settings
from clockwork.observability import requests
from clockwork.observability.requests import About
from clockwork.web.headers import NO_STORE, always

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

JSON = "application/json"

Headers = list[tuple[str, str]]


class Edge:
    """The outermost piece of WSGI. The server passes what it answers by itself here too."""

    def __init__(self, app: "WSGIApplication", settings: Settings) -> None:
        self._app = app
        # Put together once.
        self._always = list(always(settings).items())
        self._names = frozenset(name for name, _ in self._always)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        about = requests.begin(environ)

        def start(status: str, headers: Headers, *error: Any) -> Any:
            about.log(environ["REQUEST_METHOD"], requests.route(environ), int(status[:3]))
            return start_response(status, self.complete(about, headers), *error)

        return self._app(environ, start)

    def complete(self, about: About, headers: Headers) -> Headers:
        """The headers of an answer with those that go with every answer, where it has no others."""
        own = dict(headers)
        complete = [*headers, *about.headers()]
        if self._names.isdisjoint(own):
            complete += self._always
        else:
            complete += [pair for pair in self._always if pair[0] not in own]
        if "Cache-Control" not in own and own.get("Content-Type", "").startswith(JSON):
            complete.append(NO_STORE)
        return complete
