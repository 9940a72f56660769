"""Make docs/screenshots: every screen on a year of made-up work, in both themes and on a phone.

Set in Inter where it is installed (Debian's fonts-inter), as people's systems have a good font.

Usage: python -m tests.e2e.screenshots [folder]
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from tests.e2e.conftest import FLAGS, PHONE, STATIC, WIDE, find_chromium
from tests.e2e.test_accounts import set_up
from tests.servers import ROOT, Clockwork, run_clockwork

Step = Callable[[Page], None]
Picture = tuple[str, str, Step]


def stay(_page: Page) -> None:
    """Nothing to do but look."""


def edit(page: Page) -> None:
    page.locator(".entry-main").nth(2).press("Enter")
    page.get_by_role("form", name="Edit entry").wait_for()


def type_line(page: Page) -> None:
    page.get_by_role("combobox", name="Start a timer").press_sequentially("dev re")


def palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Type a command").press_sequentially("re")


def help_(page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keyboard shortcuts").wait_for()


PICTURES: tuple[Picture, ...] = (
    ("timer", "/", stay),
    ("timer-start", "/", type_line),
    ("timer-edit", "/", edit),
    ("palette", "/", palette),
    ("help", "/", help_),
    ("projects", "/projects", stay),
    ("reports", "/reports?range=this-month", stay),
    ("reports-entries", "/reports?range=last-7-days&show=all", stay),
    ("reports-share", "/reports?view=share&range=this-year", stay),
    ("reports-year", "/reports?view=year", stay),
    ("settings", "/settings", stay),
)
# The page asks for the system's own font; a headless Chromium takes the system's sans for it.
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit>
  </match>
</fontconfig>
"""
FIRST_RUN: Picture = ("first-run", "/", stay)
SIGN_IN: Picture = ("sign-in", "/", stay)
SIGNED_IN: tuple[Picture, ...] = (
    ("account", "/settings/account", stay),
    ("people", "/settings/people", stay),
)


def begin_work(server: Clockwork) -> None:
    """A running timer, so that the clock has something to show."""
    projects = server.call("GET", "/api/projects")[1]
    path = f"/api/projects/{projects[0]['id']}/categories"
    category = server.call("GET", path)[1][1]
    since = datetime.now(UTC) - timedelta(minutes=47, seconds=12)
    entries = server.call("GET", "/api/entries?limit=1")[1]["items"]
    start = max(since.isoformat(), entries[0]["stoppedAt"]) if entries else since.isoformat()
    body = {"categoryId": category["id"], "note": "Bars that add up", "tags": ["pair"]}
    status, answer = server.call("POST", "/api/time/start", {**body, "startedAt": start})
    assert status == 201, answer


def take(
    browser: Browser,
    url: str,
    folder: Path,
    pictures: tuple[Picture, ...],
    signed_in: StorageState | None = None,
) -> None:
    looks = product(("light", "dark"), ("wide", "phone"))
    for (theme, size), (name, address, step) in product(looks, pictures):
        viewport = WIDE if size == "wide" else PHONE
        # One of its own for each: what is typed in one page is found in the next.
        context = browser.new_context(base_url=url, viewport=viewport, color_scheme=theme,
                                      locale="en-GB", timezone_id="UTC", reduced_motion="reduce",
                                      has_touch=size == "phone",
                                      storage_state=signed_in)  # fmt: skip
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        step(page)
        page.wait_for_timeout(150)
        page.screenshot(path=folder / f"{name}-{size}-{theme}.png", animations="disabled")
        context.close()


def take_accounts(browser: Browser, server: Clockwork, folder: Path) -> None:
    take(browser, server.url, folder, (FIRST_RUN,))
    context = browser.new_context(base_url=server.url, locale="en-GB", timezone_id="UTC")
    set_up(server, context.new_page())
    take(browser, server.url, folder, (SIGN_IN,))
    take(browser, server.url, folder, SIGNED_IN, context.storage_state())
    context.close()


@contextmanager
def serving(place: Path, **settings: str) -> Iterator[Clockwork]:
    url = f"sqlite:///{place}/clockwork.db"
    server = Clockwork(url, place, STATIC_DIR=str(STATIC), **settings)
    try:
        yield server
    finally:
        server.stop()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        place = Path(name)
        (place / "fonts.conf").write_text(FONTS)
        environment = {**os.environ, "FONTCONFIG_FILE": str(place / "fonts.conf")}
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS,
                                             env=environment)  # fmt: skip
        url = f"sqlite:///{place}/clockwork.db"
        made = run_clockwork("demo", database_url=url, cwd=place)
        assert made.returncode == 0, made.stderr
        with serving(place) as server:
            begin_work(server)
            take(browser, server.url, folder, PICTURES)
        with serving(place, AUTH_MODE="password") as server:
            take_accounts(browser, server, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
