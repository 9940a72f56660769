"""The database goes away while somebody works: the page keeps what the server can't take."""

import pytest
from playwright.sync_api import Page, expect

from clockwork.db import migrator
from tests.conftest import eventually, settings_for
from tests.e2e.conftest import Watch
from tests.e2e.test_timer import START, category, rows
from tests.servers import Clockwork, Postgres


@pytest.fixture
def database_url(own_postgres: Postgres) -> str:
    url = own_postgres.create()
    migrator.up(settings_for(url))
    return url


def test_what_is_done_without_the_database_is_kept_and_sent_when_it_is_back(
    server: Clockwork, page: Page, watch: Watch, own_postgres: Postgres
) -> None:
    watch.expected += ["Failed to load resource"]
    planning = category(server)
    page.goto("/")
    expect(page.get_by_text("Nothing yet today.")).to_be_visible()
    own_postgres.stop()

    page.get_by_role("combobox", name=START).fill("planning")
    page.get_by_role("combobox", name=START).press("Enter")

    expect(rows(page, "Planning")).to_have_attribute("data-running", "true")
    expect(page.get_by_text("is stored in this browser and will be sent")).to_be_visible()
    own_postgres.start()
    eventually(lambda: running(server) == planning["id"], 60)
    expect(page.get_by_text("is stored in this browser and will be sent")).to_be_hidden()


def running(server: Clockwork) -> str | None:
    """The category of the entry that runs."""
    status, entry = server.call("GET", "/api/time/active")
    return entry["categoryId"] if status == 200 and entry else None
