"""The NixOS module, as far as it can be held without NixOS: by the units that it makes."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.commands import attempt
from tests.image.conftest import wait_for
from tests.image.containers import answers

MACHINES = ("sqlite", "postgresql")
SERVICES = ("clockwork.service", "clockwork-backup.service")
STATE = "/var/lib/clockwork"
PORT = "18081"
# A program under what NoNewPrivileges and MemoryDenyWriteExecute come to, by prctl(2).
CONFINED = """
import ctypes, os, sys
for option in (38, 65):
    assert ctypes.CDLL(None).prctl(option, 1, 0, 0, 0) == 0
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.fixture(scope="module")
def machines() -> Path:
    return nix.build("checks.x86_64-linux.module")


def fields(unit: Path, name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", unit.read_text(), re.MULTILINE)


@pytest.mark.parametrize("machine", MACHINES)
def test_systemd_understands_the_units(machines, machine):
    units = sorted((machines / machine).glob("*.*"))
    names = {unit.name for unit in units}

    done = attempt("systemd-analyze", "verify", "--man=no", *units)

    assert {*SERVICES, "clockwork-backup.timer"} <= names
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("machine", MACHINES)
def test_systemd_rates_them_as_hardly_exposed(machines, machine, service, figure):
    done = attempt(
        "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager",
        machines / machine / service,
    )  # fmt: skip

    rated = done.stdout.strip().splitlines()[-1].split(": ")[-1].split()[0]
    figure(f"exposure of {service}, {machine}", rated, "at most 2.0")
    assert done.returncode == 0, done.stdout


def test_each_machine_has_its_own_database(machines):
    urls = {
        machine: next(
            line
            for line in fields(machines / machine / SERVICES[0], "Environment")
            if "_URL" in line
        )
        for machine in MACHINES
    }

    assert urls["sqlite"] == f'"DATABASE_URL=sqlite:///{STATE}/clockwork.db"'
    assert "postgresql:///clockwork?host=/run/postgresql" in urls["postgresql"]
    assert "postgresql.target" in fields(machines / "postgresql" / SERVICES[0], "Requires")[0]


def test_its_commands_migrate_serve_and_back_up_where_memory_is_not_written_and_run(
    machines, tmp_path
):
    """As the units say it, in a folder of the test's; without the sandbox, but for what a process
    can ask for itself."""
    serve, save = (machines / "sqlite" / service for service in SERVICES)
    (tmp_path / "backups").mkdir()
    environment = {"PORT": PORT} | dict(
        shlex.split(line)[0].replace(STATE, str(tmp_path)).split("=", 1)
        for line in fields(serve, "Environment")
    )

    def start(unit: Path, field: str) -> subprocess.Popen:
        (line,) = fields(unit, field)
        command = shlex.split(line.replace(STATE, str(tmp_path)))
        confined = [sys.executable, "-c", CONFINED, *command]
        with (tmp_path / "log").open("a") as log:
            return subprocess.Popen(confined, cwd=tmp_path, env=environment, stdout=log, stderr=log)

    assert start(serve, "ExecStartPre").wait(60) == 0
    server = start(serve, "ExecStart")
    wait_for(lambda: answers(f"http://127.0.0.1:{PORT}/readyz"), 30)
    backed_up = start(save, "ExecStart").wait(60)
    server.terminate()

    assert server.wait(30) == 0
    assert backed_up == 0
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_it_runs_the_flakes_program_unless_told_otherwise(machines):
    program = nix.build("default") / "bin/clockwork"

    assert fields(machines / "sqlite" / SERVICES[0], "ExecStart") == [f"{program} serve"]


def test_the_overlay_adds_the_program_and_nothing_else():
    scope = "{ callPackage = _: _: { command = true; }; }"

    assert nix.evaluate("overlays.default", nix.ROOT, "--apply", f"o: o {scope} {{ }}") == {
        "clockwork": True
    }
