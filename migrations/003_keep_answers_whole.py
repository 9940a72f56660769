"""Answers kept under an Idempotency-Key: what was asked, and the headers of the answer."""

import peewee
from peewee_migrate import Migrator

# Nullable, so that the version before can go on keeping answers without them. Answers about
# accounts are no longer kept: those of tokens hold their keys.
UP = """
ALTER TABLE answer ADD COLUMN body_hash TEXT;
ALTER TABLE answer ADD COLUMN headers TEXT;
DELETE FROM answer WHERE substr(key, 1, 10) = '/api/setup'
    OR substr(key, 1, 12) IN ('/api/account', '/api/session', '/api/people ')
"""
DOWN = """
ALTER TABLE answer DROP COLUMN headers;
ALTER TABLE answer DROP COLUMN body_hash
"""


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Add the columns, and delete answers that hold secrets."""
    if isinstance(database, peewee.SqliteDatabase):
        # What is deleted is overwritten in the file too.
        migrator.sql("PRAGMA secure_delete = ON")
    for statement in UP.split(";"):
        migrator.sql(statement)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Drop the columns; the deleted answers stay deleted."""
    for statement in DOWN.split(";"):
        migrator.sql(statement)
