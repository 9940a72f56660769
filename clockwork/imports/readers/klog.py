"""klog's text files, and those that Clockwork writes. Pure.

Source: klog's "File Format Specification" 1.2 (github.com/jotaen/klog, Specification.md), and of
klog itself values of tags and summaries over several lines, which came later. Its times are those
of the clock on the wall.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from typing import NamedTuple

from clockwork.export.contents import STEP
from clockwork.imports.readers.records import BadRecordError, each, lines_of
from clockwork.imports.rows import Answers, Format, Left, Row, Tracked
from clockwork.imports.source import Source

DAY = r"(\d{4})([-/])(\d\d)\2(\d\d)"
HEAD = re.compile(rf"{DAY}(?:[ \t]+\([-+]?(?:\d+h)?(?:\d+m)?!\))?[ \t]*", re.ASCII)
FIRST = re.compile(rf"\s*{HEAD.pattern}(?:\r?\n|\Z)(?!\d{{4}}[-/])", re.ASCII)
TIME = r"<?\d{1,2}:\d\d(?:am|pm)?>?"
SUMMARY = r"(?:[ \t\n]+(.*))?"
RANGE = re.compile(rf"({TIME}) *- *({TIME}|\?+){SUMMARY}", re.DOTALL | re.ASCII)
LENGTH = r"([-+]?)(?=\d)(?:(\d{1,6})h)?(?:(\d{1,8})m)?"
DURATION = re.compile(LENGTH + SUMMARY, re.DOTALL | re.ASCII)
CLOCK = re.compile(r"(<?)(\d+):(\d+)(am|pm)?(>?)", re.ASCII)
INDENT = re.compile(r"[ \t]+")
TAG = re.compile(r"""(?<!\w)#([\w-]+)(?:=(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]*)))?""")

# Clockwork writes a day, and below it entries that say where, what and, at the end, the tags.
OWN_LINE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|    (?:{TIME} - (?:{TIME}|\?)|\d+h\d+m) \S.*{STEP}\S.*|", re.ASCII
)


class Item(NamedTuple):
    """What one row is made from: an entry's text below its day, or else what it is."""

    day: date | None
    tags: tuple[str, ...]
    text: str
    left: str = ""


def recognises(source: Source) -> bool:
    """A line with nothing but a date, and no other date below it."""
    return FIRST.match(source.head) is not None


def recognises_own(source: Source) -> bool:
    """Only lines as Clockwork writes them, in each of which is a project and a category."""
    # The last may be cut off.
    if not source.head:
        return False
    lines = source.head.split("\n")[: -1 if len(source.text) > len(source.head) else None]
    return recognises(source) and all(map(OWN_LINE.fullmatch, lines)) and STEP in source.head


def read(source: Source, answers: Answers, own: bool = False) -> Iterator[Row]:  # noqa: ARG001
    """A row an entry, numbered by its line; one more for the summary of a day."""
    for is_record, block in groupby(lines_of(source), key=lambda line: bool(line[1].strip())):
        if is_record:
            yield from each(_items(list(block)), partial(_row, own))


def _items(block: list[tuple[int, str]]) -> Iterator[tuple[int, Item]]:
    """What is in a record: its summary, its entries; if there are none, the day."""
    number, head = block[0]
    day = _day(head)
    summary = [line for line in block[1:] if not INDENT.match(line[1])]
    tags = tuple(dict.fromkeys(_tags("\n".join(text for _, text in summary))))
    entries = list(_entries([line for line in block[1:] if INDENT.match(line[1])]))
    if day and summary:
        about = "The summary of a day is no entry; its tags are given to the day's entries."
        yield summary[0][0], Item(day, (), "", about)
    if (not summary and not entries) or not day:
        yield number, Item(day, (), "", "A day without entries.")
    for row, text in entries:
        yield row, Item(day, tags, text)


def _entries(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Each entry with what stands below it, further to the right than the first."""
    indents = [len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) for _, line in lines]
    found: list[tuple[int, list[str]]] = []
    for (number, line), indent in zip(lines, indents, strict=True):
        if found and indent > indents[0]:
            found[-1][1].append(line.strip())
        else:
            found.append((number, [line.strip()]))
    for number, parts in found:
        yield number, "\n".join(parts)


def _row(own: bool, row: int, item: Item) -> Tracked | Left:
    if item.day is None:
        raise BadRecordError("There is no date at the beginning of its block.")
    if item.left:
        return Left(row, item.left)
    if found := RANGE.fullmatch(item.text):
        start, stop, summary = found.groups()
        end = None if stop.startswith("?") else _time(item.day, stop)
        return _tracked(row, item, summary, own, _time(item.day, start), end)
    found = DURATION.fullmatch(item.text)
    if not found:
        raise BadRecordError("The line is not an entry of klog.")
    sign, hours, minutes, summary = found.groups()
    if sign == "-":
        return Left(row, "A negative duration takes time off a day; shorten an entry instead.")
    seconds = int(hours or 0) * 3600 + int(minutes or 0) * 60
    return _tracked(row, item, summary, own, item.day)._replace(seconds=seconds)


def _tracked(
    row: int, item: Item, summary: str | None, own: bool, start: date, stop: datetime | None = None
) -> Tracked:
    if isinstance(start, datetime) and stop and stop < start:
        raise BadRecordError("It stops before it starts.")
    text = (summary or "").strip()
    note, ending = _without_last_tags(text)
    path: tuple[str, ...] = ()
    if own and STEP in note:
        # A note of nothing but what looks like tags leaves the colon alone.
        place, _, note = (part.rstrip() for part in f"{note} ".partition(": "))
        path = tuple(place.split(STEP))
    tags = dict.fromkeys((*item.tags, *(ending if own else _tags(text))))
    return Tracked(row, start, stop, path=path, note=note, tags=tuple(tags))


def _tags(text: str) -> list[str]:
    return [_tag(found) for found in TAG.finditer(text)]


def _tag(found: re.Match[str]) -> str:
    """A name, or a name and its value."""
    name, *values = found.groups()
    value = next(filter(None, values), None)
    return name if value is None else f"{name}={value}"


def _without_last_tags(text: str) -> tuple[str, list[str]]:
    """Tags at the end are no part of a sentence, others are."""
    ending: list[str] = []
    at = len(text)
    for found in reversed(list(TAG.finditer(text))):
        if text[found.end() : at].strip():
            break
        at = found.start()
        ending.insert(0, _tag(found))
    return text[:at].rstrip(), ending


def _day(line: str) -> date | None:
    found = HEAD.fullmatch(line)
    try:
        return date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None


def _time(day: date, text: str) -> datetime:
    """What the clock on the wall shows on a day, the one before or the one after."""
    found = CLOCK.fullmatch(text)
    before, hour, minute, half, after = found.groups() if found else ("", "99", "0", "", "")
    hours = int(hour) if half is None else int(hour) % 12 + 12 * (half == "pm")
    is_clock = int(minute) < 60 and (int(hour) < 24 if half is None else 1 <= int(hour) <= 12)
    if not is_clock and not (hour == "24" and minute == "00" and half is None and not after):
        raise BadRecordError("One of its times is not on any clock.")
    days = bool(after) - bool(before)
    try:
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - there is no zone in it
        return midnight + timedelta(days, minutes=hours * 60 + int(minute))
    except OverflowError:
        raise BadRecordError("Its time is beyond the calendar.") from None


OWN = Format(
    "clockwork-klog", "Clockwork, klog", "clockwork", recognises_own, partial(read, own=True)
)
FORMAT = Format("klog", "klog", "klog", recognises, read)
