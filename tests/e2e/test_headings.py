"""Where one is: each screen names the document, and its heading takes the focus at arrival."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Watch
from tests.e2e.test_accounts import ADA, set_up, sign_in
from tests.e2e.test_timer import START, category
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


def arrived(page: Page, title: str, heading: str = "") -> None:
    """One comes from another screen: its heading says so, to those who don't see it."""
    expect(page).to_have_title(f"{title} · Clockwork")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading or title)


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def test_every_screen_has_its_title_and_its_heading_takes_the_focus(
    server: Clockwork, page: Page
) -> None:
    page.goto("/")
    expect(page).to_have_title("Timer · Clockwork")
    # Nobody has gone anywhere yet: what is read is the whole page.
    expect(page.locator("body")).to_be_focused()
    page.get_by_role("link", name="Projects").click()
    arrived(page, "Projects")
    page.get_by_role("link", name="Tags").press("Enter")
    arrived(page, "Tags")
    press(page, "g r")
    arrived(page, "Reports")
    page.get_by_role("button", name="Shares").click()
    expect(page).to_have_url(re.compile("view=share"))
    expect(page.get_by_role("button", name="Shares")).to_be_focused()
    press(page, "g s")
    arrived(page, "This browser · Settings", "Settings: This browser")
    page.go_back()
    arrived(page, "Reports")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Type a command")).to_be_focused()
    page.keyboard.type("go to timer")
    page.keyboard.press("Enter")
    arrived(page, "Timer")
    page.goto("/nowhere")
    expect(page).to_have_title("There is nothing at this address · Clockwork")
    page.get_by_role("link", name="Go to the timer").click()
    arrived(page, "Timer")


def test_what_is_asked_for_by_key_has_the_focus_on_the_other_screen(
    server: Clockwork, page: Page
) -> None:
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"]})
    page.goto("/reports")
    expect(page).to_have_title(re.compile(r"^0:00:\d\d · Garden › Planning · Reports$"))
    page.keyboard.press("/")
    expect(page).to_have_title(re.compile("· Timer$"))
    expect(page.get_by_role("searchbox", name="Search or go to a date")).to_be_focused()
    page.keyboard.press("Escape")
    press(page, "g r")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("a")
    form = page.get_by_role("form", name="New entry")
    expect(form.get_by_role("combobox", name="Category")).to_be_focused()
    # Its list, then the form.
    press(page, "Escape Escape")
    press(page, "g p")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    # As it is when a form opens on a screen that was there before.
    page.keyboard.press("a")
    expect(form.get_by_role("combobox", name="Category")).to_be_focused()


def test_accounts_say_where_one_is(
    serve: Callable[..., Clockwork], server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("status of 401")
    server.stop()
    server = serve(AUTH_MODE="password")
    page.goto("/")
    expect(page).to_have_title("Set up Clockwork · Clockwork")
    expect(page.get_by_label("Set-up code")).to_be_focused()
    set_up(server, page)
    arrived(page, "Timer")
    page.get_by_role("link", name="Settings").click()
    arrived(page, "This browser · Settings", "Settings: This browser")
    page.get_by_role("link", name="Account").click()
    arrived(page, "Account · Settings", "Settings: Account")
    press(page, "g o")
    arrived(page, "People · Settings", "Settings: People")

    page.context.clear_cookies()
    # As when the window is looked at again.
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page).to_have_title("Sign in · Clockwork")
    expect(page.get_by_label("E-mail")).to_be_focused()
    sign_in(page, *ADA)
    arrived(page, "People · Settings", "Settings: People")
    expect(page.get_by_role("combobox", name=START)).to_have_value("")
