"""Clockwork's own JSON comes back whole."""

import json
import tracemalloc

import pytest
from hypothesis import given

from clockwork.clock import MINUTE
from clockwork.export import json_file
from clockwork.imports import formats
from clockwork.imports.readers import clockwork_json, tree
from clockwork.imports.rows import NOTHING_SAID, Place, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from clockwork.tracking.intervals import to_micros
from tests.exports import ADA, contents, entry, entry_lists, names
from tests.strategies import zones
from tests.unit.imports.reading import kinds, read, reasons

NINE, TEN = "2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z"


def exported(*entries, **options) -> dict:
    return json.loads(b"".join(json_file.write(contents(*entries, **options))))


def back(file: dict) -> list:
    return read("clockwork-json", json.dumps(file))


@given(entry_lists(), zones, names)
def test_all_of_any_entries_comes_back(entries, zone, name):
    written = b"".join(json_file.write(contents(*entries, zone=zone.key, name=name)))

    rows = read("clockwork-json", written)

    assert [
        (row.source_id, to_micros(row.start), row.stop and to_micros(row.stop), row.seconds,
         row.note, list(row.tags), row.person, row.created_at, row.updated_at, row.path, row.row)
        for row in rows if isinstance(row, Tracked)
    ] == [
        (one.id, one.started_at, one.stopped_at, None, one.note or "", one.tags, ADA.email, 7, 8,
         (name, "Development", "Reports"), number)
        for number, one in enumerate(entries, 1)
    ]  # fmt: skip


def test_projects_and_categories_come_first_and_parents_before_children():
    file = exported()
    file["categories"].reverse()
    project, top, below = back(file)

    described = ("blue", "The tracker", 5, 3, 4)
    assert project == Place(("Clockwork",), file["projects"][0]["id"], *described)
    assert (top.path, top.id) == (("Clockwork", "Development"), file["categories"][1]["id"])
    assert (below.path, below.description) == (("Clockwork", "Development", "Reports"), None)


def test_two_projects_of_one_name_stay_two():
    file = exported(entry(NINE, TEN))
    twin = {**file["projects"][0], "id": "00000000-0000-0000-0000-0000000000aa"}
    taken = {**twin, "id": "00000000-0000-0000-0000-0000000000bb", "name": "Clockwork (2)"}
    file["projects"] = [twin, *file["projects"], taken]

    rows = back(file)

    assert [(row.path, row.id) for row in rows[:3]] == [
        (("Clockwork",), twin["id"]),
        (("Clockwork (3)",), file["projects"][1]["id"]),
        (("Clockwork (2)",), taken["id"]),
    ]
    assert rows[-1].path == ("Clockwork (3)", "Development", "Reports")


def test_the_inbox_is_no_place():
    file = exported(entry(NINE, TEN))
    file["projects"][0]["inbox"] = file["categories"][1]["inbox"] = True

    *places, row = back(file)

    assert row.path == ()
    # What somebody made in its project is one.
    assert [place.path for place in places] == [("Clockwork",), ("Clockwork", "Development")]
    file["categories"] = [{**file["categories"][1], "parentCategoryId": None}]
    assert len(back(file)) == 1


def test_a_person_without_an_address_has_a_name():
    file = exported(entry(NINE, TEN))
    file["people"][0]["email"] = None

    assert back(file)[-1].person == "Ada"


def test_an_entry_that_is_not_right_is_told_and_the_others_come():
    file = exported(*(entry(NINE, TEN, number=number) for number in range(6)))
    entries = file["entries"]
    entries[0]["startedAt"] = "yesterday"
    entries[1]["startedAt"] = "2026-11-02T08:00:00"
    entries[2]["categoryId"] = "none"
    entries[3]["stoppedAt"] = "2026-11-02T07:59:59Z"
    del entries[4]["id"]

    rows = back(file)

    assert kinds(rows) == [(number, Unread) for number in range(1, 6)] + [(6, Tracked)]
    assert reasons(rows)[2:4] == [
        "The file does not hold the category that it is in.", "It stops before it starts.",
    ]  # fmt: skip


def test_a_circle_of_categories_is_refused_and_one_without_project_left():
    file = exported(entry(NINE, TEN))
    file["categories"][0]["parentCategoryId"] = file["categories"][1]["id"]
    with pytest.raises(UnreadableError, match="200 levels"):
        back(file)
    file["categories"][0] |= {"parentCategoryId": None, "projectId": "none"}
    file["categories"][1]["projectId"] = "none"
    assert kinds(back(file)) == [(1, Unread)]


def test_more_categories_than_there_is_room_for_are_refused(monkeypatch):
    monkeypatch.setattr(tree, "MOST_NAMES", 3)
    file = exported(entry(NINE, TEN))
    assert len(back(file)) == 4
    monkeypatch.setattr(tree, "MOST_NAMES", 2)
    with pytest.raises(UnreadableError, match="more categories"):
        back(file)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 2}, "newer"),
        ({"entries": None}, "proper JSON"),
        ({"projects": [{}]}, "proper JSON"),
        ({"categories": [[[]]]}, "proper JSON"),
    ],
)
def test_what_is_not_of_the_format_is_refused(change, reason):
    with pytest.raises(UnreadableError, match=reason):
        back({**exported(), **change})


def test_a_place_of_no_time_is_refused():
    file = exported()
    file["projects"][0]["createdAt"] = "then"
    with pytest.raises(UnreadableError, match="can't be read"):
        back(file)


def test_a_mark_other_bytes_and_another_order_do_not_matter():
    file = exported(entry(NINE, TEN, "Ä"))
    text = json.dumps(file, sort_keys=True, indent=2, ensure_ascii=False)

    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        source = Source("x", text.encode(encoding))
        *_, row = clockwork_json.read(source, NOTHING_SAID)
        assert row.note == "Ä"
    assert formats.recognise(Source("x", text.encode("utf-8-sig"))).name == "clockwork-json"


def test_a_hundred_thousand_entries_take_little_memory():
    many = (entry(n * MINUTE, (n + 1) * MINUTE, "A note", number=n) for n in range(100_000))
    source = Source("x", b"".join(json_file.write(contents(*many))))
    tracemalloc.start()
    rows = sum(1 for _ in clockwork_json.read(source, NOTHING_SAID))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert rows == 100_003
    # Beside the file itself.
    assert peak < 40_000_000


def test_deep_json_is_refused():
    deep = '{"format":"clockwork-export","version":1,"entries":' + "[" * 1_000_000

    with pytest.raises(UnreadableError):
        read("clockwork-json", deep)
