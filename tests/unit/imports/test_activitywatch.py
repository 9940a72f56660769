"""ActivityWatch is known, and no entries."""

import json

import pytest

from clockwork.imports.rows import UnreadableError
from tests.unit.imports.reading import read

EVENT = {"id": 1, "timestamp": "2024-01-01T08:00:00.123456+00:00", "duration": 12.5,
         "data": {"app": "Editor"}}  # fmt: skip
LATE = {"data": {"app": "Editor"}, "duration": 1.0, "timestamp": "2024-01-01T08:00:00+00:00"}
BUCKET = {"id": "aw-watcher-window_x", "type": "currentwindow", "events": [EVENT]}


@pytest.mark.parametrize(
    "file", [{"buckets": {"aw-watcher-window_x": BUCKET}}, {"buckets": []}, [EVENT], [LATE]]
)
def test_it_is_refused_with_a_word_why(file):
    with pytest.raises(UnreadableError, match="not what was worked on"):
        read("activitywatch", json.dumps(file, indent=1))
