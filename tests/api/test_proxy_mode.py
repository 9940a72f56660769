"""A reverse proxy that says who asks."""

from ipaddress import ip_network

import pytest

from tests.api.people import ORIGIN, Visitor
from tests.tracker import Tracker

PROXY = "10.1.2.3"


@pytest.fixture
def app(make_app):
    return make_app(
        auth_mode="proxy", trusted_proxy=(ip_network("10.1.0.0/16"),), proxy_admins=("alice",)
    )


def visitor(app, name, peer=PROXY):
    found = Visitor(app, {"Remote-User": name, **ORIGIN}, peer)
    session = found.call("GET", "/api/session")
    if session.status_code == 200:
        found.headers["X-CSRF-Token"] = session.json["csrfToken"]
        found.person = session.json["person"]
    return found


def test_people_appear_at_their_first_visit(app):
    bob, alice = visitor(app, "bob"), visitor(app, "Alice")

    assert (bob.person["name"], bob.person["role"]) == ("bob", "member")
    assert alice.person["role"] == "administrator"
    assert visitor(app, "BOB").person["id"] == bob.person["id"]
    assert bob.done("POST", "/api/projects", {"name": "x"})["name"] == "x"
    assert bob.refused("GET", "/api/people") == (403, "forbidden")
    assert {one["name"] for one in alice.done("GET", "/api/people")} == {"bob", "Alice"}


def test_a_name_of_any_script_is_a_name(app):
    assert visitor(app, "Zoë".encode().decode("latin-1")).person["name"] == "Zoë"


@pytest.mark.parametrize("peer", ["127.0.0.1", "10.2.0.1", "::1", ""])
def test_a_forged_header_is_nobody(app, peer):
    forged = Visitor(app, {"Remote-User": "alice", "X-Forwarded-For": PROXY}, peer)

    assert forged.refused("GET", "/api/projects") == (401, "unauthenticated")


@pytest.mark.parametrize("name", ["", " ", "a\x01b", "x" * 201, "\xff", "bob, alice", "alice,"])
def test_a_name_that_nobody_has_is_nobody(app, name):
    asking = Visitor(app, {"Remote-User": name}, PROXY)

    assert asking.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_without_a_name_it_is_nobody(app):
    assert Visitor(app, peer=PROXY).refused("GET", "/api/projects") == (401, "unauthenticated")


def test_two_names_at_once_are_nobody(app):
    client = app.test_client()
    response = client.get(
        "/api/projects", headers=[("Remote-User", "bob"), ("Remote-User", "alice")],
        environ_base={"REMOTE_ADDR": PROXY},
    )  # fmt: skip

    assert (response.status_code, response.json["code"]) == (401, "unauthenticated")


def test_another_site_can_not_use_the_proxys_word(app):
    bob = visitor(app, "bob")
    del bob.headers["X-CSRF-Token"]

    assert bob.refused("POST", "/api/projects", {"name": "x"}) == (403, "forbidden_csrf")


def test_a_disabled_person_stays_out(app):
    alice, bob = visitor(app, "alice"), visitor(app, "bob")
    alice.done("PATCH", f"/api/people/{bob.person['id']}", {"disabled": True})

    assert bob.refused("GET", "/api/projects") == (401, "unauthenticated")


@pytest.mark.parametrize(
    ("name", "other"),
    [("stra\u00dfe", "strasse"), ("\ufb01nn", "finn"), ("\u212aim", "kim"),
     ("alice\u00a0", "alice"), ("Zoe\u0308", "zo\u00eb"), ("\u00c4nne", "\u00e4nne")],
)  # fmt: skip
def test_nobody_becomes_somebody_else_by_a_spelling(app, caplog, name, other):
    visitor(app, sent(other))
    response = visitor(app, sent(name)).call("GET", "/api/session")

    assert (response.status_code, response.json["code"]) == (401, "unauthenticated")
    assert "could be taken for another" in response.json["message"]
    assert ascii(name) in caplog.text


def sent(name):
    """A name as it goes over the wire."""
    return name.encode().decode("latin-1")


def test_who_is_named_no_longer_administers_no_longer(make_app, app):
    alice = visitor(app, "alice")
    token = {"name": "t", "scope": "admin"}
    key = alice.done("POST", "/api/account/tokens", token)["key"]
    script = {"Authorization": f"Bearer {key}"}
    assert Visitor(app, script).call("GET", "/api/people").status_code == 200
    networks = {"auth_mode": "proxy", "trusted_proxy": (ip_network("10.1.0.0/16"),)}

    later = make_app(**networks, proxy_admins=("bob",))

    assert visitor(later, "alice").person["role"] == "member"
    assert visitor(later, "alice").refused("GET", "/api/people") == (403, "forbidden")
    assert Visitor(later, script).refused("GET", "/api/people") == (403, "forbidden")
    found = visitor(later, "bob").done("GET", "/api/people")
    assert {one["name"]: one["role"] for one in found} == {
        "alice": "member", "bob": "administrator"
    }  # fmt: skip


def test_only_the_settings_say_who_administers(app):
    alice, bob = visitor(app, "alice"), visitor(app, "bob")
    change = {"role": "administrator"}
    eve = {"name": "Eve", "email": "eve", **change}

    for method, path, body in (("PATCH", f"/api/people/{bob.person['id']}", change),
                               ("POST", "/api/people", eve)):  # fmt: skip
        assert alice.refused(method, path, body) == (409, "wrong_mode")
    assert alice.done("POST", "/api/people", {"name": "Eve", "email": "eve"})["role"] == "member"
    # What a form sends along unchanged.
    path = f"/api/people/{alice.person['id']}"
    assert alice.done("PATCH", path, {"name": "Al", **change})["role"] == "administrator"


def test_the_first_administrator_takes_over_what_was_tracked_before(make_app, app):
    before = Tracker(make_app(auth_mode="none").test_client())
    entry = before.start(before.category())

    visitor(app, "bob")

    assert visitor(app, "alice").done("GET", "/api/time/active") == entry


@pytest.mark.parametrize("word", ["Basic Ym9iOmh1c2g=", "Bearer eyJhbGciOi.J9", "Negotiate x"])
def test_what_the_proxy_was_signed_in_with_does_not_matter(app, word):
    bob = visitor(app, "bob")
    bob.headers["Authorization"] = word

    assert bob.done("POST", "/api/projects", {"name": "x"})["name"] == "x"
    forged = Visitor(app, {"Authorization": word})
    assert forged.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_a_token_that_is_over_is_not_the_proxys_word(app):
    bob = visitor(app, "bob")
    bob.headers["Authorization"] = "Bearer cw_unknown"

    assert bob.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_nobody_changes_a_password_that_nobody_has(app):
    body = {"current": "x", "password": "correct horse battery"}

    assert visitor(app, "bob").refused("POST", "/api/account/password", body) == (409, "wrong_mode")
