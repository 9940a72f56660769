"""The first run, signing in, passwords, sessions, tokens and the audit."""

import logging
import re
import statistics
import time

import pytest

from clockwork.accounts import passwords, people
from clockwork.accounts.throttle import LONGEST_WAIT, wait_after
from clockwork.clock import DAY, MINUTE, SECOND
from clockwork.db.database import database, row
from tests.api.people import ORIGIN, PASSWORD, Team, Visitor
from tests.tracker import Tracker

ALICE = {"email": "alice@x.example", "password": PASSWORD}


@pytest.fixture
def app(make_app):
    return make_app(auth_mode="password")


@pytest.fixture
def nobody(app):
    return Visitor(app)


@pytest.fixture
def code(app, nobody, caplog):
    """The set-up code, from where a person finds it."""
    with caplog.at_level(logging.WARNING, "clockwork.setup"):
        assert nobody.done("GET", "/api/setup") == {"needed": True, "mode": "password"}
    return re.search(r"set-up code is ([A-Z0-9-]{19})$", caplog.text, re.MULTILINE)[1]


@pytest.fixture
def alice(nobody, code):
    """Alice, who has just set up the tracker and signed in."""
    body = {**ALICE, "code": code, "name": "Alice"}
    return signed_in(nobody, nobody.call("POST", "/api/setup", body))


def signed_in(visitor, response):
    assert response.status_code < 300, response.text
    cookie = response.headers["Set-Cookie"].partition(";")[0]
    headers = {"Cookie": cookie, "X-CSRF-Token": response.json["csrfToken"], **ORIGIN}
    found = Visitor(visitor.client.application, headers)
    found.person = response.json["person"]
    return found


def sign_in(visitor, **body):
    return signed_in(visitor, visitor.call("POST", "/api/session", {**ALICE, **body}))


def test_the_first_administrator_takes_over_what_was_tracked_before(make_app, clock, caplog):
    before = Tracker(make_app(auth_mode="none").test_client())
    entry = before.start(before.category())
    nobody = Visitor(make_app(auth_mode="password"))
    with caplog.at_level(logging.WARNING, "clockwork.setup"):
        nobody.done("GET", "/api/setup")
    code = re.search(r"code is (\S+)", caplog.text)[1]

    body = {**ALICE, "code": code.lower().replace("-", " "), "name": "Alice"}
    alice = signed_in(nobody, nobody.call("POST", "/api/setup", body))

    assert alice.person["role"] == "administrator"
    assert alice.done("GET", "/api/time/active") == entry


def test_a_code_works_once_and_only_as_logged(nobody, code):
    body = {**ALICE, "code": code, "name": "Alice"}
    wrong = {**body, "code": "AAAA-AAAA-AAAA-AAAA"}
    assert nobody.refused("POST", "/api/setup", wrong) == (401, "wrong_code")
    assert nobody.call("POST", "/api/setup", body).status_code == 201

    again = {**body, "email": "mallory@x.example"}
    assert nobody.refused("POST", "/api/setup", again) == (409, "already_set_up")
    assert nobody.done("GET", "/api/setup")["needed"] is False
    assert code not in str(row_of("SELECT count(*), max(name) FROM secret"))


def test_a_person_signs_in_and_out(nobody, alice):
    assert alice.done("GET", "/api/session")["person"]["email"] == "alice@x.example"
    again = sign_in(nobody, email=" ALICE@x.example ")
    assert again.done("GET", "/api/projects") == []

    response = again.call("DELETE", "/api/session")

    assert response.status_code == 204
    assert "clockwork=;" in response.headers["Set-Cookie"]
    assert again.refused("GET", "/api/projects") == (401, "unauthenticated")
    assert alice.done("GET", "/api/projects") == []


def test_nobody_learns_who_has_an_account(nobody, alice):
    wrong = nobody.call("POST", "/api/session", {**ALICE, "password": "not the password"})
    unknown = nobody.call("POST", "/api/session", {**ALICE, "email": "nobody@x.example"})

    assert (wrong.status_code, wrong.json["code"]) == (401, "wrong_credentials")
    for name in ("code", "message"):
        assert wrong.json[name] == unknown.json[name]
    assert set(wrong.headers.keys()) == set(unknown.headers.keys())


