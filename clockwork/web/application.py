"""The Flask app, and what it hands over to those who answer requests."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from flask import Flask, Request, current_app, request
from flask.globals import request_ctx
from flask.sessions import NullSession, SessionInterface
from werkzeug.routing import MapAdapter, Rule

from clockwork.clock import Clock
from clockwork.config import Settings
from clockwork.db.database import Database, work_on
from clockwork.web.answer import Answer
from clockwork.web.edge import Edge
from clockwork.web.identity import Identity
from clockwork.web.readiness import Readiness

Guard = Callable[[dict[str, Any]], Answer | None]
Match = tuple[Rule, Mapping[str, Any]]


class NoSessions(SessionInterface):
    """Flask's own sessions, which nothing uses: one without content, for all requests."""

    nothing = NullSession()

    def open_session(self, *_: Any) -> NullSession:
        """It."""
        return self.nothing


class Routing(NamedTuple):
    """What Flask asks for the route of a request."""

    app: "Application"
    request: Request

    def match(self, return_rule: bool = True) -> Match:  # noqa: ARG002 - Flask wants the rule
        """It, and the identifiers in the address."""
        return self.app.match(self.request)

    def allowed_methods(self) -> Any:
        """Those that the address takes."""
        return self.app._adapter(self.request).allowed_methods()


class Application(Flask):
    """Flask, on one database, with what a request has to know besides what was sent."""

    # Listens for Prometheus, where METRICS_PORT is set.
    serve_metrics: Callable[[], None] | None = None
    edge: Edge
    session_interface = NoSessions()

    def __init__(self, settings: Settings, database: Database, clock: Clock) -> None:
        super().__init__("clockwork", static_folder=None, template_folder=None)
        self.settings = settings
        self.database = database
        self.identity = Identity(settings, clock)
        self.readiness = Readiness(settings, clock)
        # Who may refuse a request before a route sees it, given what WSGI knows of it.
        self.guards: list[Guard] = []
        self._known: dict[tuple[str, str], Match] = {}
        self.teardown_request(self._give_back_connection)

    def create_url_adapter(self, request: Request | None) -> Any:
        """As Flask's, but without looking at host names: all have the same addresses.

        Flask's takes 40 of the 280 µs of `GET /api/time/active` on SQLite.
        """
        return None if request is None else Routing(self, request)

    def match(self, request: Request) -> Match:
        """The route of a request; HTTPException when there is none."""
        key = request.method, request.path
        known = self._known.get(key)
        if known is not None:
            return known
        rule, values = self._adapter(request).match(return_rule=True)
        # Addresses without identifiers are few, and asked for again and again.
        if not values and not rule.arguments:
            self._known[key] = (rule, values)
        return rule, values

    def _adapter(self, request: Request) -> MapAdapter:
        return MapAdapter(
            self.url_map,
            server_name=request.environ.get("HTTP_HOST") or request.environ["SERVER_NAME"],
            script_name=request.root_path,
            subdomain="",
            url_scheme=request.scheme,
            path_info=request.path,
            default_method=request.method,
            query_args=request.query_string.decode("latin-1"),
        )

    def full_dispatch_request(self) -> Any:
        """As Flask's, without its signals and what blueprints could add, which nothing uses.

        A request passes through all of it, which takes longer than most of them take for more.
        """
        try:
            answer = self.preprocess_request()
            if answer is None:
                answer = self.dispatch_request()
        except Exception as error:
            answer = self.handle_user_exception(error)
        return self.finalize_request(answer)

    def preprocess_request(self) -> Any:
        """The first answer of those who look before a route does, or None."""
        work_on(self.database)
        for look in self.before_request_funcs.get(None, ()):
            look()
        environ = request.environ
        for guard in self.guards:
            answer = guard(environ)
            if answer is not None:
                return answer
        return None

    def finalize_request(self, rv: Any, from_error_handler: bool = False) -> Any:  # noqa: ARG002
        """What a route or a refusal gave, ready to be sent."""
        if type(rv) is not Answer:
            rv = self.make_response(rv)
        own = request_ctx._after_request_functions
        for finish in (*own, *self.after_request_funcs.get(None, ())):
            rv = finish(rv)
        return rv

    def make_response(self, rv: Any) -> Any:
        """As Flask's; an Answer is one already."""
        return rv if type(rv) is Answer else super().make_response(rv)

    def do_teardown_request(self, exc: BaseException | None = None) -> None:
        """Let those finish who have something to clear away."""
        for finish in reversed(self.teardown_request_funcs.get(None, ())):
            finish(exc)

    def ensure_sync(self, func: Any) -> Any:
        """Itself: nothing here is asynchronous."""
        return func

    def _give_back_connection(self, _error: BaseException | None) -> None:
        if not self.database.is_closed():
            self.database.close()


def application() -> Application:
    """The app that answers the request at hand."""
    # Not the proxy, which looks for the app at every use.
    return cast("Application", current_app._get_current_object())  # type: ignore[attr-defined]
