"""What a reverse proxy says counts when it is a trusted one."""

from ipaddress import ip_network

import pytest

from tests.tracker import Tracker

FORWARDED = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "localhost",
    "Origin": "https://localhost",
    "Host": "127.0.0.1:8080",
}


@pytest.fixture
def app(make_app):
    return Tracker(make_app(trusted_proxy=(ip_network("10.1.0.0/16"),)).test_client())


def test_a_trusted_proxy_says_by_which_address_it_was_asked(app):
    peer = {"REMOTE_ADDR": "10.1.2.3"}

    assert app.done("GET", "/api/projects", headers=FORWARDED, environ_base=peer) == []


@pytest.mark.parametrize("address", ["10.2.0.1", "127.0.0.1", "", "::1"])
def test_nobody_else_is_believed(app, address):
    peer = {"REMOTE_ADDR": address}

    refused = app.refused("GET", "/api/projects", headers=FORWARDED, environ_base=peer)

    assert refused == (403, "forbidden_origin")
