"""Nothing typed is lost: closed tabs, hanging requests, other devices, other zones, other tabs."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.page import NOTE, entries, field, moment, type_line
from tests.e2e.test_timer import add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of each request that a test fails on purpose.
    watch.expected += ["ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "Failed to load resource"]
    return watch


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
