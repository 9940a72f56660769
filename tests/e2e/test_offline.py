"""The page without the server, and with a new one: the service worker, and the installed app."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Response, expect

from tests.conftest import eventually
from tests.e2e.conftest import FLAGS, STATIC, Watch, find_chromium
from tests.servers import ROOT, Clockwork

on_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

# What a build holds, but for what only the server takes.
APART = re.compile(r"\.vite/.*|licenses\.json|sw\.js|.*\.(br|gz)")
KEPT = """async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    return kept.map(requests => requests.map(request => new URL(request.url).pathname).sort());
}"""
# The worker that an update brings comes to stand by, or gives up.
SETTLED = """async () => {
    const registration = await navigator.serviceWorker.ready;
    const failed = await registration.update().then(() => false, () => true);
    const found = registration.installing;
    if (failed || !found) return "nothing new";
    await new Promise(done => found.addEventListener("statechange", done));
    return found.state;
}"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A build of the test's own, to change; the siblings of files are no more what files are."""
    folder = tmp_path / "built"
    shutil.copytree(STATIC, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    return folder


@pytest.fixture
def server(serve: Callable[..., Clockwork], built: Path) -> Clockwork:
    return serve(STATIC_DIR=str(built))


@pytest.fixture
def context(open_context: Callable[..., BrowserContext]) -> BrowserContext:
    """A profile in which the worker may work."""
    return open_context(worker=True)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def files(folder: Path) -> list[str]:
    """The addresses of all that a build consists of."""
    every = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return sorted(f"/{file}" for file in every if not APART.fullmatch(file))


def open_kept(page: Page, address: str = "/") -> None:
    """Open the page, and wait until it is kept."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready")
    expect(page.get_by_role("combobox", name="Start a timer")).to_be_visible()


def build_again(folder: Path, mark: str) -> None:
    """A later build: every part has other content and another name, and none of before is there."""
    assets = {file.name: f"{file.stem}{mark}{file.suffix}" for file in folder.glob("assets/*")}
    names = re.compile("|".join(map(re.escape, assets)))
    for path in files(folder):
        file = folder / path[1:]
        if file.suffix in {".js", ".css", ".html"}:
            file.write_text(names.sub(lambda found: assets[found[0]], file.read_text()))
        if file.name in assets:
            file.rename(file.with_name(assets[file.name]))
    build_worker(folder)


def build_worker(folder: Path) -> None:
    script = f"import('./worker.mjs').then(made => made.buildWorker({json.dumps(str(folder))}))"
    subprocess.run(["node", "-e", script], cwd=ROOT / "static-src", check=True, timeout=60)


def script_of(page: Page) -> str:
    """The script that a tab was opened with: it tells the build."""
    return page.locator("script[src*=first]").get_attribute("src") or ""


def request_of(answer: Response | None) -> str:
    """The request that the server gave an answer to, at whatever time."""
    assert answer
    return answer.headers["x-request-id"]


@on_sqlite
def test_the_page_opens_without_the_server_with_all_its_parts(
    serve: Callable[..., Clockwork], server: Clockwork, built: Path, page: Page, watch: Watch
) -> None:
    watch.expected += ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET"]
    open_kept(page)
    server.stop()

    for address in ("/", "/reports?range=this-week", "/?do=start", "/a-screen-of-tomorrow"):
        answer = page.goto(address)
        assert answer
        assert answer.ok
    expect(page.get_by_role("combobox", name="Start a timer")).to_be_visible()
    # It asks a few times before it says that the server can't be reached.
    past = page.get_by_role("link", name="Reload from the server")
    expect(past).to_have_attribute("href", "/?fresh", timeout=30_000)
    parts = [path for path in files(built) if path.startswith("/assets/")]
    statuses = page.evaluate(
        "paths => Promise.all(paths.map(path => fetch(path).then(answer => answer.status)))", parts
    )
    assert statuses == [200] * len(parts)

    serve(STATIC_DIR=str(built))
    open_kept(page)


@on_sqlite
def test_all_of_the_page_is_kept_and_nothing_of_the_api(
    server: Clockwork, built: Path, page: Page
) -> None:
    open_kept(page)
    with page.expect_response("**/api/time/start") as started:
        page.get_by_role("combobox", name="Start a timer").fill("Garden › Beds")
        page.keyboard.press("Enter")
    page.get_by_role("link", name="Reports").click()
    expect(page.get_by_role("heading", name="Reports")).to_be_visible()

    assert page.evaluate(KEPT) == [files(built)]
    assert not started.value.from_service_worker


@on_sqlite
def test_what_is_not_the_pages_own_is_asked_of_the_server(server: Clockwork, page: Page) -> None:
    """A proxy that signs people in has addresses too, and wants to see who comes."""
    open_kept(page)
    kept = request_of(page.reload())
    assert request_of(page.goto("/projects")) == kept

    for address in ("/oauth2/callback?code=1", "/?fresh", "/icons/idle.svg"):
        assert request_of(page.goto(address)) != kept
    for address in ("/api/docs", "/api/session", "/healthz", "/livez", "/readyz"):
        answer = page.goto(address)
        assert answer
        assert not answer.from_service_worker


@on_sqlite
def test_a_new_build_is_offered_and_not_forced(
    server: Clockwork, built: Path, context: BrowserContext, page: Page
) -> None:
    open_kept(page)
    other = context.new_page()
    open_kept(other)
    before = script_of(page)
    build_again(built, "b")

    assert page.evaluate(SETTLED) == "installed"
    for tab in (page, other):
        expect(tab.get_by_text("A new version is available.")).to_be_visible()
    page.reload()
    assert script_of(page) == before

    page.get_by_role("button", name="Reload").click()
    expect(page.locator(f"script[src='{before}']")).to_have_count(0)
    open_kept(page)
    assert script_of(page) != before
    # The other tab is of the build before, whose parts the server has no more.
    assert script_of(other) == before
    for name in ("Reports", "Projects", "Settings"):
        other.get_by_role("link", name=name).click()
        expect(other.get_by_role("heading", name=name, level=1)).to_be_visible()
    assert len(other.evaluate(KEPT)) == 2

    other.get_by_role("button", name="Reload").click()
    expect(other.locator(f"script[src='{before}']")).to_have_count(0)
    open_kept(other)
    assert other.evaluate(KEPT) == [files(built)]


@on_sqlite
def test_a_new_build_is_looked_for_at_focus_once_an_hour(
    server: Clockwork, built: Path, page: Page
) -> None:
    page.clock.install()
    open_kept(page)
    build_again(built, "b")
    look, offered = (
        "dispatchEvent(new Event('focus'))",
        page.get_by_text("A new version is available."),
    )

    page.clock.fast_forward("59:00")
    page.evaluate(look)
    page.wait_for_timeout(500)
    expect(offered).to_have_count(0)
    page.clock.fast_forward("01:01")
    page.evaluate(look)
    expect(offered).to_be_visible()


@on_sqlite
def test_a_new_build_waits_until_nobody_uses_the_one_before(
    server: Clockwork, built: Path, context: BrowserContext, page: Page
) -> None:
    open_kept(page)
    before = script_of(page)
    build_again(built, "b")
    assert page.evaluate(SETTLED) == "installed"
    page.close()

    def is_new() -> bool:
        tab = context.new_page()
        open_kept(tab)
        script = script_of(tab)
        tab.close()
        return script != before

    eventually(is_new)


def break_a_part(folder: Path) -> None:
    next(folder.glob("assets/ReportsScreen*.js")).unlink()


def mix(folder: Path) -> None:
    """As while servers are replaced one by one."""
    page = folder / "index.html"
    page.write_text(page.read_text() + "<!-- another -->")


@on_sqlite
@pytest.mark.parametrize("break_it", [break_a_part, mix])
def test_half_a_build_replaces_nothing(
    server: Clockwork, built: Path, page: Page, break_it: Callable[[Path], None]
) -> None:
    open_kept(page)
    before, kept = script_of(page), page.evaluate(KEPT)
    build_again(built, "b")
    break_it(built)

    assert page.evaluate(SETTLED) == "redundant"
    open_kept(page)
    assert script_of(page) == before
    expect(page.get_by_text("A new version is available.")).to_have_count(0)
    eventually(lambda: page.reload() is not None and page.evaluate(KEPT) == kept)


@on_sqlite
def test_a_server_that_is_away_replaces_nothing(
    server: Clockwork, built: Path, page: Page, watch: Watch
) -> None:
    watch.expected += ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET"]
    open_kept(page)
    server.stop()

    assert page.evaluate(SETTLED) == "nothing new"
    assert page.evaluate(KEPT) == [files(built)]


@pytest.fixture
def lasting(playwright: Playwright, tmp_path: Path, server: Clockwork) -> Iterator[Page]:
    """A tab of a profile that lasts: others install nothing."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=find_chromium(), args=FLAGS, base_url=server.url
    )
    yield context.pages[0]
    context.close()


@on_sqlite
def test_chromium_takes_it_for_an_app_to_install(lasting: Page) -> None:
    open_kept(lasting)
    chromium = lasting.context.new_cdp_session(lasting)

    found = chromium.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    for address in [manifest["start_url"], *(one["url"] for one in manifest["shortcuts"])]:
        assert lasting.goto(address).ok
    for icon in manifest["icons"]:
        size = lasting.evaluate(
            """async address => {
                const picture = Object.assign(new Image(), {src: address});
                await picture.decode();
                return `${picture.naturalWidth}x${picture.naturalHeight}`;
            }""",
            icon["src"],
        )
        assert icon["sizes"] in {size, "any"}
    assert chromium.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
