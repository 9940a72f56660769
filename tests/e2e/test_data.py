"""One's own time elsewhere: addresses for calendars, and everything as a file."""

import re
import urllib.request
from zipfile import ZipFile

from playwright.sync_api import Page, expect

from tests.e2e.test_timer import add, category, yesterday
from tests.servers import Clockwork


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def test_a_calendar_gets_an_address_until_it_is_revoked(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    server.call("POST", "/api/projects", {"name": "Office"})
    page.goto("/settings")
    page.get_by_role("link", name="Data").click()
    expect(page).to_have_title("Data · Settings · Clockwork")
    expect(page.get_by_text("No calendar feeds yet.")).to_be_visible()

    page.get_by_label("Name in the calendar").fill("Phone")
    page.get_by_label("What it shows").select_option("the last 30 days")
    page.get_by_role("checkbox", name="Garden").check()
    page.get_by_role("button", name="Create feed").click()

    address = page.get_by_label("Address for the calendar").input_value()
    assert address.startswith(f"{server.url}/api/feeds/cwf_")
    calendar = read(address)
    assert "SUMMARY:Garden › Planning\r\n" in calendar
    assert "X-WR-CALNAME:Phone\r\n" in calendar
    row = page.get_by_role("listitem").filter(has_text="Phone")
    expect(row).to_contain_text("the last 30 days · Garden · never read")
    expect(page.get_by_role("checkbox", name="Garden")).not_to_be_checked()

    page.reload()
    expect(row).to_contain_text(re.compile(r"· last read .*\d"))
    expect(page.get_by_label("Address for the calendar")).to_have_count(0)
    page.get_by_role("button", name="Revoke calendar feed: Phone").click()
    expect(page.get_by_text("No calendar feeds yet.")).to_be_visible()
    assert server.call("GET", address.removeprefix(server.url))[0] == 404


def test_everything_of_ones_own_is_a_file(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    page.goto("/settings/data")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything").click()

    assert re.fullmatch(r"clockwork-everything-[\d-]{10}\.zip", download.value.suggested_filename)
    with ZipFile(download.value.path()) as archive:
        assert archive.read("entries.csv").count(b"\n") == 2
