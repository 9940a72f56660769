"""Menus after the ARIA menu-button pattern, with real keys, wherever there is one."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.test_timer import add, category, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

# Where it is, its button, what it holds in order, and what Tab leads to from the button.
PROJECT = ("Add category", "Rename", "Colour", "Archive", "Delete")
TAG = ("Rename", "Merge into…", "Remove")
MENUS = {
    "project": ("/projects", "Actions for Garden", PROJECT),
    "tag": ("/projects/tags", "Actions for #one", TAG),
    "reports": ("/reports", "Saved reports", ("Save this report…",)),
}


def open_screen(server: Clockwork, page: Page, where: str) -> tuple[Locator, tuple[str, ...]]:
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), tags=["one", "two"])
    address, name, items = MENUS[where]
    page.goto(address)
    return page.get_by_role("button", name=re.compile(f"^{name}")), items


@pytest.mark.parametrize("where", MENUS)
def test_keys_open_a_menu_walk_through_it_and_close_it(
    server: Clockwork, page: Page, where: str
) -> None:
    button, names = open_screen(server, page, where)
    menu = page.get_by_role("menu")
    items = page.get_by_role("menuitem")
    expect(button).to_have_attribute("aria-haspopup", "menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    for opens, first in (("Enter", 0), ("Space", 0), ("ArrowDown", 0), ("ArrowUp", -1)):
        page.keyboard.press(opens)
        expect(items).to_have_text(list(names))
        expect(items.nth(first)).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(button).to_have_attribute("aria-controls", menu.get_attribute("id") or "none")
        page.keyboard.press("Escape")
        expect(menu).to_have_count(0)
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    for key, at in (("ArrowUp", -1), ("ArrowDown", 0), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        expect(items.nth(at)).to_be_focused()
    last = names[-1]
    page.keyboard.press(last[0].lower())
    expect(items.filter(has_text=last)).to_be_focused()


@pytest.mark.parametrize("where", MENUS)
def test_tab_closes_a_menu_and_goes_on_from_its_button(
    server: Clockwork, page: Page, where: str
) -> None:
    button, _ = open_screen(server, page, where)
    for key in ("Tab", "Shift+Tab"):
        button.focus()
        page.keyboard.press(key)
        beside = page.evaluate_handle("document.activeElement")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("menuitem").first).to_be_focused()
        page.keyboard.press(key)
        expect(page.get_by_role("menu")).to_have_count(0)
        assert page.evaluate("beside => beside === document.activeElement", beside)


def test_a_press_elsewhere_closes_a_menu_and_keys_of_the_page_wait(
    server: Clockwork, page: Page
) -> None:
    button, _ = open_screen(server, page, "project")
    button.click()
    page.keyboard.press("n")
    expect(page.get_by_role("combobox", name="Start a timer")).not_to_be_focused()
    expect(page.get_by_role("menuitem").first).to_be_focused()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")
