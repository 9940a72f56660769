"""Which tables belong into a backup, and which never do."""

import peewee

from clockwork.db import models

# Never in a backup, so never brought back: who was signed in or failed to, answers kept to be
# repeated, and what belongs to one installation alone.
TRANSIENT = frozenset(("answer", "secret", "session", "throttle"))
# Tables whose rows stay revoked once they were, also when an older backup says otherwise.
REVOCABLE = {"token": "revoked_at"}


def tables() -> dict[str, type[peewee.Model]]:
    """What is backed up by name, each table after those it refers to."""
    named = {table._meta.table_name: table for table in models.TABLES}
    return {name: table for name, table in named.items() if name not in TRANSIENT}


def columns(table: type[peewee.Model]) -> list[str]:
    return [field.column_name for field in table._meta.sorted_fields]
