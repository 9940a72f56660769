"""Reports in a browser: right over a change of clocks, bookmarked, drilled into, by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.servers import Clockwork

# A zone, a week in which its clocks change, that week's first and last instant, the day it
# happens on, how long that day is, and the week.
WEEKS = [
    ("Europe/Berlin", "from=2025-03-24&to=2025-03-30",
     "2025-03-23T23:00:00Z", "2025-03-30T22:00:00Z", "Sun 30 Mar", "23:00", "167:00"),
    ("America/New_York", "from=2025-10-27&to=2025-11-02",
     "2025-10-27T04:00:00Z", "2025-11-03T05:00:00Z", "Sun 2 Nov", "25:00", "169:00"),
]  # fmt: skip
BEDS = "from=2025-06-02&to=2025-06-08"


def make(server: Clockwork, path: str, **body: object) -> dict:
    status, made = server.call("POST", f"/api/{path}", body)
    assert status == 201, made
    return made


def category(server: Clockwork, project: dict, name: str, **fields: object) -> dict:
    return make(server, f"projects/{project['id']}/categories", name=name, **fields)


def track(server: Clockwork, of: dict, start: str, stop: str, *tags: str) -> None:
    make(server, "entries", categoryId=of["id"], startedAt=start, stoppedAt=stop, tags=tags)


def cells(page: Page, row: str) -> list[str]:
    """The numbers beside a row's name in the table below the chart."""
    found = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row, exact=True))
    expect(found).to_have_count(1)
    return found.get_by_role("cell").all_inner_texts()


@pytest.fixture
def garden(server: Clockwork) -> Clockwork:
    """Three hours in a garden, one of them deep in its tree; half an hour in an office."""
    project = make(server, "projects", name="Garden", color="green")
    beds = category(server, project, "Beds")
    roses = category(server, project, "Roses", parentCategoryId=beds["id"])
    paths = category(server, project, "Paths")
    mail = category(server, make(server, "projects", name="Office", color="brown"), "Mail")
    track(server, beds, "2025-06-02T08:00:00Z", "2025-06-02T08:30:00Z")
    track(server, roses, "2025-06-02T09:00:00Z", "2025-06-02T10:00:00Z", "spring")
    track(server, paths, "2025-06-03T09:00:00Z", "2025-06-03T10:30:00Z")
    track(server, mail, "2025-06-03T11:00:00Z", "2025-06-03T11:30:00Z")
    return server


@pytest.mark.parametrize(
    ("zone", "week", "start", "stop", "day", "long", "total"), WEEKS, ids=("Berlin", "New York")
)
def test_a_week_in_which_the_clocks_change_adds_up(
    server: Clockwork, open_context: Callable[..., BrowserContext],
    zone: str, week: str, start: str, stop: str, day: str, long: str, total: str,
) -> None:  # fmt: skip
    work = category(server, make(server, "projects", name="Watch"), "Keep")
    track(server, work, start, stop)
    page = open_context(timezone_id=zone).new_page()

    page.goto(f"/reports?{week}")

    expect(page.get_by_role("status", name="Total")).to_have_text(total)
    assert cells(page, day) == [long, long]
    assert cells(page, "Total") == [total, total]
    days = page.locator(".report-table tbody tr")
    expect(days).to_have_count(7)
    expect(days.filter(has_text="24:00")).to_have_count(6)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_shares_lead_down_the_tree_and_the_address_brings_them_back(
    garden: Clockwork, page: Page
) -> None:
    page.goto(f"/reports?view=share&{BEDS}")
    assert [cells(page, name) for name in ("Garden", "Office")] == [
        ["3:00", "85.7%"],
        ["0:30", "14.3%"],
    ]

    page.get_by_role("button", name="Garden", exact=True).click()
    expect(page.get_by_role("rowheader", name="Paths")).to_be_visible()
    page.get_by_role("button", name="Beds", exact=True).click()
    expect(page.get_by_role("rowheader", name="Beds itself")).to_be_visible()
    page.get_by_label("Then by").select_option("Tag")
    field = page.get_by_role("combobox", name="Filter by project, category or tag")
    field.fill("spri")
    expect(page.get_by_role("option", name="spring")).to_be_visible()
    field.press("Enter")
    removal = page.get_by_role("button", name="Remove filter #spring")
    expect(removal).to_be_visible()

    page.go_back()
    expect(page.get_by_role("rowheader", name="No tag")).to_be_visible()
    table = page.locator(".report-table").inner_text()
    page.reload()
    expect(page.locator(".report-table")).to_have_text(table, use_inner_text=True)
    assert cells(page, "Roses") == ["1:00", "66.7%"]
    assert cells(page, "Beds itself") == ["0:30", "33.3%"]

    page.get_by_role("button", name="All projects").click()
    assert cells(page, "Office") == ["0:30", "14.3%"]


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_chart_says_by_keyboard_what_it_shows(garden: Clockwork, page: Page) -> None:
    page.goto(f"/reports?{BEDS}")
    chart = page.get_by_role("group", name=re.compile("^Time tracked, 2.*8 Jun 2025"))
    tip = page.locator(".report-tip")

    page.get_by_role("button", name="Office", exact=True).focus()
    page.keyboard.press("Tab")
    expect(chart).to_be_focused()
    expect(tip).to_contain_text("Mon 2 Jun")
    page.keyboard.press("ArrowRight")
    expect(tip).to_have_attribute("aria-live", "polite")
    assert spoken(tip) == ["Tue 3 Jun", "Office", "0:30", "Garden", "1:30", "Total", "2:00"]
    page.keyboard.press("Escape")
    expect(tip).to_be_empty()

    page.keyboard.press("3")
    expect(page.get_by_role("group", name="Time tracked in 2025")).to_be_visible()
    assert cells(page, "3")[5] == "2:00"


