"""Guessing slows down, wherever it comes from, and shuts out nobody else."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_network

import pytest

from clockwork.accounts import throttle
from clockwork.accounts.throttle import FREE, FREE_AT_ADDRESS, LONGEST_WAIT
from clockwork.clock import DAY, HOUR
from clockwork.db.database import connected
from clockwork.errors import ThrottledError
from tests.api.people import PASSWORD, Team, Visitor

WRONG = "not the password"


@pytest.fixture
def app(make_app):
    proxy = (ip_network("127.0.0.1/32"),)
    return make_app(auth_mode="password", trusted_proxy=proxy, threads=16)


@pytest.fixture
def team(app, clock):
    return Team(app, clock)


@pytest.fixture
def sign_in(app, team):
    """Try to sign in from an address: the status of the answer."""

    def ask(name, password, address="192.0.2.1"):
        body = {"email": f"{name}@x.example", "password": password}
        headers = {"X-Forwarded-For": address}
        return Visitor(app, headers).call("POST", "/api/session", body).status_code

    return ask


def test_failures_from_elsewhere_shut_nobody_out(sign_in):
    for number in range(15):
        sign_in("bob", WRONG, f"198.51.100.{number % 3}")
    assert sign_in("bob", PASSWORD, "198.51.100.1") == 429

    assert sign_in("bob", PASSWORD) == 200


def test_a_right_password_forgives_its_address_no_other_guess(sign_in):
    found = Counter()
    for number in range(48):
        assert sign_in("bob", PASSWORD) in (200, 429)
        found[sign_in(f"victim-{number}", WRONG)] += 1

    assert found[401] == FREE_AT_ADDRESS
    assert found[429] == 48 - FREE_AT_ADDRESS


def test_who_signs_in_often_is_never_slowed_down(sign_in):
    assert [sign_in("bob", PASSWORD) for _ in range(FREE_AT_ADDRESS + 2)] == [200] * 22


@pytest.mark.parametrize("form", ["2001:db8::{}", "[2001:db8::{}]:80", "192.0.2.9:4000{}", "x{}"])
def test_one_place_counts_as_one_however_it_is_written(sign_in, form):
    found = [sign_in("bob", WRONG, form.format(number)) for number in range(FREE + 1)]

    assert found == [401] * FREE + [429]


def test_of_many_changes_of_the_password_at_once_few_are_looked_at(team):
    bob = team.signed_in(team.bob)

    def guess(number):
        body = {"current": f"a guess, {number}", "password": "another password"}
        return bob.refused("POST", "/api/account/password", body)

    with ThreadPoolExecutor(16) as pool:
        found = Counter(pool.map(guess, range(64)))

    assert found == {(400, "wrong_password"): FREE, (429, "too_many_tries"): 64 - FREE}


def test_of_many_sign_ins_at_once_few_are_looked_at(sign_in):
    with ThreadPoolExecutor(16) as pool:
        found = Counter(pool.map(lambda number: sign_in("bob", f"{number}"), range(64)))

    assert found == {401: FREE, 429: 64 - FREE}


def test_a_failed_change_counts_for_signing_in(team, app):
    bob = team.signed_in(team.bob)
    body = {"current": WRONG, "password": "another password"}
    for _ in range(FREE):
        bob.refused("POST", "/api/account/password", body)

    asked = {"email": "bob@x.example", "password": PASSWORD}
    assert Visitor(app).refused("POST", "/api/session", asked) == (429, "too_many_tries")


def test_nobody_waits_for_a_clock_that_was_set_back(sign_in, clock):
    clock.now += 10 * DAY
    for _ in range(FREE + 3):
        sign_in("bob", WRONG)
        clock.advance(0.5)
    clock.now -= 10 * DAY
    assert sign_in("bob", PASSWORD) == 429

    clock.now += LONGEST_WAIT

    assert sign_in("bob", PASSWORD) == 200


def test_an_hour_without_failure_forgets(sign_in, app, clock):
    assert [sign_in("bob", WRONG) for _ in range(FREE + 1)][-1] == 429
    clock.now += HOUR + 1

    assert [sign_in("bob", WRONG) for _ in range(FREE + 1)] == [401] * FREE + [429]
    clock.now += HOUR + 1
    with connected(app.database):
        assert throttle.delete_expired(clock()) == 2
        assert throttle.delete_expired(clock()) == 0


def test_a_wait_is_told_in_whole_seconds(app, clock):
    with connected(app.database):
        for _ in range(FREE):
            throttle.begin("who", "192.0.2.1", clock())
        clock.advance(0.5)
        with pytest.raises(ThrottledError) as refusal:
            throttle.begin("who", "192.0.2.1", clock())

    assert refusal.value.retry_after == 1
