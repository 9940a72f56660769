"""Put the app together: wiring and nothing else."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Request
from werkzeug.routing import MapAdapter

from clockwork.api import (
    account,
    categories,
    entries,
    errors,
    openapi,
    people,
    projects,
    reports,
    session,
    timer,
)
from clockwork.config import Settings
from clockwork.database import database, open_database
from clockwork.tracking.clock import Clock, system_clock
from clockwork.web import (
    headers,
    health,
    identity,
    origins,
    pages,
    proxies,
    requests,
    telemetry,
)

BLUEPRINTS = (
    *(projects, categories, timer, entries, reports),
    *(session, account, people, openapi),
)


class App(Flask):
    """Flask without what a synchronous app that knows one set of addresses never needs."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Every handler is synchronous; asking each of them at each request costs."""
        return func

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """As Flask's, but without looking at host names: all have the same addresses."""
        if request is None:
            return None
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


def create_app(settings: Settings, clock: Clock = system_clock) -> Flask:
    """The app on the database of the settings. Connects to nothing before the first request."""
    app = App("clockwork", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.json.sort_keys = False  # type: ignore[attr-defined]
    telemetry.init_app(app, settings)
    opened = open_database(settings, settings.db_timeout)
    if settings.metrics_port is not None:
        from clockwork.web import metrics  # noqa: PLC0415 - its library costs time and memory

        metrics.init_app(app, settings, opened)
    requests.init_app(app)
    errors.init_app(app)
    origins.init_app(app, settings)
    health.init_app(app, health.Readiness(settings, clock))
    for module in BLUEPRINTS:
        app.register_blueprint(module.blueprint)
    pages.init_app(app, settings.static_dir)
    proxies.init_app(app, settings.trusted_proxy)
    app.extensions["clockwork.database"] = opened
    identity.init_app(app, settings, clock)
    headers.init_app(app, settings)
    app.teardown_request(_give_back_connection)
    return app


def _give_back_connection(_error: BaseException | None) -> None:
    opened = database.obj
    if not opened.is_closed():
        opened.close()
