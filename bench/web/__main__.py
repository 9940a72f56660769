"""`python -m bench.web`: measure the built page and write its part of docs/performance.md."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.machine import machine
from bench.web import work
from bench.web.acting import DEEDS, START, STOP, measure, requests_of
from bench.web.loading import NO_WORKER, load
from bench.web.page import write
from tests.e2e.conftest import FLAGS, WIDE, find_chromium
from tests.servers import Clockwork

SLOWDOWNS = (1, 4)
ENDED = "There is nothing earlier."


def main() -> None:
    """Measure with the demo, then with a year of 5,000 entries, all of it shown."""
    parser = argparse.ArgumentParser(prog="bench.web", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("docs/performance.md"))
    output = parser.parse_args().output
    results: dict[str, Any] = {"machine": machine(), "acting": {}, "nodes": {}, "requests": {}}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for name, make in (("demo", work.demo), (f"{work.YEAR:,} entries", work.year)):
            _measure(name, make, browser, results)
        browser.close()
    write(results, output)


def _measure(
    name: str,
    make: Callable[[Path], AbstractContextManager[Clockwork]],
    browser: Browser,
    results: dict[str, Any],
) -> None:
    with tempfile.TemporaryDirectory() as place, make(Path(place)) as server:
        if "loading" not in results:
            _say(f"{name}: opening the page")
            results["loading"] = _loading(browser, server.url)
        page = _open(browser, server.url)
        if name != "demo":
            _show_all(page)
        results["nodes"][name] = page.evaluate("document.querySelectorAll('*').length")
        results["requests"][name] = {deed.name: requests_of(page, deed) for deed in (START, STOP)}
        for slowdown in SLOWDOWNS:
            _slow_down(page, slowdown)
            for deed in DEEDS:
                _say(f"{name}, {slowdown}x: {deed.name}")
                row = results["acting"].setdefault(deed.name, {})
                row[name, slowdown] = measure(browser, page, deed)
        page.context.close()


def _loading(browser: Browser, url: str) -> dict[str, dict[str, float]]:
    return {
        "first visit, 1x": load(browser, url, 1),
        "first visit, 4x": load(browser, url, 4),
        "later visit, 4x": load(browser, url, 4, again=True),
    }


def _open(browser: Browser, url: str) -> Page:
    context = browser.new_context(base_url=url, locale="en-GB", timezone_id="UTC", viewport=WIDE)
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    page.goto("/")
    page.locator(".entry-main").first.wait_for()
    return page


def _show_all(page: Page) -> None:
    """Press the button until there is nothing earlier."""
    while not page.get_by_text(ENDED).is_visible():
        page.evaluate("document.querySelector('button.earlier:enabled')?.click()")
        page.wait_for_timeout(50)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_load_state("networkidle")


def _slow_down(page: Page, rate: int) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
