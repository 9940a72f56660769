"""A phone: nothing is wider than it, nothing that a finger should hit is smaller than 44 px."""

import re
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import PHONE, Watch
from tests.e2e.test_timer import add, category, yesterday
from tests.servers import Clockwork

Step = Callable[[Page], object]

# Measured by hitting: what a control's own box, its label or its pseudo-elements take in, less
# what lies over it; what is clipped away comes into sight when it has the focus. The parts of a
# ribbon are as wide as they are long, and all that they do is done by the rows and the plus beside
# them; the dial's buttons are for keys, its arcs for fingers.
TOO_SMALL = """() => {
  const controls = 'a[href], button, input, select, summary, [role=option]';
  const scope = document.querySelector('dialog[open]') ?? document;
  const reach = (target, x, y, dx, dy) => {
    let length = 0;
    while (length < 44) {
      const at = document.elementFromPoint(x + dx * (length + 1), y + dy * (length + 1));
      if (!target.contains(at)) break;
      length += 1;
    }
    return length;
  };
  const clipped = (element) =>
    element !== null &&
    (getComputedStyle(element).clipPath !== 'none' || clipped(element.parentElement));
  return [...scope.querySelectorAll(controls)].flatMap((control) => {
    const target = control.closest('label') ?? control;
    if (control.matches('.ribbon button, .dial button') || control.disabled) return [];
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = target.getBoundingClientRect();
    if (clipped(target) || !target.checkVisibility()) return [];
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    // Under a list that is open nothing is to be hit.
    const over = document.elementFromPoint(x, y)?.closest('.options, .menu');
    if (over && !over.contains(target)) return [];
    const width = reach(target, x, y, -1, 0) + reach(target, x, y, 1, 0) + 1;
    const height = reach(target, x, y, 0, -1) + reach(target, x, y, 0, 1) + 1;
    return width >= 43 && height >= 43 ? [] : [`${width} x ${height}: ${control.outerHTML}`];
  });
}"""
# As a phone lays it out: there, what is too wide pushes the bar at its foot out of sight.
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def stay(_page: Page) -> None:
    """Nothing to do but look."""


def tap(name: str, role: str = "button") -> Step:
    return lambda page: page.get_by_role(role, name=name).first.tap()


def then(*steps: Step) -> Step:
    return lambda page: [step(page) for step in steps]


def type_line(page: Page) -> None:
    page.get_by_role("combobox", name="Start a timer").fill("planning seeds yesterday 9-10:15")
    expect(page.get_by_role("option").first).to_be_visible()


def overlap(page: Page) -> None:
    field = page.get_by_role("combobox", name="Start a timer")
    field.fill("planning seeds yesterday 9-10:15")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()


def add_time(page: Page) -> None:
    tap("Add time: Today")(page)
    field = page.get_by_role("combobox", name="Category")
    expect(field).to_be_focused()
    # What it offers would lie over others.
    field.blur()


SCREENS = (
    ("/", stay),
    ("/", type_line),
    ("/", overlap),
    ("/", lambda page: page.locator(".entry-main").first.tap()),
    ("/", add_time),
    ("/", tap("Commands")),
    ("/", then(tap("Commands"), tap("Show keyboard shortcuts", "option"))),
    ("/projects", stay),
    ("/projects", tap("Actions for Planning")),
    ("/projects", then(tap("Actions for Planning"), tap("Rename", "menuitem"))),
    ("/projects", then(tap("Actions for Planning"), tap("Move to", "menuitem"))),
    ("/projects", then(tap("Actions for Planning"), tap("Delete", "menuitem"))),
    ("/projects/tags", stay),
    ("/projects/tags", then(tap("Actions for #spring"), tap("Remove", "menuitem"))),
    ("/reports", stay),
    ("/reports", then(tap("Saved reports"), tap("Save this report", "menuitem"))),
    ("/reports?range=last-7-days&show=all", stay),
    ("/reports?view=share", stay),
    ("/reports?view=year", stay),
    ("/reports?from=2024-01-01&to=2024-02-01", stay),
    ("/settings", stay),
    ("/settings/data", stay),
    ("/nowhere", stay),
)


def faults(page: Page, screens: Iterable[tuple[str, Step]]) -> list[str]:
    found = []
    for address, step in screens:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        step(page)
        page.wait_for_load_state("networkidle")
        small = [f"{address} {one}" for one in page.evaluate(TOO_SMALL)]
        wide = page.evaluate(TOO_WIDE)
        found += small + ([f"{address} is {wide} px too wide"] if wide else [])
    return found


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_every_screen_fits_a_phone_and_a_finger(
    server: Clockwork, open_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    # What has time in it is not deleted.
    watch.expected.append("status of 409")
    place = category(server)
    for start, stop in (("07:00", "08:30"), ("09:00", "09:10"), ("11:00", "12:00")):
        add(server, place, yesterday(start), yesterday(stop), note="beds", tags=["spring"])
    # The longest name that a day can have.
    add(server, place, "2025-09-24T09:00:00Z", "2025-09-24T10:00:00Z", note="long ago")
    server.call("POST", "/api/time/start", {"categoryId": place["id"], "note": "beds"})
    assert faults(open_context(**TOUCH).new_page(), SCREENS) == []


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_phone_has_what_keys_give(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="beds")
    page = open_context(**TOUCH).new_page()
    page.goto("/projects")
    start = page.get_by_role("banner").get_by_role("button", name="Start")
    assert start.bounding_box()["y"] > PHONE["height"] - 100
    tap("Search or go to a date")(page)
    expect(page.get_by_role("searchbox", name="Search or go to a date")).to_be_focused()
    page.keyboard.type("bed")
    expect(page.locator(".entry")).to_have_count(1)

    page.goto("/projects")
    page.get_by_text("Planning").tap()
    tap("Commands")(page)
    for name in ("New category inside", "Move to…", "Move out one level", "Archive or restore"):
        expect(page.get_by_role("option", name=name)).to_be_visible()
    tap("Rename", "option")(page)
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()

    page.goto("/reports?range=this-year")
    then(tap("Commands"), tap("Earlier range", "option"))(page)
    expect(page).to_have_url(re.compile("range=last-year"))


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_the_page_of_the_api_fits_a_phone(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(**TOUCH).new_page()
    page.goto("/api/docs")
    page.get_by_role("link", name="POST /api/time/start").tap()
    expect(page.get_by_role("heading", name="POST /api/time/start")).to_be_in_viewport()
    assert page.evaluate(TOO_WIDE) == 0
