"""What tests of the page do in a few words: type a line, find a field, ask the server."""

from datetime import datetime

from playwright.sync_api import Locator, Page

from tests.e2e.test_timer import START
from tests.servers import Clockwork

NOTE = "Note and #tags"


def type_line(page: Page, line: str) -> None:
    field = page.get_by_role("combobox", name=START)
    field.fill(line)
    field.press("Enter")


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def entries(server: Clockwork) -> list[dict]:
    return server.call("GET", "/api/entries")[1]["items"]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
