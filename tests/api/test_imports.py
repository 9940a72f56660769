"""Time from other trackers over HTTP: a file sent, looked at, decided on, brought, taken back."""

import json
import threading

import pytest

from clockwork.imports.formats import FORMATS
from clockwork.imports.rows import Format, Left, Question, Tracked, Unanswered
from clockwork.imports.source import LARGEST
from tests.api.people import Team
from tests.tracker import Tracker, at, refusal

NOBODY = "00000000-0000-4000-8000-000000000000"
NAME = "from-elsewhere.json"


@pytest.fixture
def exported(tracker):
    """What a tracker held, as a file: an hour in Garden › Beds and one in Office › Mail."""
    beds = tracker.category(tracker.project("Garden"), "Beds")
    office = tracker.category(tracker.project("Office"), "Mail")
    tracker.add(beds, "2026-10-05T08:00:00Z", "2026-10-05T09:00:00Z", note="Weeding", tags=["x"])
    tracker.add(office, "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z")
    file = tracker.call("GET", "/api/export?format=json").get_data()
    for entry in tracker.entries():
        tracker.done("DELETE", f"/api/entries/{entry['id']}")
    for category in (beds, office):
        path = f"/api/projects/{category['projectId']}"
        tracker.done("DELETE", f"{path}/categories/{category['id']}")
        tracker.done("DELETE", path)
    return file


def upload(tracker, file, name=NAME, **query):
    return tracker.done("POST", "/api/imports", data=file, query_string={"name": name, **query})


def decide(tracker, one, **choices):
    return tracker.done("PATCH", f"/api/imports/{one['id']}", choices)


def run(tracker, one):
    return tracker.done("POST", f"/api/imports/{one['id']}/run")


def undo(tracker, one, **choices):
    return tracker.done("POST", f"/api/imports/{one['id']}/undo", choices or None)


def counts(one):
    return {name: one[name] for name in ("rows", "added", "known", "skipped", "unreadable")}


def test_a_file_is_shown_before_anything_is_added(tracker, exported):
    one = upload(tracker, exported)

    assert (one["name"], one["format"], one["state"]) == (NAME, "clockwork-json", "draft")
    assert (one["createdAt"], one["endedAt"]) == ("2026-11-02T12:00:00Z", None)
    assert counts(one) == {"rows": 2, "added": 2, "known": 0, "skipped": 0, "unreadable": 0}
    assert (one["first"], one["last"]) == ("2026-10-05T08:00:00Z", "2026-11-02T09:00:00Z")
    months = [(each["month"], each["seconds"], each["fileSeconds"]) for each in one["months"]]
    assert months == [("2026-10", 3600, 3600), ("2026-11", 3600, 3600)]
    assert [(place["from"], place["to"], place["missing"]) for place in one["places"]] == [
        (["Garden", "Beds"], ["Garden", "Beds"], 2), (["Office", "Mail"], ["Office", "Mail"], 2),
    ]  # fmt: skip
    assert (one["tags"], one["problems"], one["questions"]) == (["x"], [], [])
    assert tracker.entries() == []
    assert tracker.done("GET", f"/api/imports/{one['id']}") == one


def test_what_was_decided_is_shown_and_brought(tracker, exported):
    one = upload(tracker, exported)
    places = [
        {"from": ["Garden", "Beds"], "to": ["Home", "Garden", "Beds"]},
        {"from": ["Office", "Mail"], "to": None},
    ]

    decided = decide(tracker, one, zone="Europe/Berlin", places=places)
    assert (decided["added"], decided["skipped"]) == (1, 1)
    assert decided["choices"]["places"] == places
    assert decided["choices"]["zone"] == "Europe/Berlin"
    # What is left out stays as it is.
    assert decide(tracker, one, overlaps="skip")["choices"]["zone"] == "Europe/Berlin"
    assert decide(tracker, one, zone=None)["choices"]["zone"] is None

    done = run(tracker, one)
    assert (done["state"], done["added"], done["endedAt"]) == ("done", 1, "2026-11-02T12:00:00Z")
    [entry] = tracker.entries()
    assert (entry["note"], entry["tags"], entry["durationSeconds"]) == ("Weeding", ["x"], 3600)
    names = {one["name"] for one in tracker.done("GET", "/api/catalog")["categories"]}
    assert names == {"Garden", "Beds"}


def test_running_twice_adds_once(tracker, exported):
    one = upload(tracker, exported)

    assert run(tracker, one) == run(tracker, one)
    assert len(tracker.entries()) == 2
    again = upload(tracker, exported)
    assert (again["added"], again["known"]) == (0, 2)
    assert [month["knownSeconds"] for month in again["months"]] == [3600, 3600]


