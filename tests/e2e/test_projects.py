"""Projects: grow a tree, change it by keyboard, and keep what holds time."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, Response, Route, expect

from tests.e2e.conftest import Watch
from tests.e2e.test_timer import messages
from tests.servers import Clockwork


def test_a_tree_grows_and_moves_by_keyboard(server: Clockwork, page: Page) -> None:
    page.goto("/projects")
    page.get_by_role("button", name="New project").click()
    page.get_by_role("textbox", name="Name of the project").fill("Garden")
    page.keyboard.press("Enter")
    for name in ("Beds", "Paths", "Pond"):
        page.get_by_role("textbox", name="New category in Garden").fill(name)
        page.keyboard.press("Enter")
        expect(row(page, name)).to_be_visible()
    page.keyboard.press("Escape")
    expect(row(page, "Garden")).to_be_focused()

    page.keyboard.press("End")
    expect(row(page, "Pond")).to_be_focused()
    with page.expect_response(moved):
        page.keyboard.press("Alt+ArrowRight")
    expect(row(page, "Pond")).to_have_attribute("aria-level", "3")
    page.keyboard.press("F2")
    page.keyboard.type("Lake")
    page.keyboard.press("Enter")
    expect(row(page, "Lake")).to_be_focused()
    with page.expect_response(moved):
        page.keyboard.press("Alt+ArrowLeft")
    expect(row(page, "Lake")).to_have_attribute("aria-level", "2")

    page.keyboard.press("m")
    page.get_by_role("combobox", name="Move into").fill("beds")
    with page.expect_response(moved):
        page.keyboard.press("Enter")
    page.reload()
    expect(row(page, "Lake")).to_have_attribute("aria-level", "3")

    drag(page, "Lake", "Garden")
    expect(row(page, "Lake")).to_have_attribute("aria-level", "2")
    row(page, "Garden").focus()
    page.keyboard.press("k")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        page.get_by_role("menuitemradio", name="Teal").click()
    expect(row(page, "Garden").locator(".dot.color-teal")).to_be_visible()
    projects = server.call("GET", "/api/projects")[1]
    assert [project["color"] for project in projects] == ["teal"]


def test_what_holds_time_is_archived_not_deleted(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("409")
    category = track(server, "Garden", "Beds", 5400)
    page.goto("/projects")
    expect(cells(page, "Garden").nth(4)).to_have_text("1:30")
    expect(cells(page, "Beds").nth(4)).to_have_text("1:30")

    row(page, "Garden").focus()
    page.keyboard.press("Delete")
    dialog = page.get_by_role("dialog", name="Garden can't be deleted")
    expect(dialog).to_contain_text("It has 1 entry in 1 category")
    # The page shows it at once; the server is to have heard of it before it is asked.
    with page.expect_response("**/archive"):
        dialog.get_by_role("button", name="Archive").click()
    expect(row(page, "Garden")).to_have_count(0)
    status, answer = server.call("POST", "/api/time/start", {"categoryId": category})
    assert (status, answer["code"]) == (409, "archived")

    page.get_by_role("button", name="Show archived").click()
    row(page, "Garden").focus()
    page.keyboard.press("z")
    expect(row(page, "Garden").get_by_text("archived")).to_have_count(0)
    page.get_by_role("button", name="Hide archived").click()
    expect(row(page, "Garden")).to_be_visible()


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_refused_name_comes_back_into_its_field_with_the_reason(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("409")
    track(server, "Garden", "Beds", 60)
    page.goto("/projects")
    row(page, "Garden").focus()
    page.keyboard.press("i")
    field = page.get_by_role("textbox", name="New category in Garden")
    field.fill("Beds")
    field.press("Enter")
    expect(field).to_have_value("Beds")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description("That name is already taken here.")
    # Seen and left: it is not sent again.
    field.blur()
    expect(field).to_have_count(0)
    expect(messages(page)).to_have_text("")

    row(page, "Beds").press("F2")
    page.get_by_role("textbox", name="Name").fill("Beds of roses")
    page.keyboard.press("Enter")
    expect(row(page, "Beds of roses")).to_be_visible()


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_refused_name_waits_while_the_next_is_typed(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("409")
    track(server, "Garden", "Beds", 60)
    page.goto("/projects")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/projects/*/categories", hold)
    row(page, "Garden").focus()
    page.keyboard.press("i")
    field = page.get_by_role("textbox", name="New category in Garden")
    field.fill("Beds")
    with page.expect_request("**/api/projects/*/categories"):
        field.press("Enter")
    field.press_sequentially("Ro")
    held[0].continue_()
    alert = messages(page)
    expect(alert).to_contain_text("That name is already taken here.")
    expect(field).to_have_value("Ro")
    page.unroute("**/api/projects/*/categories")
    field.press_sequentially("ses")
    field.press("Enter")
    expect(row(page, "Roses")).to_be_visible()
    alert.get_by_role("button", name="Edit again").click()
    expect(field).to_have_value("Beds")


def test_a_category_moves_to_another_project_with_its_time(server: Clockwork, page: Page) -> None:
    beds = track(server, "Garden", "Beds", 5400)
    garden = projects_by_name(server)["Garden"]
    roses = {"name": "Roses", "parentCategoryId": beds}
    server.call("POST", f"/api/projects/{garden}/categories", roses)
    track(server, "Learning", "Reading", 3600, day="2026-11-03")
    page.goto("/projects")
    expect(cells(page, "Garden").nth(4)).to_have_text("1:30")

    row(page, "Beds").focus()
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog", name="Move Beds")
    expect(dialog).to_contain_text("1 category below it, 1:30 of your time")
    dialog.get_by_role("combobox", name="Move into").fill("learn read")
    with page.expect_response(moved):
        page.keyboard.press("Enter")
    expect(row(page, "Beds")).to_be_focused()
    expect(row(page, "Beds")).to_have_attribute("aria-level", "3")
    expect(row(page, "Roses")).to_have_attribute("aria-level", "4")
    expect(cells(page, "Learning").nth(4)).to_have_text("2:30")
    expect(cells(page, "Garden").nth(4)).to_have_text("·")
    learning = projects_by_name(server)["Learning"]
    assert sums_by_project(server) == {learning: 9000}

    with page.expect_response(moved):
        drag(page, "Beds", "Garden")
    expect(row(page, "Beds")).to_have_attribute("aria-level", "2")
    with page.expect_response(moved):
        page.get_by_role("button", name="Undo").click()
    expect(row(page, "Beds")).to_have_attribute("aria-level", "3")
    assert sums_by_project(server) == {learning: 9000}
    with page.expect_response(moved):
        page.get_by_role("button", name="Redo").click()
    expect(cells(page, "Garden").nth(4)).to_have_text("1:30")
    assert sums_by_project(server) == {garden: 5400, learning: 3600}
    assert server.call("GET", f"/api/projects/{garden}/categories/{beds}")[0] == 200


def test_a_category_is_merged_into_another(server: Clockwork, page: Page) -> None:
    beds = track(server, "Garden", "Beds", 5400)
    garden = projects_by_name(server)["Garden"]
    roses = {"name": "Roses", "parentCategoryId": beds}
    server.call("POST", f"/api/projects/{garden}/categories", roses)
    reading = track(server, "Learning", "Reading", 3600, day="2026-11-03")
    page.goto("/projects")
    page.get_by_role("button", name="Actions for Beds").click()
    page.get_by_role("menuitem", name="Merge into…").click()
    page.get_by_role("combobox", name="Merge into").fill("read")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Merge Beds into Reading?")
    expect(dialog).to_contain_text("1 category below it, 1:30 of your time")
    expect(dialog).to_contain_text("This can't be undone.")
    with page.expect_response(lambda answer: answer.url.endswith("/merge")):
        dialog.get_by_role("button", name="Merge").click()
    expect(row(page, "Beds")).to_have_count(0)
    expect(row(page, "Reading")).to_be_focused()
    expect(row(page, "Roses")).to_have_attribute("aria-level", "3")
    expect(cells(page, "Reading").nth(4)).to_have_text("2:30")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(messages(page)).to_contain_text("can't be undone")
    assert sums_by_project(server) == {projects_by_name(server)["Learning"]: 9000}
    entries = server.call("GET", "/api/entries")[1]["items"]
    assert {entry["categoryId"] for entry in entries} == {reading}


def test_tags_are_renamed_merged_and_removed(server: Clockwork, page: Page) -> None:
    category = track(server, "Garden", "Beds", 60)
    for day, tags in ((3, ["rose"]), (4, ["rose", "spring/early"]), (5, ["mud"])):
        times = {"startedAt": f"2026-11-0{day}T09:00:00Z", "stoppedAt": f"2026-11-0{day}T10:00:00Z"}
        server.call("POST", "/api/entries", {"categoryId": category, "tags": tags, **times})
    page.goto("/projects")
    page.get_by_role("link", name="Tags").click()
    expect(tag_rows(page)).to_have_text([re.compile(text) for text in
                                         ("#mud1", "#rose2", "#spring/early1")])  # fmt: skip

    act_on_tag(page, "spring/early", "Rename")
    page.get_by_role("textbox", name="Tag").fill("#spring")
    with page.expect_response(changed_tag):
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Actions for #spring")).to_be_focused()

    # A name that is taken is asked about: two tags that are one stay so.
    act_on_tag(page, "spring", "Rename")
    page.get_by_role("textbox", name="Tag").fill("rose")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Merge #spring into #rose?")
    dialog.get_by_role("button", name="Cancel").click()
    expect(tag_rows(page)).to_have_count(3)
    act_on_tag(page, "spring", "Merge into…")
    page.get_by_role("combobox", name="Merge into").fill("#ro")
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("1 entry of yours with #spring will have #rose instead.")
    with page.expect_response(changed_tag):
        dialog.get_by_role("button", name="Merge").click()
    expect(tag_rows(page)).to_have_text([re.compile(text) for text in ("#mud1", "#rose2")])

    act_on_tag(page, "mud", "Remove")
    with page.expect_response(changed_tag):
        page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(tag_rows(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Actions for #rose")).to_be_focused()
    entries = server.call("GET", "/api/entries")[1]["items"]
    assert [entry["tags"] for entry in entries] == [[], ["rose"], ["rose"], []]


def test_the_inbox_stays_where_it_is(server: Clockwork, page: Page) -> None:
    server.call("POST", "/api/time/start", {"categoryId": None})
    page.goto("/projects")
    for position in (0, 1):
        page.get_by_role("button", name="Actions for Inbox").nth(position).click()
        expect(page.get_by_role("menuitem")).to_have_text(["Rename"])
        page.keyboard.press("Escape")
    page.keyboard.press("End")
    page.keyboard.press("m")
    page.keyboard.press("Delete")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_colour_is_chosen_by_mouse(server: Clockwork, page: Page) -> None:
    server.call("POST", "/api/projects", {"name": "Garden"})
    page.goto("/projects")
    page.get_by_role("button", name="Actions for Garden").click()
    page.get_by_role("menuitem", name="Colour").click()
    colors = page.get_by_role("menu", name="Colour of Garden")
    expect(colors).to_be_visible()
    # A moment later it has to be there still.
    page.wait_for_timeout(300)
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        colors.get_by_role("menuitemradio", name="Rose").click()
    expect(colors).to_have_count(0)
    expect(row(page, "Garden")).to_be_focused()
    assert server.call("GET", "/api/projects")[1][0]["color"] == "pink"


def test_the_menu_is_a_menu_for_the_keyboard(server: Clockwork, page: Page) -> None:
    track(server, "Garden", "Beds", 60)
    page.goto("/projects")
    button = page.get_by_role("button", name="Actions for Garden")
    items = page.get_by_role("menuitem")
    button.focus()
    for opens, first in (("Enter", 0), ("ArrowDown", 0), ("ArrowUp", -1)):
        page.keyboard.press(opens)
        expect(items.nth(first)).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(items).to_have_count(0)
    page.keyboard.press("Space")
    letters = (("r", "Rename"), ("a", "Archive"), ("a", "Add category"))
    ends = (("End", "Delete"), ("ArrowDown", "Add category"), ("c", "Colour"))
    for key, name in (*letters, *ends):
        page.keyboard.press(key)
        expect(page.get_by_role("menuitem", name=name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", checked=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    button.click()
    button.click()
    expect(items).to_have_count(0)
    button.click()
    items.filter(has_text="Rename").click()
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()


def test_numbers_come_in_two_requests_and_pictures_where_they_fit(
    server: Clockwork, page: Page
) -> None:
    server.call("POST", "/api/projects", {"name": "Empty"})
    long_ago = track(server, "Garden", "Beds", 5400)
    lately = datetime.now(UTC) - timedelta(hours=2)
    times = {
        "startedAt": lately.isoformat(),
        "stoppedAt": (lately + timedelta(hours=1)).isoformat(),
    }
    server.call("POST", "/api/entries", {"categoryId": long_ago, **times})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/projects")
    garden = cells(page, "Garden")
    expect(garden.nth(4)).to_have_text("2:30")
    expect(garden.nth(1)).to_have_text("100%")
    # The other hour and a half has a date, which may be more than twelve weeks ago.
    expect(garden.nth(2)).to_have_text(re.compile("1:00 in twelve weeks|2:30 in twelve weeks"))
    expect(cells(page, "Empty").nth(2).locator("rect[data-empty]")).to_have_count(12)
    assert len([url for url in asked if "/api/reports/" in url]) == 2

    page.set_viewport_size({"width": 390, "height": 844})
    expect(garden.filter(visible=True)).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1280, 390])
def test_a_refused_name_of_a_tag_is_back_in_its_field(
    server: Clockwork, page: Page, watch: Watch, width: int
) -> None:
    watch.expected.append("status of 400")
    tag(server, track(server, "Garden", "Beds", 60), "rose")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/projects/tags")
    act_on_tag(page, "rose", "Rename")
    name = page.get_by_role("textbox", name="Tag")
    name.fill("tea\u0007rose")
    with page.expect_response(changed_tag):
        page.keyboard.press("Enter")
    expect(name).to_be_focused()
    expect(name).to_have_value("tea\u0007rose")
    expect(name).to_have_accessible_description(re.compile("."))
    name.fill("tea rose")
    with page.expect_response(changed_tag):
        page.keyboard.press("Enter")
    expect(tag_rows(page)).to_have_text([re.compile("#tea rose1")])


def test_a_name_for_a_tag_that_is_gone_meanwhile_is_told_of(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("status of 404")
    tag(server, track(server, "Garden", "Beds", 60), "rose")
    page.goto("/projects/tags")
    act_on_tag(page, "rose", "Rename")
    page.get_by_role("textbox", name="Tag").fill("tulip")
    server.call("DELETE", "/api/tags/rose")
    page.keyboard.press("Enter")
    expect(page.locator(".notice-error")).to_contain_text("tulip")


@pytest.mark.parametrize("name", [".", ".."])
def test_a_tag_of_dots_is_renamed_and_removed(server: Clockwork, page: Page, name: str) -> None:
    tag(server, track(server, "Garden", "Beds", 60), name)
    page.goto("/projects/tags")
    act_on_tag(page, name, "Rename")
    page.get_by_role("textbox", name="Tag").fill("dots")
    with page.expect_response(changed_tag):
        page.keyboard.press("Enter")
    act_on_tag(page, "dots", "Rename")
    page.get_by_role("textbox", name="Tag").fill(name)
    with page.expect_response(changed_tag):
        page.keyboard.press("Enter")
    act_on_tag(page, name, "Remove")
    with page.expect_response(changed_tag) as answered:
        page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    assert answered.value.ok
    expect(page.get_by_role("heading", name="Tags cut across projects")).to_be_visible()


def tag(server: Clockwork, category: str, *tags: str) -> None:
    """Make an entry of the past that carries them."""
    times = {"startedAt": "2026-11-03T09:00:00Z", "stoppedAt": "2026-11-03T10:00:00Z"}
    entry = {"categoryId": category, "tags": tags, **times}
    status, answer = server.call("POST", "/api/entries", entry)
    assert status == 201, answer


def tag_rows(page: Page) -> Locator:
    return page.get_by_role("table", name="Tags").locator("tbody tr")


def act_on_tag(page: Page, name: str, verb: str) -> None:
    page.get_by_role("button", name=f"Actions for #{name}", exact=True).click()
    page.get_by_role("menuitem", name=verb).click()


def changed_tag(answer: Response) -> bool:
    return answer.url.endswith("/api/tags") and answer.request.method == "PATCH"


def row(page: Page, name: str) -> Locator:
    label = page.locator(".tree-label").get_by_text(name, exact=True)
    return page.get_by_role("row").filter(has=label)


def cells(page: Page, name: str) -> Locator:
    return row(page, name).get_by_role("gridcell")


def moved(answer: Response) -> bool:
    return answer.url.endswith("/move")


def drag(page: Page, name: str, onto: str) -> None:
    row(page, name).drag_to(row(page, onto))


def projects_by_name(server: Clockwork) -> dict[str, str]:
    return {one["name"]: one["id"] for one in server.call("GET", "/api/projects")[1]}


def sums_by_project(server: Clockwork) -> dict[str, int]:
    query = "from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&groupBy=project"
    rows = server.call("GET", f"/api/reports/summary?{query}")[1]["rows"]
    return {one["key"]: one["seconds"] for one in rows}


def track(
    server: Clockwork, project: str, category: str, seconds: int, day: str = "2026-11-02"
) -> str:
    """Make a project with a category that holds some time; the category's identifier."""
    made = server.call("POST", "/api/projects", {"name": project})[1]
    path = f"/api/projects/{made['id']}/categories"
    category_id = server.call("POST", path, {"name": category})[1]["id"]
    stopped = f"{day}T{9 + seconds // 3600:02}:{seconds // 60 % 60:02}:00Z"
    entry = {"categoryId": category_id, "startedAt": f"{day}T09:00:00Z", "stoppedAt": stopped}
    status, answer = server.call("POST", "/api/entries", entry)
    assert status == 201, answer
    return category_id
