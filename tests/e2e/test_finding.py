"""Finding what is in the past: by what it is called, by its note, by its day."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_timer import add, category, rows
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


def search(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def group(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def top(locator: Locator) -> float:
    return locator.evaluate("one => one.getBoundingClientRect().top")


def bottom(locator: Locator) -> float:
    return locator.evaluate("one => one.getBoundingClientRect().bottom")


def ago(days: int, time: str = "09:00") -> str:
    return f"{datetime.now(UTC) - timedelta(days=days):%Y-%m-%d}T{time}:00Z"


def test_a_word_finds_projects_categories_and_tags_above_the_notes(
    server: Clockwork, page: Page
) -> None:
    beds, roof = category(server, "Garden", "Beds"), category(server, "House", "Roof garden")
    add(server, beds, ago(400), ago(400, "10:00"), note="weeding", tags=["garden visit"])
    add(server, roof, ago(300), ago(300, "10:00"), note="gardener came")
    page.goto("/")
    expect(search(page)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("garden")
    expect(group(page, "Projects").get_by_role("button")).to_have_text(["Garden"])
    expect(group(page, "Categories").get_by_role("button")).to_have_text(["Roof garden House"])
    expect(group(page, "Tags").get_by_role("button")).to_have_text(["#garden visit 1"])
    expect(rows(page)).to_have_count(1)
    expect(rows(page, "gardener came")).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Garden", exact=True)
    expect(heading).to_be_focused()
    expect(rows(page)).to_have_count(1)
    expect(rows(page, "weeding")).to_be_visible()
    expect(page.get_by_text("There is nothing earlier.")).to_be_visible()
    page.go_back()
    expect(search(page)).to_have_value("garden")
    group(page, "Tags").get_by_role("button").click()
    expect(page.get_by_role("heading", name="#garden visit")).to_be_visible()
    expect(rows(page, "weeding")).to_be_visible()
    page.get_by_role("button", name="Back to today").click()
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()

    search(page).fill("nettle")
    expect(page.get_by_role("main").get_by_text("Nothing found")).to_contain_text("“nettle”")


def test_what_belongs_to_a_category_comes_newest_first_and_more_on_demand(
    server: Clockwork, page: Page
) -> None:
    place = category(server, "Garden", "Beds")
    start = datetime.now(UTC) - timedelta(days=60)
    for hour in range(120):
        at = start + timedelta(hours=hour)
        written = [f"{one:%Y-%m-%dT%H:%M:%SZ}" for one in (at, at + timedelta(minutes=30))]
        add(server, place, *written, note=f"turn {hour}.")
    page.goto(f"/?category={place['id']}")
    expect(rows(page, "turn 119.").first).to_be_visible()
    expect(rows(page, "turn 10.")).to_have_count(0)
    page.get_by_role("button", name="Show earlier days").click()
    expect(rows(page, "turn 0.").first).to_be_attached()
    expect(page.get_by_text("There is nothing earlier.")).to_be_attached()

    rows(page, "turn 119.").first.locator("[data-cell=note]").click()
    page.get_by_role("textbox", name="Note and #tags").fill("the last turn")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.keyboard.press("Enter")
    expect(rows(page, "the last turn").first).to_be_visible()


def test_a_date_leads_to_its_day_with_the_days_around_it(server: Clockwork, page: Page) -> None:
    place = category(server)
    add(server, place, "2025-03-12T09:00:00Z", "2025-03-12T10:00:00Z", note="two days before")
    add(server, place, "2025-03-20T09:00:00Z", "2025-03-20T10:00:00Z", note="six days after")
    add(server, place, "2025-04-02T09:00:00Z", "2025-04-02T10:00:00Z", note="weeks after")
    add(server, place, "2024-03-02T09:00:00Z", "2024-03-02T10:00:00Z", note="a year before")
    page.goto("/")
    search(page).fill("14.3.2025")
    expect(page.get_by_role("button", name="Go to Friday, 14 March 2025")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Friday, 14 March 2025").first).to_be_visible()
    expect(rows(page)).to_have_count(2)
    expect(rows(page, "six days after")).to_be_attached()
    expect(page.get_by_text("No entries", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("button", name="Add time: Friday, 14 March 2025")).to_be_focused()
    heading = page.locator("#day-2025-03-14")
    assert top(heading) > bottom(page.locator(".finding-head")) > bottom(page.locator(".bar"))

    page.get_by_role("button", name="Show later days").click()
    expect(rows(page, "weeks after")).to_be_attached()
    page.get_by_role("button", name="Show earlier days").click()
    expect(rows(page, "a year before")).to_be_attached()
    page.get_by_role("button", name="Show earlier days").click()
    expect(page.get_by_text("There is nothing earlier.")).to_be_attached()
    page.get_by_role("button", name="Back to today").click()
    expect(page).to_have_url(re.compile(r"/$"))
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()


@pytest.mark.parametrize("typed", ["yesterday", "gestern"])
def test_a_day_is_found_in_both_languages_on_a_phone(
    server: Clockwork, open_context: Callable[..., BrowserContext], typed: str
) -> None:
    add(server, category(server), ago(1), ago(1, "10:00"), note="weeding")
    page = open_context(viewport=PHONE, has_touch=True).new_page()
    page.goto("/")
    search(page).fill(typed)
    find = group(page, "Day").get_by_role("button")
    assert find.evaluate("button => button.offsetHeight") >= 44
    find.tap()
    expect(rows(page, "weeding")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_bar_of_the_week_leads_to_its_day_from_a_search_too(
    server: Clockwork, page: Page
) -> None:
    began = f"{datetime.now(UTC) - timedelta(minutes=5):%Y-%m-%dT%H:%M:%SZ}"
    body = {"categoryId": category(server)["id"], "startedAt": began, "note": "weeding"}
    assert server.call("POST", "/api/time/start", body)[0] == 201
    page.goto("/")
    search(page).fill("nothing like it")
    expect(rows(page)).to_have_count(0)
    days = page.get_by_role("list", name="Days of this week")
    days.locator("[data-today=true]").get_by_role("button").click()
    expect(rows(page, "weeding").first).to_be_visible()


def test_what_is_open_for_editing_is_saved_or_stays_when_one_searches(
    server: Clockwork, page: Page
) -> None:
    add(server, category(server), ago(1), ago(1, "10:00"), note="old")
    page.goto("/")
    rows(page, "old").locator("[data-cell=note]").click()
    page.get_by_role("textbox", name="Note and #tags").fill("new")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        search(page).fill("nothing like it")
    expect(rows(page)).to_have_count(0)
    search(page).fill("new")
    rows(page, "new").locator("[data-cell=end]").click()
    end = page.get_by_role("textbox", name="End", exact=True)
    end.fill("27:99")
    search(page).fill("nothing like it")
    expect(end).to_be_focused()
    expect(rows(page)).to_have_count(1)
