"""Versions of what people may see, and how many entries carry a tag; the database keeps both.

Triggers do, so that whatever changes something moves its version on in the same transaction: also
a server of the version before, while it is still running beside this one.
"""

import secrets

import peewee
from peewee_migrate import Migrator

VERSION = "CREATE TABLE version (subject TEXT NOT NULL PRIMARY KEY, number BIGINT NOT NULL)"
TAG_USE = (
    "CREATE TABLE tag_use (person_id {uuid} NOT NULL, tag_id {uuid} NOT NULL, "
    "entries INTEGER NOT NULL, PRIMARY KEY (person_id, tag_id), "
    "FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE, "
    "FOREIGN KEY (tag_id) REFERENCES tag (id) ON DELETE CASCADE)"
)
TAG_USE_TAG = "CREATE INDEX tag_use_tag ON tag_use (tag_id)"
COUNT = (
    "INSERT INTO tag_use SELECT e.person_id, x.tag_id, count(*) FROM entry_tag x "
    "JOIN entry e ON e.id = x.entry_id GROUP BY e.person_id, x.tag_id"
)
# Any number that no other database began with: a client may hold versions of another one.
BEGIN = "INSERT INTO version VALUES ('shared', {number})"

MORE = "ON CONFLICT (subject) DO UPDATE SET number = version.number + 1"
SHARED = "UPDATE version SET number = number + 1 WHERE subject = 'shared'"
LESS_USED = (
    "UPDATE tag_use SET entries = entries - 1 WHERE tag_id = OLD.tag_id "
    "AND person_id = (SELECT person_id FROM entry WHERE id = OLD.entry_id)"
)
MORE_USED = (
    "INSERT INTO tag_use SELECT person_id, NEW.tag_id, 1 FROM entry WHERE id = NEW.entry_id "
    "ON CONFLICT (person_id, tag_id) DO UPDATE SET entries = tag_use.entries + 1"
)
# Before its tags go with it, when nobody could tell any more whose they were.
ENTRY_GOES = (
    "UPDATE tag_use SET entries = entries - 1 WHERE person_id = OLD.person_id "
    "AND tag_id IN (SELECT tag_id FROM entry_tag WHERE entry_id = OLD.id)"
)

# What all people share: projects, categories, and the names of people and tags.
ALL_EVENTS = ("INSERT", "UPDATE", "DELETE")
SHARED_EVENTS = (
    *(("project", event) for event in ALL_EVENTS),
    *(("category", event) for event in ALL_EVENTS),
    *(("person", "INSERT"), ("person", "UPDATE OF name"), ("person", "DELETE")),
    ("tag", "UPDATE OF name"),
)
ENTRY_EVENTS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}
TAG_EVENTS = {
    "INSERT": (MORE_USED,),
    "UPDATE": (LESS_USED, MORE_USED),
    "DELETE": (LESS_USED,),
}

FUNCTIONS = {
    "shared_changed": f"{SHARED}; RETURN NULL;",
    # In order, so that two who change the time of several people don't wait for each other.
    "time_changed": "INSERT INTO version SELECT DISTINCT person_id::text, 1 FROM changed "
    f"ORDER BY 1 {MORE}; RETURN NULL;",
    "entry_goes": f"{ENTRY_GOES}; RETURN OLD;",
    "tags_changed": f"IF TG_OP <> 'INSERT' THEN {LESS_USED}; END IF; "
    f"IF TG_OP <> 'DELETE' THEN {MORE_USED}; END IF; "
    f"INSERT INTO version SELECT person_id::text, 1 FROM entry "
    f"WHERE id = coalesce(NEW.entry_id, OLD.entry_id) {MORE}; RETURN NULL;",
}  # fmt: skip


def migrate(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Make the tables, count what is there, and keep both from now on."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    migrator.sql(VERSION)
    migrator.sql(BEGIN.format(number=secrets.randbits(53)))
    migrator.sql(TAG_USE.format(uuid="TEXT" if is_sqlite else "UUID"))
    migrator.sql(TAG_USE_TAG)
    for sql in _of_sqlite() if is_sqlite else _of_postgres():
        migrator.sql(sql)
    # Only now, when nothing can change any more without the triggers.
    migrator.sql(COUNT)


def rollback(migrator: Migrator, database: peewee.Database, *, fake: bool = False) -> None:
    """Keep neither any more."""
    is_sqlite = isinstance(database, peewee.SqliteDatabase)
    for name, table in _names():
        migrator.sql(f"DROP TRIGGER {name}" + ("" if is_sqlite else f" ON {table}"))
    for name in () if is_sqlite else FUNCTIONS:
        migrator.sql(f"DROP FUNCTION {name}()")
    migrator.sql("DROP TABLE tag_use")
    migrator.sql("DROP TABLE version")


def _name(table: str, event: str) -> str:
    return f"{table}_{event.split(maxsplit=1)[0].lower()}_moves_on"


def _names():
    events = [*SHARED_EVENTS, *(("entry", event) for event in ENTRY_EVENTS)]
    events += [("entry_tag", event) for event in TAG_EVENTS]
    return [*((_name(*pair), pair[0]) for pair in events), ("entry_goes", "entry")]


def _of_sqlite():
    moves = "INSERT INTO version {person} " + MORE
    for table, event in SHARED_EVENTS:
        yield _trigger(table, event, SHARED)
    for event, row in ENTRY_EVENTS.items():
        yield _trigger("entry", event, moves.format(person=f"VALUES ({row}.person_id, 1)"))
    for event, steps in TAG_EVENTS.items():
        entry = "OLD" if event == "DELETE" else "NEW"
        person = f"SELECT person_id, 1 FROM entry WHERE id = {entry}.entry_id"
        yield _trigger("entry_tag", event, *steps, moves.format(person=person))
    yield f"CREATE TRIGGER entry_goes BEFORE DELETE ON entry BEGIN {ENTRY_GOES}; END"


def _trigger(table: str, event: str, *steps: str) -> str:
    does = "; ".join(steps)
    return f"CREATE TRIGGER {_name(table, event)} AFTER {event} ON {table} BEGIN {does}; END"


def _of_postgres():
    # In the order in which requests write, so that no request and this wait for each other.
    yield "LOCK TABLE entry, tag, entry_tag, project, category, person IN SHARE ROW EXCLUSIVE MODE"
    for name, body in FUNCTIONS.items():
        yield f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {body} END$$"
    for table, event in SHARED_EVENTS:
        yield (
            f"CREATE TRIGGER {_name(table, event)} AFTER {event} ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION shared_changed()"
        )
    for event, row in ENTRY_EVENTS.items():
        yield (
            f"CREATE TRIGGER {_name('entry', event)} AFTER {event} ON entry "
            f"REFERENCING {row} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION time_changed()"
        )
    for event in TAG_EVENTS:
        yield (
            f"CREATE TRIGGER {_name('entry_tag', event)} AFTER {event} ON entry_tag "
            "FOR EACH ROW EXECUTE FUNCTION tags_changed()"
        )
    yield (
        "CREATE TRIGGER entry_goes BEFORE DELETE ON entry "
        "FOR EACH ROW EXECUTE FUNCTION entry_goes()"
    )
