"""What holds on every screen: axe finds nothing in either theme, and a strict policy is enough."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.test_timer import category
from tests.servers import ROOT, Clockwork

AXE = ROOT / "static-src" / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = (
    "/",
    "/?q=spring",
    "/?tag=spring",
    "/?day=2026-03-14",
    "/projects",
    "/projects/tags",
    "/reports",
    "/reports?view=share",
    "/reports?view=year",
    "/settings",
    "/import",
    "/settings/data",
    "/api/docs",
)
EDITOR = re.compile("^(Edit entry|Eintrag bearbeiten)$")
POLICY = "default-src 'self'"


def faults(page: Page) -> list[str]:
    """What axe finds, each with its place."""
    page.evaluate(Path(AXE).read_text())
    found = page.evaluate("() => axe.run().then(({ violations }) => violations)")
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("theme", "locale"), [("light", "en-GB"), ("dark", "en-GB"), ("light", "de-DE")]
)
def test_axe_finds_nothing_under_a_strict_policy(
    server: Clockwork, open_context: Callable[..., BrowserContext], theme: str, locale: str
) -> None:
    server.call(
        "POST", "/api/time/start", {"categoryId": category(server)["id"], "tags": ["spring"]}
    )
    context = open_context(color_scheme=theme, locale=locale, reduced_motion="reduce")
    page = context.new_page()
    page.route("**/*", with_policy)
    found = {}
    for address in SCREENS:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found[address] = faults(page)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    found["palette"] = faults(page)
    page.keyboard.press("Escape")
    page.locator(".entry-main").press("Enter")
    page.get_by_role("form", name=EDITOR).wait_for()
    found["editor"] = faults(page)
    assert {name: bad for name, bad in found.items() if bad} == {}


# Where the furthest of what is shown ends, as a part of the room that there is.
USED = """() => {
  const main = document.querySelector('main').getBoundingClientRect();
  const ends = [...document.querySelectorAll('main :is(button, a, input, td, h2, p, svg)')]
    .filter((element) => element.checkVisibility())
    .map((element) => element.getBoundingClientRect().right);
  return (Math.max(...ends) - main.left) / main.width;
}"""


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_wide_screen_is_used(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    server.call(
        "POST", "/api/time/start", {"categoryId": category(server)["id"], "tags": ["spring"]}
    )
    page = open_context(viewport={"width": 2560, "height": 1440}).new_page()
    used = {}
    for address in SCREENS:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        used[address] = page.evaluate(USED)
    assert {address: part for address, part in used.items() if part < 0.75} == {}
    page.goto("/projects")
    expect(page.get_by_role("treegrid")).to_be_visible()
    expect(page.get_by_role("table", name="Tags")).to_be_visible()


def with_policy(route: object) -> None:
    """The server's answer, under the policy whether or not it sends one itself."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})
