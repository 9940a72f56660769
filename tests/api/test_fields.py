"""Bad input, field by field: refused with the contract's code, and nothing done."""

import json
import time
import unicodedata
from typing import NamedTuple, get_args
from urllib.parse import quote

import msgspec
import pytest
from werkzeug.test import EnvironBuilder

from clockwork.api.contract import Input
from tests.api.people import PASSWORD, Team

CONTROLS = ["a\0b", "a\nb", "a\tb", "a\x1b[31mb", "a\x7fb", "a\x85b", "a\u2028b", "a\u2029b"]
NAME = dict.fromkeys(["", " \t", "x" * 201, *CONTROLS], "invalid_NAME")
TEXT = {"x" * 10_001: "invalid_json", "a\0b": "invalid_json"}
ID = {"": "invalid_id", "x": "invalid_id", "{5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d}": "invalid_id",
      "5b0f4c4e8a574a359a3e0f5c8a1b2c3d": "invalid_id", "a\0b": "invalid_id",
      "５b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d": "invalid_id"}  # fmt: skip
TIME = dict.fromkeys(
    ["", "now", "2026-11-02", "2026-11-02T12:00:00", "2026-11-02 12:00:00Z",
     "2026-11-02T12:00:00z", "2026-11-02T12:00:00+0200", "2026-11-02T12:00:00+24:00",
     "2026-02-30T12:00:00Z", "2026-11-02T24:00:00Z", "2026-11-02T12:00:60Z",
     "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00",
     "9999-12-31T23:59:59-01:00", "2026-11-02T12:00:00Z\0", "２026-11-02T12:00:00Z"],
    "invalid_time",
)  # fmt: skip
TAGS = dict.fromkeys(["", " ", "x" * 65, *CONTROLS], "invalid_json")
COLOR = {"mauve": "invalid_json", "": "invalid_json", "BLUE": "invalid_json"}


class Field(NamedTuple):
    """A field of a body: whether it must be there, may be null, and which texts are bad."""

    bad: dict[str, str]
    required: bool = False
    nullable: bool = False
    is_list: bool = False


START, STOP = "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z"
BODIES = {
    "POST /api/projects": (
        {"name": "x"},
        {"name": Field(NAME, required=True), "description": Field(TEXT, nullable=True),
         "color": Field(COLOR), "id": Field(ID)},
    ),
    "PATCH /api/projects/{project}": (
        {"name": "x"},
        {"name": Field(NAME, required=True), "description": Field(TEXT, nullable=True),
         "color": Field(COLOR)},
    ),
    "POST /api/projects/{project}/categories": (
        {"name": "x"},
        {"name": Field(NAME, required=True), "description": Field(TEXT, nullable=True),
         "parentCategoryId": Field(ID, nullable=True), "id": Field(ID)},
    ),
    "PATCH /api/projects/{project}/categories/{category}": (
        {"name": "x"},
        {"name": Field(NAME, required=True), "description": Field(TEXT, nullable=True),
         "parentCategoryId": Field(ID, nullable=True)},
    ),
    "POST /api/projects/{project}/categories/{category}/merge": (
        {"into": "{category}"},
        {"into": Field(ID, required=True)},
    ),
    "PATCH /api/tags/review": ({"name": "x"}, {"name": Field(TAGS, required=True)}),
    "POST /api/tags/review/merge": ({"into": "x"}, {"into": Field(TAGS, required=True)}),
    "POST /api/time/start": (
        {"categoryId": "{category}"},
        {"categoryId": Field(ID, required=True, nullable=True),
         "note": Field(TEXT, nullable=True),
         "tags": Field(TAGS, is_list=True), "startedAt": Field(TIME), "id": Field(ID)},
    ),
    "POST /api/time/stop": ({}, {"stoppedAt": Field(TIME), "entryId": Field(ID)}),
    "POST /api/entries": (
        {"categoryId": "{category}", "startedAt": START, "stoppedAt": STOP},
        {"categoryId": Field(ID, required=True, nullable=True),
         "startedAt": Field(TIME, required=True),
         "stoppedAt": Field(TIME, required=True), "note": Field(TEXT, nullable=True),
         "tags": Field(TAGS, is_list=True), "id": Field(ID)},
    ),
    "PATCH /api/entries/{entry}": (
        {},
        {"categoryId": Field(ID), "startedAt": Field(TIME), "stoppedAt": Field(TIME, nullable=True),
         "note": Field(TEXT, nullable=True), "tags": Field(TAGS, is_list=True)},
    ),
    "POST /api/entries/{entry}/split": (
        {"at": "2026-11-02T08:30:00Z"},
        {"at": Field(TIME, required=True), "id": Field(ID)},
    ),
    "POST /api/entries/{entry}/continue": ({}, {"id": Field(ID)}),
}  # fmt: skip


