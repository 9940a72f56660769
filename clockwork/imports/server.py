"""Another server that speaks the frozen part of Clockwork's API, read into one document."""

import re
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

import msgspec

from clockwork import __version__
from clockwork.imports.rows import UnreadableError
from clockwork.imports.source import LARGEST, Source

TIMEOUT = 30  # seconds without a byte
MOST_SECONDS = 900  # for all of it
PIECE = 64 * 1024

ID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
TOKEN = re.compile(r"[!-~]+")
REFUSALS = {
    401: "{address} wants to know who asks: give --token.",
    403: "{address} does not let you read this; a token of another person may.",
    404: "There is no Clockwork at {address}.",
    429: "{address} has too much to do; try again later.",
}


class Found(msgspec.Struct):
    """What has to be known of a project or category, to ask on."""

    id: str


class Document(msgspec.Struct, tag_field="format", tag="clockwork-server"):
    """Everything, as the server has told it."""

    address: str
    projects: list[msgspec.Raw]
    categories: list[msgspec.Raw]
    entries: list[msgspec.Raw]
    version: int = 1


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nobody: the token is for one server."""

    def redirect_request(self, *args: Any, **named: Any) -> None:
        """Nowhere."""


def fetch(address: str, token: str | None = None, opener: Any = None) -> Source:
    """All projects, categories and entries, for the reader of `server`. UnreadableError.

    `opener` is what urllib.request builds; by default one that checks certificates and follows
    no redirects.
    """
    if token is not None and not TOKEN.fullmatch(token):
        raise UnreadableError("The token holds characters that no token has.")
    address = normalised(address)
    server = _Server(address, token, opener or urllib.request.build_opener(_Stay))
    document = Document(address, server.listed("/api/projects"), [], [])
    for project_id in server.ids(document.projects):
        found = server.listed(f"/api/projects/{project_id}/categories")
        document.categories += found
        for category_id in server.ids(found):
            document.entries += server.listed(f"/api/time/entries?categoryId={category_id}")
    return Source(address, msgspec.json.encode(document))


def normalised(address: str) -> str:
    """An address without what does not matter. UnreadableError when it is none."""
    try:
        parts = urlsplit(address.strip())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    plain = parts.scheme in {"http", "https"} and not (parts.query or parts.fragment)
    if not plain or not parts.hostname or parts.username is not None or not address.isprintable():
        raise UnreadableError("The address must be like http://old.example.org:8080.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


class _Server:
    """Answers of one server: how much they may be and how long they may take is counted."""

    def __init__(self, address: str, token: str | None, opener: Any) -> None:
        self._address = address
        self._opener = opener
        self._headers = {"Accept": "application/json", "User-Agent": f"Clockwork/{__version__}"}
        if token is not None:
            self._headers["Authorization"] = f"Bearer {token}"
        self._room = LARGEST
        self._until = time.monotonic() + MOST_SECONDS

    def listed(self, path: str) -> list[msgspec.Raw]:
        """The objects of a list."""
        try:
            return msgspec.json.decode(self._answer(path), type=list[msgspec.Raw])
        except (msgspec.MsgspecError, ValueError, RecursionError):
            raise self._no_clockwork() from None

    def ids(self, objects: list[msgspec.Raw]) -> Iterator[str]:
        """Their identifiers, which go into addresses."""
        for one in objects:
            try:
                found = msgspec.json.decode(one, type=Found).id
            except (msgspec.MsgspecError, ValueError, RecursionError):
                raise self._no_clockwork() from None
            if not ID.fullmatch(found):
                raise self._no_clockwork()
            yield found

    def _answer(self, path: str) -> bytes:
        request = urllib.request.Request(self._address + path, headers=self._headers)  # noqa: S310
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return b"".join(self._pieces(answer))
        except urllib.error.HTTPError as error:
            error.close()
            raise self._refusal(error) from None
        except (OSError, HTTPException, ValueError) as error:
            raise UnreadableError(f"{self._address} can't be reached: {_why(error)}.") from None

    def _pieces(self, answer: Any) -> Iterator[bytes]:
        while piece := answer.read1(PIECE):
            self._room -= len(piece)
            if self._room < 0:
                raise UnreadableError(f"{self._address} holds more than 50 MB; export it in parts.")
            if time.monotonic() > self._until:
                raise UnreadableError(f"{self._address} takes longer than 15 minutes.")
            yield piece

    def _refusal(self, error: urllib.error.HTTPError) -> UnreadableError:
        if 300 <= error.code < 400:
            to = error.headers.get("Location", "")
            about = "{address} sends elsewhere; give the address that it sends to"
            about += ": {to}." if to.isprintable() and len(to) < 200 else "."
            return UnreadableError(about.format(address=self._address, to=to))
        other = "{address} answers with an error, {code}; its log says why."
        about = REFUSALS.get(error.code, other)
        return UnreadableError(about.format(address=self._address, code=error.code))

    def _no_clockwork(self) -> UnreadableError:
        return UnreadableError(f"What answers at {self._address} is not a Clockwork.")


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLError):
        return "its certificate can't be trusted, or it does not speak TLS"
    if isinstance(reason, TimeoutError):
        return "it does not answer in time"
    if isinstance(reason, OSError) and reason.strerror:
        return reason.strerror.lower()
    return "it does not speak HTTP"
