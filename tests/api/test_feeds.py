"""Calendars that are read by a secret address."""

import logging
from ipaddress import ip_network

import icalendar
import pytest

from clockwork.accounts.keys import hash_key
from clockwork.db.database import connected
from clockwork.db.models import Feed, Person
from clockwork.tracking import versions
from tests.api.people import ORIGIN, Team, Visitor

NOBODY = ("GET", "/api/feeds/cwf_nobody.ics")


@pytest.fixture
def work(tracker, clock):
    """An hour over midnight in UTC, one of today, one elsewhere, one that runs."""
    beds = tracker.category(tracker.project("Garden"), "Beds")
    mail = tracker.category(tracker.project("Office"), "Mail")
    tracker.add(beds, "2026-10-31T23:30:00Z", "2026-11-01T00:30:00Z", note="Late, very")
    tracker.add(beds, "2026-11-02T09:00:00Z", "2026-11-02T10:00:00Z", tags=["x"])
    tracker.add(mail, "2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z", note="Letters")
    clock.advance(1)
    tracker.start(mail, note="Now")
    return {"beds": beds, "mail": mail}


def made(tracker, **fields):
    return tracker.done("POST", "/api/feeds", {"name": "Mine", **fields})


def events(response):
    assert response.status_code == 200, response.text
    calendar = icalendar.Calendar.from_ical(response.get_data())
    assert [part.errors for part in calendar.walk()] == [[]] * len(list(calendar.walk()))
    return [str(one["SUMMARY"]) for one in calendar.walk("VEVENT")]


def test_a_calendar_has_all_of_ones_time(tracker, work):
    feed = made(tracker)

    answer = tracker.call("GET", feed["path"])

    assert events(answer) == ["Garden › Beds", "Garden › Beds", "Office › Mail", "Office › Mail"]
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    calendar = icalendar.Calendar.from_ical(answer.get_data())
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == "Mine"
    assert tracker.call("HEAD", feed["path"]).headers["ETag"] == answer.headers["ETag"]


def test_days_are_those_of_the_person_and_include_today(tracker, work):
    def read(days):
        return len(events(tracker.call("GET", made(tracker, days=days)["path"])))

    assert [read(1), read(2), read(3), read(36_500)] == [3, 4, 4, 4]
    # In Berlin the first entry ends at half past one of the first of November.
    tracker.done("PATCH", "/api/account", {"zone": "America/New_York"})
    assert [read(1), read(2), read(3)] == [3, 3, 4]


def test_a_calendar_may_be_of_some_projects(tracker, work):
    garden = work["beds"]["projectId"]

    feed = made(tracker, projectIds=[garden])

    assert feed["projectIds"] == [garden]
    assert events(tracker.call("GET", feed["path"])) == ["Garden › Beds", "Garden › Beds"]


def test_it_is_fetched_again_only_when_it_changed(tracker, work, clock):
    path = made(tracker, days=2)["path"]
    first = tracker.call("GET", path)

    def again(tag=first.headers["ETag"]):
        return tracker.call("GET", path, headers={"If-None-Match": tag})

    clock.advance(3600)
    held = again()
    assert (held.status_code, held.get_data()) == (304, b"")
    assert held.headers["ETag"] == first.headers["ETag"]
    assert held.headers["Cache-Control"] == "private, no-cache"
    assert held.headers["Referrer-Policy"] == "no-referrer"
    assert tracker.call("GET", path).get_data() == first.get_data()

    tracker.stop()
    stopped = again()
    assert stopped.status_code == 200
    project = work["beds"]["projectId"]
    tracker.done("PATCH", f"/api/projects/{project}", {"name": "Park"})
    renamed = again(stopped.headers["ETag"])
    assert "Park › Beds" in events(renamed)
    # On another day it holds other days.
    clock.set("2026-11-03T00:00:00Z")
    assert len(events(again(renamed.headers["ETag"]))) == 3


def test_it_is_listed_without_its_address_and_says_when_it_was_used(tracker, work, clock):
    feed = made(tracker, days=30)
    path = feed.pop("path")
    assert tracker.done("GET", "/api/feeds") == [feed]
    assert (feed["days"], feed["projectIds"], feed["usedAt"]) == (30, [], None)

    clock.advance(5)
    tracker.call("GET", path)

    (listed,) = tracker.done("GET", "/api/feeds")
    assert listed == {**feed, "usedAt": "2026-11-02T12:00:06Z"}


