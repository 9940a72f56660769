"""What a person does on the timer's screen, each thing measured in a trace of its own."""

from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, Request

from bench.web.trace import CATEGORIES, Script, script_in

FIELD = "[role=combobox]"
ROUNDS = 3
QUIET_MS = 400


class Deed(NamedTuple):
    """One thing to do, and what makes it possible before and undoes it afterwards."""

    name: str
    do: Callable[[Page], object]
    before: Callable[[Page], object] = lambda _page: None
    after: Callable[[Page], object] = lambda _page: None


def _press(key: str) -> Callable[[Page], object]:
    return lambda page: page.keyboard.press(key)


def _to_row(page: Page) -> None:
    page.locator(".entry-main").nth(3).focus()


def _to_field(page: Page) -> None:
    page.locator(FIELD).first.fill("")
    page.locator(FIELD).first.focus()


def _type_line(page: Page) -> None:
    page.locator(FIELD).first.fill("measuring")


def _leave_field(page: Page) -> None:
    page.locator(FIELD).first.fill("")
    page.locator(".entry-main").first.focus()


def _scroll(page: Page) -> None:
    page.mouse.move(500, 500)
    page.mouse.wheel(0, 1200)


def _top(page: Page) -> None:
    page.evaluate("scrollTo(0, 0)")


def _start(page: Page) -> None:
    _type_line(page)
    page.keyboard.press("Enter")
    page.locator(".entry[data-running=true]").wait_for()


def _stop(page: Page) -> None:
    page.keyboard.press("s")
    page.locator(".entry[data-running=true]").wait_for(state="detached")


START = Deed("start: Enter in the line", _press("Enter"), _type_line, _stop)
STOP = Deed("stop: S", _press("s"), _start)
DEEDS = (
    Deed("a letter in the line", _press("m"), _to_field, _leave_field),
    Deed("ArrowDown in the list", _press("ArrowDown"), _to_row),
    Deed("End in the list", _press("End"), _to_row, _top),
    Deed("E: open the editor", _press("e"), _to_row, _press("Escape")),
    Deed("Escape: close it", _press("Escape"), lambda page: (_to_row(page), page.keyboard.press("e"))),
    Deed("Ctrl K: the palette", _press("Control+k"), _to_row, _press("Escape")),
    START,
    STOP,
    Deed("two screens of scrolling", _scroll, _top, _top),
)  # fmt: skip


def measure(browser: Browser, page: Page, deed: Deed) -> Script:
    """In the median of some rounds."""
    found = [_once(browser, page, deed) for _ in range(ROUNDS)]
    return Script(median(one.total for one in found), max(one.longest for one in found))


def _once(browser: Browser, page: Page, deed: Deed) -> Script:
    deed.before(page)
    _settle(page)
    browser.start_tracing(page=page, categories=CATEGORIES)
    deed.do(page)
    _settle(page)
    script = script_in(browser.stop_tracing())
    deed.after(page)
    return script


def _settle(page: Page) -> None:
    """Until the page has drawn, and nothing it waited for is left to come."""
    page.wait_for_timeout(QUIET_MS)


def requests_of(page: Page, deed: Deed) -> int:
    """How often the page asks the server, until it has no more to ask."""
    deed.before(page)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/api/" in request.url:
            asked.append(request.url)

    page.on("request", note)
    deed.do(page)
    page.wait_for_timeout(5 * QUIET_MS)
    page.remove_listener("request", note)
    deed.after(page)
    return len(asked)