def spoken(tip: Locator) -> list[str]:
    return [part for part in tip.inner_text().split("\n") if part]


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_bar_leads_to_its_entries_which_are_edited_there(garden: Clockwork, page: Page) -> None:
    page.goto(f"/reports?{BEDS}")
    page.get_by_role("group", name=re.compile("^Time tracked, ")).focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    panel = page.get_by_role("region", name="Tue 3 Jun")
    rows = panel.locator(".entry-main")
    expect(rows).to_have_count(2)
    expect(panel.get_by_role("heading", name="Tue 3 Jun")).to_be_focused()

    rows.filter(has_text="Mail").click()
    editor = panel.get_by_role("form", name="Edit entry")
    editor.get_by_label("Duration").fill("1:00")
    editor.get_by_role("button", name="Save").click()
    expect(rows.filter(has_text="Mail")).to_contain_text("1:00")
    expect(page.get_by_role("status", name="Total")).to_have_text("4:00")

    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.get_by_role("group", name=re.compile("^Time tracked, "))).to_be_focused()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_row_leads_to_exactly_its_entries_and_back_closes_them(
    garden: Clockwork, page: Page
) -> None:
    page.goto(f"/reports?view=share&{BEDS}")
    page.get_by_role("row", name=re.compile("^Garden")).get_by_title("Entries of Garden").click()
    panel = page.get_by_role("region", name=re.compile("· Garden$"))
    expect(panel.locator(".entry-main")).to_have_count(3)
    expect(panel.get_by_role("heading", level=2).nth(1)).to_contain_text("3 June")

    page.reload()
    expect(panel.locator(".entry-main")).to_have_count(3)
    panel.get_by_role("button", name=re.compile("^All of")).click()
    expect(page.locator(".report-entries .entry-main")).to_have_count(4)
    page.go_back()
    expect(page.locator(".report-entries")).to_have_count(0)
    expect(page).to_have_url(re.compile(rf"view=share&{BEDS}$"))


@pytest.mark.parametrize("kind", ["sqlite"])
def test_what_is_shown_can_be_had_as_csv(garden: Clockwork, page: Page) -> None:
    page.goto(f"/reports?view=share&{BEDS}")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    assert waiting.value.suggested_filename == "clockwork-2025-06-02-to-2025-06-08.csv"
    assert waiting.value.path().read_bytes().decode("utf-8-sig").split("\r\n") == [
        "Project,Hours,Seconds", "Garden,3,10800", "Office,0.5,1800", "",
    ]  # fmt: skip


