"""Put the app together: wiring and nothing else."""

from clockwork.api import (
    account,
    audit,
    catalog,
    categories,
    entries,
    errors,
    export,
    feeds,
    imports,
    openapi,
    people,
    projects,
    reports,
    session,
    tags,
    timer,
    tokens,
)
from clockwork.clock import Clock, system_clock
from clockwork.config import Settings
from clockwork.db.database import open_database
from clockwork.observability import telemetry
from clockwork.web import health, hosts, origins, pages, proxies
from clockwork.web.application import Application
from clockwork.web.edge import Edge

BLUEPRINTS = (
    *(projects, categories, catalog, tags, timer, entries, reports, export, imports),
    *(session, account, tokens, feeds, people, audit, openapi, health),
)


def create_app(settings: Settings, clock: Clock = system_clock) -> Application:
    """The app on the database of the settings. Connects to nothing before the first request."""
    app = Application(settings, open_database(settings, settings.db_timeout), clock)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.json.sort_keys = False  # type: ignore[attr-defined]
    telemetry.init_app(app, settings)
    if settings.metrics_port is not None:
        from clockwork.observability import metrics  # noqa: PLC0415 - costs time and memory

        app.serve_metrics = metrics.init_app(app, settings, app.database)
    errors.init_app(app)
    hosts.init_app(app, settings)
    origins.init_app(app, settings)
    for module in BLUEPRINTS:
        app.register_blueprint(module.blueprint)
    pages.init_app(app, settings.static_dir)
    proxies.init_app(app, settings.trusted_proxy)
    app.edge = Edge(app.wsgi_app, settings)
    app.wsgi_app = app.edge  # type: ignore[method-assign]
    return app
