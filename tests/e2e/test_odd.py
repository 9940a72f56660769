"""What people type that nobody expects: long words, far dates, addresses that are none."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Watch
from tests.e2e.page import field
from tests.e2e.test_phone import TOO_WIDE, TOUCH, overlap
from tests.e2e.test_timer import START, add, category, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


@pytest.fixture
def watch(watch: Watch) -> Watch:
    watch.expected.append("status of 409")
    return watch


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_words_of_any_length_stay_in_the_page(
    server: Clockwork, open_context: Callable[..., BrowserContext], width: int
) -> None:
    place = category(server, WORD, WORD[::-1])
    tags = ["x" * 64, "y"]
    add(server, place, yesterday("09:00"), yesterday("10:00"), note=WORD, tags=tags)
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"], "note": WORD})
    touch = TOUCH if width < 700 else {}
    page = open_context(**{**touch, "viewport": {"width": width, "height": 700}}).new_page()
    wide = []
    for address in ("/", "/projects", "/projects/tags", "/reports", "/reports?view=share"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        wide.append((address, page.evaluate(TOO_WIDE)))
    page.goto("/")
    overlap(page)
    wide.append(("refused", page.evaluate(TOO_WIDE)))
    assert [one for one in wide if one[1]] == []
    page.goto("/projects/tags")
    page.get_by_role("button", name=f"Actions for #{'x' * 64}").click()
    expect(page.get_by_role("menuitem", name="Rename")).to_be_visible()


def test_the_dates_of_a_report_are_typed_to_their_end(server: Clockwork, page: Page) -> None:
    category(server)
    page.goto("/reports?from=2026-11-01&to=2026-11-20")
    start, end = page.get_by_label("From"), page.get_by_label("To", exact=True)
    end.focus()
    # As this browser's language has it: month, day, year.
    page.keyboard.type("11152026")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("from=2026-11-01&to=2026-11-15$"))
    end.press("Shift+Tab")
    start.evaluate("field => field.focus()")
    page.keyboard.type("11182026")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    # What would end before it begins moves along.
    expect(page).to_have_url(re.compile("from=2026-11-18&to=2026-11-18$"))
    end.fill("9999-12-31")
    end.press("Enter")
    expect(end).to_have_value("2026-11-18")
    page.goto("/reports?from=2026-11-01&to=9999-12-31")
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports")


@pytest.mark.parametrize("date", ["9999-12-31", "0026-11-15"])
def test_a_date_that_nobody_means_is_told_at_its_field(
    server: Clockwork, page: Page, date: str
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    page.goto("/")
    rows(page, "old").locator("[data-cell=start]").click()
    field(page, "Date").fill(date)
    page.keyboard.press("Enter")
    expect(field(page, "Date")).to_have_accessible_description("Enter a date.")
    page.reload()
    expect(field(page, "Date")).to_have_value(date)


def test_addresses_that_are_none_say_so(server: Clockwork, page: Page) -> None:
    category(server)
    for address in ("/projects/xyz", "/reports/xyz", "/settings/xyz/"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "There is nothing at this address"
        )
    for address in ("/projects/", "/settings"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Projects|Settings"))
    for address in ("/?do=__proto__", "/?day=9999-12-31", "/?do=toString"):
        page.goto(address)
        expect(page.get_by_role("combobox", name=START)).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text("Timer")


def test_a_name_that_is_too_long_is_not_cut_in_silence(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("status of 400")
    category(server)
    page.goto("/projects")
    page.locator("[data-row]").first.press("i")
    name = page.get_by_role("textbox", name="New category in Garden")
    name.fill("x" * 300)
    name.press("Enter")
    expect(name).to_have_value("x" * 300)
    expect(name).to_have_accessible_description(
        "A category needs a name of at most 200 characters."
    )
