"""Headers that tell a browser what not to do."""

from flask import Flask, Response

from clockwork.config import Settings

POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
TWO_YEARS = 63_072_000


def always(settings: Settings) -> dict[str, str]:
    """What goes with every answer, also with those that Flask does not make."""
    if not settings.public_url.startswith("https://"):
        return HEADERS
    return {**HEADERS, "Strict-Transport-Security": f"max-age={TWO_YEARS}"}


def init_app(app: Flask, settings: Settings) -> None:
    """Send them with every answer."""
    headers = always(settings)

    def add(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        if response.mimetype == "application/json":
            # What the API answers is somebody's own.
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(add)
