"""The image, built once; the engines that run it; the table that is printed at the end."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.archive import Archive
from tests.image.commands import attempt
from tests.image.containers import Engine, podman_configuration
from tests.image.postgres import PostgresImage

collect_ignore = ["nixpkgs"]  # Debian's files lie there, with tests of their own

FIGURES = pytest.StashKey[list[tuple[str, str, str]]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    figures = config.stash[FIGURES]
    if not figures:
        return
    terminalreporter.section("the image in figures")
    widths = [max(len(row[column]) for row in figures) for column in range(3)]
    for row in figures:
        terminalreporter.write_line(
            f"{row[0]:{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]}".rstrip()
        )


@pytest.fixture(scope="session")
def figure(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Put a line into the table: what it is, its value, what it is held against."""

    def add(what: str, value: object, bar: str = "") -> None:
        request.config.stash[FIGURES].append((what, str(value), bar))

    return add


@pytest.fixture(scope="session")
def image_file() -> Path:
    return nix.build("image")


@pytest.fixture(scope="session")
def image(image_file: Path) -> Archive:
    return Archive.read(image_file)


@pytest.fixture(scope="session")
def podman(image_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    file = podman_configuration(tmp_path_factory.mktemp("podman"))
    engine = Engine("podman", {"CONTAINERS_CONF": str(file)})
    engine.load(image_file)
    yield engine
    engine.clean()


@pytest.fixture(scope="session")
def docker(image_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with (tmp_path_factory.mktemp("docker") / "log").open("w") as log:
        daemon = None
        if attempt("docker", "info").returncode != 0:
            daemon = subprocess.Popen(["dockerd"], stdout=log, stderr=log)
            wait_for(lambda: attempt("docker", "info").returncode == 0, 60)
        engine = Engine("docker", {})
        engine.load(image_file)
        yield engine
        engine.clean()
        if daemon:
            daemon.terminate()
            daemon.wait(60)


def wait_for(condition: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to hold in time"
        time.sleep(0.05)


@pytest.fixture(params=["podman", "docker"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each of the engines; what a test starts is removed after it."""
    engine: Engine = request.getfixturevalue(request.param)
    yield engine
    engine.remove_containers()


@pytest.fixture(scope="session")
def postgres_image(tmp_path_factory: pytest.TempPathFactory) -> PostgresImage:
    return PostgresImage(tmp_path_factory.mktemp("postgres"))
