"""Accounts in a browser: the first run, signing in and out, people, what a member does not see."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.test_phone import TOUCH, faults, stay, tap
from tests.servers import Clockwork

# What the database has no part in is shown on one of them.
on_sqlite = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)

ADA = ("ada@example.org", "a long enough one")
BEN = ("ben@example.org", "another long one")


@pytest.fixture
def server(serve: Callable[..., Clockwork]) -> Clockwork:
    return serve(AUTH_MODE="password")


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # The browser reports each refusal, and being signed out is one.
    watch.expected.append("status of 401")
    return watch


def test_first_run_sign_out_and_in_again(server: Clockwork, page: Page, watch: Watch) -> None:
    page.goto("/projects")
    page.get_by_label("Set-up code").fill("nonsense")
    fill_person(page, "Ada", *ADA)
    page.get_by_role("button", name="Create administrator").click()
    code = page.get_by_label("Set-up code")
    expect(code).to_have_accessible_description(
        re.compile("That isn't the code in the server's log")
    )
    expect(code).to_be_focused()
    code.fill(setup_code(server))
    page.get_by_role("button", name="Create administrator").click()
    expect(page.get_by_role("heading", name="Projects", exact=True)).to_be_visible()

    page.get_by_role("link", name="Settings").click()
    page.get_by_role("link", name="Account").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.get_by_label("Password")).to_have_attribute("autocomplete", "current-password")
    expect(page.get_by_label("E-mail")).to_have_attribute("autocomplete", "username")
    page.goto("/reports?view=share")
    sign_in(page, ADA[0], "not the right one")
    password = page.get_by_label("Password")
    expect(password).to_have_accessible_description("The e-mail address or the password is wrong.")
    expect(password).to_be_focused()
    expect(page.get_by_label("E-mail")).to_have_value(ADA[0])
    sign_in(page, *ADA)
    expect(page.get_by_role("heading", name="Reports", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/reports\?view=share$"))


def test_an_administrator_adds_a_person_who_does_not_see_people(
    server: Clockwork, page: Page, open_context: Callable[..., BrowserContext]
) -> None:
    set_up(server, page)
    page.goto("/settings/people")
    page.get_by_role("button", name="Add person").click()
    dialog = page.get_by_role("dialog", name="Add person")
    dialog.get_by_label("Name").fill("Ben")
    dialog.get_by_label("E-mail").fill(BEN[0])
    dialog.get_by_label("First password").fill(BEN[1])
    dialog.get_by_role("button", name="Add person").click()
    ben = page.get_by_role("listitem").filter(has_text=BEN[0])
    expect(ben).to_contain_text("Member")

    theirs = open_context().new_page()
    theirs.goto("/")
    sign_in(theirs, *BEN)
    theirs.get_by_role("combobox", name="Start a timer").fill("Garden › Beds")
    with theirs.expect_response("**/api/time/start"):
        theirs.keyboard.press("Enter")
    # A report leaves out what is shorter than a second.
    expect(theirs).to_have_title(re.compile(r"^0:00:0[2-9]"))
    theirs.get_by_role("link", name="Settings").click()
    expect(theirs.get_by_role("link", name="Account")).to_be_visible()
    expect(theirs.get_by_role("link", name="People")).to_have_count(0)
    theirs.goto("/settings/people")
    expect(theirs).to_have_url(re.compile(r"/settings$"))

    page.goto("/reports")
    expect(page.get_by_text("No time was tracked in this range.")).to_be_visible()
    page.get_by_label("Whose time").select_option("Ben")
    expect(page).to_have_url(re.compile(r"person="))
    expect(page.get_by_text("Garden").first).to_be_visible()
    page.goto("/settings/people")
    page.get_by_role("button", name="Edit Ben").click()
    with page.expect_response("**/tokens") as revoked:
        page.get_by_role("button", name="Revoke all tokens and calendar feeds of Ben").click()
    assert revoked.value.status == 204
    # Outside of an open dialog nothing is read out, and nothing can be pressed.
    said = page.get_by_text("All tokens and calendar feeds of Ben were revoked.")
    expect(page.get_by_role("dialog", name="Edit Ben").locator(said)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(said).to_be_visible()
    page.get_by_role("button", name="Edit Ada").click()
    expect(page.get_by_label("Name")).to_have_value("Ada")
    expect(page.get_by_label("New password")).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Disable Ben").click()
    expect(ben).to_contain_text("disabled")
    theirs.goto("/")
    sign_in(theirs, *BEN)
    expect(theirs.get_by_role("alert")).to_have_text("The e-mail address or the password is wrong.")


@on_sqlite
def test_who_signs_in_again_finds_the_person_s_form_as_it_was(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    set_up(server, page)
    page.goto("/settings/people")
    page.get_by_role("button", name="Add person").click()
    dialog = page.get_by_role("dialog", name="Add person")
    dialog.get_by_label("Name").fill("Ben")
    dialog.get_by_label("E-mail").fill(BEN[0])
    dialog.get_by_label("Role").select_option("Administrator")
    dialog.get_by_label("First password").fill(BEN[1])
    page.context.clear_cookies()
    dialog.get_by_role("button", name="Add person").click()
    sign_in(page, *ADA)
    expect(dialog.get_by_label("Name")).to_have_value("Ben")
    dialog.get_by_role("button", name="Add person").click()
    ben = page.get_by_role("listitem").filter(has_text=BEN[0])
    expect(ben).to_contain_text("Administrator")
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="Add person").click()
    expect(dialog.get_by_label("Name")).to_have_value("")
    page.keyboard.press("Escape")
    page.context.clear_cookies()
    page.reload()
    sign_in(page, *BEN)
    expect(page.get_by_role("combobox", name="Start a timer")).to_be_visible()


@on_sqlite
def test_signing_out_says_what_stays_for_the_return(server: Clockwork, page: Page) -> None:
    set_up(server, page)
    line = page.get_by_role("combobox", name="Start a timer")
    line.fill("half a thought")
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("link", name="Account").click()
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    said = page.get_by_role("region", name="Messages")
    expect(said).to_contain_text("What you have typed and not saved stays in this browser")
    said.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    sign_in(page, *ADA)
    expect(line).to_have_value("half a thought")


@on_sqlite
def test_accounts_fit_a_phone_and_a_finger(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(**TOUCH).new_page()
    gate = faults(page, [("/", stay)])
    set_up(server, page)
    screens = (
        ("/settings/account", stay),
        ("/settings/people", stay),
        ("/settings/people", tap("Add person")),
        ("/settings/people", tap("Edit Ada")),
    )
    assert gate + faults(page, screens) == []


@on_sqlite
def test_saving_a_name_leaves_the_zone(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(timezone_id="Europe/Berlin").new_page()
    set_up(server, page)
    page.goto("/settings/account")
    page.get_by_label("Name").fill("Ada L")
    with page.expect_response("**/api/account") as saved:
        page.get_by_role("button", name="Save").click()
    assert saved.value.json()["zone"] == "Europe/Berlin"


@on_sqlite
def test_a_token_is_shown_once_and_a_new_password_ends_tokens_and_other_sessions(
    server: Clockwork, page: Page, open_context: Callable[..., BrowserContext]
) -> None:
    set_up(server, page)
    elsewhere = open_context().new_page()
    elsewhere.goto("/")
    sign_in(elsewhere, *ADA)
    expect(elsewhere.get_by_role("combobox", name="Start a timer")).to_be_visible()

    page.goto("/settings/account")
    page.get_by_label("What it is for").fill("Backup")
    expect(page.get_by_label("It expires")).to_have_value("90")
    page.get_by_role("button", name="Create token").click()
    expect(page.get_by_label("What it is for")).to_have_value("")
    expect(page.get_by_label("It expires")).to_have_value("90")
    key = page.get_by_role("textbox", name="Token", exact=True).input_value()
    bearer = {"Authorization": f"Bearer {key}"}
    assert server.call("GET", "/api/projects", **bearer) == (200, [])
    page.reload()
    expect(page.get_by_text("Backup")).to_be_visible()
    expect(page.get_by_role("textbox", name="Token", exact=True)).to_have_count(0)

    page.get_by_role("button", name="Revoke token: Backup").click()
    expect(page.get_by_text("No tokens yet.")).to_be_visible()
    assert server.call("GET", "/api/projects", **bearer)[0] == 401

    page.get_by_label("What it is for").fill("Report")
    page.get_by_role("button", name="Create token").click()
    expect(page.get_by_role("button", name="Revoke token: Report")).to_be_visible()
    page.get_by_label("Current password").fill(ADA[1])
    page.get_by_label("New password").fill("quite another one")
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("The password was changed.")).to_be_visible()
    expect(page.get_by_text("No tokens yet.")).to_be_visible()
    elsewhere.reload()
    expect(elsewhere.get_by_role("button", name="Sign in")).to_be_visible()


@on_sqlite
def test_what_was_done_while_signed_out_is_kept(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    set_up(server, page)
    stop = page.get_by_role("banner").get_by_role("button", name="Stop")
    # No read may find out first that the session is over: not even one that is under way.
    watch.expected.append("ERR_FAILED")
    page.route(
        "**/api/**",
        lambda route: route.abort() if route.request.method == "GET" else route.continue_(),
    )
    page.get_by_role("combobox", name="Start a timer").fill("Garden › Beds")
    with page.expect_response("**/api/time/start"):
        page.keyboard.press("Enter")
    page.context.clear_cookies()
    with page.expect_response("**/api/time/stop"):
        stop.click()
    page.unroute_all()
    expect(page.get_by_text("1 change is stored")).to_be_visible()
    with page.expect_response(
        lambda answer: answer.url.endswith("/api/time/stop") and answer.status == 200
    ):
        sign_in(page, *ADA)
    expect(stop).to_have_count(0)


def fill_person(page: Page, name: str, email: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)


def sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def setup_code(server: Clockwork) -> str:
    """The code from the log; it is written when the page first asks."""
    found: list[str] = []

    def is_there() -> bool:
        found[:] = re.findall(r"set-up code is ([A-Z0-9-]+)", "".join(server.log))
        return bool(found)

    eventually(is_there)
    return found[-1]


def set_up(server: Clockwork, page: Page) -> None:
    page.goto("/")
    expect(page.get_by_label("Set-up code")).to_be_visible()
    page.get_by_label("Set-up code").fill(setup_code(server))
    fill_person(page, "Ada", *ADA)
    page.get_by_role("button", name="Create administrator").click()
    expect(page.get_by_role("combobox", name="Start a timer")).to_be_visible()


def test_a_person_is_removed_by_who_types_their_address(server: Clockwork, page: Page) -> None:
    set_up(server, page)
    page.goto("/settings/people")
    page.get_by_role("button", name="Add person").click()
    dialog = page.get_by_role("dialog", name="Add person")
    dialog.get_by_label("Name").fill("Ben")
    dialog.get_by_label("E-mail").fill(BEN[0])
    dialog.get_by_role("button", name="Add person").click()
    page.get_by_role("button", name="Edit Ada").click()
    expect(page.get_by_role("button", name="Remove Ada")).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Edit Ben").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything of Ben").click()
    assert download.value.suggested_filename.startswith("clockwork-everything-")

    page.get_by_role("button", name="Remove Ben").click()
    dialog = page.get_by_role("dialog", name="Remove Ben?")
    expect(dialog).to_contain_text("all of their time")
    expect(dialog).to_contain_text("What stays: projects and categories")
    sure = dialog.get_by_role("button", name="Remove for good")
    expect(sure).to_be_disabled()
    dialog.get_by_label(f"Type {BEN[0]} to remove them").fill(BEN[0].upper())
    sure.click()

    expect(page.get_by_text("Ben was removed.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=BEN[0])).to_have_count(0)
    page.get_by_role("link", name="Audit").click()
    expect(page.get_by_text("Ada removed a person with 0 entries.")).to_be_visible()
