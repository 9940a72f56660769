"""What the tests of backups are made of."""

import pytest

from clockwork.accounts import administration, feeds, tokens
from clockwork.accounts.local import LOCAL_PERSON
from clockwork.accounts.passwords import hash_password
from clockwork.db.database import connected_to
from clockwork.imports import drafts
from clockwork.imports.choices import Choices
from clockwork.imports.source import Source
from clockwork.tracking.actor import Actor
from tests.backups import Backup
from tests.conftest import DATABASES, settings_for

PASSWORD = "correct horse battery"


def bring(actor, text):
    """Import klog's lines, and look at them once more without deciding."""
    source, choices = Source("work.klg", text.encode()), Choices(zone="UTC")
    drafts.bring_at_once(actor, drafts.read_for(actor, source, choices), choices)
    drafts.look(actor, source, choices)


@pytest.fixture(params=DATABASES)
def other_url(request, tmp_path):
    """A new database of either kind, to restore into."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'other' / 'clockwork.db'}"
    return request.getfixturevalue("postgres").create()


@pytest.fixture
def filled(tracker, clock, database_url):
    """Every kind of data: trees, marks, tags, notes beyond ASCII, a timer that runs, people."""
    project = tracker.project("Ünïcode ⏱ \"quoted\" 'too'", description="two\nlines")
    top = tracker.category(project, "Top")
    path = f"/api/projects/{project['id']}/categories"
    below = tracker.done("POST", path, {"name": "Below", "parentCategoryId": top["id"]})
    tracker.add(
        below,
        "2026-11-01T08:00:00.000001Z",
        "2026-11-01T09:30:00Z",
        note="Größe 🍰",
        tags=["a", "b"],
    )
    tracker.add(top, "2026-10-01T08:00:00Z", "2026-10-03T09:30:00Z", tags=["b"])
    # The child is older than its new parent: order of making is not order of the tree.
    late = tracker.category(project, "Late")
    tracker.done(
        "PATCH", f"{path}/{below['id']}", {"name": "Below", "parentCategoryId": late["id"]}
    )
    tracker.category(tracker.project("Other"), "Elsewhere")
    tracker.start(below, note="running")
    tracker.client.post("/api/projects", json={"name": "K"}, headers={"Idempotency-Key": "k" * 20})
    with connected_to(settings_for(database_url)):
        bring(Actor(LOCAL_PERSON, clock), "2026-06-01\n    9:00 - 10:00 brought #b\n")
        now = clock()
        hashed = hash_password(PASSWORD)
        administration.add(None, now, "Ada", "ada@x.example", "administrator", hashed)
        eve = administration.add(LOCAL_PERSON, now, "Eve", "eve@x.example", "administrator", hashed)
        for person_id in (LOCAL_PERSON, eve.id):
            tokens.create(Actor(person_id, clock), "script", "admin", None)
        feeds.create(Actor(eve.id, clock), "calendar", 30, [project["id"]])
    return project


@pytest.fixture
def backup(filled, database_url, tmp_path):
    """A backup of all that."""
    return Backup.of(database_url, tmp_path / "backup")
