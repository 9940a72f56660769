"""Zones of a calendar: those that are known by name, and those that it describes. Pure.

Source: RFC 5545, section 3.6.5. Names of zones are free; Outlook uses those of Windows.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from clockwork.imports.readers.calendar_text import Component
from clockwork.imports.readers.records import BadRecordError

TZID = re.compile(r"^TZID[^:\r\n]*:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
# What TZID is called before the library reads it: it guesses, and remembers for other files.
KEPT_TZID = "X-TZID"
TZID_PARAMETER = re.compile(r'^([^:"]*;)(TZID=)', re.IGNORECASE)
# Rules that take long to follow are no zone's.
USUAL = re.compile(
    r"FREQ=YEARLY(?:;(?:BYMONTH|BYDAY|BYMONTHDAY|INTERVAL|WKST|UNTIL|COUNT)=[^;\r\n]*)*"
)
RULE = re.compile(r"^RRULE[^:\r\n]*:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
LARGEST = 50_000  # characters of a description
ERRORS = (ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError)


class Zones:
    """The zones of a file."""

    def __init__(self, described: Iterable[Component]) -> None:
        self._described = {
            found[1].strip(): one.all for one in described if (found := TZID.search(one.lines))
        }
        self._made: dict[str, tzinfo | None] = {}

    def moment(self, value: Any) -> date | datetime:
        """What a property holds; without a zone where it has none that anybody knows."""
        return self._placed(value.dt, value.params.get(KEPT_TZID))

    def moments(self, value: Any) -> Iterator[date | datetime]:
        """The same of a property that holds several; of periods their beginnings."""
        for one in value.dts:
            found = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            yield self._placed(found, value.params.get(KEPT_TZID))

    def _placed(self, found: Any, name: str | None) -> date | datetime:
        if not isinstance(found, date):
            raise BadRecordError("One of its times can't be read.")
        if not isinstance(found, datetime) or found.tzinfo or not name:
            return found
        return found.replace(tzinfo=self._zone(str(name)))

    def _zone(self, name: str) -> tzinfo | None:
        """By its own name or that of Windows; as described; by what its name ends with."""
        if name not in self._made:
            parts = name.split("/")
            self._made[name] = (
                _named(name)
                or _named(WINDOWS_TO_OLSON.get(name, ""))
                or self._from_description(name)
                or _named("/".join(parts[-3:]))
                or _named("/".join(parts[-2:]))
            )
        return self._made[name]

    def _from_description(self, name: str) -> tzinfo | None:
        about = self._described.get(name, "")
        usual = all(USUAL.fullmatch(rule.strip()) for rule in RULE.findall(about))
        if not about or not usual or len(about) > LARGEST:
            return None
        try:
            described: Any = icalendar.Timezone.from_ical(about)
            zone: tzinfo = described.to_tz(lookup_tzid=False)
            datetime(2024, 1, 1, tzinfo=zone).astimezone(UTC)
        except ERRORS:
            return None
        return zone


def _named(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name.strip("/"))
    except (*ERRORS, OSError):
        return None
