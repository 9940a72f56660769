"""Whether this server may be given requests."""

import logging
import threading
from dataclasses import dataclass, field

from clockwork.clock import SECOND, Clock
from clockwork.config import Settings
from clockwork.db import migrator
from clockwork.db.database import GONE, Database, connected

log = logging.getLogger("clockwork.health")

# Somebody may undo a migration while the server runs.
SCHEMA_HOLDS = 2 * SECOND


@dataclass(slots=True)
class Readiness:
    """Whether the server is on its way in or out, and when the schema was last found current."""

    settings: Settings
    clock: Clock
    starting: threading.Event = field(default_factory=threading.Event)
    draining: threading.Event = field(default_factory=threading.Event)
    current_at: int | None = None

    def behind(self, opened: Database) -> list[str]:
        """The migrations that are missing; asks again only a while after there were none."""
        now = self.clock()
        if self.current_at is not None and 0 <= now - self.current_at < SCHEMA_HOLDS:
            return []
        missing = migrator.pending(self.settings.migrations_dir, opened)
        self.current_at = None if missing else now
        return missing

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
            log.error("The schema lacks %s; run: clockwork migrate up", ", ".join(missing))
        if unknown:
            log.warning("The schema is newer than this version: it has %s", ", ".join(unknown))
