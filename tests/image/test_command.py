"""`nix run`: the same server without a container."""

import os
import re
import signal
import statistics
import subprocess
import time
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.containers import answers

PORT = 18_080
STARTS = 5


@pytest.fixture(scope="module")
def program() -> Path:
    return nix.build("default") / "bin/clockwork"


def start(program: Path, folder: Path) -> tuple[subprocess.Popen, float]:
    """A server in a folder, and the seconds from its start to serving."""
    started_at = time.monotonic()
    environment = {"PATH": os.environ["PATH"], "PORT": str(PORT)}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([program], cwd=folder, env=environment, stderr=log, stdout=log)
    while not answers(f"http://127.0.0.1:{PORT}/healthz"):
        assert server.poll() is None, (folder / "log").read_text()
        time.sleep(0.001)
    return server, time.monotonic() - started_at


def test_it_serves_on_sqlite_in_the_current_folder(program, tmp_path):
    server, _ = start(program, tmp_path)

    is_served = answers(f"http://127.0.0.1:{PORT}/")

    server.send_signal(signal.SIGTERM)
    assert is_served
    assert server.wait(30) == 0
    assert (tmp_path / "data/clockwork.db").exists()


def test_other_commands_are_arguments(program, tmp_path):
    done = subprocess.run(
        [program, "migrate", "up"], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert "the schema is current" in done.stdout


def test_the_first_process_of_a_container_has_a_handler_before_anything_is_loaded():
    """The kernel drops signals to it that it has no handler for."""
    python = nix.build("runtime") / "bin/python3"
    command = ["unshare", "--pid", "--fork", "--kill-child", python, "-c", "input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as outer:
        process = first_child(outer.pid)
        while b"libpython" not in (process / "maps").read_bytes():
            pass
        caught = re.search(r"SigCgt:\s*(\w+)", (process / "status").read_text())
        os.kill(int(process.name), signal.SIGTERM)

    assert int(caught[1], 16) & 1 << signal.SIGTERM - 1
    assert outer.returncode == 128 + signal.SIGTERM


def first_child(process: int) -> Path:
    children = Path(f"/proc/{process}/task/{process}/children")
    while not (found := children.read_text().split()):
        pass
    return Path("/proc", found[0])


def test_how_long_it_takes_to_serve(program, tmp_path, figure):
    """Printed, not held to: other work on the machine would decide."""
    seconds = []
    for _ in range(STARTS + 1):
        server, took = start(program, tmp_path)
        server.send_signal(signal.SIGTERM)
        server.wait(30)
        seconds.append(took)

    figure("process start to serving, new database", f"{seconds[0] * 1000:.0f} ms")
    figure(
        "process start to serving, old database",
        f"{statistics.median(seconds[1:]) * 1000:.0f} ms",
        "under 400 ms",
    )
    assert len(seconds) == STARTS + 1
