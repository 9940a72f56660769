"""Clockwork and the bare handler as processes, and what they take."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.processor import taken
from tests.servers import ROOT, environment, free_port

STARTS = 5


class Server:
    """A process that listens at `port`; until then it took so many seconds of a processor."""

    def __init__(self, command: Sequence[str], env: dict[str, str]) -> None:
        self.port = free_port()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115
        arguments = [part.replace("{port}", str(self.port)) for part in command]
        self._process = subprocess.Popen(
            arguments, env={**env, "PORT": str(self.port)}, stderr=self._log, stdout=self._log
        )
        self._wait()
        self.until_listening = self.cpu()

    def _wait(self) -> None:
        deadline = time.monotonic() + 30
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self._log.seek(0)
                raise RuntimeError(self._log.read().decode())
            time.sleep(0.001)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def resident(self) -> float:
        """Megabytes of memory."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0

    def cpu(self) -> float:
        """Seconds of processor time that it has taken, whatever else the machine did."""
        return taken(self._process.pid)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(40)
        self._log.close()


@contextmanager
def clockwork(url: str, mode: str = "none") -> Iterator[Server]:
    """Clockwork as in production, its log in a file."""
    env = environment(url, ENV="production", AUTH_MODE=mode)
    with _running(Server([sys.executable, "-m", "clockwork", "serve"], env)) as server:
        yield server


@contextmanager
def bare(url: str, script: dict[str, Any]) -> Iterator[Server]:
    """The bare handler; `script` is what each address runs and answers."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(script, file)
        file.flush()
        command = [sys.executable, "-m", "bench.bare", url, "{port}", file.name]
        with _running(Server(command, {**os.environ, "PYTHONPATH": str(ROOT)})) as server:
            yield server


def starting(url: str) -> float:
    """Seconds of a processor until Clockwork listens, in the median of some starts."""
    measured = []
    for _ in range(STARTS):
        with clockwork(url) as server:
            measured.append(server.until_listening)
    return median(measured)


@contextmanager
def _running(server: Server) -> Iterator[Server]:
    try:
        yield server
    finally:
        server.stop()
