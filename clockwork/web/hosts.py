"""By which names the tracker may be asked."""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from clockwork.config import Settings, is_loopback
from clockwork.errors import ForbiddenError, InvalidError
from clockwork.web.application import Application
from clockwork.web.health import PATHS

# One host and perhaps a port, RFC 9112, 3.2; a server joins two headers with a comma.
HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(:[0-9]{0,5})?", re.ASCII)


def init_app(app: Application, settings: Settings) -> None:
    """Check the Host of every request: its form always, its name where nobody signs in."""

    # Clients ask by few names; those that try many don't fill the memory.
    @lru_cache(maxsize=64)
    def look(sent: str) -> tuple[bool, bool]:
        is_host = HOST.fullmatch(sent) is not None
        return is_host, settings.auth_mode != "none" or _is_known(settings, sent)

    def check(environ: dict[str, Any]) -> None:
        sent = environ.get("HTTP_HOST", "")
        is_host, is_known = look(sent)
        # HTTP/1.0 knows no Host; later ones must send it.
        if not is_host and (sent or environ["SERVER_PROTOCOL"] != "HTTP/1.0"):
            raise InvalidError("invalid_request", "Host has to name one host and nothing else.")
        if not is_known and environ["PATH_INFO"] not in PATHS:
            _refuse()

    app.guards.append(check)


def _refuse() -> None:
    """A name that somebody else's DNS points here must not reach a tracker without sign-in."""
    raise ForbiddenError(
        "forbidden_host",
        "The tracker is not known by that name; set PUBLIC_URL, or name it in ALLOWED_HOSTS.",
    )


def _is_known(settings: Settings, header: str) -> bool:
    try:
        host = urlsplit(f"//{header.lower()}").hostname or ""
    except ValueError:
        host = ""
    allowed = {one.lower() for one in settings.allowed_hosts}
    if settings.public_url:
        allowed.add(urlsplit(settings.public_url).hostname or "")
    return is_loopback(host) or host in allowed or "*" in allowed
