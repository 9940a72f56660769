"""Whatever a file holds, it comes whole or not at all, once, and leaves nothing when taken back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.db.database import connected_to, rows
from clockwork.errors import ClockworkError
from clockwork.imports import drafts, undoing
from clockwork.imports.choices import Choices
from clockwork.imports.source import Source
from clockwork.tracking.actor import Actor
from tests.conftest import settings_for
from tests.unit.imports.fuzzing import EXAMPLES
from tests.unit.imports.test_any_file import CELLS, FILES
from tests.unit.imports.test_fuzz import SEEDS

ALL = [*FILES, *SEEDS]
TABLES = ("project", "category", "entry", "entry_tag", "tag_use", "import_entry", "import_part")
choices = st.builds(
    Choices,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/New_York"]),
    date_order=st.sampled_from(["dmy", "mdy", "ymd"]),
    overlaps=st.sampled_from(["shorten", "skip"]),
    day_start=st.integers(0, 24 * 60 - 1),
)


@st.composite
def files(draw):
    """One of each format with up to three places in it replaced."""
    content = draw(st.sampled_from(ALL))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(content)))
        to = draw(st.integers(at, min(len(content), at + 20)))
        with_ = draw(st.binary(max_size=8) | st.sampled_from([cell.encode() for cell in CELLS]))
        content = content[:at] + with_ + content[to:]
    return content


def counts():
    return {table: rows(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES} | {
        "tag_use": rows("SELECT coalesce(sum(entries), 0) FROM tag_use")[0][0]
    }


def overlapping():
    return rows(
        "SELECT a.id FROM entry a JOIN entry b ON a.id <> b.id AND a.started_at < b.stopped_at "
        "AND (a.stopped_at IS NULL OR b.started_at < a.stopped_at) "
        "AND a.stopped_at IS DISTINCT FROM a.started_at AND b.stopped_at <> b.started_at"
    )


@pytest.fixture
def ada(database_url, clock):
    with connected_to(settings_for(database_url)):
        ensure_local_person(clock)
        yield Actor(LOCAL_PERSON, clock)


def test_any_file_comes_whole_and_goes_whole(ada):
    @settings(max_examples=EXAMPLES or 150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(files(), choices)
    def check(content, said):
        before = counts()
        try:
            reading = drafts.read_for(ada, Source("a file", content), said)
            done, plan = drafts.bring_at_once(ada, reading, said)
        except ClockworkError:
            assert counts() == before
            return
        told = done.summary
        assert told.rows == told.added + told.known + told.skipped + told.unreadable
        assert told.rows == len({one.fitted.timed.row for one in plan.adding}) + len(plan.known) + (
            len(plan.left) + len(plan.reading.unread)
        )
        assert counts()["entry"] == before["entry"] + told.added
        assert overlapping() == []
        again, _ = drafts.bring_at_once(ada, drafts.read_for(ada, Source("b", content), said), said)
        assert again.summary.added == 0
        undoing.undo(ada, again.id)
        undoing.undo(ada, done.id)
        after = counts()
        # The inbox, once made, stays.
        for table in ("project", "category"):
            assert after.pop(table) - before.pop(table) in (0, 1)
        assert after == before

    check()
