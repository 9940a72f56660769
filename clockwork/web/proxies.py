"""Reverse proxies that are believed when they say whom they ask for."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from clockwork.values import Network

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


# Who really sent a request, whatever its headers say.
PEER = "clockwork.peer"


def init_app(app: Flask, trusted: Sequence[Network]) -> None:
    """Take scheme, host and address from X-Forwarded-… of trusted proxies, and of nobody else."""
    direct, forwarded = app.wsgi_app, ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)

    # Few proxies ask, again and again; others that try many addresses don't fill the memory.
    @lru_cache(maxsize=64)
    def is_trusted(address: str) -> bool:
        return is_in(address, trusted)

    def choose(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        environ[PEER] = environ.get("REMOTE_ADDR", "")
        chosen = forwarded if trusted and is_trusted(environ[PEER]) else direct
        return chosen(environ, start_response)

    app.wsgi_app = choose  # type: ignore[method-assign]


def is_in(address: str, networks: Sequence[Network]) -> bool:
    """Whether an address belongs to one of the networks."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in networks)