def test_an_import_is_taken_back_with_what_was_made_for_it(tracker, exported):
    one = upload(tracker, exported)
    run(tracker, one)

    assert undo(tracker, one)["state"] == "undone"
    assert undo(tracker, one)["state"] == "undone"
    assert tracker.entries() == []
    assert tracker.done("GET", "/api/catalog")["projects"] == []
    path = f"/api/imports/{one['id']}"
    assert tracker.refused("POST", f"{path}/run") == (409, "not_a_draft")
    assert tracker.refused("PATCH", path, {}) == (409, "not_a_draft")
    assert tracker.refused("DELETE", path) == (409, "not_a_draft")
    assert upload(tracker, exported)["added"] == 2


@pytest.mark.parametrize(("changed", "left"), [("keep", ["Mended"]), ("delete", [])])
def test_what_was_changed_since_is_asked_about(tracker, exported, clock, changed, left):
    one = upload(tracker, exported)
    run(tracker, one)
    clock.advance(60)
    entry = tracker.change(tracker.entries()[0], note="Mended")

    answer = tracker.call("POST", f"/api/imports/{one['id']}/undo")
    assert refusal(answer) == (409, "changed_since")
    assert answer.json["details"] == {"count": 1, "entries": [entry["id"]]}
    assert len(tracker.entries()) == 2
    undo(tracker, one, changed=changed)
    assert [entry["note"] for entry in tracker.entries()] == left


def test_imports_are_listed_with_their_counts_newest_first(tracker, exported, clock):
    first = upload(tracker, exported)
    clock.advance(1)
    second = upload(tracker, exported, name="another.json")
    run(tracker, first)

    listed = tracker.done("GET", "/api/imports")
    assert [(one["name"], one["state"], one["added"]) for one in listed] == [
        ("another.json", "draft", 2), (NAME, "done", 2),
    ]  # fmt: skip
    assert tracker.done("DELETE", f"/api/imports/{second['id']}") is None
    assert [one["id"] for one in tracker.done("GET", "/api/imports")] == [first["id"]]
    assert tracker.refused("DELETE", f"/api/imports/{second['id']}") == (404, "not_found")


def test_nothing_was_brought_of_a_draft_to_take_back(tracker, exported):
    one = upload(tracker, exported)
    assert tracker.refused("POST", f"/api/imports/{one['id']}/undo") == (409, "not_done")


@pytest.mark.parametrize(
    "file", [b"", b" \n", b"PK\x03\x04 damaged", b"\0\1\2\3", b"{", b"\xff\xfe\xff", b"Hello"]
)
def test_what_nothing_can_be_made_of_is_refused_and_not_kept(tracker, file):
    refused = tracker.refused("POST", "/api/imports?name=x", data=file)
    assert refused == (400, "unreadable_file")
    assert tracker.done("GET", "/api/imports") == []


def test_a_table_of_no_known_kind_is_asked_what_its_columns_hold(tracker):
    one = upload(tracker, b"When,Until,Where\n2026-10-05 08:00,2026-10-05 09:30,Garden\n")
    [asked] = one["questions"]
    assert (asked["field"], asked["choices"]) == ("columns", ["When", "Until", "Where"])
    assert "Garden" in asked["example"]

    columns = {"start": "When", "stop": "Until", "project": "Where"}
    decided = decide(tracker, one, columns=columns, zone="Europe/Berlin")
    assert (decided["questions"], decided["seconds"]) == ([], 5400)
    assert decided["choices"]["columns"] == columns
    assert decided["places"][0]["to"] == ["Garden", "Garden"]
    assert run(tracker, one)["first"] == "2026-10-05T06:00:00Z"


def test_a_file_needs_a_name_and_a_format_that_there_is(tracker, exported):
    assert tracker.refused("POST", "/api/imports", data=exported) == (400, "invalid_json")
    refused = tracker.refused("POST", "/api/imports?name=x&format=abacus", data=exported)
    assert refused == (400, "unreadable_file")
    one = upload(tracker, exported, format="clockwork-json")
    assert one["choices"]["format"] == "clockwork-json"


def test_a_file_may_be_large_and_nothing_else(tracker):
    body = b"x" * (2 * 1024 * 1024)
    assert tracker.refused("POST", "/api/imports?name=x", data=body)[1] == "unreadable_file"
    assert tracker.refused("POST", "/api/projects", data=body) == (413, "too_large")
    environ = {"CONTENT_LENGTH": str(LARGEST + 1)}
    refused = tracker.refused("POST", "/api/imports?name=x", environ_overrides=environ)
    assert refused == (413, "too_large")


