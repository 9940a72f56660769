"""Wait for a PostgreSQL that is not there yet."""

import logging
import time
from collections.abc import Iterator

import psycopg2

from clockwork.config import Settings
from clockwork.db.postgres import CONNECT_SECONDS, tls_options

log = logging.getLogger("clockwork.database")

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 1.5
GROWTH = 1.5
# What PostgreSQL, or a pooler before it, says when it can't serve anybody just now. A server that
# speaks another language is taken at its word that something is wrong.
NOT_YET = ("starting up", "shutting down", "recovery", "not yet accepting", "too many clients",
           "connection slots", "cannot connect", "server login")  # fmt: skip
# What does not get better, though libpq says it and not the server.
HOPELESS = ("certificate", "SSL", "no password supplied", "invalid", "is not supported")


def wait_for_database(settings: Settings) -> None:
    """Return once the database can be reached, within DB_WAIT_SECONDS.

    Raises psycopg2.OperationalError after that, and at once where waiting is no use.
    """
    if settings.uses_sqlite:
        return
    said = None
    for is_last in _tries(settings.db_wait_seconds):
        try:
            _connect(settings.database_url)
        except psycopg2.OperationalError as error:
            reason = " ".join(str(error).split())
            if is_last or not is_away(reason):
                raise
            if reason != said:
                log.warning("Waiting for the database: %s", reason)
            said = reason
        else:
            return


def is_away(reason: str) -> bool:
    """Whether a connection failed for want of a server, and not for what was asked of it."""
    if "FATAL" in reason:
        return any(words in reason for words in NOT_YET)
    return not any(words in reason for words in HOPELESS)


def _tries(seconds: float) -> Iterator[bool]:
    """When to try, with growing pauses between; each time, whether it is the last."""
    until = time.monotonic() + seconds
    pause = FIRST_PAUSE_SECONDS
    while time.monotonic() + pause < until:
        yield False
        time.sleep(pause)
        pause = min(pause * GROWTH, LONGEST_PAUSE_SECONDS)
    yield True


def _connect(url: str) -> None:
    psycopg2.connect(url, connect_timeout=CONNECT_SECONDS, **tls_options(url)).close()
