"""A reverse proxy that says who asks."""

from ipaddress import ip_network

import pytest

from tests.api.people import ORIGIN, Visitor

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


@pytest.mark.parametrize("name", ["", " ", "a\x01b", "x" * 201, "\xff"])
def test_a_name_that_nobody_has_is_nobody(app, name):
    asking = Visitor(app, {"Remote-User": name}, PROXY)

    assert asking.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_two_names_at_once_are_nobody(app):
    client = app.test_client()
    response = client.get(
        "/api/projects", headers=[("Remote-User", "bob"), ("Remote-User", "alice")],
        environ_base={"REMOTE_ADDR": PROXY},
    )  # fmt: skip

    assert response.status_code == 401 or response.json == []


def test_another_site_can_not_use_the_proxys_word(app):
    bob = visitor(app, "bob")
    del bob.headers["X-CSRF-Token"]

    assert bob.refused("POST", "/api/projects", {"name": "x"}) == (403, "forbidden_csrf")


def test_a_disabled_person_stays_out(app):
    alice, bob = visitor(app, "alice"), visitor(app, "bob")
    alice.done("PATCH", f"/api/people/{bob.person['id']}", {"disabled": True})

    assert bob.refused("GET", "/api/projects") == (401, "unauthenticated")
