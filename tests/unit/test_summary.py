"""Reports add up, whatever the entries, the zone and the range."""

import time
from collections import Counter
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clockwork.clock import DAY, HOUR, MINUTE, SECOND
from clockwork.errors import InvalidError
from clockwork.tracking import summary as report
from clockwork.tracking.groups import Label, Question
from clockwork.tracking.intervals import local_date, to_micros, whole_seconds
from clockwork.tracking.ledger import SEPARATOR, Span
from clockwork.tracking.summary import MOST_CELLS
from tests.strategies import CHANGES, moments, zones
from tests.tracker import at

PROJECTS = {"p": Label("P"), "q": Label("Q")}
CATEGORIES = {
    "top": Label("Top", "p"),
    "middle": Label("Middle", "p", "top"),
    "leaf": Label("Leaf", "p", "middle"),
    "far": Label("Far", "q"),
}
DISJOINT = ("day", "week", "month", "project", "category")

spans = st.builds(
    lambda category, start, length, tags: Span(
        "me", category, start, start + length, SEPARATOR.join(tags) or None
    ),
    st.sampled_from(sorted(CATEGORIES)),
    moments,
    st.integers(0, 3 * DAY) | st.integers(0, 2 * SECOND),
    st.sets(st.sampled_from("ab")),
)
# Ranges and entries near the same change of clocks, so that they meet.
near = st.sampled_from(CHANGES).flatmap(
    lambda change: st.tuples(
        st.lists(
            st.builds(
                lambda category, off, length: Span(
                    "me", category, change + off, change + off + length, None
                ),
                st.sampled_from(sorted(CATEGORIES)),
                st.integers(-4 * DAY, 4 * DAY),
                st.integers(0, 3 * DAY),
            ),
            max_size=8,
        ),
        st.integers(change - 4 * DAY, change + 4 * DAY),
        st.integers(0, 6 * DAY),
    )
)
far = st.tuples(st.lists(spans, max_size=8), moments, st.integers(0, 400 * DAY))
cases = near | far


def ask(groups, start, stop, zone=None, **values):
    zone = zone or ZoneInfo("UTC")
    return Question(start=start, stop=stop, now=stop, zone=zone, groups=groups,
                    projects=PROJECTS, categories=CATEGORIES, **values)  # fmt: skip


def summarise(question, found):
    """The report with all its rows at hand."""
    made = report.summarise(question, found)
    return made._replace(rows=listed(made.rows))


def listed(rows):
    rows = list(rows)
    for row in rows:
        row.rows = row.rows and listed(row.rows)
    return rows


def clipped(found, start, stop):
    """What the total must be, counted without any day: floors since each entry's start."""
    total = 0
    for span in found:
        begin, end = max(span.started_at, start), min(span.stopped_at, stop)
        if begin < end:
            total += whole_seconds(span.started_at, end) - whole_seconds(span.started_at, begin)
    return total


@given(cases, zones, st.sampled_from(DISJOINT), st.integers(1, 7))
def test_rows_sum_to_the_total_exactly(case, zone, group, week_start):
    found, start, length = case
    stop = start + length

    summary = summarise(ask((group,), start, stop, zone, week_start=week_start), found)

    assert summary.total == clipped(found, start, stop)
    assert sum(row.seconds for row in summary.rows) == summary.total


@given(cases, zones, st.permutations(DISJOINT))
def test_rows_within_rows_sum_to_theirs(case, zone, groups):
    found, start, length = case

    summary = summarise(ask(tuple(groups[:2]), start, start + length, zone), found)

    assert sum(row.seconds for row in summary.rows) == summary.total
    for row in summary.rows:
        assert sum(nested.seconds for nested in row.rows) == row.seconds


@given(near, zones)
def test_a_day_holds_the_seconds_that_the_wall_calendar_shows(case, zone):
    found, start, length = case
    # On whole minutes, where flooring hides nothing and clocks change.
    found = [
        span._replace(
            started_at=span.started_at // MINUTE * MINUTE,
            stopped_at=span.stopped_at // MINUTE * MINUTE,
        )
        for span in found
    ]
    start, stop = start // MINUTE * MINUTE, (start + length) // MINUTE * MINUTE
    # Until 2011 clocks there changed a minute past midnight: a date came in two parts.
    assume(zone.key != "America/St_Johns")

    summary = summarise(ask(("day",), start, stop, zone), found)

    expected = Counter()
    for span in found:
        for minute in range(max(span.started_at, start), min(span.stopped_at, stop), MINUTE):
            expected[local_date(minute, zone).isoformat()] += 60
    assert {row.key: row.seconds for row in summary.rows if row.seconds} == dict(expected)


