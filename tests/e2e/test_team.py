"""Several people: what a member is offered, others' time, and the audit in words."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import PHONE, Watch
from tests.e2e.page import NOTE, type_line
from tests.e2e.test_accounts import ADA, BEN, set_up, sign_in
from tests.e2e.test_every_screen import faults
from tests.e2e.test_timer import START, messages, rows
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

# As the page asks for what it changes itself.
CALL = """async ([method, path, body]) => {
  const { csrfToken } = await (await fetch("/api/session")).json();
  const headers = { "X-CSRF-Token": csrfToken };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  return [answer.status, await answer.json().catch(() => null)];
}"""


@pytest.fixture
def server(serve: Callable[..., Clockwork]) -> Clockwork:
    return serve(AUTH_MODE="password")


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # The browser reports each refusal, and being signed out is one.
    watch.expected += ["status of 401", "status of 412"]
    return watch


def call(page: Page, method: str, path: str, body: object = None) -> dict:
    status, answer = page.evaluate(CALL, [method, path, body])
    assert status < 300, answer
    return answer


def ago(days: int, time: str) -> str:
    return f"{datetime.now(UTC) - timedelta(days=days):%Y-%m-%d}T{time}:00Z"


def add(page: Page, category: dict, start: str, stop: str, **fields: object) -> dict:
    body = {"categoryId": category["id"], "startedAt": start, "stoppedAt": stop, **fields}
    return call(page, "POST", "/api/entries", body)


@pytest.fixture
def ada(server: Clockwork, page: Page) -> Page:
    """The administrator, with a project that holds categories, and with Ben beside her."""
    set_up(server, page)
    ben = {"name": "Ben", "email": BEN[0], "password": BEN[1], "role": "member"}
    call(page, "POST", "/api/people", ben)
    return page


@pytest.fixture
def beds(ada: Page) -> dict:
    garden = call(ada, "POST", "/api/projects", {"name": "Garden"})
    return call(ada, "POST", f"/api/projects/{garden['id']}/categories", {"name": "Beds"})


@pytest.fixture
def ben(ada: Page, open_context: Callable[..., BrowserContext]) -> Page:
    page = open_context().new_page()
    page.goto("/")
    sign_in(page, *BEN)
    expect(page.get_by_role("combobox", name=START)).to_be_visible()
    return page


def test_a_new_member_is_offered_what_exists_and_may_make_more(
    ada: Page, beds: dict, ben: Page
) -> None:
    ben.reload()
    field = ben.get_by_role("combobox", name=START)
    expect(field).to_be_visible()
    field.click()
    ben.get_by_role("option", name="Beds Garden").click()
    expect(rows(ben, "Beds")).to_have_attribute("data-running", "true")
    field.fill("House › Roof")
    expect(ben.get_by_role("option").first).to_have_text("New project House › Roof")
    with ben.expect_response("**/api/time/start") as started:
        field.press("Enter")
    assert started.value.status == 201


def test_an_administrator_corrects_and_undoes_somebody_elses_time(
    ada: Page, beds: dict, ben: Page
) -> None:
    mine = add(ada, beds, ago(1, "09:00"), ago(1, "10:00"), note="Ada's")
    theirs = add(ben, beds, ago(1, "09:00"), ago(1, "10:15"), note="Ben's")
    add(ben, beds, ago(40, "09:00"), ago(40, "10:00"), note="long ago")
    ada.goto("/settings/entries")
    expect(ada.get_by_label("Whose time").locator("option")).to_have_text(["Ben"])
    ada.get_by_label("Range").select_option("Last 7 days")
    expect(rows(ada)).to_have_count(1)
    rows(ada, "Ben's").locator(".entry-main").focus()
    ada.keyboard.press("e")
    ada.get_by_role("textbox", name=NOTE).fill("Ben's, mended #late")
    ada.get_by_role("textbox", name="End", exact=True).fill("10:30")
    with ada.expect_response(lambda answer: answer.request.method == "PATCH"):
        ada.keyboard.press("Enter")
    expect(rows(ada, "mended")).to_contain_text("9:00–10:30")
    address = f"/api/entries/{theirs['id']}"
    assert call(ben, "GET", address)["durationSeconds"] == 5400

    ada.keyboard.press("Control+z")
    expect(rows(ada, "mended")).to_have_count(0)
    expect(rows(ada, "Ben's")).to_contain_text("9:00–10:15")
    with ada.expect_response(lambda answer: answer.request.method == "DELETE", timeout=20_000):
        rows(ada, "Ben's").locator(".entry-main").press("Delete")
        expect(rows(ada)).to_have_count(0)
        ada.get_by_role("button", name="Undo").last.click()
        expect(rows(ada, "Ben's")).to_be_visible()
        rows(ada, "Ben's").locator(".entry-main").press("Delete")
    ada.keyboard.press("Control+z")
    expect(messages(ada)).to_contain_text("can't be undone")

    ada.get_by_role("link", name="Timer").click()
    expect(rows(ada)).to_have_count(1)
    expect(rows(ada, "Ada's")).to_be_visible()
    assert call(ada, "GET", f"/api/entries/{mine['id']}")["note"] == "Ada's"


def test_a_report_of_others_leads_to_their_entries(ada: Page, beds: dict, ben: Page) -> None:
    add(ada, beds, ago(1, "09:00"), ago(1, "10:00"), note="Ada's")
    theirs = add(ben, beds, ago(1, "11:00"), ago(1, "12:00"), note="Ben's")
    ada.goto("/reports?range=last-7-days&person=everyone&show=all")
    expect(rows(ada)).to_have_count(2)
    expect(rows(ada, "Ben's").locator("[data-cell=category]")).to_contain_text("Ben")
    ada.get_by_label("Whose time").select_option("Ben")
    expect(rows(ada)).to_have_count(0)
    ada.get_by_title(re.compile("^Entries of .*Garden")).first.click()
    expect(rows(ada)).to_have_count(1)
    rows(ada, "Ben's").locator("[data-cell=end]").click()
    ada.get_by_role("textbox", name="End", exact=True).fill("12:30")
    ada.keyboard.press("Enter")
    expect(rows(ada, "Ben's")).to_contain_text("11:00–12:30")
    address = f"/api/entries/{theirs['id']}"
    eventually(lambda: call(ben, "GET", address)["durationSeconds"] == 5400)
    # A report that was asked for before the edit is made anew.
    expect(ada.get_by_text("1:30").first).to_be_visible()


def test_two_edits_of_somebodys_entry_are_shown_side_by_side(
    ada: Page, beds: dict, ben: Page
) -> None:
    theirs = add(ben, beds, ago(1, "09:00"), ago(1, "10:15"), note="old")
    ada.goto("/settings/entries?range=last-7-days")
    rows(ada, "old").locator("[data-cell=note]").click()
    ada.get_by_role("textbox", name=NOTE).fill("by Ada")
    call(ben, "PATCH", f"/api/entries/{theirs['id']}", {"note": "by Ben"})
    ada.keyboard.press("Enter")
    messages(ada).get_by_role("button", name="Compare").click()
    dialog = ada.get_by_role("dialog", name="Changed twice")
    dialog.get_by_role("group", name="Note").get_by_label("Yours").check()
    with ada.expect_response(lambda answer: answer.request.method == "PATCH"):
        dialog.get_by_role("button", name="Save").click()
    expect(rows(ada, "by Ada")).to_be_visible()


def test_the_audit_tells_in_words_who_changed_what(
    ada: Page, beds: dict, ben: Page, open_context: Callable[..., BrowserContext]
) -> None:
    at = datetime.now(UTC) - timedelta(days=1)
    theirs = add(ben, beds, ago(1, "09:00"), ago(1, "10:15"))
    call(ada, "PATCH", f"/api/entries/{theirs['id']}", {"stoppedAt": ago(1, "10:30")})
    call(ben, "POST", "/api/account/tokens", {"name": "Script", "scope": "read"})
    ada.goto("/settings/people")
    ada.get_by_role("link", name="Audit").click()
    day = f"{at:%A} {at.day} {at:%B}"
    lines = ada.locator("#content ol").get_by_role("listitem")
    expect(lines.nth(0)).to_contain_text("Ben created the token “Script”.")
    expect(lines.nth(1)).to_contain_text(
        re.compile(rf"Ada changed Ben's entry of {day}.*: 9:00–10:15 became 9:00–10:30\.")
    )
    ada.get_by_label("Person").select_option("Ada")
    expect(lines.filter(has_text="Script")).to_have_count(0)
    expect(lines.filter(has_text="Ada changed Ben's entry")).to_have_count(1)
    ada.get_by_label("Range").select_option("Last month")
    expect(ada.get_by_text("Nothing was changed in this range.")).to_be_visible()
    with ada.expect_download() as export:
        ada.get_by_role("link", name="Download all of it (CSV)").click()
    assert export.value.suggested_filename == "clockwork-audit.csv"

    ben.goto("/settings/audit")
    expect(ben).to_have_url(re.compile(r"/settings$"))
    expect(ben.get_by_role("link", name="Audit")).to_have_count(0)


def test_both_screens_fit_a_phone_and_axe_finds_nothing(
    ada: Page, beds: dict, ben: Page, open_context: Callable[..., BrowserContext]
) -> None:
    add(ben, beds, ago(1, "09:00"), ago(1, "10:15"), note="weeding the beds by the wall")
    state = ada.context.storage_state()
    phone = open_context(viewport=PHONE, has_touch=True, storage_state=state).new_page()
    for address in ("/settings/entries?range=last-30-days", "/settings/audit"):
        phone.goto(address)
        expect(phone.get_by_label("Range")).to_be_visible()
        phone.wait_for_load_state("networkidle")
        assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        assert faults(phone) == []
    phone.goto("/settings/entries?range=last-30-days")
    rows(phone, "weeding").locator("[data-cell=note]").tap()
    phone.get_by_role("textbox", name=NOTE).fill("weeded")
    phone.get_by_role("button", name="Save").tap()
    expect(rows(phone, "weeded")).to_be_visible()


def test_another_person_in_the_same_tab_sees_nothing_of_the_first_who_finds_it_all_again(
    ada: Page, beds: dict
) -> None:
    mine = add(ada, beds, ago(1, "09:00"), ago(1, "10:00"), note="Ada's")
    ada.goto("/")
    type_line(ada, "beds secret")
    expect(rows(ada, "secret")).to_have_attribute("data-running", "true")
    rows(ada, "Ada's").locator("[data-cell=note]").click()
    ada.get_by_role("textbox", name=NOTE).fill("half typed")
    ada.get_by_role("combobox", name=START).fill("going to")
    ada.context.clear_cookies()
    ada.evaluate("dispatchEvent(new Event('focus'))")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    sign_in_heading = ada.get_by_role("heading", name="Sign in")
    expect(sign_in_heading).to_be_visible()
    # Before anything of Ben's has come.
    for path in ("**/api/entries*", "**/api/catalog*"):
        ada.route(path, hold)
    sign_in(ada, *BEN)
    expect(ada.get_by_role("combobox", name=START)).to_have_value("")
    expect(ada.locator("body")).not_to_contain_text("secret")
    expect(ada).to_have_title("Timer · Clockwork")
    ada.unroute_all()
    ada.reload()
    expect(ada.get_by_text("Nothing yet today.").or_(ada.get_by_text("Type what"))).to_be_visible()
    expect(ada.locator("form.editor")).to_have_count(0)
    ada.keyboard.press("Control+z")
    expect(messages(ada)).to_contain_text("There is nothing to undo.")

    ada.context.clear_cookies()
    ada.evaluate("dispatchEvent(new Event('focus'))")
    expect(sign_in_heading).to_be_visible()
    sign_in(ada, *ADA)
    expect(ada.get_by_role("combobox", name=START)).to_have_value("going to")
    expect(rows(ada, "secret")).to_have_attribute("data-running", "true")
    # Moving on to the line had saved it, to be sent when she is back.
    eventually(lambda: call(ada, "GET", f"/api/entries/{mine['id']}")["note"] == "half typed")
