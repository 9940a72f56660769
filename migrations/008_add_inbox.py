"""The inbox: at most one project and one category that time without a name goes to."""

import peewee
from peewee_migrate import Migrator

# With defaults, so that the version before can go on adding projects and categories. In the order
# in which requests write, so that no request and this wait for each other.
UP = """
ALTER TABLE project ADD COLUMN inbox {bool} NOT NULL DEFAULT FALSE
    CHECK (NOT inbox OR archived_at IS NULL);
ALTER TABLE category ADD COLUMN inbox {bool} NOT NULL DEFAULT FALSE
    CHECK (NOT inbox OR (archived_at IS NULL AND parent_id IS NULL));
CREATE UNIQUE INDEX project_inbox ON project (inbox) WHERE inbox;
CREATE UNIQUE INDEX category_inbox ON category (inbox) WHERE inbox
"""
DOWN = """
DROP INDEX category_inbox;
DROP INDEX project_inbox;
ALTER TABLE category DROP COLUMN inbox;
ALTER TABLE project DROP COLUMN inbox
"""


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Add the columns; nothing that is there is the inbox."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    for statement in UP.format(bool="INTEGER" if is_sqlite else "BOOLEAN").split(";"):
        migrator.sql(statement)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Drop them; what was the inbox stays, as any other project and category."""
    for statement in DOWN.split(";"):
        migrator.sql(statement)
