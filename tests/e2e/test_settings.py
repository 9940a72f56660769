"""Settings: what is chosen holds on every screen and after a reload."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from clockwork import __version__
from tests.e2e.conftest import Watch
from tests.e2e.test_timer import add, category, yesterday
from tests.servers import Clockwork


def test_choices_hold_everywhere_and_are_kept(server: Clockwork, page: Page) -> None:
    project = server.call("POST", "/api/projects", {"name": "Garden"})[1]
    path = f"/api/projects/{project['id']}/categories"
    category = server.call("POST", path, {"name": "Beds"})[1]
    server.call("POST", "/api/time/start", {"categoryId": category["id"]})
    started = server.call("POST", "/api/time/stop")[1]["startedAt"]

    page.goto("/settings")
    page.get_by_label("Time zone").select_option("Asia/Kolkata")
    page.get_by_label("First day of the week").select_option(label="Sunday")
    page.get_by_role("radio", name="12 hours").check()
    page.get_by_role("radio", name="Dark").check()
    page.get_by_role("radio", name="Dense").check()
    page.goto("/")

    html = page.locator("html")
    expect(html).to_have_attribute("data-theme", "dark")
    expect(html).to_have_attribute("data-density", "dense")
    there = page.evaluate(
        "at => new Intl.DateTimeFormat('en-GB', {timeZone: 'Asia/Kolkata', hour: 'numeric',"
        " minute: '2-digit', hourCycle: 'h12'}).format(new Date(at))",
        started,
    )
    expect(page.get_by_role("listitem").filter(has_text="Beds")).to_contain_text(there)
    days = page.get_by_role("list", name="Days of this week").get_by_role("listitem")
    expect(days.first).to_contain_text("Sun")
    page.goto("/settings")
    expect(page.get_by_role("radio", name="Dense")).to_be_checked()


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_the_dial_holds_today_against_a_target(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    page.goto("/")
    overview = page.get_by_role("complementary", name="Today and this week")
    expect(overview).to_contain_text("0:00Today")
    page.goto("/settings")
    target = page.get_by_label("Target for a day")
    target.fill("much")
    expect(page.get_by_role("alert")).to_contain_text("such as 8:00")
    target.fill("7,5")
    target.blur()
    expect(target).to_have_value("7:30")
    page.goto("/")
    expect(overview).to_contain_text("7:30 left of 7:30")
    page.goto("/settings")
    target.fill("")
    page.goto("/")
    expect(overview).to_contain_text("0:00Today")


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_about_names_the_version_and_the_server(server: Clockwork, page: Page) -> None:
    page.goto("/settings")
    about = page.get_by_role("main").locator("dl")
    expect(about).to_contain_text(__version__)
    expect(about).to_contain_text("Working")
    expect(about).to_contain_text("Reachable")


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_german_is_spoken_when_the_browser_asks_for_it_or_when_chosen(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(locale="de-AT").new_page()
    page.goto("/settings")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", name="Einstellungen")).to_be_visible()
    expect(page.get_by_label("Erster Tag der Woche")).to_contain_text("Montag")
    page.get_by_role("combobox", name="Timer starten").fill("Garten › Beete gestern 9-10:15")
    expect(page.get_by_role("option").first).to_contain_text("Eintragen Gestern · 9:00–10:15")

    page.get_by_role("radio", name="English").check()
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    parts: list[str] = []
    page.on("request", lambda request: parts.append(request.url))
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("radio", name="English")).to_be_checked()
    german = re.compile(r"/assets/de-[^/]+\.js$")
    assert not list(filter(german.search, parts))
    page.get_by_role("radio", name="Deutsch").check()
    expect(page.get_by_role("heading", name="Einstellungen")).to_be_visible()
    # What the frame says, and what the screens loaded on demand say.
    assert len(list(filter(german.search, parts))) == 2


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_english_is_spoken_when_german_cannot_be_loaded(
    server: Clockwork, open_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    watch.expected.append("ERR_FAILED")
    page = open_context(locale="de-DE").new_page()
    page.route(re.compile(r"/assets/de-[^/]+\.js$"), lambda route: route.abort())
    page.goto("/settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
