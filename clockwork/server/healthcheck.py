"""Ask a server for its health with the standard library alone: this runs every few seconds."""

import os
import sys
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

SECONDS = 5


def check(url: str | None = None) -> int:
    """0 when the server at the address, by default the local one, is healthy; 1 otherwise."""
    asked = url or f"http://127.0.0.1:{os.environ.get('PORT') or 8080}/healthz"
    try:
        status = _status(asked)
    except (OSError, HTTPException, ValueError) as error:
        print(f"clockwork: {asked} does not answer: {error}", file=sys.stderr)
        return 1
    if status != 200:
        print(f"clockwork: {asked} answers {status}", file=sys.stderr)
        return 1
    return 0


def _status(url: str) -> int:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("it is not an http:// or https:// address")
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=SECONDS)
    try:
        connection.request("GET", parts.path or "/healthz")
        return connection.getresponse().status
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(check(*sys.argv[1:2]))
