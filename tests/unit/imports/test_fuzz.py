"""Whatever a file holds: rows, a question, or a sentence why not; nothing else, and soon."""

import json
import time
import tracemalloc
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockwork.export import icalendar, json_file, klog, timewarrior
from clockwork.imports import formats
from clockwork.imports.rows import (
    NOTHING_SAID,
    Format,
    Left,
    Place,
    Tracked,
    Unanswered,
    Unread,
    UnreadableError,
)
from clockwork.imports.source import Source
from tests.exports import contents, entry

EXAMPLES = 1_000  # 10,000 take half a minute

STORED = [
    entry("2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z", "Draft: a, b\nc", ["a", "b c"]),
    entry("2026-11-02T09:00:00.5Z", None, number=1),
]
FRAME = '[[1704096000, 1704099600, "p", "id", ["a"], 1704099600]]'
STATE = '{"project": "p", "start": 1704096000, "tags": ["a"]}'
LOG = (
    '[{"id": "i", "project": "p", "start": "2024-01-01T08:00:00+01:00", '
    '"stop": "2024-01-01T09:00:00+01:00", "tags": ["a"]}]'
)
DATA = """inc 20240101T080000Z - 20240101T090000Z # "a b" project:c.d # "note"
inc 20240101T100000Z
"""
KLOG = """2024-01-01 (8h!)
Day #a
  <23:00 - 1:30 Night #b=c
    more
  1h30m

2024/01/02
	9:00am - ?
"""
ICS = """BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:Z
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0500
TZOFFSETTO:+0400
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:u
DTSTAMP:20240201T000000Z
DTSTART;TZID=Z:20240101T080000
DTEND;TZID=Europe/Berlin:20240101T090000
RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20240301
EXDATE;TZID=Z:20240102T080000
RDATE;VALUE=PERIOD:20240103T080000Z/PT1H
CATEGORIES:a\\,b,c
ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c
END:VEVENT
BEGIN:VEVENT
UID:u
RECURRENCE-ID;TZID=Z:20240108T080000
DTSTART:20240108T080000
DURATION:P1DT1H
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""
ID = "00000000-0000-0000-0000-00000000000{}"
TIMES = {"createdAt": "2024-01-01T08:00:00Z", "updatedAt": "2024-01-01T08:00:00.5Z"}
DOCUMENT = {
    "format": "clockwork-server", "version": 1, "address": "http://x",
    "projects": [{"id": ID.format(1), "name": "P", **TIMES}],
    "categories": [{"id": ID.format(2), "projectId": ID.format(1), "parentCategoryId": None,
                    "name": "C", **TIMES}],
    "entries": [{"id": ID.format(3), "categoryId": ID.format(2), **TIMES,
                 "startedAt": "2024-01-01T08:00:00Z", "stoppedAt": None}],
}  # fmt: skip
SEEDS = [
    *(b"".join(one.write(contents(*STORED))) for one in (json_file, timewarrior, klog, icalendar)),
    *(one.encode() for one in (FRAME, STATE, LOG, DATA, KLOG, ICS, json.dumps(DOCUMENT))),
    json.dumps({"buckets": {}}).encode(),
]
# What files are made of; put anywhere, it is what readers trip over.
PIECES = [
    b"", b"\n", b"\r\n", b"\t", b'"', b"\\", b"{", b"[", b"]", b"}", b",", b":", b";", b"=", b"#",
    b"null", b"-1", b"1e999", b"99999999999999999999", b"9999-12-31", b"0001-01-01", b"99991231",
    b"00010101T000000Z", b"T", b"Z", b"+99:99", b"<", b">", b"24:00", b"?", b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8", b"FREQ=DAILY;COUNT=3", b"FREQ=SECONDLY", b"INTERVAL=0", b"BYDAY=99MO",
    b"BEGIN:VEVENT", b"END:VEVENT", b"VALUE=DATE", b"P1W", b"-PT1H", b"2024-01-01", b"true",
]  # fmt: skip


@st.composite
def mutated(draw) -> bytes:
    """A good file with a few changes, each a piece in the place of some bytes."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.integers(0, 12) | st.just(len(data)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=6))
        data = data[:at] + piece + data[at + gone :]
    return data


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_mutated_is_recognised_before(seed):
    assert formats.recognise(Source("x", seed))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated() | st.binary(min_size=1, max_size=200))
