"""Put the app together: wiring and nothing else."""

from flask import Flask

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
    metrics,
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


def create_app(settings: Settings, clock: Clock = system_clock) -> Flask:
    """The app on the database of the settings. Connects to nothing before the first request."""
    app = Flask("clockwork", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.json.sort_keys = False  # type: ignore[attr-defined]
    telemetry.init_app(app, settings)
    opened = open_database(settings, settings.db_timeout)
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
    if not database.is_closed():
        database.close()
