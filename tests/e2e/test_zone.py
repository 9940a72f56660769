"""One zone for all that is shown, on every device, and where it comes from."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.conftest import Watch
from tests.e2e.test_accounts import ADA, set_up, sign_in
from tests.e2e.test_timer import add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

BERLIN, TOKYO, NEW_YORK = "Europe/Berlin", "Asia/Tokyo", "America/New_York"


@pytest.fixture
def visit(open_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """A browser whose clock goes by a zone, on its settings."""

    def open_in(zone: str) -> Page:
        page = open_context(timezone_id=zone).new_page()
        page.goto("/settings")
        return page

    return open_in


def zone_field(page: Page) -> Locator:
    return page.get_by_label("Time zone")


def choose(page: Page, zone: str) -> None:
    with page.expect_response("**/api/account") as saved:
        zone_field(page).select_option(zone)
    assert saved.value.ok


def test_without_a_choice_it_is_that_of_the_browsers_clock(
    server: Clockwork, visit: Callable[[str], Page]
) -> None:
    place = category(server)
    # In July, so that it is the same whenever this runs.
    year = datetime.now(UTC).year - 1
    add(server, place, f"{year}-07-01T22:30:00Z", f"{year}-07-01T23:00:00Z", note="late")
    page = visit(BERLIN)
    expect(page.get_by_text("It comes from this browser's clock.")).to_be_visible()
    expect(page.get_by_text("This browser's clock is in another zone")).to_have_count(0)
    page.goto("/?q=late")
    expect(rows(page)).to_contain_text("0:30–1:00")


def test_what_is_chosen_holds_on_every_device_and_says_so(
    server: Clockwork, visit: Callable[[str], Page]
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    berlin, york = visit(BERLIN), visit(NEW_YORK)
    expect(berlin.get_by_text("It comes from this browser's clock.")).to_be_visible()
    choose(berlin, TOKYO)
    expect(berlin.get_by_text("It comes from the server and is the same")).to_be_visible()
    york.reload()
    expect(zone_field(york)).to_have_value(TOKYO)
    york.goto("/")
    expect(rows(york)).to_contain_text("18:00–19:00")

    # On a journey: one press for the clock's zone, and the other device follows.
    york.goto("/settings")
    hint = york.get_by_text("This browser's clock is in another zone: America/New York.")
    expect(hint).to_be_visible()
    with york.expect_response("**/api/account"):
        york.get_by_role("button", name="Use America/New York").press("Enter")
    expect(hint).to_have_count(0)
    expect(zone_field(york)).to_be_focused()
    expect(zone_field(york)).to_have_value(NEW_YORK)
    # As when the window is looked at again.
    berlin.evaluate("dispatchEvent(new Event('focus'))")
    expect(zone_field(berlin)).to_have_value(NEW_YORK)
    expect(berlin.get_by_role("button", name="Use Europe/Berlin")).to_be_visible()
    choose(berlin, "system")
    expect(berlin.get_by_text("It comes from this browser's clock.")).to_be_visible()
    berlin.reload()
    expect(zone_field(berlin)).to_have_value("system")


def test_utc_can_be_chosen_where_the_clock_goes_otherwise(
    server: Clockwork, visit: Callable[[str], Page]
) -> None:
    page = visit(TOKYO)
    with page.expect_response("**/api/account"):
        zone_field(page).select_option(label="UTC")
    page.reload()
    expect(zone_field(page).locator("option:checked")).to_have_text("UTC")
    expect(page.get_by_role("button", name="Use Asia/Tokyo")).to_be_visible()
    assert server.call("POST", "/api/projects", {"name": "Garden"})[0] == 201
    page.goto("/")
    week = page.get_by_role("region", name="This week")
    expect(week).to_have_attribute("data-zone", "Etc/UTC")


def test_a_zone_that_could_not_be_kept_is_not_shown(
    server: Clockwork, visit: Callable[[str], Page], watch: Watch
) -> None:
    watch.expected.append("Failed to load resource")
    page = visit(BERLIN)
    page.route("**/api/account", lambda route: route.fulfill(status=500, body=""))
    choice = zone_field(page)
    choice.select_option(TOKYO)
    expect(messages(page)).to_contain_text("Time zone didn't work.")
    expect(choice).to_have_value("system")


def test_with_an_account_it_comes_from_there(
    serve: Callable[..., Clockwork],
    server: Clockwork,
    open_context: Callable[..., BrowserContext],
    watch: Watch,
) -> None:
    watch.expected.append("status of 401")
    server.stop()
    server = serve(AUTH_MODE="password")
    page = open_context(timezone_id=BERLIN).new_page()
    # Whoever sets it up has the zone that they do it in.
    set_up(server, page)
    page.goto("/settings")
    expect(page.get_by_text("It comes from your account")).to_be_visible()
    expect(zone_field(page)).to_have_value(BERLIN)
    away = open_context(timezone_id=TOKYO).new_page()
    away.goto("/settings")
    sign_in(away, *ADA)
    expect(zone_field(away)).to_have_value(BERLIN)
    expect(away.get_by_role("button", name="Use Asia/Tokyo")).to_be_visible()
    # It is chosen in one place only.
    away.get_by_role("link", name="Account").click()
    expect(away.get_by_role("button", name="Save")).to_be_visible()
    expect(zone_field(away)).to_have_count(0)
