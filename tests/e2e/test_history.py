"""Undo and redo of every change, unless somebody else changed it since."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import eventually
from tests.e2e.conftest import Watch
from tests.e2e.page import NOTE, entries, field, type_line
from tests.e2e.test_timer import add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


@pytest.fixture
def watch(watch: Watch) -> Watch:
    # What a browser says of each request that a test fails on purpose.
    watch.expected += ["ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "Failed to load resource"]
    return watch


def test_every_change_can_be_undone_and_done_again(server: Clockwork, page: Page) -> None:
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="old")
    server.call("POST", "/api/time/start", {"categoryId": place["id"], "note": "first"})
    page.goto("/")
    first, running = rows(page, "first"), page.locator(".entry[data-running=true]")
    expect(first).to_have_attribute("data-running", "true")
    type_line(page, "House › Roof: second")
    expect(running).to_contain_text("second")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, NOTE).fill("new")
    page.keyboard.press("Enter")
    expect(rows(page, "new")).to_be_visible()
    rows(page, "new").locator(".entry-main").press("x")
    page.get_by_role("button", name="Split here").click()
    expect(rows(page, "new")).to_have_count(2)

    page.keyboard.press("Control+z")
    expect(rows(page, "new")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(rows(page, "old")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(rows(page, "second")).to_have_count(0)
    expect(running).to_contain_text("first")
    eventually(
        lambda: [one["name"] for one in server.call("GET", "/api/projects")[1]] == ["Garden"]
    )
    eventually(lambda: server.call("GET", "/api/time/active")[1]["note"] == "first")
    assert [(one["note"], one["durationSeconds"]) for one in entries(server)] == [
        ("first", None), ("old", 3600),
    ]  # fmt: skip

    for _ in range(3):
        page.keyboard.press("Control+Shift+z")
    expect(rows(page, "new")).to_have_count(2)
    expect(running).to_contain_text("second")
    eventually(lambda: len(entries(server)) == 4)


def test_what_somebody_changed_since_is_not_undone(server: Clockwork, page: Page) -> None:
    entry = add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    page.goto("/")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, NOTE).fill("mine")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.keyboard.press("Enter")
    path = f"/api/entries/{entry['id']}"
    assert server.call("PATCH", path, {"note": "theirs"})[0] == 200
    page.keyboard.press("Control+z")
    expect(messages(page)).to_contain_text("changed")
    assert server.call("GET", path)[1]["note"] == "theirs"
