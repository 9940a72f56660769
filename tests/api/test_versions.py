"""Nothing new costs nothing, and is never taken for what is: ETags of lists and reports."""

import json
import random
from datetime import timedelta

import pytest

from clockwork.db.database import connected, execute, rows, transaction
from clockwork.tracking.intervals import to_datetime
from tests.api.people import Team, Visitor

NOW = "2026-11-02T12:00:00Z"
PAST = "from=2026-11-01T00:00:00Z&to=2026-11-02T12:10:00Z"
SOON = "from=2026-11-02T12:03:00Z&to=2026-11-02T12:30:00Z"
REPORT = "/api/reports/summary?groupBy="
VIEWS = (
    "/api/projects",
    "/api/projects/{project}/categories",
    "/api/catalog",
    "/api/time/active",
    "/api/entries",
    f"/api/entries?{PAST}",
    f"/api/entries?{SOON}",
    "/api/entries?running=true",
    "/api/time/entries?categoryId={category}",
    f"{REPORT}day,tag&{PAST}",
    f"{REPORT}category&{SOON}",
    f"{REPORT}project,day&from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z",
)
OF_OTHERS = (f"{REPORT}person,tag&{PAST}", "/api/entries?personId={bob}", f"{REPORT}person&{SOON}")


@pytest.fixture
def team(make_app, clock):
    return Team(make_app(auth_mode="password"), clock)


class Client:
    """Somebody who keeps what was answered, and asks only for what is new."""

    def __init__(self, visitor, views):
        self.visitor, self.views, self.held = visitor, views, {}

    def look(self, view):
        """How much was said to be still right: the status."""
        tag, _ = self.held.get(view, ("", b""))
        answer = self.visitor.call("GET", view, **({"If_None_Match": tag} if tag else {}))
        assert answer.status_code in (200, 304), answer.text
        if answer.status_code == 304:
            assert answer.headers["ETag"] == tag
            assert not answer.data
        else:
            self.held[view] = (answer.headers["ETag"], answer.data)
        return answer.status_code

    def compare(self):
        """What it holds is what somebody gets who asks for the first time."""
        for view in self.views:
            self.look(view)
            fresh = self.visitor.call("GET", view)
            assert json.loads(self.held[view][1]) == fresh.json, view


class Work:
    """Changes as people make them: many are refused, which is as good a test."""

    def __init__(self, team, chance):
        self.team, self.chance, self.clock = team, chance, team.clock
        self.people = [team.with_token(team.alice, "admin")]
        self.people += [team.with_token(one, "track") for one in (team.bob, team.charlie)]

    def step(self):
        step = self.chance.choice([self.tree, self.timer, self.timer, self.entry, self.entry,
                                   self.tag, self.person, self.time])  # fmt: skip
        step(self.chance.choice(self.people))

    def tree(self, who):
        projects = who.done("GET", "/api/projects")
        name = f"N{self.chance.randrange(6)}"
        if len(projects) < 2:
            return who.call("POST", "/api/projects", {"name": name})
        project, other = (self.chance.choice(projects)["id"] for _ in range(2))
        place = f"/api/projects/{project}"
        found = who.done("GET", f"{place}/categories")
        if len(found) < 3:
            return who.call("POST", f"{place}/categories", {"name": name})
        category = f"{place}/categories/{self.chance.choice(found)['id']}"
        to = {"projectId": other, "parentCategoryId": None}
        calls = [
            ("POST", "/api/projects", {"name": name}), ("PATCH", place, {"name": name}),
            ("POST", f"{place}/archive", None), ("POST", f"{place}/unarchive", None),
            ("DELETE", place, None), ("POST", f"{place}/categories", {"name": name}),
            ("POST", f"{category}/rename", {"name": name}), ("POST", f"{category}/move", to),
            ("POST", f"{category}/archive", None), ("POST", f"{category}/unarchive", None),
            ("POST", f"{category}/merge", {"into": self.category(who)}),
            ("DELETE", category, None),
        ]  # fmt: skip
        return who.call(*self.chance.choice(calls))

    def timer(self, who):
        category = self.category(who)
        key = {"Idempotency_Key": f"k{self.chance.randrange(20)}"}
        calls = [
            ("POST", "/api/time/start", {"categoryId": category, "tags": self.tags()}),
            ("POST", "/api/time/start", {"categoryId": category, "note": "x"}),
            ("POST", "/api/time/start", {"categoryId": None}),
            ("POST", "/api/time/stop", None),
        ]  # fmt: skip
        who.call(*self.chance.choice(calls), **(key if self.chance.random() < 0.3 else {}))

    def entry(self, who):
        found = who.done("GET", f"/api/entries?personId={self.team.bob.id}"
                         if who is self.people[0] else "/api/entries")["items"]  # fmt: skip
        start, stop = sorted(self.moment() for _ in range(2))
        span = {"startedAt": start, "stoppedAt": stop}
        if not found:
            who.call("POST", "/api/entries",
                     {"categoryId": self.category(who), **span, "tags": self.tags()})  # fmt: skip
            return
        place = f"/api/entries/{self.chance.choice(found)['id']}"
        calls = [
            ("POST", "/api/entries", {"categoryId": self.category(who), **span}),
            ("PATCH", place, {"tags": self.tags()}), ("PATCH", place, span),
            ("PATCH", place, {"categoryId": self.category(who)}),
            ("POST", f"{place}/split", {"at": start}), ("POST", f"{place}/continue", None),
            ("DELETE", place, None),
        ]  # fmt: skip
        who.call(*self.chance.choice(calls))

    def tag(self, who):
        name, other = (self.chance.choice("abcd") for _ in range(2))
        calls = [
            ("PATCH", f"/api/tags/{name}", {"name": other}),
            ("POST", f"/api/tags/{name}/merge", {"into": other}),
            ("DELETE", f"/api/tags/{name}", None),
        ]
        who.call(*self.chance.choice(calls))

    def person(self, _who):
        alice = self.team.signed_in(self.team.alice)
        name = {"name": f"Bob {self.chance.randrange(3)}"}
        alice.done("PATCH", f"/api/people/{self.team.bob.id}", name)

    def time(self, _who):
        self.clock.advance(self.chance.choice((0.000001, 1, 59.5, 60, 200, 400)))

    def moment(self):
        back = timedelta(minutes=self.chance.randrange(0, 3000))
        return (to_datetime(self.clock()) - back).strftime("%Y-%m-%dT%H:%M:%SZ")

    def tags(self):
        return self.chance.sample(["a", "b", "c"], self.chance.randrange(3))

    def category(self, who):
        found = who.done("GET", "/api/catalog")["categories"]
        return self.chance.choice(found)["id"] if found else self.team.bob.id