@pytest.fixture
def ids(tracker):
    category = tracker.category()
    entry = tracker.add(category, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")
    return {"project": category["projectId"], "category": category["id"], "entry": entry["id"]}


@pytest.fixture
def everything(tracker):
    """All that is stored, as the API shows it."""

    def look():
        projects = tracker.done("GET", "/api/projects")
        trees = [tracker.done("GET", f"/api/projects/{one['id']}/categories") for one in projects]
        return projects, trees, tracker.entries()

    return look


def bad_bodies(body, fields):
    """Each bad body of a route, with the code it must get."""
    for name, field in fields.items():
        for wrong in (3, True, {}, ["x"] if not field.is_list else "x", 1e400):
            yield {**body, name: wrong}, "invalid_json"
        if not field.nullable:
            yield {**body, name: None}, "invalid_json"
        if field.required:
            yield {key: value for key, value in body.items() if key != name}, "invalid_json"
        for text, code in field.bad.items():
            yield {**body, name: [text] if field.is_list else text}, code
        if field.is_list:
            yield {**body, name: [f"{number}" for number in range(33)]}, "invalid_json"
            yield {**body, name: [3]}, "invalid_json"
    yield {**body, "unknown": 1}, "invalid_json"


@pytest.mark.parametrize("route", BODIES)
def test_every_field_refuses_what_it_can_not_be(tracker, ids, everything, route):
    method, path = route.split()
    path = path.format(**ids)
    body, fields = BODIES[route]
    noun = "category" if "categories" in path else "project"
    before = everything()

    for bad, code in bad_bodies(body, fields):
        sent = json.dumps(fill_only_ids(bad, ids)).encode()
        response = tracker.client.open(path, method=method, data=sent)
        expected = code.replace("NAME", f"{noun}_name")
        assert (response.status_code, response.json["code"]) == (400, expected), bad

    assert everything() == before


def fill_only_ids(body, ids):
    placeholders = {f"{{{name}}}": value for name, value in ids.items()}
    return {
        name: placeholders.get(value, value) if isinstance(value, str) else value
        for name, value in body.items()
    }


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b"null", b'"x"', b'{"name":"a"}{"name":"b"}', b'{"name":"a"} x',
     b'{"name":"a","name":"b"}', b'\xef\xbb\xbf{"name":"a"}', b'{"name":"\xff"}',
     b'{"name":"\\ud800"}', b'{"name":NaN}', b"[" * 100_000, b'{"name":"a",}',
     b'{"name":"a"}\x00'],
)  # fmt: skip
def test_a_body_that_is_not_one_json_object_is_refused(tracker, raw):
    response = tracker.client.post("/api/projects", data=raw)

    assert (response.status_code, response.json["code"]) == (400, "invalid_json")
    assert tracker.done("GET", "/api/projects") == []


def test_a_body_that_is_no_text_is_refused_in_words_for_people(tracker):
    response = tracker.client.post("/api/projects", data=b'{"name":"\xff"}')

    assert response.json["message"] == "The body is not right: it is not UTF-8."


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_is_json_whatever_its_type_says(tracker, content_type):
    response = tracker.client.post("/api/projects", data='{"name":"x"}', content_type=content_type)

    assert response.status_code == 201


@pytest.mark.parametrize("size", [200, 199])
def test_the_longest_values_are_taken(tracker, size):
    project = tracker.project("ä" * size, description="ö" * 10_000)
    category = tracker.category(project, f" {'ü' * size} ")
    tags = sorted(f"{number:02}{'x' * 62}" for number in range(32))

    entry = tracker.start(category, note="é" * 10_000, tags=tags)

    assert project["name"] == "ä" * size
    assert category["name"] == "ü" * size
    assert entry["tags"] == tags


def test_identifiers_in_capitals_are_answered_in_lower_case(tracker, ids):
    for path in ("/api/projects/{}", "/api/entries/{}"):
        identifier = ids["project" if "projects" in path else "entry"]
        assert tracker.done("GET", path.format(identifier.upper()))["id"] == identifier
    entry = tracker.start({"id": ids["category"].upper()})
    assert entry["categoryId"] == ids["category"]


@pytest.mark.parametrize("bad", ["x", "%7B5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d%7D", "%00",
                                 "5b0f4c4e8a574a359a3e0f5c8a1b2c3d", "-"])  # fmt: skip
def test_every_path_refuses_what_is_no_identifier(tracker, ids, bad):
    project = f"/api/projects/{ids['project']}"
    for method, path in (
        *((method, f"/api/projects/{bad}") for method in ("GET", "DELETE")),
        ("POST", f"/api/projects/{bad}/archive"),
        ("POST", f"/api/projects/{bad}/unarchive"),
        ("GET", f"/api/projects/{bad}/categories"),
        *((method, f"{project}/categories/{bad}") for method in ("GET", "DELETE")),
        *((method, f"/api/projects/{bad}/categories/{ids['category']}") for method in ("GET",)),
        ("POST", f"{project}/categories/{bad}/archive"),
        *((method, f"/api/entries/{bad}") for method in ("GET", "DELETE")),
        ("POST", f"/api/entries/{bad}/continue"),
    ):
        assert tracker.refused(method, path) == (400, "invalid_id"), path


