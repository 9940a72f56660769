"""Changes come from the tracker's own page, or by a token; never from another site."""

import hmac

from flask import request

from clockwork.errors import ForbiddenError

# Methods that change nothing.
SAFE = ("GET", "HEAD", "OPTIONS")
HEADER = "X-CSRF-Token"


def check_site(expected: str) -> None:
    """Refuse a change that the page did not ask for. ForbiddenError `forbidden_csrf`.

    A browser sends cookies, and a proxy its header, whichever site makes it ask. A foreign Origin
    was refused before; here one, or Sec-Fetch-Site, has to be there at all.
    """
    site = request.headers.get("Sec-Fetch-Site")
    is_same = site == "same-origin" if site is not None else "Origin" in request.headers
    sent = request.headers.get(HEADER, "")
    if not is_same or not hmac.compare_digest(sent.encode(), expected.encode()):
        raise ForbiddenError(
            "forbidden_csrf",
            "A change needs Origin or Sec-Fetch-Site of the tracker itself, and X-CSRF-Token "
            "from /api/session. Scripts use a token instead.",
        )
