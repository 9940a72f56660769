"""compose.yml for real: Docker, PostgreSQL, the image."""

import json

import pytest

from tests.conftest import eventually
from tests.image.commands import ROOT, run


@pytest.fixture
def up(compose):
    compose.call("up", "--detach", "--wait")
    return compose


def test_it_comes_up_in_order_and_serves(up):
    containers = up.containers()

    assert containers["postgres"]["State"]["Health"]["Status"] == "healthy"
    assert containers["server"]["State"]["Health"]["Status"] == "healthy"
    migrate = containers["migrate"]["State"]
    assert (migrate["Status"], migrate["ExitCode"]) == ("exited", 0)
    assert containers["migrate"]["RestartCount"] == 0
    events = up.events()
    steps = [
        ("postgres", "health_status: healthy"),
        ("migrate", "start"),
        ("migrate", "die"),
        ("server", "start"),
        ("server", "health_status: healthy"),
    ]
    assert [event for event in events if event in steps] == steps
    assert "001_create_tables" in up.call("logs", "migrate")
    status, page = up.request("/")
    assert (status, b"<html" in page) == (200, True)
    status, made = up.request("/api/projects", {"name": "P"})
    assert status == 201
    assert json.loads(up.request("/api/projects")[1])[0]["id"] == json.loads(made)["id"]


def test_a_lost_database_is_said_and_found_again_without_a_restart(up):
    started = up.containers()["server"]["State"]["StartedAt"]
    up.call("kill", "postgres")
    up.wait_for("/healthz", 503)
    assert up.request("/livez")[0] == 200
    assert up.request("/api/projects")[0] == 503

    up.call("start", "postgres")
    up.wait_for("/healthz", 200)

    assert up.request("/api/projects")[0] == 200
    assert up.containers()["server"]["State"]["StartedAt"] == started


def test_a_server_that_is_there_before_its_database_waits_and_does_not_crash(make_compose):
    compose = make_compose(AUTH_MODE="none", ALLOW_ANONYMOUS="true", DB_AUTO_MIGRATE="true")
    compose.call("up", "--detach", "--no-deps", "server")
    eventually(lambda: "Waiting for the database" in compose.call("logs", "server"), 30)
    assert compose.request("/livez")[0] == 200

    compose.call("up", "--detach", "--no-deps", "postgres")

    compose.wait_for("/healthz", 200)
    server = compose.containers()["server"]
    assert (server["RestartCount"], server["State"]["Status"]) == (0, "running")


def test_down_and_up_keep_the_data(up):
    up.request("/api/projects", {"name": "kept"})

    up.call("down")
    up.call("up", "--detach", "--wait")

    assert [one["name"] for one in json.loads(up.request("/api/projects")[1])] == ["kept"]


def test_every_container_is_locked_down(up):
    for name, container in up.containers().items():
        host = container["HostConfig"]
        assert container["Config"]["User"].split(":")[0] not in ("", "0", "root"), name
        assert host["ReadonlyRootfs"], name
        assert host["CapDrop"] == ["ALL"], name
        assert not host["CapAdd"], name
        assert host["SecurityOpt"] == ["no-new-privileges:true"], name
        assert not host["Privileged"], name
        assert host["Memory"] > 0, name
        assert host["PidsLimit"] > 0, name
        assert host["LogConfig"]["Config"]["max-size"], name
    for name in ("server", "postgres"):
        shown = run("docker", "top", up.containers()[name]["Id"], "-o", "pid,uid")
        process = shown.splitlines()[1:]
        assert process
        assert not any(line.split()[1] in ("0", "root") for line in process)
        assert up.containers()[name]["HostConfig"]["RestartPolicy"]["Name"] == "unless-stopped"


def test_nothing_is_published_beyond_this_machine(up):
    ports = [
        binding["HostIp"]
        for container in up.containers().values()
        for bindings in (container["HostConfig"]["PortBindings"] or {}).values()
        for binding in bindings
    ]

    assert ports == ["127.0.0.1"] * 2


def test_without_a_password_it_says_so(make_compose):
    compose = make_compose(POSTGRES_PASSWORD="")

    done = compose.attempt("up", "--detach")

    assert done.returncode != 0
    assert "set POSTGRES_PASSWORD" in done.stderr


def test_make_starts_it_says_the_address_and_stops_it(compose, tmp_path):
    secret = tmp_path / "password"
    secret.write_text("from a file\n")
    del compose.environment["POSTGRES_PASSWORD"]
    compose.environment["POSTGRES_PASSWORD_FILE"] = str(secret)

    started = compose.make("up")
    assert started.returncode == 0, started.stderr
    assert f"Clockwork is at {compose.url}" in started.stdout
    assert "schema is current" in compose.make("migrate").stderr
    refused = compose.make("down", "VOLUMES=1", answer="no")
    assert refused.returncode != 0
    assert compose.request("/livez")[0] == 200
    removed = compose.make("down", "VOLUMES=1", answer="remove")
    assert removed.returncode == 0, removed.stderr
    volumes = run("docker", "volume", "ls", "--quiet", "--filter", f"name={compose.name}")
    assert volumes == ""


def test_a_backup_goes_through_the_container(up):
    up.request("/api/projects", {"name": "kept"})

    command = "docker compose run --rm -T migrate"
    made = run(
        "sh", "-c", f"{command} backup - | {command} restore --replace - 2>&1", env=up.environment
    )

    assert "project: 1 of 1" in made
    assert [one["name"] for one in json.loads(up.request("/api/projects")[1])] == ["kept"]


def test_the_example_for_development_is_valid(make_compose, tmp_path):
    compose = make_compose()
    files = (
        "--file",
        str(ROOT / "compose.yml"),
        "--file",
        str(ROOT / "compose.override.yml.example"),
    )

    merged = json.loads(compose.call(*files, "config", "--format", "json"))

    environment = merged["services"]["server"]["environment"]
    assert environment["ENV"] == "development"
    assert environment["AUTH_MODE"] == "none"


def test_what_holds_secrets_is_never_tracked():
    assert run("git", "check-ignore", ".env", "compose.override.yml").split() == [
        ".env",
        "compose.override.yml",
    ]
