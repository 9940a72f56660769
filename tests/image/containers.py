"""Podman and Docker, told apart by nothing but their names."""

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from tests.image.commands import attempt, run

IMAGE = "clockwork"


def memory_limit() -> tuple[str, ...]:
    """128 MB, where the machine has a memory controller that containers can use."""
    controllers = Path("/sys/fs/cgroup/cgroup.controllers")
    has_own = Path("/sys/fs/cgroup/memory/memory.limit_in_bytes").exists()
    if has_own or (controllers.exists() and "memory" in controllers.read_text().split()):
        return ("--memory=128m",)
    return ()


# As a careful operator runs it.
LOCKED_DOWN = (
    "--read-only",
    "--cap-drop=all",
    "--security-opt=no-new-privileges",
    "--user=65532:65532",
    "--tmpfs=/tmp:rw,mode=1777",
    *memory_limit(),
)
# Without accounts: what is tested is the image.
OPEN = ("--env=AUTH_MODE=none", "--env=ALLOW_ANONYMOUS=true")


def podman_configuration(folder: Path) -> Path:
    """For machines without systemd, with cgroups of either version and limits that stay."""
    file = folder / "containers.conf"
    file.write_text(
        "[containers]\n"
        'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]\n'
        '[engine]\nruntime = "runc"\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n'
        '[network]\nnetwork_backend = "netavark"\n'
    )
    return file


@dataclass
class Container:
    """A container that was started, and where it is reached."""

    engine: "Engine"
    name: str
    started_at: float

    @property
    def url(self) -> str:
        port = self.engine.call("port", self.name, "8080/tcp").splitlines()[0].rpartition(":")[2]
        return f"http://127.0.0.1:{port}"

    @property
    def logs(self) -> str:
        done = attempt(self.engine.program, "logs", self.name, env=self.engine.environment)
        return done.stdout + done.stderr

    def inspect(self) -> dict:
        return json.loads(self.engine.call("inspect", "--type=container", self.name))[0]

    def health(self) -> str:
        state = self.inspect()["State"]
        return (state.get("Health") or state["Healthcheck"])["Status"]

    def execute(self, *command: str) -> str:
        return self.engine.call("exec", self.name, *command)

    def wait_until_served(self, seconds: float = 30) -> float:
        """Seconds from the start to the first 200 from /healthz."""
        deadline = self.started_at + seconds
        url = f"{self.url}/healthz"
        while not answers(url):
            assert time.monotonic() < deadline, self.logs
            time.sleep(0.005)
        return time.monotonic() - self.started_at

    def stop(self) -> int:
        """End it by SIGTERM; its exit status."""
        self.engine.call("stop", "--time=30", self.name)
        return self.inspect()["State"]["ExitCode"]


def answers(url: str) -> bool:
    try:
        return urllib.request.urlopen(url, timeout=2).status == 200
    except (OSError, urllib.error.URLError):
        return False


@dataclass
class Engine:
    """podman or docker."""

    program: str
    environment: dict[str, str]
    containers: list[str] = field(default_factory=list)
    networks: list[str] = field(default_factory=list)
    volumes: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)

    def call(self, *arguments: object) -> str:
        return run(self.program, *arguments, env=self.environment)

    def load(self, archive: Path) -> None:
        said = self.call("load", "--input", archive)
        self.images.append(said.splitlines()[-1].split()[-1])

    @property
    def image(self) -> str:
        return self.images[0]

    @property
    def interpreter(self) -> str:
        return json.loads(self.call("image", "inspect", self.image))[0]["Config"]["Entrypoint"][0]

    def run_once(self, *arguments: str, options: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The command line that runs one command in a container of its own."""
        return (self.program, "run", "--rm", *LOCKED_DOWN, *OPEN, *options, self.image, *arguments)

    def command(self, *arguments: str, options: tuple[str, ...] = ()) -> str:
        """What one of Clockwork's commands writes."""
        return run(*self.run_once(*arguments, options=options), env=self.environment)

    def log_of(self, *arguments: str, options: tuple[str, ...] = ()) -> str:
        """What one of Clockwork's commands says in its log."""
        done = attempt(*self.run_once(*arguments, options=options), env=self.environment)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def python(self, code: str) -> str:
        """What a piece of Python prints that runs inside the image."""
        entrypoint = (f"--entrypoint={self.interpreter}",)
        return run(*self.run_once("-c", code, options=entrypoint), env=self.environment)

    def start(
        self, *options: str, image: str | None = None, arguments: tuple[str, ...] = ()
    ) -> Container:
        name = f"clockwork-test-{uuid4().hex[:12]}"
        self.containers.append(name)
        started_at = time.monotonic()
        self.call("run", "--detach", f"--name={name}", *options, image or self.image, *arguments)
        return Container(self, name, started_at)

    def serve(self, *options: str) -> Container:
        """A locked-down server on a port of the machine's."""
        return self.start(*LOCKED_DOWN, *OPEN, "--publish=127.0.0.1::8080", *options)

    def new_volume(self) -> str:
        self.volumes.append(f"clockwork-test-{uuid4().hex[:12]}")
        return self.call("volume", "create", self.volumes[-1]).splitlines()[-1]

    def new_network(self) -> str:
        self.networks.append(f"clockwork-test-{uuid4().hex[:12]}")
        self.call("network", "create", self.networks[-1])
        return self.networks[-1]

    def remove_containers(self) -> None:
        self._remove(self.containers, "rm", "--force", "--volumes")
        self._remove(self.networks, "network", "rm")
        self._remove(self.volumes, "volume", "rm")

    def clean(self) -> None:
        self.remove_containers()
        self._remove(self.images, "rmi", "--force")

    def _remove(self, names: list[str], *command: str) -> None:
        while names:
            attempt(self.program, *command, names.pop(), env=self.environment)
