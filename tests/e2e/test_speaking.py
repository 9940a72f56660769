"""What is heard of the page: messages and numbers of suggestions, through one lasting region."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.test_timer import START, category, messages, rows
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

# What a screen reader is told: whatever comes into a live region, or changes in it.
LISTEN = """
window.heard = [];
new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    for (const node of type === "childList" ? addedNodes : [target]) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest("[aria-live=polite]")) heard.push(element.textContent);
    }
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""
HEARD = "heard.filter((text) => text.includes('suggestion'))"
# Longer than the moment for which nothing may change.
PAUSE_MS = 1_500


def test_messages_come_into_a_region_that_was_there_before(server: Clockwork, page: Page) -> None:
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"]})
    page.goto("/")
    expect(rows(page)).to_have_count(1)
    region = messages(page)
    expect(region).to_have_text("")
    expect(region).to_have_attribute("aria-live", "polite")
    region.evaluate("region => { region.dataset.same = 'yes' }")
    page.locator(".entry-main").press("Delete")
    expect(region).to_contain_text("Deleted Garden › Planning.")
    region.get_by_role("button", name="Undo").press("Enter")
    expect(region).to_have_text("")
    page.keyboard.press("Control+Shift+z")
    expect(region).to_contain_text("There is nothing to redo.")
    expect(region).to_have_attribute("data-same", "yes")
    # Each would be a region of its own, and be read twice.
    expect(region.locator("[role=alert], [role=status]")).to_have_count(0)


def test_the_number_of_suggestions_is_said_when_typing_pauses(
    server: Clockwork, page: Page
) -> None:
    for name in ("Beds", "Benches", "Paths"):
        category(server, f"Garden of {name}", name)
    page.add_init_script(LISTEN)
    page.clock.install()
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)
    field = page.get_by_role("combobox", name=START)
    field.press_sequentially("bed")
    expect(options(page, "bed")).to_have_count(1)
    assert page.evaluate(HEARD) == []
    page.clock.run_for(PAUSE_MS)
    assert page.evaluate(HEARD) == [said(page)]
    field.press("Backspace")
    expect(options(page, "be")).to_have_count(1)
    page.clock.run_for(PAUSE_MS)
    assert page.evaluate(HEARD)[1:] == [said(page)]
    # Left: there is nothing to choose from any more.
    field.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.clock.run_for(PAUSE_MS)
    assert len(page.evaluate(HEARD)) == 2


def options(page: Page, note: str) -> Locator:
    """The suggestion to take what is typed as a note: it is there once that is read."""
    return page.get_by_role("option").filter(has=page.get_by_text(note, exact=True))


def said(page: Page) -> str:
    count = page.get_by_role("option").count()
    return "1 suggestion" if count == 1 else f"{count} suggestions"


def test_in_a_dialog_its_own_region_speaks(server: Clockwork, page: Page) -> None:
    category(server)
    page.goto("/")
    expect(page.get_by_role("combobox", name=START)).to_be_visible()
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="Commands")
    expect(dialog.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("go to")
    expect(dialog.get_by_role("region", name="Messages")).to_have_text("4 suggestions")
    page.keyboard.type(" nowhere")
    expect(dialog.get_by_role("region", name="Messages")).to_have_text("No suggestions")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(messages(page)).to_have_text("")
