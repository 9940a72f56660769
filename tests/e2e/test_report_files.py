"""A report away from the screen: as a workbook, and on paper."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.test_reports import BEDS, category, make, track
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

# A4 without its margins, in pixels as a browser prints them.
PAPER = {"width": 718, "height": 1047}
FIELDS = ".bar, .rail, .skip, select, input, button, a.button"
VISIBLE = """fields => [...document.querySelectorAll(fields)]
  .filter((one) => one.checkVisibility() && !one.closest('.report-table, .report-key, .chart'))
  .map((one) => one.outerHTML)"""
BEYOND = """() => [...document.querySelectorAll('main, main :is(table, td, svg, p, li)')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def year(server: Clockwork) -> Clockwork:
    """An hour in each month of a year, in a project of two."""
    garden, office = (
        make(server, "projects", name="Garden"),
        make(server, "projects", name="Office"),
    )
    places = [category(server, garden, "Beds"), category(server, office, "Mail")]
    for month in range(1, 13):
        day = f"2025-{month:02}-04"
        track(server, places[month % 2], f"{day}T09:00:00Z", f"{day}T10:00:00Z", "spring")
    return server


def test_what_is_shown_can_be_had_as_a_workbook(year: Clockwork, page: Page) -> None:
    page.goto("/reports?from=2025-01-01&to=2025-12-31&bars=month")
    expect(page.get_by_role("link", name="Excel")).to_be_visible()
    with page.expect_download() as file:
        page.get_by_role("link", name="Excel").click()

    assert file.value.suggested_filename == "clockwork-report-2025-01-01-to-2025-12-31.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(file.value.path().read_bytes())).active
    head, *rows, sums = sheet.iter_rows(values_only=True)
    assert head == ("Month from", "Project", "Duration", "Hours")
    assert [project for _, project, _, _ in rows] == ["Office", "Garden"] * 6
    assert sums[2:] == ("=SUM(C2:C13)", "=SUM(D2:D13)")


@pytest.mark.parametrize("view", ["time", "share", "year"])
def test_a_report_is_right_on_paper(
    year: Clockwork, open_context: Callable[..., BrowserContext], view: str
) -> None:
    page = open_context(color_scheme="dark").new_page()
    page.goto(f"/reports?from=2025-01-01&to=2025-12-31&view={view}")
    expect(page.get_by_role("table")).to_be_visible()
    paper = page.pdf(format="A4")

    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")

    assert page.evaluate(VISIBLE, FIELDS) == []
    assert page.evaluate(BEYOND) == []
    expect(page.get_by_role("heading", name="Reports")).to_be_visible()
    for said in ("12:00", "2025", "UTC"):
        expect(page.locator(".report-sum")).to_contain_text(said)
    expect(page.locator("html")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1


def test_paper_says_what_was_chosen(year: Clockwork, page: Page) -> None:
    page.goto(f"/reports?{BEDS.replace('2025-06-02', '2025-01-01')}&tag=spring")
    expect(page.get_by_role("table")).to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator(".report-sum")).to_contain_text("#spring · UTC")
    expect(page.get_by_role("combobox")).to_have_count(0)