def test_the_palette_saves_the_report_and_downloads_it(garden: Clockwork, page: Page) -> None:
    page.goto("/reports?range=this-year")
    expect(page.get_by_role("button", name="CSV")).to_be_enabled()

    def command(text: str) -> None:
        page.keyboard.press("Control+k")
        page.get_by_role("combobox", name="Type a command").fill(text)
        page.keyboard.press("Enter")

    with page.expect_download() as file:
        command("report as csv")
    assert file.value.suggested_filename.endswith(".csv")
    command("save this report")
    name = page.get_by_role("dialog", name="Save this report").get_by_label("Name")
    expect(name).to_be_focused()
    name.fill("By the year")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Saved reports: By the year")).to_be_visible()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_report_begins_with_numbers_and_folds_what_is_empty(
    garden: Clockwork, page: Page
) -> None:
    page.goto("/reports?from=2025-06-03&to=2025-06-09")
    expect(page.locator(".fact-number")).to_have_text(["2:00", "2:00", "+0:30"])
    expect(page.get_by_role("row", name="6 days without time")).to_be_visible()
    expect(page.locator(".report-table tbody tr")).to_have_count(2)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_time_with_two_tags_makes_no_bar_higher_than_the_day(server: Clockwork, page: Page) -> None:
    work = category(server, make(server, "projects", name="Watch"), "Keep")
    track(server, work, "2025-06-03T08:00:00Z", "2025-06-03T10:00:00Z", "a", "b")
    page.goto(f"/reports?group=tag&{BEDS}")
    expect(page.locator(".chart .fill")).to_have_count(2)
    whole = page.locator(".chart .chart-whole").nth(1).bounding_box()
    for bar in page.locator(".chart .fill").all():
        assert bar.bounding_box()["height"] == pytest.approx(whole["height"], abs=1)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_report_is_saved_by_name_renamed_removed_and_had_back(
    garden: Clockwork, page: Page
) -> None:
    page.goto(f"/reports?view=share&{BEDS}")
    other = page.context.new_page()
    other.goto("/reports")
    page.get_by_role("button", name="Saved reports").click()
    page.get_by_role("menuitem", name="Save this report").press("Enter")
    page.keyboard.type("Beds")
    page.keyboard.press("Enter")
    here = page.get_by_role("button", name="Saved reports: Beds")
    expect(here).to_be_visible()

    other.get_by_role("button", name="Saved reports").click()
    other.get_by_role("menuitemradio", name="Beds").click()
    expect(other).to_have_url(re.compile(rf"\?view=share&{BEDS}$"))
    other.get_by_role("button", name="Saved reports: Beds").click()
    other.get_by_role("menuitem", name="Rename").click()
    other.get_by_label("Name", exact=True).fill("Roses")
    other.get_by_role("button", name="Save", exact=True).click()

    renamed = page.get_by_role("button", name="Saved reports: Roses")
    renamed.click()
    page.get_by_role("menuitem", name="Remove").click()
    expect(renamed).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(renamed).to_be_visible()


def test_entries_that_are_shown_can_be_exported(garden: Clockwork, page: Page) -> None:
    page.goto(f"/reports?view=share&{BEDS}&tag=spring")
    page.get_by_role("button", name="Export entries").click()
    dialog = page.get_by_role("dialog", name="Export entries")
    expect(dialog.get_by_role("radio", name="CSV")).to_be_checked()
    with page.expect_download() as file:
        dialog.get_by_role("button", name="Download").click()
    assert file.value.suggested_filename == "clockwork-entries-2025-06-02-to-2025-06-08.csv"
    _, roses, _ = file.value.path().read_bytes().decode("utf-8-sig").split("\r\n")
    assert ",Garden,Beds › Roses,,spring," in roses
    expect(dialog).to_have_count(0)


def test_entries_are_exported_by_keys_alone(garden: Clockwork, page: Page) -> None:
    page.goto(f"/reports?{BEDS}")
    expect(page.get_by_role("button", name="Export entries")).to_be_visible()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Type a command").fill("export entries")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Export entries")
    expect(dialog.get_by_role("radio", name="CSV")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    with page.expect_download() as other:
        page.keyboard.press("Enter")
    assert other.value.suggested_filename.endswith(".json")
    assert '"format":"clockwork-export"' in other.value.path().read_text()


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
@pytest.mark.parametrize("width", [1200, 1280, 1440])
def test_the_tools_of_a_report_take_two_rows(
    garden: Clockwork, open_context: Callable[..., BrowserContext], locale: str, width: int
) -> None:
    page = open_context(locale=locale, viewport={"width": width, "height": 800}).new_page()
    page.goto("/reports")
    page.locator(".report-body").wait_for()
    tools = page.locator(".report-head h1, .report-tools > *, .report-filters, .report-extras > *")
    middles = {round(box["y"] + box["height"] / 2) // 12 for box in boxes(tools)}
    assert len(middles) == 2


def boxes(found: Locator) -> list[dict]:
    return [box for one in found.all() if (box := one.bounding_box()) is not None]
