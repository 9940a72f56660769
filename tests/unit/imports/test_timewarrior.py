"""Timewarrior's export and its store."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given

from clockwork.export import timewarrior as writer
from clockwork.imports.rows import Tracked, Unread, UnreadableError
from tests.exports import contents, entry_lists
from tests.unit.imports.reading import kinds, read, reasons, tracked

EIGHT, NINE = (datetime(2024, 1, 31, hour, tzinfo=UTC) for hour in (8, 9))
FEBRUARY = datetime(2024, 2, 1, 0, 30, 1, tzinfo=UTC)

TAGS = r'Work project:Client.Website "two words" "say \"no\""'
STORE = rf"""inc 20240131T080000Z - 20240131T090000Z # {TAGS} # "A \"note\" # x"
inc 20240131T090000Z - 20240201T003001Z

inc 20240131T080000Z - 20240131T090000Z # # an old annotation, unquoted
inc 20240131T080000Z # open "#" # C:\new
inc 20240131T080000Z - 20240131T090000Z # "unclosed tag
inc
inc 20241331T080000Z
exc monday
inc 20240131T090000Z - 20240131T080000Z # again
"""


def test_each_line_of_a_store_is_a_row():
    rows = read("timewarrior-data", STORE)

    assert [row for row in rows if isinstance(row, Tracked)] == [
        Tracked(1, EIGHT, NINE, path=("Client", "Website"), note='A "note" # x',
                tags=("Work", "two words", 'say "no"')),
        Tracked(2, NINE, FEBRUARY),
        Tracked(4, EIGHT, NINE, note="an old annotation, unquoted"),
        Tracked(5, EIGHT, tags=("open", "#"), note="C:\\new"),
        Tracked(6, EIGHT, NINE, tags=('"unclosed', "tag")),
    ]  # fmt: skip
    assert kinds(rows)[5:] == [(number, Unread) for number in (7, 8, 9, 10)]
    assert reasons(rows)[2:] == [
        "The line is not an interval of Timewarrior.", "It stops before it starts.",
    ]  # fmt: skip


def test_stores_put_together_and_windows_lines_do_not_matter():
    rows = tracked(read("timewarrior-data", "\ufeff" + "\r\n".join(STORE.split("\n")[:2] * 2)))

    assert [(row.row, row.note) for row in rows] == [
        (1, 'A "note" # x'), (2, ""), (3, 'A "note" # x'), (4, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("project:A.b c", ("A", "b c")),
        ("project:A..b.", ("A", "b")),
        ("project:", ()),
        ("project:.", ()),
        ("Project:A", ()),
    ],
)
def test_only_a_tag_that_says_so_is_a_project(tag, path):
    file = [{"id": 1, "start": "20240131T080000Z", "tags": ["x", tag, "project:other"]}]
    (row,) = read("timewarrior", json.dumps(file))

    other = path == ()
    assert row.path == (("other",) if other else path)
    assert row.tags == (("x", tag) if other else ("x", "project:other"))


def test_an_export_has_ends_tags_and_annotations_or_not():
    rows = read("timewarrior", json.dumps([
        {"id": 3, "start": "20240131T080000Z", "end": "20240131T090000Z", "tags": ["a, b"],
         "annotation": "A {note}"},
        {"id": 2, "start": "20240131T090000Z"},
        {"start": "2024-01-31T08:00:00Z"}, {"end": "20240131T090000Z"}, 7, [],
        {"start": "20240131T090000Z", "tags": "x"},
    ]))  # fmt: skip

    assert rows[:2] == [
        Tracked(1, EIGHT, NINE, note="A {note}", tags=("a, b",)),
        Tracked(2, NINE),
    ]
    assert kinds(rows)[2:] == [(number, Unread) for number in range(3, 8)]


@given(entry_lists())
def test_an_export_of_ours_comes_back_as_far_as_timewarrior_can_hold_it(entries):
    written = b"".join(writer.write(contents(*entries, name="Clockwork")))

    rows = tracked(read("timewarrior", written))

    assert [
        (row.row, int(row.start.timestamp()), row.stop and int(row.stop.timestamp()), row.note)
        for row in rows
    ] == [
        (number, one.started_at // 1_000_000,
         None if one.stopped_at is None else one.stopped_at // 1_000_000,
         " ".join((one.note or "").split()))
        for number, one in enumerate(entries, 1)
    ]  # fmt: skip
    # Which of them was a project, Timewarrior does not say.
    assert all(row.tags[:2] == ("Clockwork", "Development › Reports") for row in rows
               if row.path == ())  # fmt: skip


def test_an_export_of_nothing_has_no_rows():
    assert read("timewarrior", "[\n]\n") == []


@pytest.mark.parametrize(
    "data", ["txn:\n  type: interval\n  before: \n  after: {}\n", '{\n  "a \\" b": {"count":3}\n}']
)
def test_the_other_files_of_its_folder_are_refused(data):
    with pytest.raises(UnreadableError, match=r"bring in the files like 2024-01\.data"):
        read("timewarrior-data", data)


def test_what_breaks_off_is_refused():
    with pytest.raises(UnreadableError, match="not proper JSON"):
        read("timewarrior", '[{"id":1,"start":"20240131T080000Z"},')


def test_endless_texts_are_no_rows():
    long = "x" * 1_000_000
    line = f"inc 20240131T080000Z # {long}\n"
    assert kinds(read("timewarrior-data", "inc 20240131T080000Z\n" + line))[1] == (2, Unread)
    file = json.dumps([{"start": "20240131T080000Z", "annotation": long}])
    assert reasons(read("timewarrior", file)) == ["Its texts have more than 100,000 characters."]
