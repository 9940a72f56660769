"""The same compose.yml with podman-compose.

Podman asks for health by systemd's timers, and waits for it from version 4.6 on. Here, where it
may not be able to, the steps are taken one by one, as it would take them.
"""

import json
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.deploy.compose import Compose
from tests.deploy.postgres import PasswordPostgresImage
from tests.image.commands import attempt, run
from tests.image.conftest import podman  # noqa: F401 - a fixture

PODMAN_COMPOSE = Path(sys.executable).parent / "podman-compose"


@pytest.fixture
def project(podman, tmp_path):  # noqa: F811
    postgres = PasswordPostgresImage(tmp_path / "postgres").load(podman)
    compose = Compose(
        {
            **podman.environment,
            "CLOCKWORK_IMAGE": podman.image,
            "POSTGRES_IMAGE": f"localhost/{postgres}",
            "AUTH_MODE": "none",
            "ALLOW_ANONYMOUS": "true",
        }
    )
    yield compose
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
    call("up", "--detach")
    wait_until_healthy("server")

    with urllib.request.urlopen(f"{project.url}/api/projects", timeout=20) as answer:
        assert json.load(answer) == []
    names = [f"{project.name}_{service}_1" for service in ("postgres", "migrate", "server")]
    found = json.loads(run("podman", "inspect", *names, env=project.environment))
    assert found[1]["State"]["ExitCode"] == 0
    for container in found:
        assert container["HostConfig"]["ReadonlyRootfs"]
        assert container["EffectiveCaps"] in (None, [])
        assert container["HostConfig"]["SecurityOpt"] == ["no-new-privileges"]
