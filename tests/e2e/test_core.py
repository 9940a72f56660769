"""The core, as a new person meets it: type, start, stop, and find it again."""

import re
import signal
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Watch
from tests.servers import Clockwork


def test_first_timer_survives_a_restart(
    serve: Callable[..., Clockwork], server: Clockwork, page: Page, watch: Watch
) -> None:
    # What the page asks while the server is away, and at the moment that it leaves.
    watch.expected += ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET"]
    page.goto("/")
    field = page.get_by_role("combobox", name="Start a timer")
    field.fill("Garden › Planning: beds #spring")
    field.press("Enter")
    stop = page.get_by_role("banner").get_by_role("button", name="Stop")
    expect(stop).to_be_visible()
    expect(page).to_have_title(re.compile(r"0:00:0\d · Garden › Planning"))

    with page.expect_response("**/api/time/stop"):
        stop.click()
    row = page.get_by_role("listitem").filter(has_text="Planning")
    expect(row).to_contain_text("beds")
    expect(row).to_contain_text("spring")
    assert server.stop(signal.SIGTERM) == 0

    serve()
    page.reload()
    expect(row).to_have_count(1)
    expect(row).to_have_attribute("data-running", "false")
    expect(stop).to_have_count(0)
