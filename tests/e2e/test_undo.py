"""Deleting with ten seconds to think again, and what ends them early."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import eventually
from tests.e2e.test_projects import row
from tests.e2e.test_timer import messages
from tests.servers import Clockwork


def test_undo_is_offered_only_while_it_works(server: Clockwork, page: Page) -> None:
    project = server.call("POST", "/api/projects", {"name": "Garden"})[1]
    path = f"/api/projects/{project['id']}/categories"
    place = server.call("POST", path, {"name": "Planning"})[1]
    status, entry = server.call("POST", "/api/time/start", {"categoryId": place["id"]})
    assert status == 201

    page.goto("/")
    rows = page.locator(".entry")
    undo = page.get_by_role("button", name="Undo")
    page.locator(".entry-main").first.focus()
    page.keyboard.press("Delete")
    expect(rows).to_have_count(0)
    undo.click()
    expect(rows).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(messages(page)).to_contain_text("There is nothing to undo.")

    page.locator(".entry-main").first.focus()
    page.keyboard.press("Delete")
    expect(undo).to_be_visible()
    with page.expect_response("**/api/time/start"):
        field = page.get_by_role("combobox", name="Start a timer")
        field.fill("Garden › Planning: instead")
        field.press("Enter")
    # Sooner than the ten seconds after which it goes anyway.
    expect(undo).to_have_count(0, timeout=2_000)
    expect(rows).to_have_count(1)
    assert server.call("GET", f"/api/entries/{entry['id']}")[0] == 404


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_what_lay_in_a_deleted_category_comes_back_into_it(server: Clockwork, page: Page) -> None:
    project = server.call("POST", "/api/projects", {"name": "Garden"})[1]
    path = f"/api/projects/{project['id']}/categories"
    beds = server.call("POST", path, {"name": "Beds"})[1]
    for name in ("Roses", "Tulips"):
        server.call("POST", path, {"name": name, "parentCategoryId": beds["id"]})

    def parents() -> dict[str, str | None]:
        found = server.call("GET", path)[1]
        names = {one["id"]: one["name"] for one in found}
        return {one["name"]: names.get(one["parentCategoryId"]) for one in found}

    page.goto("/projects")
    page.get_by_role("button", name="Actions for Beds").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    eventually(lambda: parents() == {"Roses": None, "Tulips": None})
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(row(page, "Beds")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(row(page, "Beds")).to_be_visible()
    eventually(lambda: parents() == {"Beds": None, "Roses": "Beds", "Tulips": "Beds"})
    page.keyboard.press("Control+Shift+z")
    eventually(lambda: parents() == {"Roses": None, "Tulips": None})