def test_time_does_not_tell_who_has_an_account(nobody, alice):
    def work_for(email):
        began = time.thread_time()
        body = {"email": email, "password": "not the password"}
        assert nobody.refused("POST", "/api/session", body) == (401, "wrong_credentials")
        return time.thread_time() - began

    known = statistics.median(work_for("alice@x.example") for _ in range(4))
    unknown = statistics.median(work_for(f"nobody-{number}@x.example") for number in range(4))

    assert 0.6 < known / unknown < 1.6


def test_the_cookie_is_kept_from_scripts_and_other_sites(nobody, alice, make_app):
    plain = nobody.call("POST", "/api/session", ALICE).headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in plain
    assert "Secure" not in plain

    secure = Visitor(make_app(auth_mode="password", public_url="https://time.example"))
    cookie = secure.call("POST", "/api/session", ALICE).headers["Set-Cookie"]
    assert cookie.startswith("__Host-clockwork=")
    assert "Secure" in cookie
    assert "Domain" not in cookie


def test_a_session_is_a_new_one_at_each_sign_in(nobody, alice):
    fixed = Visitor(nobody.client.application, {"Cookie": "clockwork=chosen-by-another"})
    response = fixed.call("POST", "/api/session", ALICE)

    assert "chosen-by-another" not in response.headers["Set-Cookie"]
    assert fixed.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_a_session_lasts_thirty_days_from_when_it_was_last_used(alice, clock):
    for _ in range(3):
        clock.now += 29 * DAY
        assert alice.done("GET", "/api/projects") == []
    clock.now += 30 * DAY
    assert alice.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_keys_and_codes_are_stored_hashed(alice, nobody):
    cookie = alice.headers["Cookie"].partition("=")[2]
    token = alice.done("POST", "/api/account/tokens", {"name": "t", "scope": "read"})["key"]

    for table in ("session", "token"):
        stored = str(row_of(f"SELECT * FROM {table}"))
        assert cookie not in stored
        assert token not in stored
    assert PASSWORD not in str(row_of("SELECT * FROM person WHERE email IS NOT NULL"))


def row_of(sql):
    with database.connection_context():
        return row(sql)


def test_sessions_are_listed_and_ended_by_their_owner(nobody, alice):
    other = sign_in(nobody)
    listed = alice.done("GET", "/api/account/sessions")
    assert sorted(session["current"] for session in listed) == [False, True]
    elsewhere = next(session for session in listed if not session["current"])

    alice.done("DELETE", f"/api/account/sessions/{elsewhere['id']}")

    assert other.refused("GET", "/api/projects") == (401, "unauthenticated")
    assert alice.done("GET", "/api/projects") == []


def test_all_sessions_end_when_the_password_changes(nobody, alice):
    other = sign_in(nobody)
    path, new = "/api/account/password", "a much better one"
    wrong = {"current": "not the password", "password": new}
    assert alice.refused("POST", path, wrong) == (400, "wrong_password")

    fresh = signed_in(nobody, alice.call("POST", path, {"current": PASSWORD, "password": new}))

    for old in (other, alice):
        assert old.refused("GET", "/api/projects") == (401, "unauthenticated")
    assert fresh.done("GET", "/api/projects") == []
    assert nobody.refused("POST", "/api/session", ALICE) == (401, "wrong_credentials")
    sign_in(nobody, password=new)


@pytest.mark.parametrize(
    "password", ["", "short", "123456789", "1234567890", "QWERTYUIOP", "x" * 201]
)
def test_weak_passwords_are_refused(alice, password):
    body = {"current": PASSWORD, "password": password}
    assert alice.refused("POST", "/api/account/password", body) == (400, "invalid_password")


@pytest.mark.parametrize("password", ["weeding 12", "x" * 200])
def test_the_shortest_and_the_longest_passwords_are_taken(alice, password):
    body = {"current": PASSWORD, "password": password}
    alice.done("POST", "/api/account/password", body)


def test_a_password_is_the_same_however_it_is_typed(nobody, alice):
    composed, decomposed = "Pässwörter!", "Pa\u0308sswo\u0308rter!"
    body = {"current": PASSWORD, "password": composed}
    alice.done("POST", "/api/account/password", body)

    sign_in(nobody, password=decomposed)


