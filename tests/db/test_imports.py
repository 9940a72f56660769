"""Imports in the database: all or nothing, once, and taken back."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from random import Random
from uuid import UUID

import pytest

from clockwork.accounts import administration
from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.db.database import connected_to, execute, rows
from clockwork.errors import ConflictError, InvalidError, NotFoundError
from clockwork.export import formats
from clockwork.export.gather import gather
from clockwork.imports import book, drafts, undoing
from clockwork.imports.choices import Choices
from clockwork.imports.source import Source
from clockwork.tracking import catalog, entries, timer
from clockwork.tracking.actor import Actor
from clockwork.tracking.filters import Filter
from clockwork.tracking.intervals import to_micros
from clockwork.tracking.zones import find_zone
from tests.conftest import settings_for
from tests.tracker import at

UTC = Choices(zone="UTC")
WHEN = "2026-05-01T08:00:00Z"

KLOG = """2026-06-01
    9:00 - 10:30 roses #garden
    11:00 - 12:00

2026-06-02
    2h beans #garden
    9:30 - 10:00
"""


@pytest.fixture
def here(database_url):
    with connected_to(settings_for(database_url)):
        yield


@pytest.fixture
def ada(here, clock):
    ensure_local_person(clock)
    return Actor(LOCAL_PERSON, clock)


def klog(text=KLOG):
    return Source("work.klg", text.encode())


def bring(actor, source=None, choices=UTC):
    """The import, and what was planned for it."""
    reading = drafts.read_for(actor, source or klog(), choices)
    return drafts.bring_at_once(actor, reading, choices)


def spans(actor):
    found = entries.page(actor, Filter(person_ids=[actor.person_id]), 1000, None).entries
    return sorted((one[4], one[5]) for one in found)


def exported(actor):
    contents = gather(actor, Filter(person_ids=[actor.person_id]), find_zone("UTC"))
    whole = json.loads(b"".join(formats.write("json", contents)))
    return {name: value for name, value in whole.items() if name != "exportedAt"}


def everything():
    """All that an import could leave behind."""
    tables = ("project", "category", "entry", "entry_tag", "import", "import_part", "import_entry")
    return {table: rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables}


def test_what_was_brought_is_there_and_its_tags_are_counted(ada):
    one, _ = bring(ada)
    assert (one.summary.rows, one.summary.added, one.state) == (4, 4, "done")
    hours = [(to_micros(at(f"2026-06-{day}Z")), to_micros(at(f"2026-06-{end}Z"))) for day, end in [
        ("01T09:00", "01T10:30"), ("01T11:00", "01T12:00"), ("02T09:30", "02T10:00"),
        ("02T10:00", "02T12:00")]]  # fmt: skip
    assert spans(ada) == hours
    assert catalog.read(ada).tags == [("garden", 2)]


def test_a_second_time_nothing_is_added_and_of_a_longer_file_what_is_new(ada):
    bring(ada)
    again, _ = bring(ada)
    assert (again.summary.added, again.summary.known) == (0, 4)
    longer, _ = bring(ada, klog(KLOG + "\n2026-06-03\n    1h more\n"))
    assert (longer.summary.added, longer.summary.known) == (1, 4)
    assert len(spans(ada)) == 5


def test_what_was_deleted_since_is_new_again(ada):
    bring(ada)
    [first, *_] = entries.page(ada, Filter(person_ids=[ada.person_id]), 1, None).entries
    entries.delete(ada, first[0], lambda _: None)
    again, _ = bring(ada)
    assert (again.summary.added, again.summary.known) == (1, 3)


def test_taken_back_it_leaves_nothing(ada, clock):
    before = exported(ada)
    one, _ = bring(ada, own_export(["Garden", "Beds"], ["Garden", "Beds", "Roses"]))
    assert exported(ada) != before
    undone = undoing.undo(ada, one.id)
    assert undone.state == "undone"
    assert exported(ada) == before
    assert catalog.read(ada).tags == []
    assert undoing.undo(ada, one.id) == undone
    brought, _ = bring(ada, own_export(["Garden", "Beds"], ["Garden", "Beds", "Roses"]))
    assert brought.summary.added == 2


def test_what_is_used_otherwise_stays_when_it_is_taken_back(ada):
    one, _ = bring(ada, own_export(["Garden", "Beds"], ["Garden", "Roses"]))
    beds = next(
        node.category for node in catalog.read(ada).categories if node.category.name == "Beds"
    )
    timer.start(ada, beds.id)
    undoing.undo(ada, one.id)
    left = catalog.read(ada)
    assert [project.name for project in left.projects] == ["Garden"]
    assert [node.category.name for node in left.categories] == ["Beds"]


@pytest.mark.parametrize(("changed", "left"), [("keep", 1), ("delete", 0)])
def test_entries_that_were_changed_since_are_asked_about(ada, clock, changed, left):
    one, _ = bring(ada)
    [newest, *_] = entries.page(ada, Filter(person_ids=[ada.person_id]), 1, None).entries
    clock.advance(1)
    entries.change(ada, newest[0], {"note": "mine"}, lambda _: None)
    with pytest.raises(ConflictError) as asked:
        undoing.undo(ada, one.id)
    assert (asked.value.code, asked.value.details) == (
        "changed_since",
        {"count": 1, "entries": [newest[0]]},
    )
    assert len(spans(ada)) == 4
    undoing.undo(ada, one.id, changed)
    assert len(spans(ada)) == left
    again, _ = bring(ada)
    assert again.summary.added == 4 - left


def test_a_failure_midway_leaves_nothing(ada, monkeypatch):
    before = everything()
    monkeypatch.setattr("clockwork.imports.run.AT_ONCE", 1)

    def fail(done, _of):
        if done == 3:
            raise OSError("no space left")

    reading = drafts.read_for(ada, klog(), UTC)
    with pytest.raises(OSError, match="no space"):
        drafts.bring_at_once(ada, reading, UTC, fail)
    assert everything() == before


def test_more_categories_than_anybody_uses_are_refused(ada, monkeypatch):
    monkeypatch.setattr("clockwork.imports.making.MOST_MADE", 2)
    before = everything()
    file = own_export(["Garden", "Beds"], ["Garden", "Roses"], ["Garden", "Paths"])
    with pytest.raises(InvalidError, match="more than 2"):
        bring(ada, file)
    assert everything() == before


def test_two_at_once_add_it_once(database_url, clock, ada):
    def one(_):
        with connected_to(settings_for(database_url)):
            return bring(ada)[0].summary

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(one, range(4)))
    assert sorted(each.added for each in found) == [0, 0, 0, 4]
    assert len(spans(ada)) == 4


def test_two_people_bring_the_same_file_into_the_same_new_projects(database_url, clock, ada):
    bob = Actor(administration.add(None, clock(), "Bob", "bob", "member", None).id, clock)
    file = own_export(["Garden", "Beds"], ["House", "Roof"])

    def one(actor):
        with connected_to(settings_for(database_url)):
            return bring(actor, file)[0].summary.added

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(one, [ada, bob])) == [2, 2]
    assert len(catalog.read(ada).categories) == 2


def test_a_draft_is_decided_on_and_brought_once(ada):
    draft = drafts.look(ada, klog(), Choices())
    assert [one.field for one in draft.summary.questions] == ["zone"]
    with pytest.raises(ConflictError) as refused:
        drafts.bring(ada, draft.id)
    assert refused.value.code == "unanswered"
    decided = drafts.decide(ada, draft.id, UTC)
    assert (decided.summary.added, spans(ada)) == (4, [])
    done = drafts.bring(ada, draft.id)
    assert (done.state, done.summary.added) == ("done", 4)
    assert drafts.bring(ada, draft.id) == done
    assert len(spans(ada)) == 4
    assert rows("SELECT * FROM import_part") == []
    with pytest.raises(ConflictError):
        drafts.decide(ada, draft.id, UTC)


def test_what_is_chosen_while_it_is_read_counts(ada, monkeypatch):
    draft, read = drafts.look(ada, klog(), UTC), drafts.read_for
    others = [Choices(zone="Europe/Berlin")]

    def meanwhile(*given):
        reading = read(*given)
        if others:
            drafts.decide(ada, draft.id, others.pop())
        return reading

    monkeypatch.setattr(drafts, "read_for", meanwhile)
    done = drafts.bring(ada, draft.id)
    assert done.choices.zone == "Europe/Berlin"
    assert spans(ada)[0][0] == to_micros(at("2026-06-01T07:00Z"))


def test_two_who_bring_one_draft_bring_it_once(database_url, ada):
    draft = drafts.look(ada, klog(), UTC)

    def one(_):
        with connected_to(settings_for(database_url)):
            return drafts.bring(ada, draft.id)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(map(str, pool.map(one, range(4))))) == 1
    assert len(spans(ada)) == 4


def test_drafts_are_forgotten_after_a_day_and_what_was_done_is_not(ada, clock):
    draft = drafts.look(ada, klog(), UTC)
    done, _ = bring(ada)
    clock.advance(timedelta(days=1).total_seconds() + 1)
    assert book.delete_expired(clock()) == 1
    assert [one.id for one in book.list_all(ada)] == [done.id]
    with pytest.raises(NotFoundError):
        drafts.decide(ada, draft.id, UTC)


def test_the_imports_of_others_are_not_there(ada, clock):
    one, _ = bring(ada)
    bob = Actor("00000000-0000-4000-8000-00000000000b", clock, is_administrator=True)
    assert book.list_all(bob) == []
    for attempt in (book.get, undoing.undo, book.discard):
        with pytest.raises(NotFoundError):
            attempt(bob, one.id)


def test_a_file_of_several_pieces_is_kept_whole(ada):
    # What is random can't be packed into one.
    notes = Random(1)
    lines = (f"    0m {notes.randbytes(75).hex()}" for _ in range(4_000))
    draft = drafts.look(ada, klog("\n".join(["2026-06-01", *lines])), UTC)
    assert rows("SELECT count(*) FROM import_part")[0][0] > 1
    assert drafts.bring(ada, draft.id).summary.added == 4_000


def test_our_own_export_comes_back_as_it_was(ada, clock, tracker):
    """All of it: identifiers, times, colours, what is archived, the tree, two of one name."""
    project = tracker.project("Garden", description="All\nof it", color="teal")
    beds = tracker.category(project, "Beds", description="raised")
    tracker.category(project, "Roses", parentCategoryId=beds["id"])
    first = tracker.add(
        beds, "2026-03-01T09:00:00.000001Z", "2026-03-01T10:00:00Z", note=" =1 ", tags=["a,b", "c"]
    )
    clock.advance(5)
    tracker.change(first, note="=1")
    tracker.done("POST", f"/api/projects/{project['id']}/categories/{beds['id']}/archive")
    twin = tracker.category(tracker.project("Garden"), "Beds")
    tracker.add(twin, "2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z")
    tracker.add({"id": None}, "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z")
    tracker.start(twin, note="runs")
    before = exported(ada)

    empty()
    one, _ = bring(ada, own(before))

    assert one.summary.added == one.summary.rows == 4
    after = exported(ada)
    # The inbox is made anew.
    assert inbox_renamed(after) == inbox_renamed(before)
    again, _ = bring(ada, own(before))
    assert (again.summary.known, exported(ada)) == (4, after)


def empty():
    for table in ("import_entry", "import", "entry", "category", "project", "tag"):
        execute(f"DELETE FROM {table}")


def own(exported):
    return Source(
        "own.json", json.dumps({**exported, "exportedAt": "2026-11-02T12:00:00Z"}).encode()
    )


def inbox_renamed(exported):
    """What is made anew each time is called the same, and in one order."""
    text = json.dumps(exported)
    for kind in ("projects", "categories"):
        [inbox] = [one for one in exported[kind] if one["inbox"]]
        text = text.replace(inbox["id"], f"the inbox of {kind}")
    found = json.loads(text)
    for kind in ("projects", "categories"):
        [inbox] = [one for one in found[kind] if one["inbox"]]
        inbox.update(createdAt="", updatedAt="", color="")
        found[kind].sort(key=lambda one: one["id"])
    return found


def own_export(*paths):
    """A file of an hour of each of these categories, one a day."""
    uuids = (str(UUID(int=number)) for number in count(1))
    ids = {}
    said = {"createdAt": WHEN, "updatedAt": WHEN, "archivedAt": None, "inbox": False}
    file = {"format": "clockwork-export", "version": 1, "clockwork": "1", "exportedAt": WHEN,
            "timeZone": "UTC", "from": None, "to": None, "people": [], "entries": [],
            "projects": [], "categories": []}  # fmt: skip
    for path in paths:
        for length in range(1, len(path) + 1):
            key = tuple(path[:length])
            if key in ids:
                continue
            ids[key] = next(uuids)
            place = {"id": ids[key], "name": key[-1], **said}
            if length == 1:
                file["projects"].append({**place, "color": "red"})
            else:
                parent = ids[key[:-1]] if length > 2 else None
                file["categories"].append(
                    {**place, "projectId": ids[key[:1]], "parentCategoryId": parent}
                )
        day = f"2026-05-{len(file['entries']) + 1:02}"
        file["entries"].append({
            "id": next(uuids), "personId": str(UUID(int=0)), "projectId": ids[(path[0],)],
            "categoryId": ids[tuple(path)], "startedAt": f"{day}T09:00:00Z",
            "stoppedAt": f"{day}T10:00:00Z", "tags": ["sun"], "createdAt": WHEN, "updatedAt": WHEN,
        })  # fmt: skip
    return own(file)
