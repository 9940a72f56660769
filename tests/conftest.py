"""What the tests stand on: both databases for real, an app on each, a clock that obeys."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import settings

from clockwork.app import create_app
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import Database, connected_to
from clockwork.tracking.intervals import to_micros
from clockwork.web.application import Application
from tests.collector import Collector
from tests.documented import Refusals
from tests.servers import ROOT, Clockwork, Postgres
from tests.tracker import Tracker, at

DATABASES = ("sqlite", "postgres")

# How long something takes is for benchmarks to say.
settings.register_profile("clockwork", deadline=None)
settings.load_profile("clockwork")


def pytest_addoption(parser: pytest.Parser) -> None:
    about = "run only the tests that need PostgreSQL, or only those that don't"
    parser.addoption("--database", choices=DATABASES, help=about)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    chosen = config.getoption("--database")
    if not chosen:
        return
    left = [item for item in items if needs_postgres(item) != (chosen == "postgres")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


def needs_postgres(item: pytest.Item) -> bool:
    return any("postgres" in name for name in (item.name, *getattr(item, "fixturenames", ())))


class FakeClock:
    """A clock that stands still until told otherwise."""

    def __init__(self, now: str = "2026-11-02T12:00:00Z") -> None:
        self.now = to_micros(at(now))

    def __call__(self) -> int:
        return self.now

    def set(self, now: str) -> None:
        self.now = to_micros(at(now))

    def advance(self, seconds: float) -> None:
        self.now += round(seconds * 1_000_000)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.remove()


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """A server of the test's own, to take away."""
    server = Postgres()
    yield server
    server.start_if_stopped()
    server.remove()


@pytest.fixture(scope="session")
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A migrated, empty database to copy, of a kind."""
    made: dict[str, str] = {}

    def template(kind: str) -> str:
        if kind not in made:
            if kind == "sqlite":
                made[kind] = f"sqlite:///{tmp_path_factory.mktemp('template') / 'clockwork.db'}"
            else:
                made[kind] = request.getfixturevalue("postgres").create()
            migrator.up(settings_for(made[kind]))
        return made[kind]

    return template


def settings_for(url: str, **values: object) -> Settings:
    defaults = {"migrations_dir": ROOT / "migrations", "static_dir": None}
    return Settings(database_url=url, **{**defaults, **values})


@pytest.fixture(params=DATABASES)
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database; a test that takes it, or what is made of it, runs on each."""
    return request.param


@pytest.fixture
def empty_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without a schema."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'clockwork.db'}"
    else:
        yield request.getfixturevalue("postgres").create()


@pytest.fixture
def database_url(
    kind: str, migrated: Callable, request: pytest.FixtureRequest, tmp_path: Path
) -> str:
    """A migrated database of its own for the test."""
    template = migrated(kind)
    if kind == "sqlite":
        file = tmp_path / "clockwork.db"
        shutil.copy(template.removeprefix("sqlite:///"), file)
        url = f"sqlite:///{file}"
    else:
        name = template.removeprefix("postgresql:///").partition("?")[0]
        url = request.getfixturevalue("postgres").create(name)
    return url


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def make_app(database_url: str, clock: FakeClock) -> Iterator[Callable[..., Application]]:
    """Make apps with settings of the test's own; their connections are closed at its end.

    Whatever they refused in a test, the OpenAPI document tells of.
    """
    made: list[tuple[Application, Refusals]] = []

    def make(**values: object) -> Application:
        app = create_app(settings_for(database_url, **values), clock)
        made.append((app, Refusals(app)))
        return app

    yield make
    for app, refusals in made:
        app.database.close_all()
        assert refusals.undocumented == set()


@pytest.fixture
def app(make_app: Callable[..., Application]) -> Application:
    return make_app()


@pytest.fixture
def client(app: Application) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def tracker(client: FlaskClient) -> Tracker:
    """The API as a person uses it."""
    return Tracker(client)


@pytest.fixture
def opened(database_url: str) -> Iterator[Database]:
    """The migrated database, connected."""
    with connected_to(settings_for(database_url)) as opened:
        yield opened


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Clockwork]]:
    """Start servers; they are stopped at the end of the test."""
    started: list[Clockwork] = []

    def start(url: str, **settings: str) -> Clockwork:
        server = Clockwork(url, tmp_path, **settings)
        started.append(server)
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def server(start_server: Callable[..., Clockwork], database_url: str) -> Clockwork:
    """One server on a migrated database."""
    return start_server(database_url)


@pytest.fixture
def collector() -> Iterator[Collector]:
    collector = Collector()
    yield collector
    collector.close()


def eventually(condition: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until a condition holds; fail when it does not come to."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to hold in time"
        time.sleep(0.02)
