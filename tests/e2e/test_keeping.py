"""Nothing typed is lost: closed tabs, hanging requests, other devices, other zones, other tabs."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.test_timer import START, add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

NOTE = "Note and #tags"


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of each request that a test fails on purpose.
    watch.expected += ["ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "Failed to load resource"]
    return watch


def type_line(page: Page, line: str) -> None:
    field = page.get_by_role("combobox", name=START)
    field.fill(line)
    field.press("Enter")


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def entries(server: Clockwork) -> list[dict]:
    return server.call("GET", "/api/entries")[1]["items"]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_what_was_done_without_the_server_has_the_time_of_the_doing_in_the_next_visit(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    category(server)
    context = open_context()
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    context.set_offline(True)
    type_line(page, "planning")
    expect(rows(page, "Planning")).to_have_attribute("data-running", "true")
    expect(page.get_by_text("is stored in this browser and will be sent")).to_be_visible()
    done = datetime.now(UTC)
    page.close()

    context.set_offline(False)
    page = context.new_page()
    page.clock.install(time=datetime.now(UTC))
    with page.expect_request("**/api/time/start") as sent:
        page.goto("/")
    assert abs((moment(sent.value.post_data_json["startedAt"]) - done).total_seconds()) < 3
    expect(rows(page, "Planning")).to_have_attribute("data-running", "true")
    eventually(lambda: len(entries(server)) == 1)
    assert abs((moment(entries(server)[0]["startedAt"]) - done).total_seconds()) < 3


def test_a_tab_that_is_closed_right_after_enter_has_started(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    category(server)
    context = open_context()
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    type_line(page, "planning")
    page.close()
    other = context.new_page()
    other.goto("/")
    expect(rows(other, "Planning")).to_have_attribute("data-running", "true")
    eventually(lambda: len(entries(server)) == 1)


def test_a_request_that_hangs_is_given_up_and_sent_again(server: Clockwork, page: Page) -> None:
    category(server)
    # Nobody ever goes on with it.
    page.route("**/api/time/start", lambda _route: None, times=1)
    page.clock.install()
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    with page.expect_request("**/api/time/start"):
        type_line(page, "planning")
    page.clock.run_for(20_000)
    with page.expect_response("**/api/time/start") as answer:
        page.clock.run_for(2_000)
    assert answer.value.status == 201
    assert len(entries(server)) == 1


def test_stop_stops_nothing_that_was_started_elsewhere(server: Clockwork, page: Page) -> None:
    here, there = category(server), category(server, "House")
    server.call("POST", "/api/time/start", {"categoryId": here["id"]})
    page.goto("/")
    stop = page.get_by_role("banner").get_by_role("button", name="Stop")
    expect(stop).to_be_visible()
    _, elsewhere = server.call("POST", "/api/time/start", {"categoryId": there["id"]})
    stop.click()
    expect(messages(page)).to_contain_text("changed elsewhere")
    assert server.call("GET", "/api/time/active")[1]["id"] == elsewhere["id"]


def test_an_edit_changes_only_what_was_typed(server: Clockwork, page: Page) -> None:
    entry = add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    page.goto("/")
    rows(page, "old").locator("[data-cell=duration]").click()
    field(page, "Duration").fill("30m")
    path = f"/api/entries/{entry['id']}"
    assert server.call("PATCH", path, {"note": "theirs", "tags": ["kept"]})[0] == 200
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.keyboard.press("Enter")
    _, present = server.call("GET", path)
    assert (present["note"], present["tags"], present["durationSeconds"]) == (
        "theirs", ["kept"], 1800,
    )  # fmt: skip


def test_an_open_editor_outlives_another_zone_a_reload_and_another_screen(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    add(server, category(server), yesterday("23:10"), yesterday("23:40"), note="late")
    context = open_context()
    page, other = context.new_page(), context.new_page()
    page.goto("/")
    rows(page, "late").locator("[data-cell=note]").click()
    note = field(page, NOTE)
    note.fill("half a thou")
    other.goto("/settings")
    other.get_by_label("Time zone").select_option("Asia/Tokyo")
    expect(rows(page).locator("form")).to_have_count(1)
    expect(note).to_have_value("half a thou")
    page.reload()
    expect(note).to_have_value("half a thou")
    other.close()

    field(page, "Start").fill("nonsense")
    page.get_by_role("link", name="Reports").click()
    expect(page.get_by_role("heading", name="Reports")).to_be_visible()
    page.get_by_role("button", name="Finish it").click()
    expect(note).to_have_value("half a thou")
    expect(field(page, "Start")).to_have_value("nonsense")


def test_moving_on_saves_an_edit_and_stays_at_one_that_is_wrong(
    server: Clockwork, page: Page
) -> None:
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="first")
    add(server, place, yesterday("11:00"), yesterday("12:00"), note="second")
    page.goto("/")
    rows(page, "first").locator("[data-cell=note]").click()
    field(page, NOTE).fill("first, better")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        rows(page, "second").locator("[data-cell=end]").click()
    expect(rows(page, "first, better")).to_be_visible()
    end = field(page, "End")
    expect(end).to_be_focused()
    end.fill("27:99")
    rows(page, "first, better").locator("[data-cell=note]").click()
    expect(end).to_be_focused()
    expect(end).to_have_value("27:99")
    expect(page.locator(".field-end").get_by_role("alert")).to_contain_text("Enter a time")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Undo").last.click()
    expect(end).to_have_value("27:99")


def test_a_closed_tab_keeps_what_was_typed_into_an_editor(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    context = open_context()
    page = context.new_page()
    page.goto("/")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, NOTE).fill("not finished")
    page.close(run_before_unload=False)
    page = context.new_page()
    page.goto("/")
    expect(field(page, NOTE)).to_have_value("not finished")


def test_enter_before_the_projects_are_there_waits_and_makes_none(
    server: Clockwork, page: Page
) -> None:
    category(server)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/catalog", hold, times=1)
    page.goto("/")
    type_line(page, "planning")
    eventually(lambda: len(held) == 1)
    with page.expect_response("**/api/time/start") as started:
        held[0].continue_()
    assert started.value.json()["projectId"]
    assert [project["name"] for project in server.call("GET", "/api/projects")[1]] == ["Garden"]


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


def test_tabs_show_each_entry_once_while_the_server_is_away(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    context = open_context()
    one, other = context.new_page(), context.new_page()
    one.goto("/")
    other.goto("/")
    expect(rows(other, "old")).to_be_visible()
    context.set_offline(True)
    type_line(one, "Garden › Planning: new")
    expect(rows(other, "new")).to_have_count(1)
    rows(other, "old").locator(".entry-main").focus()
    other.keyboard.press("Delete")
    expect(rows(one, "old")).to_have_count(0)
    other.get_by_role("button", name="Undo").click()
    expect(rows(one, "old")).to_have_count(1)
    context.set_offline(False)
    eventually(lambda: [entry.get("note") for entry in entries(server)] == ["new", "old"])
    for page in (one, other):
        expect(rows(page)).to_have_count(2)


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


def test_every_change_can_be_undone_and_done_again(server: Clockwork, page: Page) -> None:
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="old")
    server.call("POST", "/api/time/start", {"categoryId": place["id"], "note": "first"})
    page.goto("/")
    first, running = rows(page, "first"), page.locator(".entry[data-running=true]")
    expect(first).to_have_attribute("data-running", "true")
    type_line(page, "House › Roof: second")
    expect(running).to_contain_text("second")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, NOTE).fill("new")
    page.keyboard.press("Enter")
    expect(rows(page, "new")).to_be_visible()
    rows(page, "new").locator(".entry-main").press("x")
    page.get_by_role("button", name="Split here").click()
    expect(rows(page, "new")).to_have_count(2)

    page.keyboard.press("Control+z")
    expect(rows(page, "new")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(rows(page, "old")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(rows(page, "second")).to_have_count(0)
    expect(running).to_contain_text("first")
    eventually(
        lambda: [one["name"] for one in server.call("GET", "/api/projects")[1]] == ["Garden"]
    )
    eventually(lambda: server.call("GET", "/api/time/active")[1]["note"] == "first")
    assert [(one["note"], one["durationSeconds"]) for one in entries(server)] == [
        ("first", None), ("old", 3600),
    ]  # fmt: skip

    for _ in range(3):
        page.keyboard.press("Control+Shift+z")
    expect(rows(page, "new")).to_have_count(2)
    expect(running).to_contain_text("second")
    eventually(lambda: len(entries(server)) == 4)


def test_what_somebody_changed_since_is_not_undone(server: Clockwork, page: Page) -> None:
    entry = add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    page.goto("/")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, NOTE).fill("mine")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.keyboard.press("Enter")
    path = f"/api/entries/{entry['id']}"
    assert server.call("PATCH", path, {"note": "theirs"})[0] == 200
    page.keyboard.press("Control+z")
    expect(messages(page)).to_contain_text("changed")
    assert server.call("GET", path)[1]["note"] == "theirs"


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