def test_any_file_gives_rows_or_a_sentence(data):
    for one in formats.FORMATS:
        for row in rows_or_reason(one, data):
            check(row)


def rows_or_reason(one: Format, data: bytes) -> list:
    """Whether it is recognised or not: somebody may say that it is that."""
    try:
        source = Source("x", data)
        one.recognises(source)
        return list(one.read(source, NOTHING_SAID))
    except UnreadableError as error:
        return [Left(0, error.message)]
    except Unanswered:
        return []


def check(row) -> None:
    assert isinstance(row, Tracked | Left | Unread | Place)
    if isinstance(row, Left | Unread):
        assert row.reason[0].isupper()
        assert row.reason.endswith(".")
    if isinstance(row, Tracked):
        assert isinstance(row.start, date)
        assert all(isinstance(one, str) for one in (*row.path, *row.tags, row.note, row.source_id))
        assert row.seconds is None or row.seconds >= 0
        if isinstance(row.start, datetime) and row.stop:
            # Both have a zone, or none; and those that have go forwards.
            assert row.stop >= row.start or row.start.tzinfo is None


HUGE = 10_000_000
EVENT = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101T080000Z\n"
BOMBS = {
    "deep JSON": b"[" * HUGE,
    "deep objects": b'{"a":' * (HUGE // 5),
    "a deep frame": b'[[1, 2, "p", "i", ' + b"[" * HUGE,
    "a deep export": b'{"format":"clockwork-export","version":1,"x":' + b"[" * HUGE,
    "many values": b'[[1,2,"p","i"]' + b",[]" * 4_000_000 + b"]",
    "a long text": b'[{"start":"20240101T080000Z","annotation":"' + b"x" * HUGE + b'"}]',
    "a long line": b"inc 20240101T080000Z # " + b'"a ' * (HUGE // 3),
    "a long name": b"inc 20240101T080000Z # # " + b"\\" * HUGE,
    "many tags": b"2024-01-01\n  1h " + b"#a" * (HUGE // 2),
    "spaces": b"2024-01-01\n  8:00 " + b" " * HUGE + b"x",
    "many lines": b"2024-01-01\n" + b"  1h\n" * (HUGE // 5),
    "many intervals": b"inc 20240101T080000Z\n" + b"\n" * HUGE,
    "many events": b"BEGIN:VCALENDAR\n" + b"begin:VEVENT\nEND:VEVENT\n" * (HUGE // 24),
    "digits": b"2024-01-01\n  " + b"1" * HUGE + b"h",
    "a long event": EVENT + b"SUMMARY:" + b"x" * HUGE + b"\nEND:VEVENT\nEND:VCALENDAR",
    "folds": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"x\n " * (HUGE // 3) + b"\nEND:VEVENT",
    "beginnings": b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 100_000,
    "a long rule": EVENT + b"RRULE:FREQ=DAILY;BYDAY=" + b"MO," * (HUGE // 3) + b"\nEND:VEVENT",
    "numbers": b'{"project": "p", "tags": [], "start": 1' + b"0" * HUGE + b"}",
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_files_take_little(name):
    # What is loaded once, is.
    rows_of(ICS.encode())
    begun = time.process_time()
    assert not any(isinstance(row, Tracked) for row in rows_of(BOMBS[name]))
    assert time.process_time() - begun < 2
    tracemalloc.start()
    rows_of(BOMBS[name])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000


def rows_of(data: bytes) -> list:
    try:
        source = Source("x", data)
        return list(formats.recognise(source).read(source, NOTHING_SAID))
    except UnreadableError:
        return []
