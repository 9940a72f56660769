"""The same compose.yml with podman-compose.

Debian 12's Podman, 4.3, neither waits for health nor starts what depends on a container that has
ended; 4.6 and later do. So the order is given here, and the services are what is tested.
"""

import json
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import eventually
from tests.deploy.compose import Compose
from tests.deploy.postgres import PasswordPostgresImage
from tests.image.commands import attempt, run
from tests.image.conftest import podman  # noqa: F401 - a fixture
from tests.image.containers import answers

PODMAN_COMPOSE = Path(sys.executable).parent / "podman-compose"


@pytest.fixture
def project(podman, tmp_path_factory):  # noqa: F811
    postgres = PasswordPostgresImage(tmp_path_factory.mktemp("postgres")).load(podman)
    compose = Compose(
        {
            **podman.environment,
            "CLOCKWORK_IMAGE": podman.image,
            "POSTGRES_IMAGE": f"localhost/{postgres}",
            "AUTH_MODE": "none",
            "ALLOW_ANONYMOUS": "true",
        }
    )
    compose.environment.pop("DOCKER_CONFIG", None)  # Podman would look for a login in it
    yield compose
    server = f"{compose.name}_server_1"
    attempt("podman", "rm", "--force", server, env=compose.environment)
    attempt(PODMAN_COMPOSE, "down", "--volumes", env=compose.environment)


def test_it_comes_up_healthy_and_serves(project):
    def call(*arguments):
        return run(PODMAN_COMPOSE, *arguments, env=project.environment)

    def wait_until_healthy(service):
        name = f"{project.name}_{service}_1"
        deadline = time.monotonic() + 60
        while attempt("podman", "healthcheck", "run", name, env=project.environment).returncode:
            assert time.monotonic() < deadline, call("logs", service)
            time.sleep(0.2)

    call("up", "--detach", "postgres")
    wait_until_healthy("postgres")
    command = (PODMAN_COMPOSE, "run", "--rm", "--no-deps", "-T", "migrate")
    assert "001_create_tables" in attempt(*command, env=project.environment).stderr
    name = f"{project.name}_server_1"
    call("run", "--detach", "--no-deps", "--service-ports", "--name", name, "server")
    eventually(lambda: answers(f"{project.url}/healthz"), 60)
    run("podman", "exec", name, "/app/healthcheck", env=project.environment)

    with urllib.request.urlopen(f"{project.url}/api/projects", timeout=20) as answer:
        assert json.load(answer) == []
    names = [f"{project.name}_{service}_1" for service in ("postgres", "server")]
    found = json.loads(run("podman", "inspect", *names, env=project.environment))
    for container in found:
        assert container["HostConfig"]["ReadonlyRootfs"]
        assert container["EffectiveCaps"] in (None, [])
        assert container["HostConfig"]["SecurityOpt"] == ["no-new-privileges"]
