"""What pip builds is the whole tracker: the page, the migrations and every dependency."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.servers import ROOT, Clockwork

UVX = Path(sys.executable).parent / "uvx"


class Installed(Clockwork):
    """From the wheel alone, as somebody has it who has no checkout."""

    def environment(self, database_url, **settings):
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return {**kept, **settings}


@pytest.fixture(scope="module")
def wheel():
    subprocess.run(["make", "--silent", "wheel"], cwd=ROOT, check=True)
    (built,) = (ROOT / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An environment with nothing but the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", wheel]
    subprocess.run(pip, cwd=folder, check=True)
    return [str(folder / "bin" / "clockwork")]


def tracks_time(program, folder, monkeypatch):
    monkeypatch.setattr(Installed, "program", program)
    server = Installed("", folder)
    try:
        with urllib.request.urlopen(server.url) as page:
            assert "<title>Clockwork</title>" in page.read().decode()
        status, project = server.call("POST", "/api/projects", {"name": "P"})
        assert status == 201
        path = f"/api/projects/{project['id']}/categories"
        _, category = server.call("POST", path, {"name": "C"})
        start = {"categoryId": category["id"]}
        assert server.call("POST", "/api/time/start", start)[0] == 201
    finally:
        server.stop()
    assert (folder / "data" / "clockwork.db").is_file()


def test_what_pip_installs_is_a_working_tracker(installed, tmp_path, monkeypatch):
    folder = tmp_path / "elsewhere"
    folder.mkdir()

    tracks_time(installed, folder, monkeypatch)


def test_uvx_runs_it_without_installing(wheel, tmp_path, monkeypatch):
    tracks_time([str(UVX), "--from", str(wheel), "clockwork"], tmp_path, monkeypatch)


def test_the_command_is_the_same_as_the_module(installed, tmp_path):
    made = subprocess.run([*installed, "openapi"], cwd=tmp_path, capture_output=True, check=True)

    assert json.loads(made.stdout) == json.loads((ROOT / "static-src/openapi.json").read_text())


def test_the_folders_of_the_wheel_can_be_set_otherwise(installed, tmp_path):
    done = subprocess.run([*installed, "migrate", "status"], cwd=tmp_path, text=True, check=False,
                          env={"MIGRATIONS_DIR": "nowhere"}, capture_output=True)  # fmt: skip

    assert done.returncode == 1
    assert "MIGRATIONS_DIR" in done.stderr