def test_choices_that_can_not_be_are_refused(tracker, exported, make_app):
    one = upload(tracker, exported)

    def refused(**choices):
        return tracker.refused("PATCH", f"/api/imports/{one['id']}", choices)

    assert refused(zone="Mars/Olympus") == (400, "invalid_time_zone")
    assert refused(dayStart=24 * 60) == (400, "invalid_json")
    assert refused(dateOrder="yyy") == (400, "invalid_json")
    assert refused(places=[{"from": ["Garden", "Beds"], "to": [" "]}]) == (400, "invalid_json")
    assert refused(places=[{"from": [], "to": ["x"] * 202}]) == (400, "invalid_json")
    assert refused(overlaps="keep") == (409, "entry_overlap")
    assert tracker.done("GET", f"/api/imports/{one['id']}") == one
    assert tracker.refused("PATCH", f"/api/imports/{NOBODY}", {}) == (404, "not_found")


def test_a_question_is_asked_and_answered(tracker, monkeypatch):
    def reader(source, answers):
        if answers.zone is None:
            raise Unanswered(Question("zone", "2 Nov 9:00"))
        if answers.date_order is None:
            raise Unanswered(Question("date_order", "2/11/2026", ["dmy", "mdy"]))
        yield Left(1, "It is a break.")
        yield Tracked(2, at("2026-11-02T09:00:00"), seconds=3600, path=("Garden",))

    asking = Format("asking", "Asking", "asking", lambda one: one.data == b"ask", reader)
    monkeypatch.setattr("clockwork.imports.formats.FORMATS", (asking, *FORMATS))
    one = upload(tracker, b"ask")
    asked = [(each["field"], each["example"], each["choices"]) for each in one["questions"]]
    assert asked == [("zone", "2 Nov 9:00", []), ("dateOrder", "2/11/2026", ["dmy", "mdy"])]
    assert tracker.refused("POST", f"/api/imports/{one['id']}/run") == (409, "unanswered")

    decided = decide(tracker, one, zone="Europe/Berlin", dateOrder="dmy")
    assert (decided["questions"], decided["first"]) == ([], "2026-11-02T08:00:00Z")
    assert decided["problems"] == [{"row": 1, "kind": "skipped", "reason": "It is a break."}]
    assert run(tracker, one)["added"] == 1


def together(app, *requests):
    """Answers to requests that come at the same moment, each from somebody else."""
    barrier, answers = threading.Barrier(len(requests)), []

    def ask(path):
        client = Tracker(app.test_client())
        barrier.wait()
        answers.append(client.call("POST", path))

    threads = [threading.Thread(target=ask, args=(path,)) for path in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_a_draft_that_is_run_twice_at_once_is_brought_once(app, tracker, exported):
    path = f"/api/imports/{upload(tracker, exported)['id']}/run"

    answers = together(app, path, path)
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json == answers[1].json
    assert len(tracker.entries()) == 2


def test_two_imports_of_one_file_at_once_bring_it_once(app, tracker, exported):
    drafts = [upload(tracker, exported) for _ in range(2)]

    answers = together(app, *(f"/api/imports/{one['id']}/run" for one in drafts))
    assert sorted(one.json["added"] for one in answers) == [0, 2]
    assert len(tracker.entries()) == 2
    assert len(tracker.done("GET", "/api/catalog")["projects"]) == 2


def test_imports_are_a_persons_own(make_app, clock, tracker, exported):
    team = Team(make_app(auth_mode="password"), clock)
    bob, alice = team.signed_in(team.bob), team.signed_in(team.alice)
    answer = bob.client.post("/api/imports?name=x", data=exported, headers=bob.headers)
    assert answer.status_code == 201, answer.text
    path = f"/api/imports/{answer.json['id']}"

    # Also for an administrator.
    assert alice.done("GET", "/api/imports") == []
    for method, address in (("GET", path), ("PATCH", path), ("DELETE", path),
                            ("POST", f"{path}/run"), ("POST", f"{path}/undo")):  # fmt: skip
        body = {} if method in ("PATCH", "POST") else None
        assert alice.refused(method, address, body) == (404, "not_found")
    assert bob.done("POST", f"{path}/run")["state"] == "done"
    assert {entry["personId"] for entry in bob.done("GET", "/api/entries")["items"]} == {
        team.bob.id
    }
    assert alice.refused("POST", f"{path}/undo", {}) == (404, "not_found")


def test_everything_of_the_file_comes_back(tracker, exported):
    before = json.loads(exported)
    run(tracker, upload(tracker, exported))

    after = json.loads(tracker.call("GET", "/api/export?format=json").get_data())
    told = ("projects", "categories", "entries")
    assert [after[name] for name in told] == [before[name] for name in told]
