"""Calendars of others, with all that they trip over, and ours."""

import re
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from clockwork.export import icalendar as writer
from clockwork.imports import formats
from clockwork.imports.readers import calendar_events, calendar_text
from clockwork.imports.rows import Answers, Left, Tracked, Unread, UnreadableError
from clockwork.imports.source import Source
from tests.exports import contents, entry, entry_lists
from tests.servers import ROOT
from tests.strategies import zones
from tests.unit.imports.reading import kinds, read, reasons, tracked

STAMP = "DTSTAMP:20240701T000000Z"
HOUR = timedelta(hours=1)


def event(*lines: str, uid: str = "u") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", STAMP, *lines, "END:VEVENT"])


def calendar(*parts: str, head: str = "PRODID:x") -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", head, *parts, "END:VCALENDAR", ""])


def rows(*parts: str) -> list:
    return read("icalendar", calendar(*parts))


def starts(*lines: str) -> list[str]:
    """When an event is, in UTC, or on the clock on the wall."""
    return [f"{row.start:%m-%d %H:%M}" for row in tracked(rows(event(*lines)))]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_an_event_is_a_row():
    (row,) = rows(event(
        "DTSTART;TZID=Europe/Berlin:20240630T230000", "DTEND;TZID=Europe/Berlin:20240701T013000",
        "SUMMARY:A long", "  walk\\, with dogs", "DESCRIPTION:left out",
        "CATEGORIES:out\\,side,dogs", "CATEGORIES:dogs,x", "CREATED:20240101T000000Z",
        "LAST-MODIFIED:20240101T000001Z", "BEGIN:VALARM", "SUMMARY:Alarm", "DURATION:PT9H",
        "END:VALARM",
    ))  # fmt: skip

    assert row == Tracked(
        1, utc(2024, 6, 30, 21), utc(2024, 6, 30, 23, 30), note="A long walk, with dogs",
        tags=("out,side", "dogs", "x"), source_id="u", created_at=1_704_067_200_000_000,
        updated_at=1_704_067_201_000_000,
    )  # fmt: skip


def test_several_calendars_a_mark_and_other_ends_of_lines_do_not_matter():
    one, other = (calendar(event("DTSTART:20240101T080000Z", uid=uid)) for uid in "ab")
    text = "\ufeff" + (one + other).replace("\r\n", "\n")

    assert [(row.row, row.source_id) for row in tracked(read("icalendar", text))] == [
        (1, "a"), (2, "b"),
    ]  # fmt: skip
    assert len(read("icalendar", text[1:].encode("utf-16"))) == 2


def test_lines_may_be_folded_within_a_character():
    data = calendar(event("DTSTART:20240101T080000Z", "SUMMARY:ä€ä")).encode()
    folded = data.replace("€".encode(), "€".encode()[:1] + b"\r\n " + "€".encode()[1:])

    (row,) = read("icalendar", folded)
    assert row.note == "ä€ä"
    (row,) = read("icalendar", data.decode().replace("€", "").encode("cp1252"))
    assert row.note == "ää"


