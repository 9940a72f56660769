"""Make docs/screenshots: every screen on a year of made-up work, in both themes and on a phone.

Usage: python -m tests.e2e.screenshots [folder]
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.conftest import FLAGS, PHONE, STATIC, WIDE, find_chromium
from tests.servers import ROOT, Clockwork, run_clockwork

Step = Callable[[Page], None]


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
    page.get_by_role("dialog", name="Keys").wait_for()


PICTURES: tuple[tuple[str, str, Step], ...] = (
    ("timer", "/", stay),
    ("timer-start", "/", type_line),
    ("timer-edit", "/", edit),
    ("palette", "/", palette),
    ("help", "/", help_),
    ("projects", "/projects", stay),
    ("reports", "/reports?range=this-month", stay),
    ("reports-share", "/reports?view=share&range=this-year", stay),
    ("reports-year", "/reports?view=year", stay),
    ("settings", "/settings", stay),
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


def take(browser: Browser, url: str, folder: Path, theme: str, size: str) -> None:
    viewport = WIDE if size == "wide" else PHONE
    context = browser.new_context(base_url=url, viewport=viewport, color_scheme=theme,
                                  locale="en-GB", timezone_id="UTC", reduced_motion="reduce",
                                  has_touch=size == "phone")  # fmt: skip
    for name, address, step in PICTURES:
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        step(page)
        page.wait_for_timeout(150)
        page.screenshot(path=folder / f"{name}-{size}-{theme}.png", animations="disabled")
        page.close()
    context.close()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{place}/clockwork.db"
        made = run_clockwork("demo", database_url=url, cwd=Path(place))
        assert made.returncode == 0, made.stderr
        server = Clockwork(url, Path(place), STATIC_DIR=str(STATIC))
        try:
            begin_work(server)
            with sync_playwright() as playwright:
                path = find_chromium()
                browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
                for theme in ("light", "dark"):
                    for size in ("wide", "phone"):
                        take(browser, server.url, folder, theme, size)
                browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
