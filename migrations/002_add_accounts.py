"""Accounts: what a person signs in with, sessions, tokens, throttling, and the audit."""

import peewee
from peewee_migrate import Migrator

# New columns have defaults, so that the version before can go on adding people.
UP = """
ALTER TABLE person ADD COLUMN email TEXT;
ALTER TABLE person ADD COLUMN role TEXT NOT NULL DEFAULT 'member';
ALTER TABLE person ADD COLUMN zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE person ADD COLUMN disabled_at BIGINT;
ALTER TABLE person ADD COLUMN password_hash TEXT;
CREATE UNIQUE INDEX person_email ON person (email);
CREATE TABLE session (
    id {id} NOT NULL PRIMARY KEY,
    person_id {id} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE UNIQUE INDEX session_token ON session (token_hash);
CREATE INDEX session_person ON session (person_id, seen_at);
CREATE TABLE token (
    id {id} NOT NULL PRIMARY KEY,
    person_id {id} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX token_hash ON token (token_hash);
CREATE INDEX token_person ON token (person_id, created_at);
CREATE TABLE throttle (
    key TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    failed_at BIGINT NOT NULL
);
CREATE INDEX throttle_failed ON throttle (failed_at);
CREATE TABLE secret (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE audit (
    id {id} NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id {id},
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_id {id} NOT NULL,
    details TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at, id)
"""
DOWN = """
DROP TABLE audit;
DROP TABLE secret;
DROP TABLE throttle;
DROP TABLE token;
DROP TABLE session;
DROP INDEX person_email;
ALTER TABLE person DROP COLUMN password_hash;
ALTER TABLE person DROP COLUMN disabled_at;
ALTER TABLE person DROP COLUMN zone;
ALTER TABLE person DROP COLUMN role;
ALTER TABLE person DROP COLUMN email
"""


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Add columns and tables."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    for statement in UP.format(id="TEXT" if is_sqlite else "UUID").split(";"):
        migrator.sql(statement)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Drop them again, and with them every password, session and token."""
    for statement in DOWN.split(";"):
        migrator.sql(statement)
