"""Calendar feeds: secret addresses of a person's time."""

import peewee
from peewee_migrate import Migrator

UP = """
CREATE TABLE feed (
    id {id} NOT NULL PRIMARY KEY,
    person_id {id} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    days INTEGER,
    project_ids TEXT,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT,
    CHECK (days BETWEEN 1 AND 36500)
);
CREATE UNIQUE INDEX feed_secret ON feed (secret_hash);
CREATE INDEX feed_person ON feed (person_id, created_at)
"""


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Add the table."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    for statement in UP.format(id="TEXT" if is_sqlite else "UUID").split(";"):
        migrator.sql(statement)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Drop it, and with it every address that was given away."""
    migrator.sql("DROP TABLE feed")
