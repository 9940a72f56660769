"""Timestamps as texts: what is written is what a datetime would say, and is read as the same."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockwork.api.times import parse_timestamp, write_timestamp
from clockwork.tracking.intervals import to_datetime, to_micros

FIRST = to_micros(datetime.min.replace(tzinfo=UTC))
LAST = to_micros(datetime.max.replace(tzinfo=UTC))
DAY = 86_400_000_000

moments = st.integers(FIRST, LAST) | st.builds(
    lambda day, offset: min(LAST, max(FIRST, day * DAY + offset)),
    st.integers(FIRST // DAY, LAST // DAY),
    st.sampled_from((-1_000_000, -1, 0, 1, 999_999, 1_000_000, 59_999_999, 60_000_000)),
)


@given(moments)
def test_a_time_is_written_as_a_datetime_would_be(micros):
    assert f'"{write_timestamp(micros)}"'.encode() == msgspec.json.encode(to_datetime(micros))


@given(moments)
def test_what_is_written_is_read_as_the_same(micros):
    assert parse_timestamp(write_timestamp(micros)) == micros


@pytest.mark.parametrize("micros", [FIRST, LAST, 0, -1])
def test_the_ends_of_the_calendar_can_be_written(micros):
    assert parse_timestamp(write_timestamp(micros)) == micros


@pytest.mark.parametrize("micros", [FIRST - 1, LAST + 1, -(2**63), 2**63 - 1])
def test_beyond_the_calendar_there_is_no_text(micros):
    with pytest.raises(OverflowError):
        write_timestamp(micros)
