"""What verifying a password costs."""

import time

import pytest
from argon2 import PasswordHasher

from clockwork.accounts.passwords import hash_password, verify

PASSWORD = "correct horse battery"


def work_of(*stored):
    """Processor time of this thread alone, each in turn; the least, which others add to."""
    times = [[] for _ in stored]
    for _ in range(15):
        for one, took in zip(stored, times, strict=True):
            began = time.thread_time()
            verify(one, "not the password")
            took.append(time.thread_time() - began)
    return map(min, times)


@pytest.mark.parametrize("parameters", [(1, 8), (1, 19 * 1024), (2, 9 * 1024), (3, 4 * 1024)])
def test_time_does_not_tell_of_a_weaker_hash(parameters):
    time_cost, memory_cost = parameters
    weaker = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=1)

    of_weaker, of_nobody = work_of(weaker.hash(PASSWORD), None)
    assert 0.65 < of_weaker / of_nobody < 1.5


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
