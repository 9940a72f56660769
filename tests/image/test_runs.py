"""The image at work, as its users run it: under podman and under docker."""

import json
import signal
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.image.commands import attempt
from tests.image.conftest import wait_for
from tests.image.containers import Container, Engine, memory_limit
from tests.image.postgres import HOST, PostgresImage

SOON = 2  # seconds, of which the engine takes some
CA_IN_CONTAINER = "/ca.crt"
TRUSTED_BY = {
    "SSL_CERT_FILE": (f"--env=SSL_CERT_FILE={CA_IN_CONTAINER}", ""),
    "sslrootcert": ("", f"&sslrootcert={CA_IN_CONTAINER}"),
}


def call(server: Container, method: str, path: str, body: object = None) -> dict:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"} if data else {}
    request = urllib.request.Request(server.url + path, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=10) as response:
        content = response.read()
    return json.loads(content) if content else {}


def track_something(server: Container) -> None:
    """What somebody does in their first minute."""
    project = call(server, "POST", "/api/projects", {"name": "Clockwork"})
    path = f"/api/projects/{project['id']}/categories"
    category = call(server, "POST", path, {"name": "Work"})
    call(server, "POST", "/api/time/start", {"categoryId": category["id"]})
    assert call(server, "GET", "/api/time/active")["categoryId"] == category["id"]
    call(server, "POST", "/api/time/stop")
    assert call(server, "GET", "/api/entries")["items"][0]["stoppedAt"]


@pytest.fixture
def server(engine: Engine) -> Container:
    """A server on SQLite that answers."""
    server = engine.serve()
    server.wait_until_served()
    return server


def test_on_sqlite_it_keeps_its_data_when_the_container_is_replaced(engine, figure):
    volume = f"--volume={engine.new_volume()}:/data"
    first = engine.serve(volume)
    seconds = first.wait_until_served()
    figure(f"{engine.program} run to the first 200, new volume", f"{seconds * 1000:.0f} ms")
    track_something(first)
    assert first.stop() == 0
    engine.call("rm", first.name)

    second = engine.serve(volume)

    seconds = second.wait_until_served()
    figure(f"{engine.program} run to the first 200, old volume", f"{seconds * 1000:.0f} ms")
    assert [p["name"] for p in call(second, "GET", "/api/projects")] == ["Clockwork"]
    assert len(call(second, "GET", "/api/entries")["items"]) == 1


@pytest.fixture
def network(engine: Engine) -> str:
    return engine.new_network()


@pytest.fixture
def postgres(engine: Engine, network: str, postgres_image: PostgresImage) -> Container:
    started = postgres_image.start(engine, network)
    wait_for(lambda: "ready to accept connections" in started.logs, 30)
    return started


@pytest.mark.parametrize("way", TRUSTED_BY)
def test_on_postgresql_it_migrates_and_serves_over_verified_tls(
    engine, network, postgres, postgres_image, way
):
    setting, parameter = TRUSTED_BY[way]
    url = f"postgresql://clockwork@{HOST}/postgres?sslmode=verify-full{parameter}"
    authority = f"--volume={postgres_image.authority}:{CA_IN_CONTAINER}:ro"
    options = [f"--network={network}", f"--env=DATABASE_URL={url}", authority]
    options += [setting] if setting else []

    assert "Running 001" in engine.log_of("migrate", "up", options=tuple(options))
    server = engine.serve(*options)

    server.wait_until_served()
    track_something(server)
    assert server.stop() == 0


def test_a_database_whose_certificate_nobody_trusts_is_refused(engine, network, postgres):
    url = f"postgresql://clockwork@{HOST}/postgres?sslmode=verify-full"
    options = (f"--network={network}", f"--env=DATABASE_URL={url}")

    done = attempt(*engine.run_once("migrate", "up", options=options), env=engine.environment)

    assert done.returncode == 1
    assert "certificate verify failed" in done.stderr


def test_its_own_health_check_finds_it_healthy(engine, figure):
    server = engine.serve("--health-interval=1s")
    server.wait_until_served()

    server.execute("/app/healthcheck")

    if engine.program == "podman" and not Path("/run/systemd/private").exists():
        figure("podman's health check", "run by hand", "its timers need systemd, which is not here")
        engine.call("healthcheck", "run", server.name)
    wait_for(lambda: server.health() == "healthy", 30)


def test_the_health_check_fails_where_nothing_serves(engine):
    idle = "import time; time.sleep(60)"
    container = engine.start(f"--entrypoint={engine.interpreter}", arguments=("-c", idle))

    check = (engine.program, "exec", container.name, "/app/healthcheck")
    done = attempt(*check, env=engine.environment)

    assert done.returncode == 1


def test_the_page_opens_in_a_browser(server, browser_page):
    problems: list[str] = []
    browser_page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    browser_page.on("pageerror", lambda error: problems.append(str(error)))

    browser_page.goto(server.url)

    browser_page.locator("#root *").first.wait_for()
    assert "Clockwork" in browser_page.title()
    assert problems == []


@pytest.fixture
def browser_page() -> Iterator[object]:
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options += ["--disable-component-update", "--disable-sync", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=options)
        yield browser.new_page()
        browser.close()


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = [attempt("which", name).stdout.strip() for name in names]
    return next(path for path in found if path)


def test_the_page_comes_compressed(server):
    request = urllib.request.Request(server.url, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request, timeout=10) as response:
        assert response.headers["Content-Encoding"] == "br"


def test_sigterm_ends_it_with_status_zero(server):
    assert server.stop() == 0


@pytest.mark.parametrize("moment", [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.9])
def test_sigterm_in_the_first_second_is_obeyed(engine, moment):
    """By whatever runs just then: the program, Python, the command line or the server."""
    starting = engine.serve("--env=DRAIN_SECONDS=0")
    time.sleep(moment)

    engine.call("kill", "--signal=TERM", starting.name)

    killed_at = time.monotonic()
    assert engine.call("wait", starting.name) in {"0", str(128 + signal.SIGTERM)}
    assert time.monotonic() - killed_at < SOON


def test_the_other_commands_are_arguments(engine):
    assert json.loads(engine.command("openapi"))["info"]["title"]
    assert "001_" in engine.command("migrate", "status")
    assert "Track time" in engine.command("--help")


def test_the_program_is_there_for_who_enters_a_container(server):
    server.wait_until_served()

    assert "001_" in server.execute("clockwork", "migrate", "status")


def test_it_writes_nowhere_but_in_data_and_tmp(engine):
    said = engine.python("""
import pathlib
for folder in ("/", "/app", "/etc", "/nix/store", "/data", "/tmp"):
    try:
        (pathlib.Path(folder) / "written").write_text("")
        print(folder)
    except OSError:
        pass
""")
    assert said.split() == ["/data", "/tmp"]


def test_it_runs_locked_down_within_128_megabytes(server, engine, figure):
    track_something(server)
    inspected = server.inspect()
    status = Path(f"/proc/{inspected['State']['Pid']}/status").read_text()
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)

    assert fields["Uid"].split() == ["65532"] * 4
    assert int(fields["CapEff"], 16) == int(fields["CapBnd"], 16) == 0
    assert fields["NoNewPrivs"] == "1"
    used = int(fields["VmHWM"].split()[0]) / 1024
    figure(f"memory at most, under {engine.program}", f"{used:.0f} MiB", "of 128 MB")
    if memory_limit():
        assert inspected["HostConfig"]["Memory"] == 128 * 2**20
        assert not inspected["State"]["OOMKilled"]
    else:
        figure("memory limit", "not tested", "this machine has no memory controller for containers")
