"""Deleting with ten seconds to think again, and what ends them early."""

from playwright.sync_api import Page, expect

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
