"""The command line."""

import json
import re
import subprocess
import sys

import pytest

from clockwork.accounts import administration
from clockwork.db.database import connected_to
from tests.conftest import settings_for
from tests.servers import environment, run_clockwork


@pytest.fixture
def run(empty_url, tmp_path):
    def run(*arguments, **settings):
        return run_clockwork(*arguments, database_url=empty_url, cwd=tmp_path, **settings)

    return run


@pytest.mark.parametrize(
    "command",
    [(), ("serve",), ("migrate",), ("migrate", "up"), ("migrate", "down"), ("migrate", "status"),
     ("migrate", "create"), ("healthcheck",), ("openapi",), ("demo",), ("backup",), ("restore",),
     ("tidy",), ("export",), ("user",), ("user", "list"), ("user", "export"),
     ("user", "remove")],
)  # fmt: skip
def test_every_command_explains_itself(tmp_path, command):
    done = run_clockwork(*command, "--help", database_url="", cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout.startswith("usage: clockwork")


def test_errors_are_one_line_without_a_traceback(run, tmp_path):
    (tmp_path / "file").touch()
    for arguments, settings, said in (
        (("serve",), {"PORT": "x"}, "PORT"),
        (("serve",), {"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        (("serve",), {"HOST": "203.0.113.1"}, "203.0.113.1"),
        (("migrate", "up"), {"MIGRATIONS_DIR": "nowhere"}, "MIGRATIONS_DIR"),
        (("migrate", "up"), {"DATABASE_URL": "sqlite:///file/x/a.db"}, "file"),
        (
            ("migrate", "up"),
            {"DATABASE_URL": "postgres:///x?host=/nowhere", "DB_WAIT_SECONDS": "0"},
            "nowhere",
        ),
        (("migrate", "down", "--to", "x"), {}, "x"),
        (("demo", "--until", "tomorrow"), {}, "tomorrow"),
    ):
        done = run(*arguments, **settings)
        assert done.returncode == 1, arguments
        *_, last = done.stderr.splitlines()
        assert last.startswith("clockwork: ")
        assert said in last
        assert "Traceback" not in done.stderr


def test_where_the_log_is_json_what_services_say_is_too(run):
    for arguments, settings, said in (
        (("migrate", "up"), {}, "Running 001_create_tables"),
        (("migrate", "down"), {}, "1 undone."),
        (("migrate", "up"), {"MIGRATIONS_DIR": "nowhere"}, "MIGRATIONS_DIR"),
        (("backup", "a.backup"), {}, "migrate up"),
        (("migrate", "up"), {}, "the schema is current"),
        (("backup", "a.backup"), {}, "rows backed up"),
        (("restore", "b.backup"), {}, "b.backup"),
        (("serve",), {"PORT": "x"}, "PORT"),
        (("serve",), {"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
    ):
        done = run(*arguments, ENV="production", **settings)

        assert done.stdout == ""
        lines = [json.loads(line) for line in done.stderr.splitlines()]
        assert any(said in line["message"] for line in lines)
        assert (lines[-1]["level"] == "critical") == bool(done.returncode)


def test_migrations_are_run_listed_and_undone(run):
    assert "pending  001_create_tables" in run("migrate", "status").stdout
    assert "Running 001_create_tables" in run("migrate", "up").stdout
    assert run("migrate", "up").stdout == "The schema is current.\n"
    assert "applied  001_create_tables" in run("migrate", "status").stdout
    assert "Undoing 001_create_tables" in run("migrate", "down", "--to", "zero").stdout
    assert "pending  001_create_tables" in run("migrate", "status").stdout


def test_health_is_an_exit_status(server, tmp_path):
    def check(*arguments, **settings):
        return run_clockwork("healthcheck", *arguments, database_url="", cwd=tmp_path, **settings)

    assert check(f"{server.url}/healthz").returncode == 0
    assert check(server.url).returncode == 0
    assert check(PORT=server.url.rpartition(":")[2]).returncode == 0
    refused = check(f"{server.url}/api/nowhere")
    assert (refused.returncode, "404" in refused.stderr) == (1, True)
    server.stop()
    gone = check(server.url)
    assert (gone.returncode, gone.stderr.count("\n")) == (1, 1)
    assert check("ftp://x").returncode == 1


def test_the_health_check_needs_the_standard_library_alone(server):
    script = "import sys; sys.path = [p for p in sys.path if 'site-packages' not in p]; " \
             "from clockwork.server.healthcheck import check; " \
             "sys.exit(check(sys.argv[1]))"  # fmt: skip

    done = subprocess.run([sys.executable, "-S", "-c", script, server.url], check=False,
                          env=environment(""), capture_output=True, text=True)  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_a_demo_is_a_year_of_work_and_the_same_for_the_same_seed(run, empty_url, start_server):
    done = run("demo", "--until", "2026-06-30")
    assert done.returncode == 0, done.stderr
    server = start_server(empty_url)
    year = "from=2025-07-01T00:00:00Z&to=2026-07-01T00:00:00Z"

    _, report = server.call("GET", f"/api/reports/summary?{year}&groupBy=project,month")
    hours = {row["label"]: row["seconds"] // 3600 for row in report["rows"]}

    assert len(hours) == 5
    assert hours["Clockwork"] == 915
    assert all(len(row["rows"]) == 12 for row in report["rows"])
    again = run("demo")
    assert (again.returncode, "holds projects" in again.stderr) == (1, True)


def test_names_give_no_orders_to_a_terminal(run, empty_url):
    run("migrate", "up")
    with connected_to(settings_for(empty_url)):
        administration.add(None, 1, "Eve\x1b]0;owned\x07\nactive", "eve", "member", None)

    listed = run("user", "list")

    assert listed.stdout.count("\n") == 1
    assert "Eve\\x1b]0;owned\\x07\\nactive" in listed.stdout


@pytest.mark.parametrize("command", ["migrate up", "user list"])
def test_no_error_repeats_a_password(tmp_path, command):
    for url in ("postgresql://u:hun/ter2@127.0.0.1:1/d", "postgresql://u:hun@ter2@127.0.0.1:1/d",
                "postgresql://u:hunter2%zz@127.0.0.1:1/d", "postgresql://u:hunter2@127.0.0.1:1/d",
                "postgresql://u:hunter2@127.0.0.1:99999/d"):  # fmt: skip
        done = run_clockwork(*command.split(), database_url=url, cwd=tmp_path, DB_WAIT_SECONDS="0")
        said = done.stdout + done.stderr
        assert done.returncode == 1
        assert "Traceback" not in said
        assert not re.search("hunter2|ter2|hun/", said), url
