"""A compose project of the repository's own compose.yml, under a name and ports of its own."""

import json
import time
import urllib.error
import urllib.request
from subprocess import CompletedProcess
from uuid import uuid4

from tests.image.commands import ROOT, attempt, run
from tests.servers import free_port

# Any character may be in a password.
PASSWORD = "p@ss:w/rd?#% $$1"
PLUGINS = ROOT / ".make/deploy/docker"


class Compose:
    """Starts, asks and stops; everything of it is gone after `remove`."""

    def __init__(self, settings: dict[str, str]) -> None:
        self.name = f"clockwork-test-{uuid4().hex[:8]}"
        self.environment = {
            "COMPOSE_PROJECT_NAME": self.name,
            "COMPOSE_DISABLE_ENV_FILE": "true",
            "POSTGRES_PASSWORD": PASSWORD.replace("$$", "$"),
            "SERVER_PORT": str(free_port()),
            "POSTGRES_PORT": str(free_port()),
            **({"DOCKER_CONFIG": str(PLUGINS)} if PLUGINS.exists() else {}),
            **settings,
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.environment['SERVER_PORT']}"

    def call(self, *arguments: str) -> str:
        return run("docker", "compose", *arguments, env=self.environment)

    def attempt(self, *arguments: str) -> CompletedProcess[str]:
        return attempt("docker", "compose", *arguments, env=self.environment)

    def make(self, target: str, *variables: str, answer: str = "") -> CompletedProcess[str]:
        """Run a target of the Makefile on this project."""
        command = ["sh", "-c", f'printf "%s\\n" "{answer}" | make {target} {" ".join(variables)}']
        return attempt(*command, env=self.environment, seconds=240)

    def containers(self) -> dict[str, dict]:
        """What Docker says of each service's container, finished ones too."""
        names = self.call("ps", "--all", "--quiet").split()
        found = json.loads(run("docker", "inspect", *names))
        return {one["Config"]["Labels"]["com.docker.compose.service"]: one for one in found}

    def events(self) -> list[tuple[str, str]]:
        """What happened to which service, in order."""
        told = run(
            *("docker", "events", "--since", "30m", "--until", str(int(time.time()) + 1)),
            *(
                "--filter",
                f"label=com.docker.compose.project={self.name}",
                "--format",
                "{{json .}}",
            ),
            env=self.environment,
        )
        events = [json.loads(line) for line in told.splitlines()]
        service = "com.docker.compose.service"
        return [(event["Actor"]["Attributes"][service], event["Action"]) for event in events]

    def request(self, path: str, body: object = None) -> tuple[int, bytes]:
        """One request to the server; its status and body."""
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(
                urllib.request.Request(self.url + path, data), timeout=20
            ) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def wait_for(self, path: str, status: int, seconds: float = 60) -> None:
        """Until a path answers with a status."""
        deadline = time.monotonic() + seconds
        while self.request(path)[0] != status:
            assert time.monotonic() < deadline, f"{path} did not come to answer {status}"
            time.sleep(0.1)

    def remove(self) -> None:
        self.attempt("down", "--volumes", "--timeout", "5")