ZONE = """BEGIN:VTIMEZONE
TZID:My own
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0500
TZOFFSETTO:+0400
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0400
TZOFFSETTO:+0500
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("Europe/Berlin", 6),
        ("/freeassociation.sourceforge.net/Europe/Berlin", 6),
        ("Mine/America/Argentina/Ushuaia", 11),
        ("W. Europe Standard Time", 6),
        ("My own", 3),
        ("Nobody's", None),
    ],
)
def test_zones_are_known_by_name_or_described(zone, hour):
    """Without a description, too, and without a zone where nobody knows it."""
    text = calendar(ZONE, event(f'DTSTART;TZID="{zone}":20240601T080000', "DURATION:PT1H"))

    (row,) = tracked(read("icalendar", text))

    expected = utc(2024, 6, 1, hour) if hour else datetime(2024, 6, 1, 8)  # noqa: DTZ001
    assert row.start == expected
    assert row.stop - row.start == HOUR


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=YEARLY;BYHOUR=1,2", "FREQ=DAILY"])
def test_a_zone_with_an_odd_rule_is_no_zone(rule):
    odd = re.sub("RRULE:.*", f"RRULE:{rule}", ZONE)
    begun = time.process_time()

    (row,) = rows(odd, event("DTSTART;TZID=My own:20240601T080000"))

    assert row.start.tzinfo is None
    assert time.process_time() - begun < 1


def test_floating_times_stay_what_the_clock_showed():
    (row,) = rows(event("DTSTART:20240601T080000", "DTEND:20240601T090000"))

    assert (row.start, row.stop) == (datetime(2024, 6, 1, 8), datetime(2024, 6, 1, 9))  # noqa: DTZ001


def test_what_tells_of_no_time_is_left():
    found = rows(
        event("DTSTART;VALUE=DATE:20240101"),
        event("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY"),
        event("DTSTART:20240101T080000Z", "STATUS:CANCELLED"),
        event("DTSTART:20240101T080000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:a@b.c"),
        "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO",
        "BEGIN:VJOURNAL\r\nUID:t\r\nEND:VJOURNAL",
        "BEGIN:VFREEBUSY\r\nUID:t\r\nEND:VFREEBUSY",
        "BEGIN:X-OTHER\r\nUID:t\r\nEND:X-OTHER",
        event("DTSTART:20240101T080000Z"),
    )

    assert kinds(found) == [*((number, Left) for number in range(1, 9)), (9, Tracked)]
    assert reasons(found)[1:4] == [
        "It lasts whole days, without hours.", "It was cancelled.", "It was declined.",
    ]  # fmt: skip


def test_only_the_owner_of_a_calendar_declines():
    both = ("ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.y", "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:B@x.y")
    parts = event("DTSTART:20240101T080000Z", *both)
    found = [
        read("icalendar", calendar(parts, head=f"X-WR-CALNAME:{owner}"))[0]
        for owner in ("Work", "a@x.y", "b@x.y")
    ]
    assert list(map(type, found)) == [Tracked, Left, Tracked]
    source = Source("x", calendar(parts).encode())
    assert isinstance(next(formats.named("icalendar").read(source, Answers(person="a@x.y"))), Left)


def test_what_is_not_right_is_told_and_the_others_come():
    found = rows(
        event(),
        event("DTSTART:yesterday"),
        event("DTSTART:20240101T080000Z", "DTEND:20240101T070000Z"),
        event("DTSTART:20240101T080000Z", "DTEND:20240101T090000"),
        event("DTSTART:20240101T080000Z", "DTEND;VALUE=DATE:20240102"),
        event("DTSTART:20240101T080000Z", "DURATION:-PT1H"),
        event("DTSTART:20240101T080000Z", "DTSTART:20240101T090000Z"),
        event("DTSTART:20240101T080000Z", "RRULE:FREQ=SECONDLY"),
        event("DTSTART:20240101T080000Z", "RRULE:FREQ=FORTNIGHTLY"),
        event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"),
        event("DTSTART:20240101T080000Z", "RRULE;VALUE=TEXT:FREQ=DAILY"),
        event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY;COUNT=10001"),
        event("DTSTART:99991231T235900Z", "DURATION:P2D"),
        event("DTSTART;TZID=Asia/Tokyo:00010101T000000"),
        event("DTSTART:20240101T080000Z", f"SUMMARY:{'x' * 200_000}"),
        event("DTSTART:20240101T080000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20240101T080000Z"),
        "BEGIN:VEVENT\r\nDTSTART:20240101T080000Z",
        event("DTSTART:20240101T080000Z"),
        "BEGIN:VEVENT\r\nDTSTART:20240101T080000Z",
    )

    assert kinds(found) == [
        *((number, Unread) for number in range(1, 18)), (18, Tracked), (19, Unread),
    ]  # fmt: skip
    assert reasons(found)[16:] == ["It breaks off."] * 2


def test_when_it_was_made_need_not_be_right():
    broken = ("CREATED:then", "LAST-MODIFIED:20240101", "CREATED:20240101T000000Z")

    (row,) = tracked(rows(event("DTSTART:20240101T080000Z", *broken)))

    assert (row.created_at, row.updated_at) == (None, None)


def test_without_an_end_an_event_takes_no_time():
    (row,) = rows(event("DTSTART:20240101T080000Z"))

    assert row.stop == row.start


def test_rules_are_followed_on_the_clock_on_the_wall():
    berlin = "DTSTART;TZID=Europe/Berlin:20240330T090000"

    assert starts(berlin, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3") == [
        "03-30 08:00", "03-31 07:00", "04-01 07:00",
    ]  # fmt: skip
    until = "RRULE:FREQ=DAILY;UNTIL=20240331T070000Z"
    assert starts(berlin, until) == ["03-30 08:00", "03-31 07:00"]
    assert starts(berlin, "RRULE:FREQ=DAILY;UNTIL=20240331") == ["03-30 08:00", "03-31 07:00"]
    assert starts("DTSTART:20240229T090000", "RRULE:FREQ=YEARLY;COUNT=2") == ["02-29 09:00"] * 2


def test_each_time_of_a_series_has_a_name_of_its_own_and_lasts_as_long():
    found = tracked(rows(event(
        "DTSTART;TZID=Europe/Berlin:20240331T003000", "DTEND;TZID=Europe/Berlin:20240331T033000",
        "RRULE:FREQ=DAILY;COUNT=2",
    )))  # fmt: skip

    assert [(row.row, row.source_id, row.stop - row.start) for row in found] == [
        (1, "u/20240330T233000Z", 2 * HOUR), (2, "u/20240331T223000Z", 2 * HOUR),
    ]  # fmt: skip


def test_a_rule_without_end_ends_when_the_file_was_made():
    assert starts("DTSTART:20240629T080000Z", "RRULE:FREQ=DAILY") == ["06-29 08:00", "06-30 08:00"]
    late = "LAST-MODIFIED:20240702T080000Z"
    assert starts("DTSTART:20240701T080000Z", "RRULE:FREQ=DAILY", late)[-1] == "07-02 08:00"
    later = "DTSTART:20250101T080000Z"
    assert starts(later, "RRULE:FREQ=DAILY") == ["01-01 08:00"]
    unstamped = calendar(event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY"),
                         event("DTSTART:20240103T090000Z")).replace(STAMP, "X-NO:1")  # fmt: skip
    assert len(read("icalendar", unstamped)) == 4


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["EXDATE:20240102T080000"], "1 3"),
        (["EXDATE;TZID=Europe/Berlin:20240102T080000,20240103T080000"], "1"),
        (["EXDATE:20240102T070000Z", "EXDATE:20240101T070000Z"], "3"),
        (["EXDATE;VALUE=DATE:20240102"], "1 3"),
        (["RDATE;TZID=Europe/Berlin:20240105T080000"], "1 2 3 5"),
        (["RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20240105T080000/PT1H"], "1 2 3 5"),
    ],
)
def test_times_are_added_and_taken_out(lines, left):
    found = starts("DTSTART;TZID=Europe/Berlin:20240101T080000", "RRULE:FREQ=DAILY;COUNT=3", *lines)

    assert found == [f"01-0{day} 07:00" for day in left.split()]


def test_an_event_of_its_own_replaces_a_time_of_a_series():
    found = rows(
        event("DTSTART:20240102T100000Z", "DURATION:PT2H", "RECURRENCE-ID:20240102T080000Z"),
        event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY;COUNT=3"),
        event("RECURRENCE-ID:20240103T080000Z", "DTSTART:20240103T080000Z", "STATUS:CANCELLED"),
    )

    assert [(row.row, row.source_id, row.start) for row in tracked(found[:2])] == [
        (1, "u/20240102T080000Z", utc(2024, 1, 2, 10)),
        (2, "u/20240101T080000Z", utc(2024, 1, 1, 8)),
    ]
    assert kinds(found[2:]) == [(3, Left)]


def test_a_series_that_was_taken_out_is_told():
    out = event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY;COUNT=1", "EXDATE:20240101T080000Z")

    found = rows(out, event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY;COUNT=2"), out)

    assert kinds(found) == [(1, Left), (2, Tracked), (3, Tracked), (4, Left)]


def test_what_has_no_identifier_gets_none():
    text = calendar(event("DTSTART:20240101T080000Z", "RRULE:FREQ=DAILY;COUNT=2"))

    assert [row.source_id for row in read("icalendar", text.replace("UID:u\r\n", ""))] == ["", ""]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
     "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3",
     "FREQ=DAILY;INTERVAL=0;COUNT=99", f"FREQ=YEARLY;INTERVAL={10**30};COUNT=2",
     "FREQ=DAILY;UNTIL=99991231", "FREQ=DAILY;COUNT=999999999999"],
)  # fmt: skip
def test_no_rule_takes_long(rule):
    begun = time.process_time()

    found = rows(event("DTSTART:20240101T080000Z", f"RRULE:{rule}"))

    assert all(isinstance(row, Tracked | Unread) for row in found)
    assert time.process_time() - begun < 1


def test_many_rules_do_not_take_long(monkeypatch):
    monkeypatch.setattr(calendar_events, "MOST_SECONDS", 0.1)
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    odd = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    described = [re.sub("RRULE:.*", f"RRULE:{odd}", ZONE.replace("My own", f"Z{n}"))
                 for n in range(99)]  # fmt: skip
    zoned = [event(f"DTSTART;TZID=Z{n}:20240101T080000") for n in range(99)]
    begun = time.process_time()

    replacing = [one.replace("DTSTART", "RECURRENCE-ID") for one in zoned]
    ruled = [event("DTSTART:20240101T080000Z", never)] * 99
    for parts in (ruled, [*described, *zoned], [*described, *replacing]):
        with pytest.raises(UnreadableError, match="too often"):
            rows(*parts)
    assert time.process_time() - begun < 10


def test_more_events_than_can_be_read_are_refused(monkeypatch):
    monkeypatch.setattr(calendar_text, "MOST_COMPONENTS", 2)
    one = event("DTSTART:20240101T080000Z")

    assert len(rows(one)) == 1
    with pytest.raises(UnreadableError, match="more events"):
        rows(one, one)


def test_endless_folds_are_refused(monkeypatch):
    monkeypatch.setattr(calendar_text, "MOST_FOLDS", 2)

    with pytest.raises(UnreadableError, match="folded"):
        rows(event("DTSTART:20240101T080000Z", "SUMMARY:a", " b", "\tc", " d"))


def test_ours_say_where_and_what():
    one = entry("2026-11-02T08:00:00Z", "2026-11-02T09:00:00Z", "A; b, c\\n\nd", ["x,y", "z"])
    running = entry("2026-11-02T09:00:00Z", None, number=1)

    found = read("clockwork-ics", b"".join(writer.write(contents(one, running))))

    path = ("Clockwork", "Development", "Reports")
    start, stop = utc(2026, 11, 2, 8), utc(2026, 11, 2, 9)
    assert found == [
        Tracked(1, start, stop, path=path, note="A; b, c\\n\nd", tags=("x,y", "z"),
                source_id=one.id, created_at=0, updated_at=0),
        Tracked(2, stop, path=path, source_id=running.id, created_at=0, updated_at=0),
    ]  # fmt: skip


@given(entry_lists(), zones)
def test_an_export_of_ours_comes_back_as_far_as_a_calendar_can_hold_it(entries, zone):
    written = b"".join(writer.write(contents(*entries, zone=zone.key)))

    found = tracked(read("clockwork-ics", written))

    assert [
        (row.source_id, int(row.start.timestamp()), row.stop and int(row.stop.timestamp()),
         list(row.tags)) for row in found
    ] == [
        (one.id, one.started_at // 1_000_000,
         None if one.stopped_at is None else one.stopped_at // 1_000_000, one.tags)
        for one in entries
    ]  # fmt: skip
    for row, one in zip(found, entries, strict=True):
        kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", one.note or "")
        assert row.note == kept.replace("\r\n", "\n").replace("\r", "\n")
        assert row.path == ("Clockwork", "Development", "Reports")


def test_ours_and_others_together_are_others():
    ours = b"".join(writer.write(contents(entry("2026-11-02T08:00:00Z", None)))).decode()

    found = read("icalendar", ours + calendar(event("DTSTART:20240101T080000Z")))

    assert [row.path for row in found] == [(), ()]


def test_the_library_is_loaded_only_when_a_calendar_is_read():
    loaded = "{'icalendar', 'dateutil'} & set(sys.modules)"
    code = f"import sys, clockwork.imports.formats; print({loaded} == set())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "True\n"


def test_the_image_has_all_that_reading_a_calendar_loads():
    """Without what nix/gather leaves out, though in another Python than the image has."""
    text = calendar(ZONE, event("DTSTART;TZID=My own:20240101T080000", "RRULE:FREQ=DAILY",
                                "EXDATE:20240102T080000", "DURATION:PT1H"))  # fmt: skip
    code = """
import importlib.util, sys
from pathlib import Path
sys.path.insert(0, "nix/gather")
from objects import left_out_of
lists = [left_out_of("python"), left_out_of("wheels")]

class Missing:
    def find_spec(name, *_):
        paths = Path(name.replace(".", "/")), Path("lib-dynload", name)
        if any(is_left_out(path) for is_left_out in lists for path in paths):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing)
from clockwork.imports import formats
from clockwork.imports.rows import NOTHING_SAID
from clockwork.imports.source import Source
source = Source("x", sys.stdin.buffer.read())
print(len(list(formats.recognise(source).read(source, NOTHING_SAID))))
"""
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True,
                          cwd=ROOT, check=False)  # fmt: skip

    assert (done.stdout, done.stderr) == ("181\n", "")
