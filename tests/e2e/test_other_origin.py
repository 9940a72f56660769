"""A page of another website, in a browser: with a token where it is allowed, else not at all."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.api.people import Team
from tests.servers import Clockwork

ASK = """async ([url, method, headers, body, credentials]) => {
    const sent = body && JSON.stringify(body);
    try {
        const answer = await fetch(url, {method, headers, body: sent, credentials});
        return [answer.status, await answer.json(), answer.headers.get("ETag")];
    } catch (error) {
        return [error.name];
    }
}"""


class Blank(BaseHTTPRequestHandler):
    """A website with one empty page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def website() -> Iterator[str]:
    """The origin of another site: `localhost` is none of 127.0.0.1's."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Blank)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser, website: str) -> Iterator[Page]:
    """A tab at the other website."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(website)
    yield tab
    context.close()


@pytest.fixture
def bearer(make_app: Callable, clock: Any) -> dict[str, str]:
    team = Team(make_app(auth_mode="password"), clock)
    return team.with_token(team.bob, "track").headers


def ask(
    page: Page, url: str, method: str = "GET", headers: dict | None = None, body: object = None,
    credentials: str = "same-origin",
) -> list:  # fmt: skip
    return page.evaluate(ASK, [url, method, headers or {}, body, credentials])


def test_a_page_that_is_allowed_tracks_with_a_token(
    serve: Callable[..., Clockwork], page: Page, website: str, bearer: dict[str, str]
) -> None:
    projects = serve(AUTH_MODE="password", ALLOWED_ORIGINS=website).url + "/api/projects"
    kind = {"Content-Type": "application/json"}

    keyed = {**bearer, **kind, "Idempotency-Key": "k"}
    status, made, tag = ask(page, projects, "POST", keyed, {"name": "from elsewhere"})
    assert (status, made["name"]) == (201, "from elsewhere")
    matching = {**bearer, **kind, "If-Match": tag}
    one = f"{projects}/{made['id']}"
    assert ask(page, one, "PATCH", matching, {"name": "renamed"})[0] == 200
    status, refusal, _ = ask(page, one, "PATCH", matching, {"name": "again"})
    assert (status, refusal["code"]) == (412, "changed")
    status, listed, _ = ask(page, projects, headers=bearer)
    assert (status, [project["name"] for project in listed]) == (200, ["renamed"])


def test_no_cookie_of_the_tracker_is_of_use_to_it(
    serve: Callable[..., Clockwork], page: Page, website: str
) -> None:
    server = serve(AUTH_MODE="password", ALLOWED_ORIGINS=website)
    projects = server.url + "/api/projects"

    status, refusal, _ = ask(page, projects)
    assert (status, refusal["code"]) == (401, "unauthenticated")
    assert ask(page, projects, credentials="include") == ["TypeError"]


def test_a_page_that_is_not_allowed_reads_and_changes_nothing_even_with_a_token(
    serve: Callable[..., Clockwork], page: Page, bearer: dict[str, str]
) -> None:
    server = serve(AUTH_MODE="password", ALLOWED_ORIGINS="https://other.example")
    projects = server.url + "/api/projects"

    assert ask(page, projects, headers=bearer) == ["TypeError"]
    assert ask(page, projects, "POST", bearer, {"name": "x"}) == ["TypeError"]
    status, listed = server.call("GET", "/api/projects", **bearer)
    assert (status, listed) == (200, [])


def test_what_a_page_embeds_or_submits_is_refused_without_accounts(
    serve: Callable[..., Clockwork], page: Page
) -> None:
    server = serve()
    page.set_content(
        f"""<meta name="referrer" content="no-referrer">
        <img src="{server.url}/api/entries?q=x">
        <form method="post" enctype="text/plain" action="{server.url}/api/projects">
        <input name='{{"name":"' value='forged"}}'><button>Go</button></form>"""
    )
    with page.expect_response(f"{server.url}/api/projects") as submitted:
        page.get_by_role("button").click()

    assert submitted.value.status == 403
    assert server.call("GET", "/api/projects") == (200, [])