def test_times_are_answered_in_utc_to_the_microsecond(tracker, ids):
    category = {"id": ids["category"]}

    entry = tracker.add(
        category, "2026-11-02T11:00:00.1234569+02:00", "2026-11-02T04:30:00.5-05:00"
    )

    assert entry["startedAt"] == "2026-11-02T09:00:00.123456Z"
    assert entry["stoppedAt"] == "2026-11-02T09:30:00.500000Z"
    assert entry["durationSeconds"] == 1800


def test_the_first_moment_of_the_calendar_is_a_time(tracker, ids):
    entry = tracker.add({"id": ids["category"]}, "0001-01-01T00:00:00Z", "0001-01-01T00:00:01Z")

    assert tracker.entry(entry["id"])["startedAt"] == "0001-01-01T00:00:00Z"


# Putting it together takes the square of its length: a minute, when it is not counted first.
HOSTILE = "a" + "\u0301\u0323" * 110_000
HUGE = {"marks": HOSTILE, "digits": "9" * 440_000, "spaces": " " * 440_000 + "x" * 201,
        "commas": "day," * 110_000}  # fmt: skip


def refused_at_once(app, path, method="GET", body=None, query=None):
    data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    asked = EnvironBuilder(path, method=method, data=data, query_string=query)
    environ = asked.get_environ()
    began = time.thread_time()
    response = app.test_client().open(environ)
    seconds = time.thread_time() - began

    assert response.status_code == 400, response.text
    assert seconds < 1


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_nobody_keeps_the_server_busy_before_they_signed_in(make_app, text):
    app = make_app(auth_mode="password")
    whole = {"code": "c", "name": "n", "email": "e", "password": "p"}

    for name in ("email", "password"):
        body = {"email": "e", "password": "p", name: text}
        refused_at_once(app, "/api/session", "POST", body)
    for name in whole:
        refused_at_once(app, "/api/setup", "POST", {**whole, name: text})


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_no_parameter_keeps_the_server_busy(app, text):
    span = {"from": "2026-11-02T00:00:00Z", "to": "2026-11-03T00:00:00Z"}
    for path, query, names in (
        ("/api/entries", {}, ("q", "tag", "cursor", "limit", "running", "projectId", "from")),
        ("/api/reports/summary", span, ("tz", "groupBy", "weekStart", "tag", "categoryId")),
        ("/api/time/entries", {}, ("categoryId", "to")),
        ("/api/audit", {}, ("cursor", "limit", "from", "to", "personId")),
    ):
        for name in names:
            refused_at_once(app, path, query={**query, name: text[:80_000]})
    for path in ("/api/projects", "/api/entries"):
        refused_at_once(app, f"{path}/{quote(text[:80_000])}")


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
@pytest.mark.parametrize("route", BODIES)
def test_no_field_keeps_the_server_busy(app, ids, route, text):
    method, path = route.split()
    body, fields = BODIES[route]
    for name, field in fields.items():
        sent = {**fill_only_ids(body, ids), name: [text] if field.is_list else text}
        refused_at_once(app, path.format(**ids), method, sent)


def test_no_field_takes_a_text_of_any_length(app):
    """Those of `Literal` are few known words."""
    for shape in shapes(Input):
        for field in msgspec.structs.fields(shape):
            assert str not in parts_of(field.type), f"{shape.__name__}.{field.name}"


def shapes(kind):
    for shape in kind.__subclasses__():
        yield shape
        yield from shapes(shape)


def parts_of(kind):
    yield kind
    for part in get_args(kind):
        yield from parts_of(part)


def test_a_name_is_measured_as_it_is_kept(tracker):
    """Its characters may come in up to four parts, with any space around them."""
    longest = "ᾂ" * 200
    apart = unicodedata.normalize("NFD", longest)
    assert len(apart) == 800

    assert tracker.project(f"{' ' * 1000}{apart}\n")["name"] == longest
    too_long = {"name": apart + apart[:4]}
    refusal = tracker.refused("POST", "/api/projects", too_long)
    assert refusal == (400, "invalid_project_name")


@pytest.mark.parametrize("bad", CONTROLS)
def test_no_person_and_no_token_is_called_with_control_characters(make_app, clock, bad):
    app = make_app(auth_mode="password")
    team = Team(app, clock)
    alice = team.signed_in(team.alice)
    person = {"name": "n", "email": "e@x.example", "password": PASSWORD}

    for path, body in (
        ("/api/people", {**person, "name": bad}),
        ("/api/people", {**person, "email": bad}),
        ("/api/account/tokens", {"name": bad, "scope": "read"}),
    ):
        assert alice.refused("POST", path, body) == (400, "invalid_json"), path
    assert alice.refused("PATCH", "/api/account", {"name": bad}) == (400, "invalid_json")


def test_joiners_and_marks_of_direction_belong_to_names(tracker):
    for name in ("👩\u200d💻", "می\u200cخواهم", "\u200fעברית"):
        assert tracker.project(name)["name"] == name


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x" * 201, "A name may have at most 200 characters."),
        (" ", "A name is needed."),
        ("a\tb", "A name may not hold control characters."),
        ("a\0", "A name may not hold NUL characters."),
    ],
)
def test_a_name_that_is_refused_is_told_why(tracker, name, reason):
    answer = tracker.call("POST", "/api/projects", {"name": name})
    assert answer.json["message"] == reason
