"""When a timer starts and stops, decided without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockwork.clock import TOLERANCE, settle
from clockwork.errors import InvalidError
from clockwork.tracking.timer import start_moment, stop_moment

times = st.integers(-(10**15), 10**15)


@given(times, times | st.none(), times | st.none())
def test_a_start_is_now_or_when_what_is_recorded_ends(now, running_since, latest_stop):
    start = start_moment(now, running_since, latest_stop)

    assert start >= now
    assert start == max(x for x in (now, running_since, latest_stop) if x is not None)


@given(times, times)
def test_a_stop_is_never_before_the_start(started, now):
    assert stop_moment(None, started, now) == max(started, now)


def test_a_stop_lies_between_the_start_and_now():
    assert stop_moment(150, 100, 200) == 150
    assert stop_moment(100, 100, 200) == 100
    assert stop_moment(200 + TOLERANCE, 100, 200) == 200
    for sent in (99, 201 + TOLERANCE):
        with pytest.raises(InvalidError) as refused:
            stop_moment(sent, 100, 200)
        assert refused.value.code == "invalid_time"


def test_a_minute_ahead_means_now():
    assert settle(5, 10) == 5
    assert settle(10 + TOLERANCE, 10) == 10
    with pytest.raises(InvalidError):
        settle(11 + TOLERANCE, 10)