def test_a_hash_is_renewed_when_the_parameters_have_risen(nobody, alice, monkeypatch):
    before = row_of("SELECT password_hash FROM person WHERE email IS NOT NULL")[0]
    stronger = passwords.PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)
    monkeypatch.setattr(passwords, "HASHER", stronger)

    sign_in(nobody)

    after = row_of("SELECT password_hash FROM person WHERE email IS NOT NULL")[0]
    assert "t=2" in before
    assert "t=3" in after


def test_guessing_slows_down_and_nobody_is_locked_out_for_long(nobody, alice, clock):
    guess = {**ALICE, "password": "not the password"}
    for _ in range(5):
        assert nobody.refused("POST", "/api/session", guess) == (401, "wrong_credentials")

    response = nobody.call("POST", "/api/session", ALICE)
    assert (response.status_code, response.json["code"]) == (429, "too_many_tries")
    assert response.headers["Retry-After"] == "1"
    clock.advance(1)
    assert nobody.refused("POST", "/api/session", guess) == (401, "wrong_credentials")
    assert nobody.call("POST", "/api/session", ALICE).headers["Retry-After"] == "2"
    clock.advance(2)
    sign_in(nobody)
    assert nobody.refused("POST", "/api/session", guess) == (401, "wrong_credentials")
    sign_in(nobody)


def test_waits_grow_to_a_quarter_of_an_hour():
    waits = [wait_after(failures) for failures in range(1, 100)]

    assert waits[:6] == [0, 0, 0, 0, SECOND, 2 * SECOND]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT == 15 * MINUTE


def test_set_up_codes_can_not_be_guessed_quickly(nobody, code):
    body = {**ALICE, "code": "A", "name": "Mallory"}
    answers = [nobody.refused("POST", "/api/setup", body) for _ in range(6)]

    assert answers == [(401, "wrong_code")] * 5 + [(429, "too_many_tries")]


def test_a_token_is_shown_once_limited_and_revocable(app, alice, clock):
    body = {"name": "Script", "scope": "read", "expiresAt": "2026-12-01T00:00:00Z"}
    made = alice.done("POST", "/api/account/tokens", body)
    script = Visitor(app, {"Authorization": f"Bearer {made['key']}"})

    assert script.done("GET", "/api/projects") == []
    (listed,) = alice.done("GET", "/api/account/tokens")
    assert "key" not in listed
    assert listed["usedAt"] == "2026-11-02T12:00:00Z"
    clock.set("2026-12-01T00:00:00Z")
    assert script.refused("GET", "/api/projects") == (401, "unauthenticated")
    clock.set("2026-11-03T00:00:00Z")
    assert script.done("GET", "/api/projects") == []
    alice.done("DELETE", f"/api/account/tokens/{made['id']}")
    assert script.refused("GET", "/api/projects") == (401, "unauthenticated")
    assert alice.done("GET", "/api/account/tokens") == []
    past = {**body, "expiresAt": "2026-11-01T00:00:00Z"}
    assert alice.refused("POST", "/api/account/tokens", past) == (400, "invalid_time")


def test_the_use_of_a_token_is_recorded_once_a_minute(app, alice, clock):
    made = alice.done("POST", "/api/account/tokens", {"name": "t", "scope": "read"})
    script = Visitor(app, {"Authorization": f"Bearer {made['key']}"})

    def used():
        script.done("GET", "/api/projects")
        return alice.done("GET", "/api/account/tokens")[0]["usedAt"]

    first = used()
    clock.advance(60)
    assert used() == first
    clock.advance(1)
    assert used() == "2026-11-02T12:01:01Z"


def test_people_are_added_and_changed_by_administrators(nobody, alice):
    body = {"name": "Bob", "email": "bob@x.example", "password": PASSWORD}
    bob = alice.done("POST", "/api/people", body)
    assert (bob["role"], bob["disabled"]) == ("member", False)
    assert alice.refused("POST", "/api/people", {**body, "email": "BOB@x.example "}) == (
        409,
        "duplicate_email",
    )
    bobs = sign_in(nobody, email="bob@x.example")

    alice.done("PATCH", f"/api/people/{bob['id']}", {"password": "another password"})
    assert bobs.refused("GET", "/api/projects") == (401, "unauthenticated")
    sign_in(nobody, email="bob@x.example", password="another password")
    assert [one["name"] for one in alice.done("GET", "/api/people")] == ["Alice", "Bob"]


