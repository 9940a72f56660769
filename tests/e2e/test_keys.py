"""Keys are a person's own: single ones can be turned off, and each can be changed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.test_timer import START, category, messages
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@contextmanager
def new_keys(page: Page, action: str) -> Iterator[Locator]:
    """The field in which keys are pressed; it is opened and left by key."""
    button = page.get_by_role("button", name=f"Change keys: {action}")
    button.press("Enter")
    field = page.get_by_role("textbox", name=f"New keys: {action}")
    expect(field).to_be_focused()
    yield field
    expect(field).to_have_count(0)
    expect(button).to_be_focused()


def help_line(page: Page, action: str) -> Locator:
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    return dialog.locator("dl > div").filter(has_text=action)


def run_command(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Type a command")).to_be_focused()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_single_keys_can_be_turned_off_and_those_with_ctrl_stay(
    server: Clockwork, page: Page
) -> None:
    page.goto("/")
    expect(page.get_by_text("Press N to get to the field")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("s")
    off = page.get_by_role("group", name="Single keys").get_by_role("radio", name="Off")
    off.check()
    page.get_by_role("link", name="Timer").click()
    expect(page.get_by_text("Type what you are working on")).to_be_visible()
    expect(page.get_by_text("Press N")).to_have_count(0)
    field = page.get_by_role("combobox", name=START)
    for key in ("n", "?", "g", "p"):
        page.keyboard.press(key)
    expect(field).not_to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)

    run_command(page, "keyboard")
    expect(help_line(page, "Start something")).to_contain_text("in Commands")
    expect(help_line(page, "Search commands")).to_contain_text("CtrlK")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Type what you are working on")).to_be_visible()
    page.keyboard.press("n")
    expect(field).not_to_be_focused()


def test_keys_are_changed_by_pressing_them_and_hold_everywhere(
    server: Clockwork, page: Page
) -> None:
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"]})
    page.goto("/settings")
    page.get_by_text("Keys of each command").click()
    with new_keys(page, "Stop") as field:
        page.keyboard.press("x")
        expect(page.get_by_text("X is already used for “Split entry”.")).to_be_visible()
        page.keyboard.press("Enter")
        expect(field).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_text("has a use of its own")).to_be_visible()
        page.keyboard.press("q")
        page.keyboard.press("q")
        expect(field).to_have_value("Q then Q")
        page.keyboard.press("Enter")
    # Given away, it is free; and has to stay with whom it was given to.
    with new_keys(page, "Start something"):
        page.keyboard.press("s")
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Reset keys: Stop").click()
    expect(messages(page)).to_have_text("S is already used for “Start something”.")

    page.get_by_role("link", name="Timer").click()
    running = page.locator(".entry[data-running=true]")
    expect(running).to_have_count(1)
    page.keyboard.press("s")
    expect(page.get_by_role("combobox", name=START)).to_be_focused()
    expect(running).to_have_count(1)
    # Its list, then the field.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(help_line(page, "Start something")).to_contain_text("S")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    command = page.get_by_role("option").filter(has_text="Stop")
    expect(command).to_contain_text("QthenQ")
    page.keyboard.press("Escape")
    with page.expect_response("**/api/time/stop"):
        page.keyboard.press("q")
        page.keyboard.press("q")


def test_keys_are_taken_away_and_reset(server: Clockwork, page: Page) -> None:
    page.goto("/settings")
    page.get_by_text("Keys of each command").click()
    with new_keys(page, "Go to Reports"):
        page.keyboard.press("Escape")
    with new_keys(page, "Go to Reports"):
        page.get_by_role("button", name="No keys", exact=True).click()
    with new_keys(page, "Go to Projects"):
        page.keyboard.press("Control+Shift+P")
        page.keyboard.press("Enter")
    page.reload()
    page.get_by_text("Keys of each command").click()
    row = page.locator(".key-row").filter(has_text="Go to Reports")
    expect(row).to_contain_text("no keys")
    page.get_by_role("button", name="Reset keys: Go to Reports").click()
    expect(row).to_contain_text("GthenR")
    page.get_by_role("button", name="Reset all keys").click()
    expect(page.locator(".key-row").filter(has_text="Go to Projects")).to_contain_text("GthenP")
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name="Projects", exact=True)).to_be_visible()