@pytest.mark.parametrize("seed", range(3))
def test_what_a_client_holds_is_what_it_would_get(team, clock, seed):
    clock.set(NOW)
    work = Work(team, random.Random(seed))
    alice = work.people[0]
    project = alice.done("POST", "/api/projects", {"name": "First"})["id"]
    path = f"/api/projects/{project}/categories"
    category = alice.done("POST", path, {"name": "C"})["id"]
    alice.done("POST", "/api/time/start", {"categoryId": category})
    names = {"project": project, "category": category, "bob": team.bob.id}
    own = [view.format(**names) for view in VIEWS]
    others = [view.format(**names) for view in OF_OTHERS]
    clients = [Client(who, own + (others if who is alice else [])) for who in work.people]

    for _ in range(40):
        work.step()
        for client in clients:
            # Deleted, it is 404, as it should be.
            client.views = [view for view in client.views
                            if client.visitor.call("GET", view).status_code == 200]  # fmt: skip
            client.compare()
        assert_counted(team.app)


def assert_counted(app):
    """The counts of tags are what counting them gives."""
    with connected(app.database):
        kept = rows("SELECT person_id, tag_id, entries FROM tag_use WHERE entries <> 0")
        counted = rows(
            "SELECT e.person_id, x.tag_id, count(*) FROM entry_tag x "
            "JOIN entry e ON e.id = x.entry_id GROUP BY e.person_id, x.tag_id"
        )
    assert sorted(kept) == sorted(counted)


def test_nothing_new_is_said_in_one_look_up(team):
    bob = team.with_token(team.bob, "track")
    alice = team.with_token(team.alice, "admin")
    project = alice.done("POST", "/api/projects", {"name": "First"})["id"]
    path = f"/api/projects/{project}/categories"
    category = alice.done("POST", path, {"name": "C"})["id"]
    views = [view.format(project=project, category=category) for view in VIEWS]
    client = Client(bob, views)
    assert {client.look(view) for view in views} == {200}
    alice.done("POST", "/api/time/start", {"categoryId": category})
    asked = []
    team.app.database.query_hooks.append(lambda event: asked.append(event.sql))

    for view in views:
        asked.clear()
        assert client.look(view) == 304, view
        # Whose token it is, then the versions.
        assert len(asked) == 2, asked


