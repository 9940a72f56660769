"""Years of entries: what is far away isn't drawn, and nobody notices."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.e2e.page import type_line
from tests.e2e.test_timer import add, category
from tests.servers import Clockwork

on_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
DAYS, A_DAY = 150, 6


@pytest.fixture
def years(server: Clockwork, page: Page) -> Page:
    """The timer with all days shown, the newest at the top; notes count from the newest on."""
    place = category(server)
    first = datetime.now(UTC).replace(hour=17, minute=0, second=0, microsecond=0)
    for number in range(DAYS * A_DAY):
        day, at = divmod(number, A_DAY)
        start = first - timedelta(days=day + 1, hours=at)
        stop = start + timedelta(minutes=40)
        add(server, place, start.isoformat(), stop.isoformat(), note=f"Note {number}.")
    page.goto("/")
    earlier = page.get_by_role("button", name="Show earlier days")
    ended = page.get_by_text("There is nothing earlier.")
    while not ended.is_visible():
        earlier.or_(ended).click()
    page.evaluate("scrollTo(0, 0)")
    return page


def row(page: Page, number: int) -> Locator:
    return page.locator(".entry").filter(has_text=f"Note {number}.").locator(".entry-main")


def drawn(page: Page) -> int:
    return page.locator(".entry").count()


@on_sqlite
def test_a_year_open_is_a_few_screens_of_rows(years: Page) -> None:
    expect(row(years, 0)).to_be_visible()
    expect(years.locator(".day")).to_have_count(DAYS)
    assert drawn(years) < 150
    assert years.evaluate("document.querySelectorAll('*').length") < 2_500
    # However far one scrolls, there are rows to be seen, and no more of them.
    height = years.evaluate("document.documentElement.scrollHeight")
    for part in (0.9, 0.5, 0.2):
        years.evaluate("to => scrollTo(0, to)", height * part)
        years.wait_for_function(
            "() => document.elementFromPoint(400, 500)?.closest('.entry, .day-head')"
        )
        assert drawn(years) < 150


@on_sqlite
def test_keys_reach_rows_that_are_not_drawn(years: Page) -> None:
    row(years, 0).focus()
    last = DAYS * A_DAY - 1
    years.keyboard.press("End")
    expect(row(years, last)).to_be_focused()
    years.keyboard.press("ArrowUp")
    expect(row(years, last - 1)).to_be_focused()
    years.keyboard.press("Home")
    expect(row(years, 0)).to_be_focused()
    for _ in range(40):
        years.keyboard.press("ArrowDown")
    expect(row(years, 40)).to_be_focused()
    expect(row(years, 40)).to_be_in_viewport()
    assert drawn(years) < 150


@on_sqlite
def test_an_editor_and_the_focus_stay_when_they_are_scrolled_away(years: Page) -> None:
    row(years, 2).press("Enter")
    note = years.get_by_role("form", name="Edit entry").get_by_label("Note")
    note.fill("Kept while looking elsewhere")
    years.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(row(years, DAYS * A_DAY - 1)).to_be_visible()
    expect(note).to_have_value("Kept while looking elsewhere")
    expect(note).to_be_focused()


@on_sqlite
def test_a_start_asks_no_more_than_with_a_week(years: Page) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        path = urlsplit(request.url).path
        if path.startswith("/api/"):
            asked.append(f"{request.method} {path}")

    years.on("request", note)
    with years.expect_response("**/api/entries*"):
        type_line(years, "planning")
    years.wait_for_load_state("networkidle")
    assert asked[0] == "POST /api/time/start"
    assert len(asked) <= 3, asked
