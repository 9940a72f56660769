"""What the page asks for: little when it opens, and only what is new while it is open."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.servers import Clockwork

FIRST = ["/api/catalog", "/api/entries", "/api/session"]
POLL_MS = 16_000


def test_opening_takes_three_requests_and_nothing_new_is_not_sent(
    server: Clockwork, page: Page
) -> None:
    categories = []
    for name in ("Garden", "House"):
        _, project = server.call("POST", "/api/projects", {"name": name})
        path = f"/api/projects/{project['id']}/categories"
        categories.append(server.call("POST", path, {"name": "Planning"})[1]["id"])
    server.call("POST", "/api/time/start", {"categoryId": categories[0]})
    answers: list[tuple[str, int]] = []

    def note(response) -> None:
        path = urlsplit(response.url).path
        if path.startswith("/api/"):
            answers.append((path, response.status))

    page.on("response", note)
    page.clock.install()
    page.goto("/")
    rows = page.get_by_role("listitem").filter(has_text="Planning")
    expect(rows).to_have_count(1)
    assert sorted(path for path, _ in answers) == FIRST

    answers.clear()
    with page.expect_response("**/api/entries*") as asked:
        page.clock.run_for(POLL_MS)
    assert asked.value.status == 304
    expect(rows).to_have_count(1)
    assert {status for _, status in answers} == {304}

    # From somewhere else: that is new, and comes whole.
    server.call("POST", "/api/time/start", {"categoryId": categories[1]})
    with page.expect_response("**/api/entries*") as asked:
        page.clock.run_for(POLL_MS)
    assert asked.value.status == 200
    expect(rows).to_have_count(2)
