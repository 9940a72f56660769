"""Headers that tell a browser what not to do."""

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

# What the API answers is somebody's own.
NO_STORE = ("Cache-Control", "no-store")


def always(settings: Settings) -> dict[str, str]:
    """What goes with every answer."""
    if not settings.public_url.startswith("https://"):
        return HEADERS
    return {**HEADERS, "Strict-Transport-Security": f"max-age={TWO_YEARS}"}
