"""What people come for, each by mouse, by keys alone, and by touch at 390 px."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.conftest import eventually
from tests.e2e.conftest import PHONE, Watch
from tests.e2e.hands import Finger, Keys, Mouse
from tests.e2e.page import entries, field
from tests.e2e.test_timer import START, add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@pytest.fixture(params=[Mouse, Keys, Finger], ids=["mouse", "keys", "touch"])
def hand(
    request: pytest.FixtureRequest, server: Clockwork, open_context: Callable[..., BrowserContext]
) -> Mouse:
    """One way to use a tab that is not yet anywhere."""
    is_phone = request.param is Finger
    context = open_context(viewport=PHONE, has_touch=True) if is_phone else open_context()
    return request.param(context.new_page())


def line(page: Page) -> Locator:
    return page.get_by_role("combobox", name=START)


def cell(page: Page, text: str) -> Locator:
    """What opens an entry."""
    return rows(page, text).locator(".entry-main")


def begin(hand: Mouse, text: str, button: str = "Start") -> None:
    hand.write(line(hand.page), text)
    hand.send(hand.page.get_by_role("banner").get_by_role("button", name=button, exact=True))


def test_an_edit_is_saved_by_moving_on_and_undone(server: Clockwork, hand: Mouse) -> None:
    page, place = hand.page, category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="first")
    add(server, place, yesterday("11:00"), yesterday("12:00"), note="second")
    page.goto("/")
    hand.press(cell(page, "first"))
    hand.write(field(page, "Note and #tags"), "better")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        hand.press(cell(page, "second"))
    expect(rows(page, "better")).to_be_visible()
    hand.write(field(page, "End"), "27:99")
    hand.press(cell(page, "better"))
    expect(field(page, "End")).to_be_focused()
    expect(page.locator(".field-end").get_by_role("alert")).to_contain_text("Enter a time")
    hand.write(field(page, "End"), "12:30")
    hand.send(page.get_by_role("button", name="Save"))
    expect(rows(page, "second")).to_contain_text("1:30")
    hand.press(page.get_by_role("button", name="Undo"))
    expect(rows(page, "second")).to_contain_text("11:00–12:00")
    eventually(lambda: {one["durationSeconds"] for one in entries(server)} == {3600})


def test_a_refused_line_comes_back_with_a_way_out(
    server: Clockwork, hand: Mouse, watch: Watch
) -> None:
    watch.expected.append("409")
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="first")
    page = hand.page
    page.goto("/")
    expect(rows(page, "first")).to_be_visible()
    begin(hand, "planning second yesterday 9:30-11", "Add")
    expect(line(page)).to_have_value("planning second yesterday 9:30-11")
    alert = page.get_by_role("alert").filter(has_text="Garden › Planning: first")
    hand.press(alert.get_by_role("button", name="Shorten the new one"))
    expect(rows(page, "second")).to_contain_text("10:00–11:00")
    expect(line(page)).to_have_value("")


def test_two_who_edit_the_same_choose_field_by_field(
    server: Clockwork, hand: Mouse, watch: Watch
) -> None:
    watch.expected.append("Failed to load resource")
    entry = add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    path = f"/api/entries/{entry['id']}"
    page = hand.page
    page.goto("/")
    hand.press(cell(page, "old"))
    hand.write(field(page, "Note and #tags"), "mine #urgent")
    assert server.call("PATCH", path, {"note": "theirs", "tags": ["slow"]})[0] == 200
    hand.send(page.get_by_role("button", name="Save"))
    hand.press(messages(page).get_by_role("button", name="Compare"))
    dialog = page.get_by_role("dialog", name="Changed twice")
    if isinstance(hand, Keys):
        hand.reach(dialog.get_by_role("group", name="Note").get_by_label("Yours"))
        page.keyboard.press("ArrowRight")
    else:
        hand.press(dialog.get_by_role("group", name="Note").get_by_label("Theirs"))
    hand.press(dialog.get_by_role("button", name="Save"))
    expect(rows(page, "theirs")).to_contain_text("#urgent")
    eventually(lambda: server.call("GET", path)[1]["tags"] == ["urgent"])


def test_what_waits_can_be_looked_at_and_taken_back(
    server: Clockwork, hand: Mouse, watch: Watch
) -> None:
    watch.expected += ["ERR_", "Failed to load resource"]
    category(server)
    page = hand.page
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({ name }) => /Waiting/.test(name))"
    )
    page.context.set_offline(True)
    begin(hand, "planning offline")
    expect(rows(page, "offline")).to_have_attribute("data-running", "true")
    hand.press(page.get_by_role("button", name="Show them"))
    waiting = page.get_by_role("dialog", name="Not saved yet")
    expect(waiting).to_contain_text("Your start at")
    hand.press(waiting.get_by_role("button", name="Take back"))
    expect(waiting).to_contain_text("Everything is saved.")
    page.keyboard.press("Escape")
    expect(rows(page)).to_have_count(0)
    page.context.set_offline(False)
    page.reload()
    expect(line(page)).to_be_visible()
    assert entries(server) == []


def test_time_starts_at_once_and_is_named_later(server: Clockwork, hand: Mouse) -> None:
    category(server)
    page = hand.page
    page.goto("/")
    begin(hand, "write the proposal")
    expect(rows(page, "write the proposal")).to_have_attribute("data-running", "true")
    eventually(lambda: len(entries(server)) == 1)
    hand.press(page.get_by_role("button", name="Choose a project"))
    hand.write(page.get_by_role("combobox", name="Category"), "Garden › Roses")
    hand.choose(page.get_by_role("option", name=re.compile("New category.*Roses")))
    hand.send(page.get_by_role("button", name="Save"))
    expect(rows(page, "write the proposal")).to_contain_text("Roses")
    eventually(lambda: server.call("GET", "/api/time/active")[1]["note"] == "write the proposal")
    stop = page.get_by_role("banner").get_by_role("button", name="Stop")
    hand.press(stop)
    eventually(lambda: server.call("GET", "/api/time/active")[1] is None)


def test_past_time_is_added_by_the_line_and_at_its_day(server: Clockwork, hand: Mouse) -> None:
    category(server)
    page = hand.page
    page.goto("/")
    begin(hand, "planning weeding yesterday 9-10:15 #spring", "Add")
    expect(rows(page, "weeding")).to_contain_text("9:00–10:15")
    hand.press(page.get_by_role("button", name="Add time: Yesterday"))
    hand.write(page.get_by_role("combobox", name="Category"), "planning")
    hand.choose(page.get_by_role("option").first)
    hand.write(field(page, "End"), "12:00")
    hand.send(page.get_by_role("button", name="Save"))
    expect(rows(page, "Planning")).to_have_count(2)
    eventually(lambda: [one["durationSeconds"] for one in entries(server)] == [6300, 4500])


def test_a_category_moves_to_another_project(server: Clockwork, hand: Mouse) -> None:
    beds = category(server, "Garden", "Beds")
    add(server, beds, yesterday("09:00"), yesterday("10:00"))
    category(server, "House", "Roof")
    page = hand.page
    page.goto("/projects")
    tree_row = page.get_by_role("row").filter(
        has=page.locator(".tree-label").get_by_text("Beds", exact=True)
    )
    hand.more(tree_row, page.get_by_role("button", name="Actions for Beds"))
    hand.press(page.get_by_role("menuitem", name="Move to…"))
    dialog = page.get_by_role("dialog", name="Move Beds")
    hand.write(dialog.get_by_role("combobox", name="Move into"), "House")
    expect(dialog.get_by_role("option").first).to_be_visible()
    hand.choose(dialog.get_by_role("option").first)
    eventually(lambda: entries(server)[0]["projectId"] != beds["projectId"])
    hand.press(page.get_by_role("button", name="Undo"))
    eventually(lambda: entries(server)[0]["projectId"] == beds["projectId"])


def test_a_report_leads_to_its_entries(server: Clockwork, hand: Mouse) -> None:
    add(server, category(server), "2025-06-03T09:00:00Z", "2025-06-03T10:00:00Z", note="roses")
    page = hand.page
    page.goto("/reports?from=2025-06-02&to=2025-06-08")
    hand.press(page.get_by_title("Entries of Garden").first)
    panel = page.get_by_role("region", name=re.compile("· Garden$"))
    hand.press(panel.locator(".entry-main"))
    hand.write(panel.get_by_label("Duration"), "30m")
    hand.send(panel.get_by_role("button", name="Save"))
    expect(page.get_by_role("status", name="Total")).to_have_text("0:30")


def test_search_leads_to_a_tag_and_to_a_day(server: Clockwork, hand: Mouse) -> None:
    place = category(server)
    add(server, place, "2025-03-14T09:00:00Z", "2025-03-14T10:00:00Z", note="long ago")
    add(server, place, yesterday("09:00"), yesterday("10:00"), tags=["spring"], note="new")
    page = hand.page
    page.goto("/")
    hand.search("spr")
    hand.press(page.get_by_role("region", name="Tags", exact=True).get_by_role("button"))
    expect(page.get_by_role("heading", name="#spring")).to_be_visible()
    expect(rows(page)).to_have_count(1)
    hand.press(page.get_by_role("button", name="Back to today"))
    hand.search("14.3.2025")
    hand.press(page.get_by_role("button", name="Go to Friday, 14 March 2025"))
    expect(rows(page, "long ago")).to_be_visible()