def test_a_change_is_new_only_to_those_who_see_it(team):
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    clients = [Client(who, ["/api/entries", "/api/projects"]) for who in (bob, charlie)]
    for client in clients:
        client.compare()

    project = bob.done("POST", "/api/projects", {"name": "Shared"})["id"]
    assert [client.look("/api/projects") for client in clients] == [200, 200]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    for client in clients:
        client.compare()
    bob.done("POST", "/api/time/start", {"categoryId": category})
    assert [client.look("/api/entries") for client in clients] == [200, 304]
    assert [client.look("/api/projects") for client in clients] == [304, 304]


def test_a_tag_is_nobody_elses(team):
    """Two people with as many changes, at one address."""
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    for view in ("/api/entries", "/api/catalog", f"{REPORT}day&{PAST}"):
        tag = bob.call("GET", view).headers["ETag"]
        assert charlie.call("GET", view, If_None_Match=tag).status_code == 200


def test_a_report_with_what_runs_is_never_stale(team, clock):
    clock.set(NOW)
    bob = team.with_token(team.bob, "track")
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    bob.done("POST", "/api/time/start", {"categoryId": category})
    view = f"{REPORT}day&from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z"
    over = f"{REPORT}day&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z"
    client = Client(bob, [view, over])
    client.compare()

    clock.advance(1)
    assert [client.look(one) for one in (view, over)] == [200, 304]
    clock.set("2026-11-03T10:00:00Z")
    assert client.look(view) == 200
    clock.advance(3600)
    # The range is over, whatever still runs.
    assert client.look(view) == 304


def test_refused_changes_are_nothing_new(team):
    bob = team.with_token(team.bob, "track")
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    path = f"/api/projects/{project}/categories"
    bob.done("POST", path, {"name": "C"})
    client = Client(bob, ["/api/catalog"])
    client.compare()
    assert bob.refused("POST", path, {"name": "C"}) == (409, "duplicate_name")
    assert bob.refused("POST", "/api/time/stop") == (409, "no_active_timer")
    assert client.look("/api/catalog") == 304


def test_the_tag_of_the_running_entry_serves_to_change_it(tracker):
    entry = tracker.start(tracker.category())
    answer = tracker.call("GET", "/api/time/active")
    tag, path = answer.headers["ETag"], f"/api/entries/{entry['id']}"
    tracker.project("Something else")
    assert tracker.call("GET", "/api/time/active").headers["ETag"] != tag

    changed = tracker.call("PATCH", path, {"note": "x"}, headers={"If-Match": tag})
    assert changed.status_code == 200
    refused = tracker.refused("PATCH", path, {"note": "y"}, headers={"If-Match": tag})
    assert refused == (412, "changed")


def test_a_change_past_the_app_is_new_too(app, tracker):
    """By a command, a server of the version before, or a restore."""
    project = tracker.project("Before")
    tag = tracker.call("GET", "/api/projects").headers["ETag"]
    with connected(app.database), transaction():
        execute("UPDATE project SET name = ? WHERE id = ?", "After", project["id"])
    answer = tracker.call("GET", "/api/projects", headers={"If-None-Match": tag})
    assert [one["name"] for one in answer.json] == ["After"]


def test_the_catalog_is_all_of_the_lists(tracker):
    assert tracker.done("GET", "/api/catalog") == {"projects": [], "categories": [], "tags": []}
    first, second = tracker.project("A"), tracker.project("B")
    above = tracker.category(first, "Top")
    tracker.category(second, "Other")
    tracker.category(first, "Below", parentCategoryId=above["id"])
    tracker.done("POST", f"/api/projects/{first['id']}/archive")
    for number, tags in enumerate((["b", "a"], ["a"])):
        span = (f"2026-11-02T0{number}:00:00Z", f"2026-11-02T0{number}:30:00Z")
        tracker.add(tracker.category(second, f"C{number}"), *span, tags=tags)

    catalog = tracker.done("GET", "/api/catalog")
    assert catalog["projects"] == tracker.done("GET", "/api/projects")
    listed = [
        one for project in catalog["projects"]
        for one in tracker.done("GET", f"/api/projects/{project['id']}/categories")
    ]  # fmt: skip
    assert catalog["categories"] == sorted(listed, key=lambda one: (one["createdAt"], one["id"]))
    assert catalog["tags"] == [{"name": "a", "entries": 2}, {"name": "b", "entries": 1}]


def test_nobody_sees_anothers_tags(team):
    bob, charlie = (team.with_token(one, "track") for one in (team.bob, team.charlie))
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    bob.done("POST", "/api/time/start", {"categoryId": category, "tags": ["secret"]})
    assert [one["name"] for one in bob.done("GET", "/api/catalog")["tags"]] == ["secret"]
    assert charlie.done("GET", "/api/catalog")["tags"] == []
    assert Visitor(team.app).call("GET", "/api/catalog").status_code == 401
