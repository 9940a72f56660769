"""Settings: what is chosen holds on every screen and after a reload."""

import pytest
from playwright.sync_api import Page, expect

from clockwork import __version__
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
def test_about_names_the_version_and_the_server(server: Clockwork, page: Page) -> None:
    page.goto("/settings")
    about = page.get_by_role("main").locator("dl")
    expect(about).to_contain_text(__version__)
    expect(about).to_contain_text("Working")
    expect(about).to_contain_text("Reachable")