@given(cases, zones)
def test_days_weeks_and_months_come_without_gaps(case, zone):
    found, start, length = case
    stop = start + length

    rows = summarise(ask(("day",), start, stop, zone), found).rows

    dates = [at(row.key).date().toordinal() for row in rows]
    assert dates == list(range(dates[0], dates[-1] + 1)) if dates else length == 0


@given(cases)
def test_categories_roll_up_to_what_is_below_them(case):
    found, start, length = case

    rows = summarise(ask(("category",), start, start + length), found).rows

    by_key = {row.key: row for row in rows}
    for row in rows:
        children = [child for child in rows if child.parent == row.key]
        assert row.total == row.own + sum(child.total for child in children)
        assert row.parent is None or row.parent in by_key


@given(cases)
def test_tags_count_an_entry_in_each_row_and_once_in_the_total(case):
    found, start, length = case
    stop = start + length

    summary = summarise(ask(("tag",), start, stop), found)

    assert summary.total == clipped(found, start, stop)
    for row in summary.rows:
        bearing = [span for span in found if row.key in (span.tag_text or "").split(SEPARATOR)]
        assert row.seconds == clipped(bearing, start, stop)


def test_entries_of_half_seconds_lose_none_when_cut():
    midnight = to_micros(at("2026-11-03T00:00:00Z"))
    span = Span("me", "far", midnight - SECOND // 2, midnight + SECOND // 2, None)

    rows = summarise(ask(("day",), midnight - HOUR, midnight + HOUR), [span]).rows

    assert [row.seconds for row in rows] == [0, 1]


def tagged(count, start=0):
    """An entry of a second for each of many tags, ten to an entry."""
    for number in range(0, count, 10):
        tags = [f"{tag}" for tag in range(number, min(number + 10, count))]
        yield Span("me", "far", start + number * SECOND, start + (number + 1) * SECOND,
                   SEPARATOR.join(tags))  # fmt: skip


def test_a_report_has_as_many_rows_as_it_may_and_not_one_more():
    question = ask(("category", "tag"), 0, 10 * DAY)

    [row] = summarise(question, tagged(MOST_CELLS - 1)).rows

    assert len(row.rows) == MOST_CELLS - 1
    with pytest.raises(InvalidError) as refused:
        report.summarise(question, tagged(MOST_CELLS))
    assert refused.value.code == "too_large_a_report"


def test_days_without_time_count_too():
    """Twenty projects in all days of a hundred years."""
    projects = {f"{number}": Label("P") for number in range(20)}
    categories = {key: Label("C", key) for key in projects}
    found = [Span("me", key, number * HOUR, (number + 1) * HOUR, None)
             for number, key in enumerate(projects)]  # fmt: skip
    question = replace(ask(("project", "day"), 0, 36_500 * DAY),
                       projects=projects, categories=categories)  # fmt: skip

    with pytest.raises(InvalidError) as refused:
        report.summarise(question, found)

    assert refused.value.code == "too_large_a_report"


def test_what_would_be_too_large_is_refused_before_it_is_added_up():
    read = 0

    def endless():
        nonlocal read
        for span in tagged(10 * MOST_CELLS):
            read += 1
            yield span

    with pytest.raises(InvalidError):
        report.summarise(ask(("tag",), 0, 1000 * DAY), endless())

    assert read == MOST_CELLS // 10 + 1


def test_a_tree_of_twenty_thousand_levels_rolls_up_in_one_pass():
    deep = 20_000
    categories = {f"{number}": Label("C", "p", f"{number - 1}" if number else None)
                  for number in range(deep)}  # fmt: skip
    found = [Span("me", key, 0, SECOND, None) for key in categories]
    question = replace(ask(("category",), 0, DAY), categories=categories)

    began = time.perf_counter()
    rows = summarise(question, found).rows

    # Level by level for each, it takes minutes.
    assert time.perf_counter() - began < 5
    assert [row.total for row in rows] == list(range(deep, 0, -1))
    assert [row.key for row in rows] == list(categories)
