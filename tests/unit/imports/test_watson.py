"""Watson's frames, its state and its log."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from clockwork.imports.rows import Tracked, Unread, UnreadableError
from tests.unit.imports.reading import kinds, read

START, STOP = (datetime(2024, 1, 31, hour, tzinfo=UTC) for hour in (8, 9))
AT = int(START.timestamp())


def test_each_frame_is_a_row():
    rows = read("watson", json.dumps([
        [AT, AT + 3600, "A whole sentence, as a project", "abc", ["b.c", "x, y"], AT + 7200],
        [AT, AT + 3600, "old", "def"],
        [AT, AT, "", "ghi", None, None],
    ]))  # fmt: skip

    assert rows == [
        Tracked(1, START, STOP, path=("A whole sentence, as a project",), tags=("b.c", "x, y"),
                source_id="abc", updated_at=(AT + 7200) * 1_000_000),
        Tracked(2, START, STOP, path=("old",), source_id="def"),
        Tracked(3, START, START, source_id="ghi"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "frame",
    [
        [], {}, 7, None, [AT], [AT, AT, "p"], [AT, AT, "p", 7], [AT, AT, 7, "id"],
        [AT, AT, "p", "id", "tags"], [AT, AT, "p", "id", [7]], [AT, AT - 1, "p", "id"],
        [AT, None, "p", "id"], ["x", AT, "p", "id"], [10**30, AT, "p", "id"],
        [AT, 1e300, "p", "id"], [AT, AT, "p", "id", [], "x"], [[AT], AT, "p", "id"],
    ],
)  # fmt: skip
def test_what_is_no_frame_is_told_and_the_others_come(frame):
    good = [AT, AT + 1, "p", "id"]

    assert kinds(read("watson", json.dumps([good, frame, good]))) == [
        (1, Tracked), (2, Unread), (3, Tracked),
    ]  # fmt: skip


def test_what_runs_is_in_the_state():
    state = {"project": "p", "start": AT, "tags": ["t"]}

    assert read("watson-state", json.dumps(state)) == [Tracked(1, START, path=("p",), tags=("t",))]
    assert read("watson-state", json.dumps({**state, "start": AT + 0.5}))[0].stop is None
    assert read("watson-state", "{}\n") == []
    assert kinds(read("watson-state", json.dumps({**state, "start": "x"}))) == [(1, Unread)]


@pytest.mark.parametrize("data", ['{"project": "p"}', '{"tags": [', "{} x", '{"start": 1, "a": 1}'])
def test_another_object_is_no_state(data):
    with pytest.raises(UnreadableError, match="no format that is known"):
        read("watson-state", data)


def test_a_log_has_its_zone_in_each_time():
    frame = {"id": "abc", "start": "2024-01-31T09:00:00+01:00", "stop": "2024-01-31T10:00:00+01:00",
             "project": "p", "tags": ["b.c"]}  # fmt: skip

    (row, *bad) = read("watson-log", json.dumps([frame, {**frame, "stop": "2024-01-31T10:00:00"},
                                                 {**frame, "stop": None}, 1]))  # fmt: skip

    assert row == Tracked(1, START, STOP, path=("p",), tags=("b.c",), source_id="abc")
    assert row.start.tzinfo == timezone(timedelta(hours=1))
    assert kinds(bad) == [(2, Unread), (3, Unread), (4, Unread)]
