"""Clockwork and the bare handler as processes, and what they take."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.client import Request
from clockwork.accounts import tokens
from clockwork.accounts.local import LOCAL_PERSON
from clockwork.app import create_app
from clockwork.config import Settings
from clockwork.db.database import connected_to
from clockwork.tracking.actor import Actor
from tests.servers import ROOT, environment, free_port


class Server:
    """A process that listens; `port`, and the seconds until it listened and was healthy."""

    def __init__(self, command: Sequence[str], env: dict[str, str], probe: str) -> None:
        self.port = free_port()
        self.log = tempfile.TemporaryFile()  # noqa: SIM115
        began = time.perf_counter()
        arguments = [part.replace("{port}", str(self.port)) for part in command]
        self.process = subprocess.Popen(
            arguments, env={**env, "PORT": str(self.port)}, stderr=self.log, stdout=self.log
        )
        self.listening = self._wait(lambda: self._answers(probe, any_status=True), began)
        self.healthy = self._wait(lambda: self._answers(probe, any_status=False), began)

    def _wait(self, condition: Any, began: float) -> float:
        while not condition():
            if self.process.poll() is not None or time.perf_counter() - began > 30:
                self.log.seek(0)
                raise RuntimeError(self.log.read().decode())
            time.sleep(0.002)
        return time.perf_counter() - began

    def _answers(self, path: str, any_status: bool) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5):
                return True
        except urllib.error.HTTPError as error:
            error.close()
            return any_status
        except OSError:
            return False

    def resident(self) -> float:
        """Megabytes of memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0

    def cpu(self) -> float:
        """Seconds of processor time that it has taken, whatever else the machine did."""
        taken = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(taken[11]) + int(taken[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(40)
        self.log.close()


def start_clockwork(url: str, mode: str = "none") -> Server:
    """Clockwork as in production, its log in a file."""
    env = environment(url, ENV="production", AUTH_MODE=mode)
    return Server([sys.executable, "-m", "clockwork", "serve"], env, "/healthz")


def make_token(settings: Settings) -> str:
    """A token of the person whose work is measured."""
    with connected_to(settings):
        _, key = tokens.create(Actor(LOCAL_PERSON), "bench", "track", None)
    return key


def start_bare(url: str, recording: Path) -> Server:
    """The bare handler for what was recorded."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bench.bare", url, "{port}", str(recording)]
    return Server(command, env, "/bare")


def record(settings: Settings, requests: Sequence[Request], file: Path) -> None:
    """Write down the statements that each request runs and the size of its answer."""
    recorded: dict[str, Any] = {"/bare": {"statements": [["SELECT 1", []]], "bytes": 2}}
    app = create_app(settings)
    client = app.test_client()
    warm_up = next(request for request in requests if request.method == "POST")
    client.post(warm_up.path, data=warm_up.body)
    statements: list[list[Any]] = []
    app.database.query_hooks.append(
        lambda event: statements.append([event.sql, list(event.params or ())])
    )
    for request in requests:
        statements.clear()
        response = client.open(request.path, method=request.method, data=request.body)
        if response.status_code >= 300:
            raise RuntimeError(response.text)
        found = {"statements": list(statements), "bytes": len(response.data)}
        if request.method == "POST":
            found |= _roles(response.get_json(), statements)
            begin = "BEGIN IMMEDIATE" if settings.uses_sqlite else "BEGIN"
            found["statements"] = [[begin, []], *statements, ["COMMIT", []]]
        recorded[request.path] = found
    app.database.close_all()
    file.write_text(json.dumps(recorded))


def _roles(entry: dict[str, Any], statements: Sequence[list[Any]]) -> dict[str, Any]:
    """Which values of a start or stop differ each time: the new entry's, the running one's."""
    stopped = [values[-1] for sql, values in statements if sql.startswith("UPDATE entry")]
    return {"new": entry["id"] if len(stopped) != 1 or stopped[0] != entry["id"] else "",
            "running": stopped[0] if stopped else ""}  # fmt: skip
