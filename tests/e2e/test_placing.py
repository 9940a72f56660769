"""Giving an entry a category that doesn't exist yet, from its editor."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.conftest import eventually
from tests.e2e.conftest import PHONE, Watch
from tests.e2e.test_timer import add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of each request that fails or is refused on purpose.
    watch.expected += ["ERR_INTERNET_DISCONNECTED", "Failed to load resource"]
    return watch


def category_field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Category")


def option(page: Page, name: str) -> Locator:
    return page.get_by_role("option", name=name, exact=True)


def projects(server: Clockwork) -> list[dict]:
    return server.call("GET", "/api/projects")[1]


def paths(server: Clockwork) -> list[str]:
    """Every category below the projects, as `project › parent › name`."""
    _, catalog = server.call("GET", "/api/catalog")
    names = {one["id"]: one["name"] for one in catalog["projects"]}
    found = {}
    for one in catalog["categories"]:
        above = found.get(one["parentCategoryId"], names[one["projectId"]])
        found[one["id"]] = f"{above} › {one['name']}"
    return sorted(found.values())


def test_an_edit_makes_a_category_without_the_server_and_both_are_undone(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    entry = add(server, category(server, name="Beds"), yesterday("09:00"), yesterday("10:00"))
    context = open_context()
    page = context.new_page()
    page.goto("/")
    rows(page, "Beds").locator(".entry-main").press("Enter")
    context.set_offline(True)
    category_field(page).fill("garden › beds › Roses")
    expect(option(page, "New category Garden › Beds › Roses")).to_be_visible()
    page.keyboard.press("Enter")
    expect(category_field(page)).to_have_value("Garden › Beds › Roses")
    expect(category_field(page)).to_have_accessible_description(
        "New category, created when you save."
    )
    page.keyboard.press("Enter")
    expect(rows(page, "Roses")).to_be_visible()
    context.set_offline(False)
    address = f"/api/entries/{entry['id']}"
    eventually(lambda: server.call("GET", address)[1]["categoryId"] != entry["categoryId"])
    assert paths(server) == ["Garden › Beds", "Garden › Beds › Roses"]

    page.keyboard.press("Control+z")
    expect(rows(page, "Roses")).to_have_count(0)
    eventually(lambda: paths(server) == ["Garden › Beds"])
    assert server.call("GET", address)[1]["categoryId"] == entry["categoryId"]
    page.keyboard.press("Control+Shift+z")
    expect(rows(page, "Roses")).to_be_visible()
    eventually(lambda: len(paths(server)) == 2)


def test_a_mistyped_name_makes_nothing_unless_that_is_chosen(server: Clockwork, page: Page) -> None:
    category(server, "House", "Roof")
    add(server, category(server, name="Beds"), yesterday("09:00"), yesterday("10:00"))
    page.goto("/")
    rows(page, "Beds").locator(".entry-main").press("Enter")
    category_field(page).fill("Rosse")
    expect(option(page, "New project Rosse › General")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".field-category").get_by_role("alert")).to_contain_text(
        "Choose a category"
    )
    category_field(page).fill("Roses")
    page.keyboard.press("ArrowDown")
    expect(option(page, "New category Garden › Roses")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Cancel").click()
    assert paths(server) == ["Garden › Beds", "House › Roof"]
    page.get_by_role("button", name="Undo").click()
    expect(category_field(page)).to_have_value("Garden › Roses")
    page.get_by_role("button", name="Save").click()
    expect(rows(page, "Roses")).to_be_visible()
    eventually(lambda: "Garden › Roses" in paths(server))


def test_past_time_is_added_to_a_new_project_on_a_phone(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    add(server, category(server, name="Beds"), yesterday("09:00"), yesterday("10:00"))
    page = open_context(viewport=PHONE, has_touch=True).new_page()
    page.goto("/")
    page.get_by_role("button", name="Add time: Yesterday").tap()
    category_field(page).fill("House › Roof")
    option(page, "New project House › Roof").tap()
    page.get_by_role("button", name="Save").tap()
    expect(rows(page, "Roof")).to_be_visible()
    eventually(lambda: paths(server) == ["Garden › Beds", "House › Roof"])
    page.get_by_role("button", name="Undo").tap()
    expect(rows(page, "Roof")).to_have_count(0)
    eventually(lambda: [one["name"] for one in projects(server)] == ["Garden"])
    assert paths(server) == ["Garden › Beds"]


def test_a_refused_name_comes_back_once_with_all_of_the_edit(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    place = category(server, name="Beds")
    entry = add(server, place, yesterday("09:00"), yesterday("10:00"))
    context = open_context()
    page = context.new_page()
    page.goto("/")
    rows(page, "Beds").locator(".entry-main").press("Enter")
    context.set_offline(True)
    category_field(page).fill("Garden › Roses")
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Note and #tags").fill("pruned")
    page.keyboard.press("Enter")
    expect(rows(page, "Roses")).to_be_visible()
    there = f"/api/projects/{place['projectId']}/categories"
    _, theirs = server.call("POST", there, {"name": "Roses"})
    with page.expect_response("**/api/catalog"):
        context.set_offline(False)
    expect(category_field(page)).to_have_accessible_description("That name is already taken here.")
    expect(messages(page)).to_have_text("")
    expect(page.get_by_role("textbox", name="Note and #tags")).to_have_value("pruned")
    page.get_by_role("button", name="Save").click()
    address = f"/api/entries/{entry['id']}"
    eventually(lambda: server.call("GET", address)[1]["categoryId"] == theirs["id"])
    assert server.call("GET", address)[1]["note"] == "pruned"
