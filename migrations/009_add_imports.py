"""Imports: what was brought from elsewhere, so that nothing comes twice and all can be taken back.

On PostgreSQL the tags of many entries are counted at once from now on: one by one, each makes
another version of the same row, which takes the square of their number within a transaction.
"""

import peewee
from peewee_migrate import Migrator

TABLES = """
CREATE TABLE import (
    id {uuid} NOT NULL PRIMARY KEY, person_id {uuid} NOT NULL, name TEXT NOT NULL, format TEXT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'done', 'undone')),
    created_at BIGINT NOT NULL, ended_at BIGINT,
    choices TEXT NOT NULL, summary TEXT NOT NULL, made TEXT NOT NULL,
    FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE);
CREATE INDEX import_person ON import (person_id, created_at, id);
CREATE TABLE import_part (
    source_id {uuid} NOT NULL, number INTEGER NOT NULL, data {bytes} NOT NULL,
    PRIMARY KEY (source_id, number),
    FOREIGN KEY (source_id) REFERENCES import (id) ON DELETE CASCADE);
CREATE TABLE import_entry (
    entry_id {uuid} NOT NULL PRIMARY KEY, source_id {uuid} NOT NULL, person_id {uuid} NOT NULL,
    key TEXT NOT NULL, updated_at BIGINT NOT NULL,
    FOREIGN KEY (entry_id) REFERENCES entry (id) ON DELETE CASCADE,
    FOREIGN KEY (source_id) REFERENCES import (id) ON DELETE CASCADE,
    FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE);
CREATE UNIQUE INDEX import_entry_key ON import_entry (person_id, key);
CREATE INDEX import_entry_source ON import_entry (source_id)
"""

# By event, the rows that it changed.
EVENTS = {"insert": "NEW", "delete": "OLD"}
COUNTED = (
    "SELECT e.person_id, c.tag_id, count(*) FROM changed c JOIN entry e ON e.id = c.entry_id "
    "GROUP BY e.person_id, c.tag_id ORDER BY 1, 2"
)
TAG_USES = {
    "insert": f"INSERT INTO tag_use {COUNTED} ON CONFLICT (person_id, tag_id) "
    "DO UPDATE SET entries = tag_use.entries + EXCLUDED.entries",
    "delete": f"UPDATE tag_use u SET entries = u.entries - n.count FROM ({COUNTED}) n "
    "WHERE u.person_id = n.person_id AND u.tag_id = n.tag_id",
}
MOVES_ON = (
    "INSERT INTO version SELECT DISTINCT e.person_id::text, 1 FROM changed c "
    "JOIN entry e ON e.id = c.entry_id ORDER BY 1 "
    "ON CONFLICT (subject) DO UPDATE SET number = version.number + 1"
)


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Make the tables; count tags at once."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    kinds = {"uuid": "TEXT", "bytes": "BLOB"} if is_sqlite else {"uuid": "UUID", "bytes": "BYTEA"}
    for statement in TABLES.format(**kinds).split(";"):
        migrator.sql(statement)
    if not is_sqlite:
        _count_at_once(migrator)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Drop them; count tags one by one."""
    if not isinstance(database, peewee.SqliteDatabase):
        _count_one_by_one(migrator)
    for table in ("import_entry", "import_part", "import"):
        migrator.sql(f"DROP TABLE {table}")


def _count_at_once(migrator: Migrator) -> None:
    for event, rows in EVENTS.items():
        migrator.sql(f"DROP TRIGGER entry_tag_{event}_moves_on ON entry_tag")
        migrator.sql(
            f"CREATE FUNCTION tags_{event}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$BEGIN {TAG_USES[event]}; {MOVES_ON}; RETURN NULL; END$$"
        )
        migrator.sql(
            f"CREATE TRIGGER entry_tag_{event}_moves_on AFTER {event} ON entry_tag "
            f"REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT "
            f"EXECUTE FUNCTION tags_{event}()"
        )


def _count_one_by_one(migrator: Migrator) -> None:
    for event in EVENTS:
        migrator.sql(f"DROP TRIGGER entry_tag_{event}_moves_on ON entry_tag")
        migrator.sql(f"DROP FUNCTION tags_{event}()")
        migrator.sql(
            f"CREATE TRIGGER entry_tag_{event}_moves_on AFTER {event} ON entry_tag "
            "FOR EACH ROW EXECUTE FUNCTION tags_changed()"
        )
