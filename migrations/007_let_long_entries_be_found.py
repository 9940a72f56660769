"""An index of long entries that holds all a report reads, as the index of all entries does.

With less in it, PostgreSQL preferred to read all of a person's entries.
"""

import peewee
from peewee_migrate import Migrator

DROP = "DROP INDEX entry_long"
MAKE = (
    "CREATE INDEX entry_long ON entry ({columns}) "
    "WHERE stopped_at IS NULL OR stopped_at - started_at > 86400000000"
)


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Make it anew with more columns."""
    migrator.sql(DROP)
    migrator.sql(MAKE.format(columns="person_id, started_at, id, stopped_at, category_id"))


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Make it as it was."""
    migrator.sql(DROP)
    migrator.sql(MAKE.format(columns="person_id, started_at, id"))
