"""Let an e-mail address change beside requests that merely refer to its person.

PostgreSQL takes a column of a whole unique index for one that a foreign key could point at: to
change it locks out all who refer to the row, and two such changes could wait for each other.
"""

import peewee
from peewee_migrate import Migrator

DROP = "DROP INDEX person_email"
WHOLE = "CREATE UNIQUE INDEX person_email ON person (email)"


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Make the index one of those who have an address."""
    migrator.sql(DROP)
    migrator.sql(f"{WHOLE} WHERE email IS NOT NULL")


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Make it one of all people again."""
    migrator.sql(DROP)
    migrator.sql(WHOLE)
