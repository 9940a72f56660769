"""The timer screen: a whole day without a mouse, two tabs, a phone, what goes wrong."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import BrowserContext, Locator, Page, Response, Route, expect

from tests.conftest import eventually
from tests.e2e.conftest import PHONE, Watch
from tests.servers import Clockwork

START = "Start a timer"


def category(server: Clockwork, project: str = "Garden", name: str = "Planning") -> dict:
    made = server.call("POST", "/api/projects", {"name": project})[1]
    return server.call("POST", f"/api/projects/{made['id']}/categories", {"name": name})[1]


def add(server: Clockwork, place: dict, start: str, stop: str, **fields: object) -> dict:
    body = {"categoryId": place["id"], "startedAt": start, "stoppedAt": stop, **fields}
    status, entry = server.call("POST", "/api/entries", body)
    assert status == 201, entry
    return entry


def yesterday(time: str) -> str:
    """A time of day, as the contract writes it: the page goes by the server's clock, which runs."""
    return f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%d}T{time}:00Z"


def rows(page: Page, text: str = "") -> object:
    return page.locator(".entry").filter(has_text=text)


def messages(page: Page) -> Locator:
    """Where the page says what was done, refused or kept; read out whenever something comes."""
    return page.get_by_role("region", name="Messages")


def test_a_day_of_work_by_keyboard_alone(server: Clockwork, page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox", name=START)
    expect(field).to_be_visible()
    page.keyboard.press("n")
    expect(field).to_be_focused()
    page.keyboard.type("Garden › Planning: beds #spring")
    page.keyboard.press("Enter")
    expect(rows(page, "Planning")).to_have_attribute("data-running", "true")

    page.keyboard.press("Escape")
    field.blur()
    page.keyboard.press("n")
    page.keyboard.type("Garden › Seeds")
    page.keyboard.press("Enter")
    expect(rows(page, "Seeds")).to_have_attribute("data-running", "true")
    expect(rows(page, "Planning")).to_have_attribute("data-running", "false")

    field.blur()
    with page.expect_response("**/api/time/stop"):
        page.keyboard.press("s")
    expect(rows(page, "Seeds")).to_have_attribute("data-running", "false")

    page.keyboard.press("c")
    expect(page.locator(".entry[data-running=true]")).to_contain_text("Seeds")
    with page.expect_response("**/api/time/stop"):
        page.keyboard.press("s")

    page.get_by_role("main").locator(".entry-main").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    note = page.get_by_role("textbox", name="Note and #tags")
    expect(note).to_be_focused()
    page.keyboard.type("sorted #shed")
    with page.expect_response(re.compile("/api/entries/.+")):
        page.keyboard.press("Enter")
    expect(rows(page, "sorted")).to_have_count(1)
    expect(rows(page, "#shed").locator(".entry-main")).to_be_focused()

    page.keyboard.press("Delete")
    expect(rows(page, "sorted")).to_have_count(0)
    undo = page.get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Enter")
    expect(rows(page, "sorted")).to_have_count(1)

    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Type a command")).to_be_focused()
    page.keyboard.type("go to set")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/settings$"))
    page.keyboard.press("g")
    page.keyboard.press("t")
    expect(page).to_have_url(re.compile("/$"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Continue last")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_tabs_and_devices_follow_one_another(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    category(server)
    context = open_context()
    one, other = context.new_page(), context.new_page()
    one.goto("/")
    other.goto("/")
    field = one.get_by_role("combobox", name=START)
    field.fill("planning")
    with one.expect_response("**/api/time/start"):
        field.press("Enter")
    expect(other.locator(".entry[data-running=true]")).to_have_count(1)
    expect(other).to_have_title(re.compile("Garden › Planning"))
    # Another device: nobody tells the tabs, they ask.
    assert server.call("POST", "/api/time/stop")[0] == 200
    expect(one.locator(".entry[data-running=true]")).to_have_count(0, timeout=20_000)


def test_a_start_and_a_stop_whose_answers_are_lost_happen_once(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    """What is sent again tells the moment too, which the server takes for another request."""
    watch.expected += ["ERR_FAILED", "status of 422"]
    category(server)
    for action in ("start", "stop"):
        page.route(f"**/api/time/{action}", lose_the_answer, times=1)
    page.goto("/")
    field = page.get_by_role("combobox", name=START)
    field.fill("planning")
    with page.expect_response(answered("start"), timeout=15_000) as started:
        field.press("Enter")
    with page.expect_response(answered("stop"), timeout=15_000) as stopped:
        page.get_by_role("banner").get_by_role("button", name="Stop").click()

    expect(rows(page)).to_have_attribute("data-running", "false")
    expect(messages(page)).to_have_text("")
    listed = server.call("GET", "/api/entries")[1]["items"]
    assert listed == [stopped.value.json()]
    assert listed[0]["id"] == started.value.json()["id"]


def lose_the_answer(route: Route) -> None:
    route.fetch()
    route.abort()


def answered(action: str) -> Callable[[Response], bool]:
    return lambda response: response.url.endswith(f"/api/time/{action}") and response.ok


def test_times_can_be_corrected_and_split(server: Clockwork, page: Page) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("12:00"), note="long")
    page.goto("/")
    rows(page, "long").locator("[data-cell=duration]").click()
    page.get_by_role("textbox", name="Duration").fill("90m")
    page.keyboard.press("Enter")
    expect(rows(page, "long")).to_contain_text("9:00–10:30")
    expect(rows(page, "long")).to_contain_text("1:30")

    rows(page, "long").locator(".entry-main").press("x")
    point = page.get_by_role("textbox", name="Split at")
    point.fill("8:45")
    page.get_by_role("button", name="Split here").click()
    expect(point).to_have_accessible_description("The split has to be between start and end.")
    point.fill("9:45")
    page.get_by_role("button", name="Split here").click()
    expect(rows(page, "long")).to_have_count(2)
    expect(rows(page, "long").first).to_contain_text("9:45–10:30")


def test_a_refusal_is_rolled_back_and_said_and_nothing_typed_is_lost(
    server: Clockwork, page: Page, watch: Watch
) -> None:
    watch.expected.append("409")
    place = category(server)
    add(server, place, yesterday("09:00"), yesterday("10:00"), note="first")
    add(server, place, yesterday("11:00"), yesterday("12:00"), note="second")
    page.goto("/")
    rows(page, "second").locator("[data-cell=start]").click()
    page.get_by_role("textbox", name="Start", exact=True).fill("9:30")
    page.keyboard.press("Enter")
    start = page.get_by_role("textbox", name="Start", exact=True)
    expect(start).to_have_value("9:30")
    expect(start).to_be_focused()
    expect(start).to_have_accessible_description(
        "The time overlaps another entry. The other one is “Garden › Planning: first”."
    )
    page.get_by_role("button", name="Shorten the new one").click()
    expect(rows(page, "second")).to_contain_text("10:00–12:00")
    expect(page.locator("form.editor")).to_have_count(0)


def running_for(server: Clockwork) -> timedelta:
    start = server.call("GET", "/api/time/active")[1]["startedAt"]
    return datetime.now(UTC) - datetime.fromisoformat(start)


def test_a_running_start_can_be_changed_on_a_phone(
    server: Clockwork, open_context: Callable[..., BrowserContext]
) -> None:
    page = open_context(viewport=PHONE, has_touch=True).new_page()
    server.call("POST", "/api/time/start", {"categoryId": category(server)["id"]})
    page.goto("/")
    page.locator(".entry-main").tap()
    page.get_by_role("textbox", name="Duration").fill("1:00")
    page.get_by_role("button", name="Save").tap()
    eventually(lambda: abs(running_for(server) - timedelta(hours=1)) < timedelta(minutes=1))
    page.set_viewport_size({"width": 360, "height": 640})
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    page.get_by_role("banner").get_by_role("button", name="Stop").tap()
    expect(page.locator(".entry[data-running=true]")).to_have_count(0)


def test_a_wrong_time_is_said_below_it_and_moves_nothing_beside_it(
    server: Clockwork, page: Page
) -> None:
    add(server, category(server), yesterday("09:00"), yesterday("10:00"), note="beds")
    page.goto("/")
    rows(page, "beds").locator(".entry-main").click()
    end, note = (page.get_by_role("textbox", name=name) for name in ("End", "Note and #tags"))
    end.fill("noon or so")
    before = note.bounding_box()
    page.keyboard.press("Enter")
    wrong = page.get_by_role("alert")
    expect(wrong).to_have_text("Enter a time, such as 17:30.")
    expect(end).to_be_focused()
    field = end.bounding_box()
    assert wrong.bounding_box()["y"] >= field["y"] + field["height"] - 1
    assert note.bounding_box() == before


def test_a_timer_of_the_night_is_asked_about_and_stopped_when_it_ended(
    server: Clockwork, page: Page
) -> None:
    began = yesterday("09:00")
    body = {"categoryId": category(server)["id"], "startedAt": began}
    server.call("POST", "/api/time/start", body)
    page.goto("/")
    end = page.get_by_role("textbox", name="Ended at")
    expect(end).to_have_value("17:00")
    end.fill("then")
    expect(end).to_have_accessible_description("Enter a time after the start, such as 17:30.")
    end.fill("12:30")
    end.press("Enter")
    expect(rows(page, "Planning")).to_contain_text("9:00–12:30")
    expect(end).to_have_count(0)
