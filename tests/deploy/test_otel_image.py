"""The image that can trace, and the one that says it can't."""

import pytest

from tests.conftest import eventually
from tests.image import nix
from tests.image.commands import attempt
from tests.image.containers import LOCKED_DOWN, OPEN, answers
from tests.servers import free_port


@pytest.fixture(scope="module")
def otel_image(docker):
    docker.load(nix.build("image-otel"))
    return docker.images[-1]


def test_the_image_with_the_extra_sends_traces(docker, otel_image, collector):
    port = str(free_port())
    docker.start(
        *LOCKED_DOWN, *OPEN, "--network=host", "--env=HOST=127.0.0.1", f"--env=PORT={port}",
        "--env=DATABASE_URL=sqlite:////tmp/clockwork.db", "--env=OTEL_BSP_SCHEDULE_DELAY=200",
        f"--env=OTEL_EXPORTER_OTLP_ENDPOINT={collector.url}", image=otel_image,
    )  # fmt: skip
    eventually(lambda: answers(f"http://127.0.0.1:{port}/healthz"), 30)

    assert answers(f"http://127.0.0.1:{port}/api/projects")

    eventually(lambda: any("/api/projects" in span.name for _, span in collector.spans))
    docker.remove_containers()


def test_the_default_image_says_what_it_lacks(docker):
    command = docker.run_once(options=("--env=OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318",))

    done = attempt(*command, env=docker.environment)

    assert done.returncode == 1
    assert "image-otel" in done.stderr
