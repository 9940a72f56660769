"""What the server refused or failed at can be named to whoever runs it: code and request."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.e2e.conftest import Watch
from tests.e2e.test_timer import START, add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

ID = "3f2a9c"


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of each request that is refused or fails here.
    watch.expected.append("Failed to load resource")
    return watch


def failing(status: int, code: str) -> Callable[[Route], None]:
    """Answers as the server does when it can't."""
    body = json.dumps({"code": code, "message": "It broke.", "requestId": ID})
    return lambda route: route.fulfill(status=status, body=body, content_type="application/json")


def details(place: Locator) -> Locator:
    """What is there for those who ask; nobody else sees it."""
    summary = place.get_by_text("Details", exact=True)
    expect(place.locator(".failure code")).to_be_hidden()
    summary.press("Enter")
    return place.locator(".failure code")


def test_a_refused_edit_names_its_code_and_its_request_to_copy(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="first")
    add(server, place, yesterday("11:00"), yesterday("12:00"), note="second")
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/")
    rows(page, "second").locator("[data-cell=start]").click()
    page.get_by_role("textbox", name="Start", exact=True).fill("9:30")
    with page.expect_response(lambda answer: answer.request.method == "PATCH") as refused:
        page.keyboard.press("Enter")
    number = refused.value.headers["x-request-id"]
    editor = page.get_by_role("form", name="Entry")
    expect(details(editor)).to_have_text(f"409 entry_overlap · request {number}")
    editor.get_by_role("button", name="Copy").press("Enter")
    expect(editor.get_by_role("button", name="Copied")).to_be_focused()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"409 entry_overlap · request {number}"


def test_a_refused_line_has_them_under_its_reason(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"))
    page.goto("/")
    expect(rows(page)).to_have_count(1)
    page.get_by_role("combobox", name=START).fill("planning yesterday 9:30-11")
    page.keyboard.press("Enter")
    problem = page.locator(".start-problem")
    expect(problem).to_contain_text("The time overlaps another entry.")
    expect(details(problem)).to_have_text(re.compile(r"^409 entry_overlap · request \w+$"))
    page.get_by_role("combobox", name=START).fill("planning")
    expect(problem).to_have_count(0)


def test_what_the_server_breaks_on_and_what_waits_for_it_have_them(
    server: Clockwork, page: Page
) -> None:
    category(server)
    page.route("**/api/time/start", failing(500, "internal"), times=1)
    page.goto("/")
    field = page.get_by_role("combobox", name=START)
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    field.fill("planning")
    page.keyboard.press("Enter")
    problem = page.locator(".start-problem")
    expect(problem).to_contain_text("Something went wrong on the server.")
    expect(details(problem)).to_have_text(f"500 internal · request {ID}")

    page.route("**/api/time/start", failing(503, "unavailable"))
    field.press("Enter")
    notice = messages(page).locator(".notice").filter(has_text="The server can't be reached.")
    expect(details(notice)).to_have_text(f"503 unavailable · request {ID}")
    notice.get_by_role("button", name="Show them").click()
    dialog = page.get_by_role("dialog", name="Not saved yet")
    expect(details(dialog)).to_have_text(f"503 unavailable · request {ID}")
    page.unroute("**/api/time/start")
    with page.expect_response("**/api/time/start"):
        dialog.get_by_role("button", name="Try now").click()
    expect(dialog).to_contain_text("Everything is saved.")


def test_searches_reports_and_what_is_in_use_have_them(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="first")
    page.route(re.compile(r"/api/entries.*q=first"), failing(500, "internal"))
    page.goto("/?q=first")
    main = page.get_by_role("main")
    expect(main).to_contain_text("The search didn't work.")
    expect(details(main)).to_have_text(f"500 internal · request {ID}")
    # Something in front of the server says no more than that.
    page.route(re.compile(r"/api/reports"), lambda route: route.fulfill(status=418, body="tea"))
    page.goto("/reports")
    expect(main).to_contain_text("The report couldn't be loaded.")
    expect(details(main)).to_have_text("418 status_418")
    page.goto("/projects")
    page.get_by_role("row", name=re.compile("Planning")).press("Delete")
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    dialog = page.get_by_role("dialog", name="Planning can't be deleted")
    expect(details(dialog)).to_have_text(re.compile(r"^409 category_in_use · request \w+$"))


def test_forms_and_the_gate_have_them(
    serve: Callable[..., Clockwork], server: Clockwork, page: Page
) -> None:
    server.stop()
    serve(AUTH_MODE="password")
    page.goto("/")
    page.get_by_label("Set-up code").fill("nonsense")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("E-mail").fill("ada@example.org")
    page.get_by_label("Password").fill("a long enough one")
    page.get_by_role("button", name="Create administrator").click()
    expect(details(page.get_by_role("main"))).to_have_text(
        re.compile(r"^40\d wrong_code · request \w+$")
    )
    page.route("**/api/session", failing(500, "internal"))
    page.goto("/")
    gate = page.get_by_role("main")
    expect(gate).to_contain_text("The server can't be reached")
    expect(details(gate)).to_have_text(f"500 internal · request {ID}")
    page.unroute("**/api/session")
    gate.get_by_role("button", name="Try now").click()
    expect(page.get_by_label("Set-up code")).to_be_visible()
