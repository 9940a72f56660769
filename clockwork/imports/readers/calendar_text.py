"""iCalendar as text: its components, before any of them is understood. Pure.

Source: RFC 5545, sections 3.1 (lines and how they are folded) and 3.6 (components).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clockwork.imports.rows import UnreadableError
from clockwork.imports.source import Source

MOST_FOLDS = 2_000_000
MOST_COMPONENTS = 200_000
COMPONENT = re.compile(rb"^BEGIN:", re.MULTILINE | re.IGNORECASE)
FOLD = re.compile(r"\r*\n[ \t]")
BYTES_FOLD = re.compile(rb"\r*\n[ \t]")
BOUNDARY = re.compile(r"^(BEGIN|END):[ \t]*([\w-]+)[ \t\r]*$", re.MULTILINE | re.IGNORECASE)
# Components that may be in a calendar itself.
TOP = {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"}


class Component(NamedTuple):
    """A component of a calendar: its own lines, and these with what is in it.

    What breaks off is not whole.
    """

    name: str
    lines: str
    all: str
    is_whole: bool


def unfolded(source: Source) -> str:
    """The text, a property a line. UnreadableError."""
    if source.data.count(b"\n ") + source.data.count(b"\n\t") > MOST_FOLDS:
        raise UnreadableError("The file holds more folded lines than can be read; split it.")
    if sum(1 for _ in COMPONENT.finditer(source.data)) > MOST_COMPONENTS:
        raise UnreadableError("The file holds more events than can be read; split it.")
    if source.encoding in {"cp1252", "latin-1"}:
        # Where lines are folded within a character, it is UTF-8 only without the folds.
        try:
            return BYTES_FOLD.sub(b"", source.data).decode()
        except UnicodeDecodeError:
            pass
    return FOLD.sub("", source.text)


def components(text: str) -> Iterator[Component]:
    """Each component of each calendar in it, one after another."""
    name, begin, pieces, at, depth = "", 0, list[str](), 0, 0
    for found in BOUNDARY.finditer(text):
        begins, what = found[1].upper() == "BEGIN", found[2].upper()
        if name and (what == "VCALENDAR" or (begins and what in TOP)):
            yield Component(name, "", "", is_whole=False)
            name = ""
        if what == "VCALENDAR":
            continue
        if not name:
            if begins:
                name, begin, pieces, at, depth = what, found.start(), [], found.end(), 0
        elif begins:
            # What is in it, as an alarm, has properties of its own.
            pieces += [text[at : found.start()]] if depth == 0 else []
            depth += 1
        elif depth:
            depth, at = depth - 1, found.end()
        else:
            pieces.append(text[at : found.start()])
            yield Component(name, "".join(pieces), text[begin : found.end()], is_whole=True)
            name = ""
    if name:
        yield Component(name, "", "", is_whole=False)
