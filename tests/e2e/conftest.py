"""A real browser on a real server: the built page, as a person meets it."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from tests.servers import ROOT, Clockwork

# Playwright brings a node of its own, which does not start everywhere.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", shutil.which("node") or "node")

STATIC = ROOT / "static-src" / "dist"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--no-first-run")  # fmt: skip
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# As on plain http: most tests are about the page and the server, with nothing in between.
NO_WORKER = "delete Navigator.prototype.serviceWorker"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}

expect.set_options(timeout=10_000)


def find_chromium() -> str:
    """The system's Chromium; RuntimeError when there is none."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        raise RuntimeError("chromium is missing: install your system's package")
    return found


@dataclass
class Watch:
    """What no page may do, whatever a test is about: complain, crash or leave its own origin."""

    origin: str
    faults: list[str] = field(default_factory=list)
    # Parts of messages that a test brings about on purpose, such as a refusal's status.
    expected: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.faults.append(f"crash: {error}"))
        page.on("request", self._asked)

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{kind}: {text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if f"{address.scheme}://{address.netloc}" != self.origin:
            self.faults.append(f"left the origin: {request.url}")

    def unexpected(self) -> list[str]:
        return [one for one in self.faults if not any(part in one for part in self.expected)]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium, started once; each test gets a profile of its own."""
    started = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
    yield started
    started.close()


@pytest.fixture
def serve(start_server: Callable[..., Clockwork], database_url: str) -> Callable[..., Clockwork]:
    """Start a server with the built page on the test's database, at the same address each time."""
    assert (STATIC / "index.html").is_file(), "the page is not built: cd static-src; npm run build"
    kept: dict[str, str] = {}

    def start(**settings: str) -> Clockwork:
        made = start_server(database_url, **{"STATIC_DIR": str(STATIC), **kept, **settings})
        kept["PORT"] = str(urlsplit(made.url).port)
        return made

    return start


@pytest.fixture
def server(serve: Callable[..., Clockwork]) -> Clockwork:
    return serve()


@pytest.fixture
def watch(server: Clockwork) -> Iterator[Watch]:
    """Fails the test at its end for every fault that was not expected."""
    watching = Watch(server.url)
    yield watching
    assert watching.unexpected() == []


@pytest.fixture
def open_context(
    browser: Browser, server: Clockwork, watch: Watch
) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser profiles: UTC, British English, light, 1280 × 800, unless told otherwise.

    Without the service worker, unless told `worker=True`: what it answers, no route intercepts.
    """
    made: list[BrowserContext] = []

    def make(worker: bool = False, **options: object) -> BrowserContext:
        common = {"base_url": server.url, "timezone_id": "UTC", "locale": "en-GB",
                  "color_scheme": "light", "viewport": WIDE}  # fmt: skip
        context = browser.new_context(**{**common, **options})
        if not worker:
            context.add_init_script(NO_WORKER)
        context.set_default_timeout(10_000)
        context.on("page", watch.follow)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """One tab, not yet on any address."""
    return open_context().new_page()
