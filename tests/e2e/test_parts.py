"""Parts of the page are loaded when they are first needed, and may not be there then."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Watch
from tests.e2e.test_timer import category, rows
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

PANEL = "**/assets/Panel-*.js"
EDITOR = "**/assets/EntryEditor-*.js"


@pytest.fixture
def watch(watch: Watch) -> Watch:
    watch.expected += ["Failed to load resource", "dynamically imported module"]
    return watch


def test_without_the_network_the_rest_goes_on_and_the_part_comes_with_it(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = started(server, open_context)
    week = page.get_by_role("region", name="This week")
    page.route(PANEL, lambda route: route.abort("internetdisconnected"))
    page.route("**/livez", lambda route: route.abort("internetdisconnected"))
    page.goto("/")
    expect(rows(page, "Planning")).to_have_attribute("data-running", "true")
    expect(week).to_have_count(0)
    page.keyboard.press("s")
    expect(rows(page, "Planning")).to_have_attribute("data-running", "false")

    page.unroute(PANEL)
    page.unroute("**/livez")
    page.evaluate("dispatchEvent(new Event('online'))")

    expect(week).to_be_visible()


def test_an_editor_that_cant_be_loaded_opens_when_it_can(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = started(server, open_context)
    page.route(EDITOR, lambda route: route.abort("internetdisconnected"))
    page.route("**/livez", lambda route: route.abort("internetdisconnected"))
    page.goto("/")
    rows(page, "Planning").locator(".entry-main").press("Enter")
    expect(rows(page, "Planning")).to_be_visible()
    expect(page.locator("form.editor")).to_have_count(0)

    page.unroute(EDITOR)
    page.unroute("**/livez")
    page.evaluate("dispatchEvent(new Event('online'))")

    expect(page.locator("form.editor")).to_be_visible()


def test_a_part_that_an_upgrade_took_away_asks_for_a_reload(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = started(server, open_context)
    page.route("**/assets/ProjectsScreen-*.js", lambda route: route.fulfill(status=404))
    page.goto("/")
    page.get_by_role("link", name="Projects").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Part of the page couldn't be loaded. Reload to get the current version."
    )
    page.unroute("**/assets/ProjectsScreen-*.js")
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Projects")


def started(server: Clockwork, open_context: Callable[..., BrowserContext]) -> Page:
    place = category(server)
    server.call("POST", "/api/time/start", {"categoryId": place["id"]})
    return open_context(service_workers="block").new_page()
