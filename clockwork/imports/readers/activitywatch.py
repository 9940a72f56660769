"""ActivityWatch: recognised, and refused, as what it stores is evidence of work and not entries.

Source: docs.activitywatch.net, "Data model" and "Buckets and events": `buckets` is an object, those
of windows and of absence overlap each other.
"""

import re
from collections.abc import Iterator

from clockwork.imports.rows import Answers, Format, Row, UnreadableError
from clockwork.imports.source import Source

BUCKETS = re.compile(r'\s*\{\s*"buckets"\s*:\s*[{\[]')
# A bucket that was exported by itself, or as `GET /api/0/buckets/ID/events` gives it.
EVENTS = re.compile(
    r'\s*\[\s*\{(?=[^{}]*"timestamp"\s*:)(?=[^{}]*"duration"\s*:)[^{}]*"data"\s*:\s*\{'
    r'|\s*\[\s*\{(?=[^{}]*"data"\s*:\s*\{[^{}]*\}[^{}]*"timestamp"\s*:)'
)


def recognises(source: Source) -> bool:
    """By its buckets, or events with a timestamp, a duration and data."""
    return any(one.match(source.head) for one in (BUCKETS, EVENTS))


def read(source: Source, answers: Answers) -> Iterator[Row]:  # noqa: ARG001 - it reads nothing
    """Always UnreadableError."""
    raise UnreadableError(
        "ActivityWatch stores which windows were open, not what was worked on, and the same time "
        "several times over: that can't become entries."
    )


FORMAT = Format("activitywatch", "ActivityWatch", "activitywatch", recognises, read)
