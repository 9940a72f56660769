"""A browser that is closed or killed with work in it: a profile that lasts, and real processes."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import FLAGS, find_chromium
from tests.e2e.page import entries, field, moment, type_line
from tests.e2e.test_offline import open_kept
from tests.e2e.test_timer import add, category, messages, rows, yesterday
from tests.servers import Clockwork

pytestmark = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
Visit = Callable[[], Page]
# What was last known is written down a second after it changed.
REMEMBERED = """async () => {
    const asked = request => new Promise((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = no;
    });
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === "clockwork-known")) return false;
    const database = await asked(indexedDB.open("clockwork-known"));
    const keys = await asked(database.transaction("known").objectStore("known").getAllKeys());
    database.close();
    return keys.some(key => key.startsWith("world "));
}"""

# As on a disk that is busy for long: the transaction goes on, and nothing is written.
NEVER_STORED = """() => {
    IDBObjectStore.prototype.put = function () {
        const goOn = () => { this.get(0).onsuccess = goOn; };
        goOn();
        return this.get(0);
    };
}"""


@pytest.fixture
def visit(playwright: Playwright, server: Clockwork, tmp_path: Path) -> Iterator[Visit]:
    """Open the browser, again with the same profile: what it kept is there."""
    opened: list[BrowserContext] = []

    def open_browser() -> Page:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=find_chromium(), args=FLAGS,
            base_url=server.url, locale="en-GB", timezone_id="UTC",
        )  # fmt: skip
        opened.append(context)
        return context.pages[0]

    yield open_browser
    for context in opened:
        with suppress(Error):  # It may be closed, or dead.
            context.close()


def kill_browser(profile: Path) -> None:
    """Every process of it, at once: nothing is told, nothing is written any more."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            continue
        if f"--user-data-dir={profile}" in command:
            os.kill(int(place.name), signal.SIGKILL)


def test_two_hours_offline_with_the_browser_closed_in_between_and_then_a_conflict(
    server: Clockwork, serve: Callable[..., Clockwork], visit: Visit
) -> None:
    entry = add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="old")
    page = visit()
    open_kept(page)
    expect(rows(page, "old")).to_be_visible()
    eventually(lambda: page.evaluate(REMEMBERED))
    page.context.close()
    server.stop()

    page = visit()
    began = datetime.now(UTC) - timedelta(hours=2)
    page.clock.install(time=began)
    page.goto("/")
    type_line(page, "planning away")
    expect(page.locator(".entry[data-running=true]")).to_contain_text("away")
    rows(page, "old").locator("[data-cell=note]").click()
    field(page, "Note and #tags").fill("mine")
    page.keyboard.press("Enter")
    expect(rows(page, "mine")).to_be_visible()
    page.context.close()

    page = visit()
    page.goto("/")
    expect(page).to_have_title(re.compile("^(1:59|2:0.):"))
    expect(rows(page, "mine")).to_be_visible()
    page.locator("body").press("s")
    expect(page.locator(".entry[data-running=true]")).to_have_count(0)
    ended = datetime.now(UTC)
    page.context.close()

    # Meanwhile somebody else was faster.
    server = serve()
    path = f"/api/entries/{entry['id']}"
    assert server.call("PATCH", path, {"note": "theirs"})[0] == 200
    page = visit()
    page.goto("/")
    messages(page).get_by_role("button", name="Compare").click()
    dialog = page.get_by_role("dialog", name="Changed twice")
    dialog.get_by_role("group", name="Note").get_by_label("Yours").check()
    dialog.get_by_role("button", name="Save").click()
    eventually(lambda: server.call("GET", path)[1]["note"] == "mine")
    away = next(one for one in entries(server) if one.get("note") == "away")
    assert abs(moment(away["startedAt"]) - began) < timedelta(seconds=20)
    assert abs(moment(away["stoppedAt"]) - ended) < timedelta(seconds=20)
    expect(rows(page, "mine")).to_be_visible()
    assert len(entries(server)) == 2


def test_a_browser_that_is_killed_in_mid_queue_sends_the_rest_once(
    server: Clockwork, visit: Visit, tmp_path: Path
) -> None:
    category(server)
    page = visit()
    open_kept(page)
    page.context.set_offline(True)
    for note in ("one", "two", "three", "four"):
        type_line(page, f"planning {note}")
        expect(rows(page, note)).to_have_attribute("data-running", "true")
    sent: list[str] = []

    def answer_or_die(route: Route) -> None:
        sent.append(route.request.post_data_json["note"])
        if sent[-1] == "one":
            route.continue_()
            return
        # The server has it, and the browser never hears of that.
        route.fetch()
        kill_browser(tmp_path / "profile")

    page.route("**/api/time/start", answer_or_die)
    page.context.set_offline(False)
    # It goes without a word, so whatever is asked of it fails.
    with pytest.raises(Error, match="closed"):
        page.wait_for_event("download")
    assert sent[-1] == "two"
    assert len(entries(server)) == 2

    page = visit()
    page.goto("/")
    running = page.locator(".entry[data-running=true]")
    expect(running).to_contain_text("four")
    eventually(lambda: len(entries(server)) == 4, 30)
    expect(messages(page)).to_have_text("")
    held = [(one["note"], one["stoppedAt"] is None) for one in entries(server)]
    assert held == [("four", True), ("three", False), ("two", False), ("one", False)]
    expect(rows(page)).to_have_count(4)


def test_a_page_that_is_reloaded_before_the_browser_has_stored_a_change_loses_nothing(
    server: Clockwork, page: Page
) -> None:
    planning = category(server)
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    page.evaluate(NEVER_STORED)
    type_line(page, "planning seeds")
    page.reload()
    expect(rows(page, "seeds")).to_have_attribute("data-running", "true")
    eventually(lambda: [entry["categoryId"] for entry in entries(server)] == [planning["id"]])
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('change'))") == []
