"""What verifying a password costs."""

import statistics
import time

import pytest
from argon2 import PasswordHasher

from clockwork.accounts.passwords import hash_password, verify

PASSWORD = "correct horse battery"


def work_of(stored):
    """Processor time of this thread alone, which others on the machine don't change."""
    times = []
    for _ in range(9):
        began = time.thread_time()
        verify(stored, "not the password")
        times.append(time.thread_time() - began)
    return statistics.median(times)


@pytest.mark.parametrize("parameters", [(1, 8), (1, 19 * 1024), (2, 9 * 1024), (3, 4 * 1024)])
def test_time_does_not_tell_of_a_weaker_hash(parameters):
    time_cost, memory_cost = parameters
    weaker = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=1)

    assert 0.7 < work_of(weaker.hash(PASSWORD)) / work_of(None) < 1.4


@pytest.mark.parametrize(
    "stored",
    [hash_password(PASSWORD), PasswordHasher(1, 8, 1).hash(PASSWORD)],
    ids=["now", "before"],
)
def test_a_password_is_right_whatever_it_was_hashed_with(stored):
    assert verify(stored, PASSWORD)
    assert not verify(stored, "not the password")


@pytest.mark.parametrize("stored", [None, "", "$argon2id$garbled"])
def test_nobodys_password_is_right(stored):
    assert not verify(stored, "no password is this long and known " * 4)
