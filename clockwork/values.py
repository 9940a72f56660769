"""Kinds of value that a setting can have: each turns a text into one, or says what is allowed."""

import re
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

Network = IPv4Network | IPv6Network
T = TypeVar("T")

SQLITE_SCHEMES = ("sqlite",)
POSTGRES_SCHEMES = ("postgres", "postgresql")
SQLITE_REST = re.compile(r"/[^?#]")
# As libpq reads it. What it would misread is refused here, because it repeats parts in its errors:
# with an @, / or % that is not escaped, some of them are of the password.
POSTGRES_REST = re.compile(
    r"""(?!.*%(?![0-9A-Fa-f]{2}))  # no % that escapes nothing
    (?:[^][/?@]*@)?  # user and password
    (?:\[[^]/?@]*\]|[^][/?@:,\s]*)(?::\d*)?(?:,(?:\[[^]/?@]*\]|[^][/?@:,\s]*)(?::\d*)?)*  # hosts
    (?:/[^/?@]*)?  # database
    (?:\?[^=&]+=[^=&]*(?:&[^=&]+=[^=&]*)*)?""",
    re.VERBOSE,
)


class NotAllowedError(Exception):
    """The text is no such value; the message says what is allowed."""


def one_of(*allowed: str) -> Callable[[str], str]:
    """One of a few words, in any case."""

    def parse(text: str) -> str:
        found = {choice.lower(): choice for choice in allowed}.get(text.lower())
        if found is None:
            raise NotAllowedError(", ".join(allowed))
        return found

    return parse


def boolean(text: str) -> bool:
    """True or false, in the words that people use for it."""
    if text.lower() in ("true", "1", "yes", "on"):
        return True
    if text.lower() in ("false", "0", "no", "off"):
        return False
    raise NotAllowedError("true or false")


def decimal(least: float, most: float) -> Callable[[str], float]:
    """A number within limits."""
    return lambda text: _within(float, text, least, most, "a number")


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within limits."""
    return lambda text: _within(int, text, least, most, "a whole number")


def listed(text: str) -> tuple[str, ...]:
    """Words with commas between them."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def networks(text: str) -> tuple[Network, ...]:
    """Addresses and networks with commas between them."""
    try:
        return tuple(map(ip_network, listed(text)))
    except ValueError:
        raise NotAllowedError("comma-separated addresses or networks such as 10.0.0.0/8") from None


def origins(text: str) -> tuple[str, ...]:
    """Origins with commas between them; `*` is all."""
    return tuple(part if part == "*" else origin(part) for part in listed(text))


def origin(text: str) -> str:
    """Scheme, host and port, in small letters."""
    parts = urlsplit(text)
    plain = f"{parts.scheme}://{parts.netloc}"
    if parts.scheme not in ("http", "https") or not parts.hostname or text.rstrip("/") != plain:
        raise NotAllowedError("http:// or https:// and a host, without a path")
    return plain.lower()


def folder(text: str) -> Path | None:
    """Where files lie; none when the text is empty."""
    return Path(text) if text else None


def database_url(text: str) -> str:
    """The address of a SQLite file or of a PostgreSQL database."""
    scheme, _, rest = text.partition("://")
    if scheme in POSTGRES_SCHEMES and POSTGRES_REST.fullmatch(rest):
        return f"postgresql://{rest}"
    if scheme in SQLITE_SCHEMES and SQLITE_REST.match(rest):
        return text
    raise NotAllowedError(
        "sqlite:///relative/file.db, sqlite:////absolute/file.db, "
        "postgresql://user:password@host/database; in a password, @ is written %40, / %2F, % %25"
    )


def _within(kind: Callable[[str], T], text: str, least: float, most: float, what: str) -> T:
    allowed = NotAllowedError(f"{what} from {least:g} to {most}")
    try:
        number = kind(text)
    except ValueError:
        raise allowed from None
    if not least <= number <= most:  # type: ignore[operator]
        raise allowed
    return number