def test_what_is_revoked_or_wrong_is_not_found(tracker, work):
    feed, other = made(tracker), made(tracker)

    assert tracker.done("DELETE", f"/api/feeds/{feed['id']}") is None

    assert tracker.refused("GET", feed["path"]) == (404, "not_found")
    assert tracker.refused(*NOBODY) == (404, "not_found")
    assert tracker.refused("GET", other["path"].replace("cwf_", "cwf_%00")) == (404, "not_found")
    assert tracker.refused("DELETE", f"/api/feeds/{feed['id']}") == (404, "not_found")
    assert tracker.call("GET", other["path"]).status_code == 200
    assert [one["id"] for one in tracker.done("GET", "/api/feeds")] == [other["id"]]


def test_only_a_hash_of_the_secret_is_kept(app, tracker):
    secret = made(tracker)["path"].removeprefix("/api/feeds/").removesuffix(".ics")

    with connected(app.database):
        (kept,) = Feed.select().tuples()
    assert hash_key(secret) in kept
    assert secret not in map(str, kept)
    assert len(secret) > 40


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name": ""}, (400, "invalid_json")),
        ({"days": 0}, (400, "invalid_json")),
        ({"days": 36_501}, (400, "invalid_json")),
        ({"projectIds": ["x"]}, (400, "invalid_id")),
        ({"projectIds": ["c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f"]}, (404, "not_found")),
    ],
)
def test_what_can_not_be_made_is_refused(tracker, fields, refusal):
    body = {"name": "Mine", **fields}

    assert tracker.refused("POST", "/api/feeds", body) == refusal
    assert tracker.done("GET", "/api/feeds") == []


class Others:
    """People where they sign in, or where a proxy says who they are; and somebody elsewhere."""

    def __init__(self, app, clock, mode):
        self.team, self.mode, self.stranger = Team(app, clock), mode, Visitor(app, peer="192.0.2.7")

    def __call__(self, name):
        who = getattr(self.team, name)
        if self.mode == "password":
            return self.team.signed_in(who)
        visitor = Visitor(self.team.app, {"Remote-User": who.email, **ORIGIN})
        visitor.headers["X-CSRF-Token"] = visitor.done("GET", "/api/session")["csrfToken"]
        return visitor


@pytest.fixture(params=["password", "proxy"])
def others(request, make_app, clock):
    proxy = {"trusted_proxy": (ip_network("127.0.0.1/32"),), "proxy_admins": ("alice@x.example",)}
    return Others(make_app(auth_mode=request.param, **proxy), clock, request.param)


def test_it_needs_no_session_and_is_its_owners_alone(others):
    bob, alice = others("bob"), others("alice")
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    bob.done("POST", "/api/time/start", {"categoryId": category})
    feed = bob.done("POST", "/api/feeds", {"name": "Bob's"})
    empty = others("charlie").done("POST", "/api/feeds", {"name": "Charlie's"})

    assert events(others.stranger.call("GET", feed["path"])) == ["P › C"]
    assert events(others.stranger.call("GET", empty["path"])) == []
    assert alice.refused("DELETE", f"/api/feeds/{feed['id']}") == (404, "not_found")
    assert alice.done("GET", "/api/feeds") == []


@pytest.mark.parametrize("ended", ["by disabling", "with the tokens", "with the password"])
def test_an_administrator_ends_a_persons_calendars(others, ended):
    alice, team = others("alice"), others.team
    path = others("bob").done("POST", "/api/feeds", {"name": "Bob's"})["path"]
    who = f"/api/people/{team.bob.id}"

    if ended == "by disabling":
        alice.done("PATCH", who, {"disabled": True})
        assert others.stranger.refused("GET", path) == (404, "not_found")
        alice.done("PATCH", who, {"disabled": False})
    elif ended == "with the tokens":
        alice.done("DELETE", f"{who}/tokens")
    else:
        alice.done("PATCH", who, {"password": "another good password"})

    assert others.stranger.refused("GET", path) == (404, "not_found")
    told = {(one["action"], one["actorId"]) for one in alice.done("GET", "/api/audit")["items"]
            if one["kind"] == "feed"}  # fmt: skip
    assert told == {("revoked", team.alice.id), ("created", team.bob.id)}


def test_who_was_disabled_by_a_version_before_has_no_calendar(app, tracker, clock):
    path = made(tracker)["path"]
    with connected(app.database):
        Person.update(disabled_at=clock()).execute()

    assert tracker.refused("GET", path) == (404, "not_found")


def test_a_fault_is_logged_without_the_address(tracker, monkeypatch, caplog):
    path = made(tracker)["path"]
    monkeypatch.setattr(versions, "of", lambda _people: 1 / 0)

    with caplog.at_level(logging.ERROR, "clockwork"):
        assert tracker.refused("GET", path) == (500, "internal")

    assert "/api/feeds/cwf_….ics failed" in caplog.text
    assert path not in caplog.text
