"""Whether this server may be given requests."""

import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

import peewee

from clockwork.clock import SECOND, Clock
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import GONE, Database, connected
from clockwork.errors import MigrationError

log = logging.getLogger("clockwork.health")

# Somebody may undo a migration while the server runs.
SCHEMA_HOLDS = 2 * SECOND


@dataclass(slots=True)
class Readiness:
    """Whether the server is on its way in or out, and what was last found of the schema."""

    settings: Settings
    clock: Clock
    starting: threading.Event = field(default_factory=threading.Event)
    draining: threading.Event = field(default_factory=threading.Event)
    # After the drain, when nobody new is accepted.
    closed: threading.Event = field(default_factory=threading.Event)
    current_at: int | None = None
    # Of the last look at the schema; None before the first.
    missing: list[str] | None = None

    def behind(self, opened: Database) -> list[str]:
        """The migrations that are missing; asks again only a while after there were none."""
        now = self.clock()
        if self.current_at is not None and 0 <= now - self.current_at < SCHEMA_HOLDS:
            return []
        missing = migrator.pending(self.settings.migrations_dir, opened)
        self.current_at, self.missing = None if missing else now, missing
        return missing

    def why_not(self, opened: Database) -> str | None:
        """Why this process can't serve; None when it can, if only the database answers.

        Asks nobody: replicas share the database, and none is better than another without it.
        """
        if self.starting.is_set():
            return "The server is starting."
        if self.closed.is_set():
            return "The server is stopping."
        if self.missing is None:
            return "The schema has not been seen yet."
        if self.missing:
            return lacks(self.missing)
        if len(opened._in_use) >= opened._max_connections:
            return "Every connection to the database is in use."
        return None

    def watch(self, opened: Database) -> None:
        """Look at the schema again and again, in a thread of its own."""
        threading.Thread(target=self._watch, args=(opened,), name="schema", daemon=True).start()

    def _watch(self, opened: Database) -> None:
        while True:
            time.sleep(SCHEMA_HOLDS / SECOND)
            # What is wrong is said to who asks for something.
            with suppress(*GONE, peewee.PeeweeException, MigrationError), connected(opened):
                self.behind(opened)

    def report(self, opened: Database) -> None:
        """Say in the log at start when schema and code are not of the same version."""
        try:
            with connected(opened):
                missing = self.behind(opened)
                unknown = migrator.newer(self.settings.migrations_dir, opened)
        except GONE as error:
            log.error("The database can't be reached yet: %s", " ".join(str(error).split()))
            return
        if missing:
            log.error("%s", lacks(missing))
        if unknown:
            log.warning("The schema is newer than this version: it has %s", ", ".join(unknown))


def lacks(missing: list[str]) -> str:
    """What to say where migrations are missing."""
    return f"The schema lacks {', '.join(missing)}; run: clockwork migrate up"
