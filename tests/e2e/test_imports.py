"""Bringing time from elsewhere: a file chosen, looked at, decided on, brought, taken back."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.conftest import PHONE, Watch
from tests.e2e.hands import Finger, Keys, Mouse
from tests.e2e.page import entries
from tests.e2e.test_accounts import set_up
from tests.e2e.test_every_screen import faults
from tests.e2e.test_timer import add, category
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

KLOG = b"2024-05-06\n    9:00 - 10:30 Weeding #spring\n"
TABLE = b"When,Until,Where\n2024-05-06 08:00,2024-05-06 09:30,Garden\n"
DAMAGED = b"{"


@pytest.fixture(params=[Mouse, Keys, Finger], ids=["mouse", "keys", "touch"])
def hand(
    request: pytest.FixtureRequest, server: Clockwork, open_context: Callable[..., BrowserContext]
) -> Mouse:
    """One way to use a tab that is not yet anywhere."""
    is_phone = request.param is Finger
    context = open_context(viewport=PHONE, has_touch=True) if is_phone else open_context()
    return request.param(context.new_page())


@pytest.fixture
def exported(server: Clockwork) -> bytes:
    """Two hours in Garden › Planning, as a file; then they are gone."""
    place = category(server)
    add(server, place, "2024-05-06T09:00:00Z", "2024-05-06T10:00:00Z", note="Weeding")
    add(server, place, "2024-06-03T09:00:00Z", "2024-06-03T10:00:00Z", note="Watering")
    file = server.call("GET", "/api/export?format=json")[1]
    for entry in entries(server):
        server.call("DELETE", f"/api/entries/{entry['id']}")
    return json.dumps(file).encode()


def chooser(page: Page) -> Locator:
    return page.get_by_label("A file to import")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def choose(hand: Mouse, data: bytes, name: str = "time.json") -> None:
    with hand.page.expect_file_chooser() as opened:
        hand.press(chooser(hand.page))
    opened.value.set_files({"name": name, "mimeType": "", "buffer": data})


def column(page: Page, meaning: str) -> Locator:
    return page.get_by_role("combobox", name=meaning, exact=True)


def give(page: Page, data: bytes, name: str = "time.json") -> None:
    page.goto("/import")
    chooser(page).set_input_files({"name": name, "mimeType": "", "buffer": data})


def test_a_file_is_looked_at_decided_on_brought_and_taken_back(
    server: Clockwork, hand: Mouse, exported: bytes
) -> None:
    page = hand.page
    page.goto("/import")
    choose(hand, exported)
    expect(page.get_by_role("heading", name="time.json")).to_be_focused()
    months = page.get_by_role("table", name="Hours by month")
    expect(months.get_by_role("row", name="May 2024")).to_contain_text("1:00")
    assert entries(server) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    where = page.get_by_label("Garden › Planning", exact=True)
    hand.write(where, "Home › Beds")
    page.keyboard.press("Enter")
    expect(page.get_by_text("New: Home › Beds")).to_be_visible()
    assert faults(page) == []
    hand.press(button(page, "Add 2 entries"))

    expect(page.get_by_text("2 entries were added.")).to_be_visible()
    assert [entry["note"] for entry in entries(server)] == ["Watering", "Weeding"]
    names = [one["name"] for one in server.call("GET", "/api/catalog")[1]["projects"]]
    assert names == ["Garden", "Home"]

    hand.press(button(page, "Take back"))
    hand.press(page.get_by_role("dialog").get_by_role("button", name="Take back"))
    expect(page.get_by_text("Taken back.", exact=True)).to_be_visible()
    assert entries(server) == []


def test_what_the_file_can_not_tell_is_asked_with_the_clocks_zone_proposed(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(timezone_id="Asia/Tokyo").new_page()
    give(page, KLOG, "time.klg")
    expect(page.get_by_label("Zone of its clock times")).to_have_value("Asia/Tokyo")
    expect(page.get_by_text("In the file: 2024-05-06 09:00:00")).to_be_visible()
    assert faults(page) == []

    button(page, "Show what would happen").press("Enter")
    button(page, "Add 1 entry").press("Enter")
    expect(page.get_by_text("1 entry was added.")).to_be_visible()
    [entry] = entries(server)
    assert (entry["startedAt"], entry["note"]) == ("2024-05-06T00:00:00Z", "Weeding")


def test_a_table_of_no_known_kind_is_asked_what_its_columns_hold(
    server: Clockwork, page: Page
) -> None:
    give(page, TABLE, "hours.csv")
    expect(page.get_by_text("Garden")).to_be_visible()
    assert faults(page) == []
    look = button(page, "Show what would happen")
    column(page, "Project").select_option("Where")
    look.click()
    expect(page.get_by_text("That isn't enough yet:")).to_be_visible()
    column(page, "Start").select_option("When")
    column(page, "End").select_option("Until")
    look.click()
    expect(page.get_by_label("Zone of its clock times")).to_have_value("Etc/UTC")
    look.click()
    button(page, "Add 1 entry").click()
    expect(page.get_by_text("1 entry was added.")).to_be_visible()
    [entry] = entries(server)
    assert entry["durationSeconds"] == 5400


def test_what_was_brought_is_on_the_timer_at_once(
    server: Clockwork, page: Page, exported: bytes
) -> None:
    page.goto("/")
    expect(page.get_by_role("main")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("i")
    chooser(page).set_input_files({"name": "time.json", "mimeType": "", "buffer": exported})
    page.get_by_label("Leave out Garden › Planning").check()
    expect(page.get_by_text("Nothing in it is new.")).to_be_visible()
    page.get_by_label("Leave out Garden › Planning").uncheck()
    button(page, "Add 2 entries").click()
    expect(page.get_by_text("2 entries were added.")).to_be_visible()

    page.get_by_role("link", name="Timer").click()
    button(page, "Show earlier days").click()
    expect(page.get_by_text("Watering").first).to_be_visible()


@pytest.mark.parametrize(
    ("answer", "left"), [("Keep what was changed", ["Mended"]), ("Delete all", [])]
)
def test_entries_that_were_changed_since_are_asked_about(
    server: Clockwork, page: Page, watch: Watch, exported: bytes, answer: str, left: list[str]
) -> None:
    watch.expected = ["409"]
    give(page, exported)
    button(page, "Add 2 entries").click()
    expect(page.get_by_text("2 entries were added.")).to_be_visible()
    server.call("PATCH", f"/api/entries/{entries(server)[0]['id']}", {"note": "Mended"})

    button(page, "Import another file").click()
    button(page, "Take back time.json").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Take back").click()
    expect(dialog.get_by_text("1 of its entries was changed since.")).to_be_visible()
    assert len(entries(server)) == 2
    dialog.get_by_role("button", name=answer).click()
    expect(page.get_by_text("Taken back.", exact=True)).to_be_visible()
    assert [entry["note"] for entry in entries(server)] == left


def test_a_refused_file_says_why_and_another_can_be_chosen(
    page: Page, watch: Watch, exported: bytes
) -> None:
    watch.expected = ["400"]
    give(page, DAMAGED, "broken.json")
    expect(page.get_by_role("alert")).to_contain_text("Nothing can be made of broken.json.")
    assert faults(page) == []
    chooser(page).set_input_files({"name": "time.json", "mimeType": "", "buffer": exported})
    expect(button(page, "Add 2 entries")).to_be_visible()


def test_what_was_chosen_stays_while_the_network_is_away(
    page: Page, watch: Watch, exported: bytes
) -> None:
    watch.expected = ["ERR_FAILED"]
    page.route("**/api/imports?*", lambda route: route.abort())
    give(page, exported)
    expect(page.get_by_role("alert")).to_contain_text("time.json stays chosen.")
    page.unroute("**/api/imports?*")
    button(page, "Try again").click()
    expect(button(page, "Add 2 entries")).to_be_visible()


def test_a_draft_is_taken_up_again_or_discarded(page: Page, exported: bytes) -> None:
    give(page, exported)
    expect(button(page, "Add 2 entries")).to_be_visible()
    page.reload()
    expect(button(page, "Add 2 entries")).to_be_visible()
    button(page, "All imports").click()
    button(page, "Continue time.json").click()
    expect(button(page, "Add 2 entries")).to_be_visible()
    button(page, "All imports").click()
    button(page, "Discard time.json").press("Enter")
    expect(page.get_by_role("heading", name="Imports so far")).to_have_count(0)
    expect(button(page, "time.json")).to_have_count(0)


DROP = """([target, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.json"));
    for (const type of ["dragover", "drop"]) {
        const event = new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true});
        target.dispatchEvent(event);
    }
}"""


def test_a_file_is_dropped(page: Page, exported: bytes) -> None:
    page.goto("/import")
    target = chooser(page).element_handle()
    page.evaluate(DROP, [target, exported.decode()])
    expect(page.get_by_role("heading", name="dropped.json")).to_be_focused()
    expect(button(page, "Add 2 entries")).to_be_visible()


def test_who_is_signed_in_brings_time_of_their_own(
    serve: Callable[..., Clockwork], server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected = ["status of 401"]
    server.stop()
    set_up(serve(AUTH_MODE="password"), page)
    give(page, KLOG, "time.klg")
    button(page, "Show what would happen").click()
    button(page, "Add 1 entry").click()
    expect(page.get_by_text("1 entry was added.")).to_be_visible()
    button(page, "Take back").click()
    page.get_by_role("dialog").get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Taken back.", exact=True)).to_be_visible()
