"""docs/import.md tells of each format that is no table."""

import re

from clockwork.imports.readers import (
    activitywatch,
    clockwork_json,
    icalendar,
    klog,
    server,
    timewarrior,
    watson,
)
from tests.servers import ROOT

OTHERS = [
    clockwork_json.FORMAT, server.FORMAT, timewarrior.JSON, timewarrior.DATA, *watson.FORMATS,
    klog.OWN, klog.FORMAT, icalendar.OWN, icalendar.FORMAT, activitywatch.FORMAT,
]  # fmt: skip


def test_each_has_its_row():
    about = (ROOT / "docs" / "import.md").read_text().partition("## Other formats")[2]

    assert re.findall(r"^\| `([a-z][\w-]*)` \|", about, re.MULTILINE) == [
        one.name for one in OTHERS
    ]
