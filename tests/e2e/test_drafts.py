"""What is typed and not done yet: over a reload, in closed tabs, and when its entry is gone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.page import NOTE, entries, field, type_line
from tests.e2e.test_timer import START, add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of what is refused or gone.
    watch.expected.append("Failed to load resource")
    return watch


@pytest.fixture
def entry(server: Clockwork) -> dict:
    return add(server, category(server), yesterday("09:00"), yesterday("11:00"), note="old")


def edit(page: Page, text: str, note: str) -> None:
    rows(page, text).locator("[data-cell=note]").click()
    field(page, NOTE).fill(note)


def remove(server: Clockwork, entry: dict) -> None:
    assert server.call("DELETE", f"/api/entries/{entry['id']}")[0] == 204


def test_a_split_saves_what_was_typed_first(server: Clockwork, entry: dict, page: Page) -> None:
    page.goto("/")
    edit(page, "old", "a long new note")
    page.get_by_role("textbox", name="Split at").fill("10:00")
    page.get_by_role("button", name="Split here").click()
    expect(rows(page, "a long new note")).to_have_count(2)
    eventually(lambda: [one["note"] for one in entries(server)] == ["a long new note"] * 2)

    # What can't be saved stays, with its reason.
    edit(page, "9:00", "later")
    field(page, "Start").fill("nonsense")
    page.get_by_role("button", name="Split here").click()
    expect(field(page, "Start")).to_be_focused()
    expect(rows(page)).to_have_count(2)


def test_a_deletion_taken_back_brings_what_was_typed(entry: dict, page: Page) -> None:
    page.goto("/")
    edit(page, "old", "a long new note")
    page.get_by_role("form").get_by_role("button", name="Delete").click()
    expect(rows(page)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(field(page, NOTE)).to_have_value("a long new note")


@pytest.mark.parametrize("start", ["9:30", "9:"])
def test_what_was_typed_into_an_entry_that_is_deleted_elsewhere_can_be_saved_as_a_new_one(
    server: Clockwork, entry: dict, page: Page, start: str
) -> None:
    page.goto("/")
    edit(page, "old", "typed for long")
    field(page, "Start").fill(start)
    remove(server, entry)
    # The page asks for what is new every 15 seconds.
    expect(messages(page)).to_contain_text("This entry was deleted elsewhere.", timeout=30_000)
    form = page.get_by_role("form", name="New entry")
    expect(form.get_by_role("textbox", name=NOTE)).to_have_value("typed for long")
    field(page, "Start").fill("9:15")
    form.get_by_role("button", name="Save").click()
    expect(rows(page, "typed for long")).to_contain_text("9:15–11:00")
    eventually(lambda: [one["note"] for one in entries(server)] == ["typed for long"])


def test_a_refusal_of_what_is_gone_gives_back_what_was_typed(
    server: Clockwork, entry: dict, page: Page
) -> None:
    page.goto("/")
    edit(page, "old", "typed for long")
    remove(server, entry)
    page.keyboard.press("Enter")
    form = page.get_by_role("form", name="New entry")
    expect(form.get_by_role("textbox", name=NOTE)).to_have_value("typed for long")


def test_an_editor_stays_in_sight_of_another_search(
    server: Clockwork, entry: dict, page: Page
) -> None:
    add(server, category(server, name="Other"), yesterday("12:00"), yesterday("13:00"), note="two")
    page.goto("/?q=old")
    edit(page, "old", "renamed")
    field(page, "Start").fill("9:")
    page.evaluate("history.pushState(null, '', '/?q=two')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    rows(page, "two").locator("[data-cell=note]").click()
    expect(field(page, "Start")).to_be_focused()
    expect(field(page, NOTE)).to_have_value("renamed")


def test_a_note_of_two_lines_is_edited_without_gluing_them(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="first\nsecond")
    page.goto("/")
    rows(page, "second").locator("[data-cell=end]").click()
    field(page, "End").fill("10:30")
    page.keyboard.press("Enter")
    expect(rows(page, "10:30")).to_be_visible()
    eventually(lambda: entries(server)[0]["durationSeconds"] == 5400)
    assert entries(server)[0]["note"] == "first\nsecond"
    rows(page, "second").locator("[data-cell=note]").click()
    page.keyboard.press("End")
    page.keyboard.type("!")
    page.keyboard.press("Enter")
    eventually(lambda: entries(server)[0]["note"] == "first second!")


def test_a_line_outlives_a_reload_and_a_closed_tab(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    category(server)
    context = open_context()
    page = context.new_page()
    page.goto("/")
    line = page.get_by_role("combobox", name=START)
    line.fill("planning: half a line")
    page.reload()
    expect(line).to_have_value("planning: half a line")
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    other = context.new_page()
    other.goto("/")
    expect(other.get_by_role("combobox", name=START)).to_have_value("planning: half a line")
    # It is in one tab, not in each that opens.
    third = context.new_page()
    third.goto("/")
    expect(third.get_by_role("combobox", name=START)).to_have_value("")


def test_a_line_refused_late_leaves_the_focus_where_one_types(
    server: Clockwork, page: Page
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    page.goto("/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/entries", hold, times=1)
    with page.expect_request("**/api/entries"):
        type_line(page, "planning: refused yesterday 9:30-10:30")
    page.get_by_role("link", name="Projects").click()
    page.get_by_role("button", name="New project").click()
    page.keyboard.type("Half a na")
    held[0].continue_()
    line = page.get_by_role("combobox", name=START)
    expect(line).to_have_value("planning: refused yesterday 9:30-10:30")
    expect(line).to_have_accessible_description(re.compile("overlaps"))
    page.keyboard.type("me")
    expect(page.get_by_role("textbox", name="Name of the project")).to_have_value("Half a name")


def test_a_line_given_up_or_replaced_can_be_had_back(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    page.goto("/")
    line = page.get_by_role("combobox", name=START)
    line.fill("a long line")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(line).to_have_value("")
    messages(page).get_by_role("button", name="Undo").click()
    expect(line).to_have_value("a long line")

    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/entries", hold, times=1)
    line.fill("")
    with page.expect_request("**/api/entries"):
        type_line(page, "planning: refused yesterday 9:30-10:30")
    line.fill("the next line")
    held[0].continue_()
    messages(page).get_by_role("button", name="Edit again").click()
    expect(line).to_have_value("planning: refused yesterday 9:30-10:30")
    messages(page).get_by_role("button", name="Undo").click()
    expect(line).to_have_value("the next line")


def test_unfinished_edits_of_two_closed_tabs_are_both_found(
    server: Clockwork, entry: dict, open_context: Callable[..., BrowserContext]
) -> None:
    add(server, category(server, name="B"), yesterday("12:00"), yesterday("13:00"), note="two")
    context = open_context()
    tabs = [context.new_page() for _ in range(2)]
    for tab, text in zip(tabs, ("old", "two"), strict=True):
        tab.goto("/")
        edit(tab, text, f"{text} half typed")
    for tab in tabs:
        with tab.expect_event("close"):
            tab.close(run_before_unload=True)
    found = []
    for _ in range(2):
        page = context.new_page()
        page.goto("/")
        expect(field(page, NOTE)).to_have_value(re.compile("half typed"))
        found.append(field(page, NOTE).input_value())
    assert sorted(found) == ["old half typed", "two half typed"]


def test_a_half_typed_category_outlives_a_reload(entry: dict, page: Page) -> None:
    page.goto("/")
    rows(page, "old").locator("[data-cell=category]").click()
    place = page.get_by_role("combobox", name="Category")
    place.fill("a brand new categ")
    page.reload()
    expect(place).to_have_value("a brand new categ")
    field(page, NOTE).press("Enter")
    expect(place).to_have_accessible_description(re.compile("Choose a category from the list"))
    place.fill("Garden › Pond")
    page.get_by_role("option", name="Pond").first.click()
    page.get_by_role("button", name="Save").click()
    expect(rows(page, "Pond")).to_be_visible()


def test_text_selected_beyond_the_edge_of_a_dialog_does_not_close_it(page: Page) -> None:
    page.goto("/reports")
    page.get_by_role("button", name="Saved reports").click()
    page.get_by_role("menuitem", name="Save this report").click()
    name = page.get_by_role("textbox", name="Name")
    name.fill("my report")
    box = name.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(5, 300, steps=5)
    page.mouse.up()
    expect(name).to_have_value("my report")
    page.mouse.click(5, 300)
    expect(name).to_have_count(0)
