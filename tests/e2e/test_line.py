"""What the timer's screen does with what is typed, found and pressed."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.page import NOTE, entries, field, type_line
from tests.e2e.test_timer import START, add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of each request that a test fails on purpose.
    watch.expected += ["ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "Failed to load resource"]
    return watch


def test_what_a_search_finds_can_be_edited_and_a_failure_is_said(
    server: Clockwork, page: Page
) -> None:
    long_ago = ("2025-03-02T09:00:00Z", "2025-03-02T10:00:00Z")
    add(server, category(server), *long_ago, note="needle")
    page.goto("/")
    page.get_by_role("searchbox").fill("needle")
    found = rows(page, "needle")
    found.locator(".entry-main").focus()
    page.keyboard.press("e")
    field(page, NOTE).fill("needle, found")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.keyboard.press("Enter")
    expect(rows(page, "needle, found")).to_be_visible()

    def fail(route: Route, request: Request) -> None:
        route.fulfill(status=500, json={"code": "internal", "message": "broken"})

    page.route(re.compile("q=other"), fail)
    page.get_by_role("searchbox").fill("other")
    expect(page.get_by_role("alert")).to_contain_text("The search didn't work.")


def test_keys_do_nothing_behind_a_dialog(server: Clockwork, page: Page) -> None:
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"]})
    page.goto("/")
    expect(rows(page)).to_have_attribute("data-running", "true")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("s")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(rows(page)).to_have_attribute("data-running", "true")


def test_time_starts_without_a_project_and_gets_one_later(server: Clockwork, page: Page) -> None:
    category(server)
    page.goto("/")
    type_line(page, "write the proposal")
    expect(rows(page, "write the proposal")).to_have_attribute("data-running", "true")
    expect(page.get_by_role("combobox", name=START)).not_to_be_focused()
    eventually(lambda: len(entries(server)) == 1)
    page.get_by_role("button", name="Choose a project").click()
    page.get_by_role("combobox", name="Category").fill("planning")
    page.keyboard.press("Enter")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.get_by_role("button", name="Save").click()
    expect(rows(page, "write the proposal")).to_contain_text("Planning")
    projects = {one["name"]: one["inbox"] for one in server.call("GET", "/api/projects")[1]}
    assert projects == {"Garden": False, "Inbox": True}


def test_a_line_says_what_it_will_do_and_adds_what_is_over(server: Clockwork, page: Page) -> None:
    category(server)
    page.goto("/")
    bar = page.get_by_role("banner")
    bar.get_by_role("combobox", name=START).fill("planning weeding yesterday 9-10:15 #spring")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Add Yesterday · 9:00–10:15 · 1:15")
    expect(option).to_contain_text("weeding #spring")
    bar.get_by_role("button", name="Add").click()
    expect(rows(page, "weeding")).to_contain_text("9:00–10:15")


def test_time_is_added_at_its_day_and_in_a_gap(server: Clockwork, page: Page) -> None:
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="first")
    add(server, place, yesterday("12:00"), yesterday("13:00"), note="second")
    page.goto("/")
    page.get_by_role("button", name="Add time from 10:00 to 12:00").click()
    expect(field(page, "Start")).to_have_value("10:00")
    expect(field(page, "End")).to_have_value("12:00")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add time: Yesterday").click()
    expect(field(page, "Start")).to_have_value("13:00")
    page.get_by_role("combobox", name="Category").fill("planning")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save").click()
    expect(rows(page, "Planning")).to_have_count(3)


def test_two_editors_of_one_entry_are_shown_side_by_side(server: Clockwork, page: Page) -> None:
    entry = add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    path = f"/api/entries/{entry['id']}"
    page.goto("/")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, NOTE).fill("mine #urgent")
    assert server.call("PATCH", path, {"note": "theirs", "tags": ["slow"]})[0] == 200
    page.keyboard.press("Enter")
    expect(messages(page)).to_contain_text("changed elsewhere")
    page.reload()
    messages(page).get_by_role("button", name="Compare").click()
    dialog = page.get_by_role("dialog", name="Changed twice")
    dialog.get_by_role("group", name="Note").get_by_label("Theirs").check()
    expect(dialog.get_by_role("group", name="Tags")).to_contain_text("#urgent")
    dialog.get_by_role("button", name="Save").click()
    expect(rows(page, "theirs")).to_contain_text("#urgent")
    eventually(lambda: server.call("GET", path)[1]["tags"] == ["urgent"])
    assert server.call("GET", path)[1]["note"] == "theirs"
    page.reload()
    expect(rows(page, "theirs")).to_be_visible()
    expect(messages(page)).to_have_text("")


def test_a_refused_line_comes_back_and_offers_to_make_room(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="first")
    page.goto("/")
    expect(rows(page, "first")).to_be_visible()
    type_line(page, "planning second yesterday 9:30-11")
    line = page.get_by_role("combobox", name=START)
    expect(line).to_have_value("planning second yesterday 9:30-11")
    expect(line).to_be_focused()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The other one is “Garden › Planning: first”.")
    alert.get_by_role("button", name="Shorten the new one").click()
    expect(rows(page, "second")).to_contain_text("10:00–11:00")
    expect(line).to_have_value("")
    eventually(lambda: len(entries(server)) == 2)


def test_a_mistake_of_a_day_is_asked_about_and_the_past_ends(server: Clockwork, page: Page) -> None:
    place = category(server)
    add(server, place, "2024-03-02T09:00:00Z", "2024-03-02T10:00:00Z", note="long ago")
    page.goto("/")
    # Yesterday's would end in the future until 8:00.
    before = f"{datetime.now(UTC) - timedelta(days=2):%Y-%m-%d}"
    type_line(page, f"planning late {before} 9-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("That makes 23:00")
    assert len(entries(server)) == 1
    page.keyboard.press("Escape")

    earlier = page.get_by_role("button", name="Show earlier days")
    earlier.click()
    expect(rows(page, "long ago")).to_be_visible()
    earlier.click()
    expect(page.get_by_text("There is nothing earlier.")).to_be_visible()
    page.goto("/nowhere")
    expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()


def test_shortcuts_and_shared_text_do_what_they_say(server: Clockwork, page: Page) -> None:
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"]})
    with page.expect_response("**/api/time/stop"):
        page.goto("/?do=stop")
    expect(rows(page)).to_have_attribute("data-running", "false")
    expect(page).to_have_url(re.compile(r"/$"))
    page.goto("/?do=start")
    expect(page.get_by_role("combobox", name=START)).to_be_focused()
    page.goto("/?do=add")
    expect(page.get_by_role("form", name="New entry")).to_be_visible()
    page.goto("/?shareTitle=Plan&share=read%20this")
    expect(page.get_by_role("combobox", name=START)).to_have_value("Plan read this")
    assert len(entries(server)) == 1


def test_a_double_click_starts_once_and_stops_nothing(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    page.goto("/")
    expect(rows(page, "old")).to_be_visible()
    with page.expect_response("**/api/time/start"):
        page.get_by_role("button", name="Start", exact=True).dblclick()
    running = page.locator(".entry[data-running=true]")
    expect(running).to_have_count(1)
    with page.expect_response("**/api/time/start"):
        rows(page, "old").get_by_role("button", name="Continue").dblclick()
    expect(running).to_contain_text("old")
    with page.expect_response("**/api/time/stop"):
        page.get_by_role("button", name="Stop", exact=True).dblclick()
    expect(running).to_have_count(0)
    assert [one["stoppedAt"] is None for one in entries(server)] == [False] * 3


def test_the_palette_reads_times_and_tags_as_the_line_does(server: Clockwork, page: Page) -> None:
    category(server)
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()

    def command(text: str) -> None:
        page.keyboard.press("Control+k")
        field = page.get_by_role("combobox", name="Type a command")
        field.fill(text)
        expect(page.get_by_role("option").first).to_contain_text("Planning")
        field.press("Enter")

    command("planning 9-10 yesterday #spring")
    eventually(lambda: len(entries(server)) == 1)
    assert entries(server)[0]["tags"] == ["spring"]
    assert entries(server)[0]["startedAt"].startswith(yesterday("09:00")[:16])
    command(f"planning {datetime.now(UTC) + timedelta(days=2):%Y-%m-%d} 9-10")
    expect(page.get_by_role("combobox", name=START)).to_have_accessible_description(
        re.compile("future")
    )
    assert len(entries(server)) == 1
