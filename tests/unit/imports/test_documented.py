"""docs/import.md tells of every format."""

import re

from clockwork.imports.formats import FORMATS
from tests.servers import ROOT

GUIDE = (ROOT / "docs/import.md").read_text()


def test_every_format_has_its_row_in_the_guide():
    told = re.findall(r"^\| `([a-z][a-z-]*)` \|", GUIDE, re.MULTILINE)

    assert sorted(told) == sorted(one.name for one in FORMATS)


def test_names_are_of_their_own():
    assert len({one.name for one in FORMATS}) == len(FORMATS)