def test_one_administrator_always_stays(alice):
    path = f"/api/people/{alice.person['id']}"
    for change in ({"disabled": True}, {"role": "member"}):
        assert alice.refused("PATCH", path, change) == (409, "last_administrator")
    assert alice.done("GET", "/api/people")[0]["role"] == "administrator"


def test_one_changes_ones_own_name_and_zone(alice):
    changed = alice.done("PATCH", "/api/account", {"name": "Al", "zone": "Europe/Berlin"})

    assert (changed["name"], changed["zone"]) == ("Al", "Europe/Berlin")
    bad = {"zone": "Mars/Olympus"}
    assert alice.refused("PATCH", "/api/account", bad) == (400, "invalid_time_zone")
    assert alice.refused("PATCH", "/api/account", {"role": "member"}) == (400, "invalid_json")


def test_the_audit_tells_who_changed_what_and_holds_no_secret(app, clock):
    team = Team(app, clock)
    alice, bob = team.signed_in(team.alice), team.signed_in(team.bob)
    project = bob.done("POST", "/api/projects", {"name": "P"})["id"]
    category = bob.done("POST", f"/api/projects/{project}/categories", {"name": "C"})["id"]
    times = {"startedAt": "2026-11-01T10:00:00Z", "stoppedAt": "2026-11-01T11:00:00Z"}
    entry = bob.done("POST", "/api/entries", {"categoryId": category, **times})
    path = f"/api/entries/{entry['id']}"
    alice.done("PATCH", path, {"note": "hush-note", "stoppedAt": "2026-11-01T10:30:00Z"})
    bob.done("DELETE", path)
    token = bob.done("POST", "/api/account/tokens", {"name": "t", "scope": "read"})
    alice.done("PATCH", f"/api/people/{team.bob.id}", {"password": "hush hush hush"})

    page = alice.done("GET", "/api/audit")
    found = {(one["actorId"], one["action"], one["kind"], one["objectId"]) for one in page["items"]}
    assert {
        (team.alice.id, "changed", "entry", entry["id"]),
        (team.bob.id, "deleted", "entry", entry["id"]),
        (team.bob.id, "created", "token", token["id"]),
        (team.alice.id, "changed", "person", team.bob.id),
    } <= found
    everything = alice.call("GET", "/api/audit").text + alice.call("GET", "/api/audit.csv").text
    for secret in ("hush", token["key"]):
        assert secret not in everything
    assert alice.call("GET", "/api/audit.csv").text.count("\n") == len(page["items"]) + 1

    paged = alice.done("GET", "/api/audit?limit=2")
    rest = alice.done("GET", f"/api/audit?cursor={paged['nextCursor']}")
    assert paged["items"] + rest["items"] == page["items"]


def test_there_is_no_open_redirect_or_header_to_inject(nobody, alice):
    response = nobody.call("POST", "/api/session?next=//evil.example", ALICE)

    assert "Location" not in response.headers
    for bad in ("a\r\nSet-Cookie: x=y", "a\nb"):
        answer = alice.call("PATCH", "/api/account", {"name": bad})
        assert "x=y" not in str(answer.headers)


def test_every_answer_tells_browsers_what_not_to_do(app, nobody, make_app):
    response = nobody.call("GET", "/api/setup")
    policy = response.headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"]
    assert response.headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in response.headers
    secure = Visitor(make_app(auth_mode="password", public_url="https://t.example"))
    assert "max-age=" in secure.call("GET", "/api/setup").headers["Strict-Transport-Security"]


def test_with_another_mode_nobody_signs_in_with_a_password(make_app):
    nobody = Visitor(make_app(auth_mode="none"), {"Host": "localhost"})

    assert nobody.done("GET", "/api/setup") == {"needed": False, "mode": "none"}
    assert nobody.refused("POST", "/api/session", ALICE) == (409, "wrong_mode")
    session = nobody.done("GET", "/api/session")
    assert (session["mode"], session["person"]["role"]) == ("none", "administrator")
    with database.connection_context():
        assert people.registered() == []
