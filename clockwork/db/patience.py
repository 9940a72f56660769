"""A step of a migration that gets no lock gives way to those at work, and is tried again."""

import logging
import time
from collections.abc import Callable

from clockwork.db import postgres
from clockwork.db.database import Database

log = logging.getLogger("clockwork.migrate")

# Whoever comes while a change of a table waits for its lock waits behind it, so that is kept short.
LOCK_SECONDS = 2
PAUSE_SECONDS = 3
TRIES = 60
LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL, appendix A


def limit_locks(database: Database) -> None:
    """Let no statement of the transaction at hand wait long for a lock. SQLite has one for all."""
    if isinstance(database, postgres.Database):
        database.execute_sql(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")


def patiently(step: Callable[[], None], name: str) -> None:
    """Run a step, a transaction, until it gets its locks; raises what else it fails with."""
    for _ in range(TRIES):
        try:
            return step()
        except Exception as error:
            if not _wants_lock(error):
                raise
        log.warning("%s waits for a lock; trying again in %d s", name, PAUSE_SECONDS)
        time.sleep(PAUSE_SECONDS)
    return step()


def _wants_lock(error: Exception) -> bool:
    return getattr(getattr(error, "orig", error), "pgcode", None) == LOCK_NOT_AVAILABLE
