"""The first schema: people, projects, categories, entries, tags, answers to repeat."""

import peewee
from peewee_migrate import Migrator

# Each statement ends at the version it was written for; later changes are later migrations.
TABLES = """
CREATE TABLE person (
    id {id} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE project (
    id {id} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    description TEXT,
    color TEXT NOT NULL,
    archived_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE TABLE category (
    id {id} NOT NULL PRIMARY KEY,
    project_id {id} NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    parent_id {id} REFERENCES category (id) ON DELETE NO ACTION,
    name TEXT NOT NULL,
    description TEXT,
    archived_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX category_name ON category (parent_id, name) WHERE parent_id IS NOT NULL;
CREATE UNIQUE INDEX category_name_at_top ON category (project_id, name) WHERE parent_id IS NULL;
CREATE INDEX category_project ON category (project_id, created_at, id);
CREATE TABLE entry (
    id {id} NOT NULL PRIMARY KEY,
    person_id {id} NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    category_id {id} NOT NULL REFERENCES category (id) ON DELETE RESTRICT,
    started_at BIGINT NOT NULL,
    stopped_at BIGINT,
    note TEXT,
    note_folded TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    CHECK (stopped_at >= started_at)
);
CREATE UNIQUE INDEX entry_running ON entry (person_id) WHERE stopped_at IS NULL;
CREATE INDEX entry_start ON entry (person_id, started_at, id, stopped_at, category_id);
CREATE INDEX entry_long ON entry (person_id, started_at, id)
    WHERE stopped_at IS NULL OR stopped_at - started_at > 86400000000;
CREATE INDEX entry_category ON entry (category_id, person_id, started_at, id);
CREATE TABLE tag (
    id {id} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE UNIQUE INDEX tag_name ON tag (name);
CREATE TABLE entry_tag (
    entry_id {id} NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    tag_id {id} NOT NULL REFERENCES tag (id) ON DELETE RESTRICT,
    PRIMARY KEY (entry_id, tag_id)
);
CREATE INDEX entry_tag_tag ON entry_tag (tag_id, entry_id);
CREATE TABLE answer (
    person_id {id} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    status INTEGER,
    body TEXT,
    PRIMARY KEY (person_id, key)
);
CREATE INDEX answer_created ON answer (created_at);
"""


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Create every table."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    # On SQLite a column declared UUID would have numeric affinity and mangle identifiers.
    for statement in TABLES.format(id="TEXT" if is_sqlite else "UUID").split(";"):
        if statement.strip():
            migrator.sql(statement)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Drop every table, the ones that refer to others first."""
    for table in ("answer", "entry_tag", "tag", "entry", "category", "project", "person"):
        migrator.sql(f"DROP TABLE {table}")
