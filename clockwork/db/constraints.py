"""Which constraint of the database a change broke."""

import sqlite3
from typing import Any

import peewee


def is_key_taken(error: peewee.IntegrityError) -> bool:
    """Whether a row has that primary key already."""
    original: Any = getattr(error, "orig", error)
    if isinstance(original, sqlite3.Error):
        return original.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY
    # So PostgreSQL names the constraint of a primary key.
    return (original.diag.constraint_name or "").endswith("_pkey")


def is_reference_missing(error: Exception) -> bool:
    """Whether a row refers to one that is not there."""
    original: Any = getattr(error, "orig", error)
    if isinstance(original, sqlite3.Error):
        return original.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
    # PostgreSQL: foreign_key_violation.
    return getattr(original, "pgcode", None) == "23503"
