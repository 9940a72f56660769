"""Where a person's own colours replace the page's, what only a colour said has an edge."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.test_timer import START, add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = [
    pytest.mark.parametrize("kind", ["sqlite"], indirect=True),
    pytest.mark.parametrize("theme", ["light", "dark"]),
]

# The first of an element's edges that can be seen on the ground: its contrast, and what it is.
EDGE = """
([selector, part]) => {
  const element = document.querySelector(selector);
  if (!element) return `nothing is ${selector}`;
  const style = getComputedStyle(element, part || null);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const page = getComputedStyle(document.documentElement).backgroundColor;
  // As it is seen, lying on the page.
  const light = (color) => {
    for (const one of [page, color]) {
      canvas.fillStyle = one;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) => one / 255).map(
      (one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(page);
  const drawn = (name) =>
    parseFloat(style[`${name}Width`]) > 0 && !["none", "hidden"].includes(style[`${name}Style`]);
  const edges = ["outline", "borderTop", "borderRight", "borderBottom", "borderLeft"]
    .filter(drawn).map((name) => style[`${name}Color`]);
  if (element instanceof SVGElement && style.stroke !== "none") edges.push(style.stroke);
  const best = Math.max(0, ...edges.map(light).map(
    (one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05)));
  return best >= 3 ? "" : `${selector}${part}: ${edges.join(", ") || "no edge"}`;
}
"""


@pytest.fixture
def page(open_context: Callable[..., BrowserContext], theme: str) -> Page:
    return open_context(forced_colors="active", color_scheme=theme).new_page()


def without_edge(page: Page, *things: str) -> list[str]:
    """Those of the things that have no edge to be seen; `::` leads to what a rule has added."""
    split = [thing.partition("::") for thing in things]
    found = [page.evaluate(EDGE, [selector, mark + part]) for selector, mark, part in split]
    return [one for one in found if one]


def track(server: Clockwork) -> None:
    beds = category(server, "Garden", "Beds")
    add(server, beds, yesterday("09:00"), yesterday("10:00"), tags=["spring"])
    # Since midnight, that the day has an arc; a second later than what may be there.
    midnight = f"{datetime.now(UTC):%Y-%m-%d}T00:00:00Z"
    server.call("POST", "/api/time/start", {"categoryId": beds["id"], "startedAt": midnight})


def test_the_timer_shows_what_runs_what_is_chosen_and_every_colour(
    server: Clockwork, page: Page
) -> None:
    track(server)
    page.goto("/")
    expect(rows(page)).to_have_count(2)
    page.locator(".dial-arc").first.wait_for()
    drawn = (".entry .dot", ".dial-arc", ".dial-hand", ".ribbon::before", ".ribbon-part::before",
             ".week-days li[data-today=true] .week-bar span")  # fmt: skip
    running = ".entry[data-running=true]"
    assert without_edge(page, *drawn, f"{running}::after", ".rail [aria-current=page]") == []
    # What is chosen looks otherwise than what runs.
    assert without_edge(page, running) != []
    page.locator(".entry-main").first.focus()
    page.keyboard.press("ArrowDown")
    assert without_edge(page, ".entry:has(> :focus-visible)") == []
    page.locator(".dial button").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator(".dial-focus").wait_for()
    assert without_edge(page, ".dial-focus") == []


def test_what_floats_and_what_is_chosen_in_it_have_an_edge(server: Clockwork, page: Page) -> None:
    track(server)
    page.goto("/")
    field = page.get_by_role("combobox", name=START)
    field.fill("beds")
    page.keyboard.press("ArrowDown")
    page.locator(".option[aria-selected=true]").wait_for()
    assert without_edge(page, ".options", ".option[aria-selected=true]", "#start-line") == []
    field.fill("beds yesterday 12-11")
    page.keyboard.press("Enter")
    page.locator(".start-problem").wait_for()
    assert without_edge(page, ".start-problem", ".start-field input") == []
    field.fill("")
    page.locator(".entry-main").nth(1).press("Delete")
    expect(messages(page)).to_contain_text("Deleted")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    assert without_edge(page, ".notice", "dialog", "dialog .option[aria-selected=true]") == []


def test_projects_and_reports_keep_their_bars(server: Clockwork, page: Page) -> None:
    track(server)
    page.goto("/projects")
    page.locator(".share-bar").first.wait_for()
    page.locator(".tree-row").first.focus()
    page.keyboard.press("ArrowDown")
    bars = (".tree-row .dot", ".share-bar", ".tree-weeks rect")
    assert without_edge(page, *bars, ".tree-row:focus-visible") == []

    page.goto("/reports?range=last-7-days")
    page.locator(".chart .fill").first.wait_for()
    page.locator(".chart > svg").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".chart-cursor").wait_for()
    bars = (".chart .fill", ".report-key .swatch rect", ".chart-zero", ".chart-cursor")
    chosen = (".segments [aria-pressed=true]", ".chart > svg:focus-visible")
    assert without_edge(page, *bars, *chosen, '.report-tip[data-open="true"]') == []
    page.goto("/reports?view=year")
    page.locator(".chart > svg").focus()
    page.keyboard.press("ArrowRight")
    days = (".heat:not(.shade-0)", ".heat.shade-0", ".heat[data-active=true]")
    assert without_edge(page, *days, ".swatch rect") == []
