"""The image and PostgreSQL in Docker, a compose project, and a network for replicas."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.deploy.compose import Compose
from tests.deploy.postgres import PasswordPostgresImage
from tests.deploy.replicas import Cluster
from tests.image import nix
from tests.image.conftest import docker  # noqa: F401 - a fixture
from tests.image.containers import Engine


@pytest.fixture(scope="session")
def image_file() -> Path:
    """The image's archive: the one that IMAGE_ARCHIVE names, else built from this checkout."""
    given = os.environ.get("IMAGE_ARCHIVE")
    return Path(given) if given else nix.build("image")


@pytest.fixture(scope="session")
def postgres_image(docker: Engine, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: F811
    return PasswordPostgresImage(tmp_path_factory.mktemp("postgres")).load(docker)


@pytest.fixture
def make_compose(docker: Engine, postgres_image: str) -> Iterator[Callable[..., Compose]]:  # noqa: F811
    """Compose projects with settings of the test's own, which leave nothing behind."""
    made: list[Compose] = []

    def make(**settings: str) -> Compose:
        images = {"CLOCKWORK_IMAGE": docker.image, "POSTGRES_IMAGE": postgres_image}
        made.append(Compose({**images, **settings}))
        return made[-1]

    yield make
    for compose in made:
        compose.remove()


@pytest.fixture
def compose(make_compose: Callable[..., Compose]) -> Compose:
    """A project without sign-in: what is tested is how it is run."""
    return make_compose(AUTH_MODE="none", ALLOW_ANONYMOUS="true")


@pytest.fixture
def cluster(docker: Engine, postgres_image: str) -> Iterator[Cluster]:  # noqa: F811
    """PostgreSQL, and replicas on it behind one address."""
    cluster = Cluster(docker, postgres_image)
    yield cluster
    cluster.close()
    docker.remove_containers()
