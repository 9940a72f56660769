"""The tables: columns, constraints and indexes; no rules.

Times are microseconds since 1970 in UTC. Identifiers are canonical UUID texts.
The migrations make these tables; a test holds the two equal.
"""

from peewee import (
    SQL,
    BigIntegerField,
    BlobField,
    BooleanField,
    Check,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from clockwork.clock import DAY
from clockwork.db.database import database

# Entries that run or last longer than a day have an index of their own, so that "which
# entries reach into this range" looks back one day and no further.
IS_LONG = f"stopped_at IS NULL OR stopped_at - started_at > {DAY}"


class IdField(Field):
    """A UUID as its canonical text: `UUID` on PostgreSQL, `TEXT` on SQLite."""

    field_type = "UUID"


class Table(Model):
    """Base of all tables."""

    class Meta:
        """Bound to whichever database the thread works on."""

        database = database
        legacy_table_names = False


class Person(Table):
    """Who tracks time; signs in with `email`, or is named so by a reverse proxy."""

    id = IdField(primary_key=True)
    name = TextField()
    created_at = BigIntegerField()
    email = TextField(null=True)
    role = TextField(constraints=[SQL("DEFAULT 'member'")])
    zone = TextField(constraints=[SQL("DEFAULT 'UTC'")])
    disabled_at = BigIntegerField(null=True)
    password_hash = TextField(null=True)


class Project(Table):
    """What time is tracked on; shared by all. One may be the inbox."""

    id = IdField(primary_key=True)
    name = TextField()
    description = TextField(null=True)
    color = TextField()
    archived_at = BigIntegerField(null=True)
    created_at = BigIntegerField()
    updated_at = BigIntegerField()
    inbox = BooleanField(constraints=[SQL("DEFAULT FALSE")])

    class Meta:
        """Time can always be started in the inbox."""

        constraints = [Check("NOT inbox OR archived_at IS NULL")]


class Category(Table):
    """A node in a project's tree. Names are unique among siblings. One may be the inbox."""

    id = IdField(primary_key=True)
    project = ForeignKeyField(Project, on_delete="CASCADE", index=False)
    parent = ForeignKeyField("self", null=True, on_delete="NO ACTION", index=False)
    name = TextField()
    description = TextField(null=True)
    archived_at = BigIntegerField(null=True)
    created_at = BigIntegerField()
    updated_at = BigIntegerField()
    inbox = BooleanField(constraints=[SQL("DEFAULT FALSE")])

    class Meta:
        """Two indexes for the names, because NULLs are never equal."""

        constraints = [
            Check("parent_id <> id"),
            Check("NOT inbox OR (archived_at IS NULL AND parent_id IS NULL)"),
        ]


class Entry(Table):
    """Time of one person in one category; running while `stopped_at` is NULL."""

    id = IdField(primary_key=True)
    person = ForeignKeyField(Person, on_delete="RESTRICT", index=False)
    category = ForeignKeyField(Category, on_delete="RESTRICT", index=False)
    started_at = BigIntegerField()
    stopped_at = BigIntegerField(null=True)
    note = TextField(null=True)
    note_folded = TextField(null=True)
    created_at = BigIntegerField()
    updated_at = BigIntegerField()

    class Meta:
        """Time never runs backwards."""

        constraints = [Check("stopped_at >= started_at")]


class Tag(Table):
    """A word on entries."""

    id = IdField(primary_key=True)
    name = TextField()


class EntryTag(Table):
    """Which entry carries which tag."""

    entry = ForeignKeyField(Entry, on_delete="CASCADE", index=False)
    tag = ForeignKeyField(Tag, on_delete="RESTRICT", index=False)

    class Meta:
        """A tag is on an entry once."""

        primary_key = False
        constraints = [SQL("PRIMARY KEY (entry_id, tag_id)")]


class TagUse(Table):
    """How many of a person's entries carry a tag; kept by triggers, so that nobody counts."""

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    tag = ForeignKeyField(Tag, on_delete="CASCADE", index=False)
    entries = IntegerField()

    class Meta:
        """A number for a person and tag."""

        primary_key = False
        constraints = [SQL("PRIMARY KEY (person_id, tag_id)")]


class Version(Table):
    """How often something changed: a person's time, or, as `shared`, what all people see.

    Triggers move it on in the transaction of the change.
    """

    subject = TextField(primary_key=True)
    number = BigIntegerField()


class Answer(Table):
    """The answer to a request with an Idempotency-Key, kept to be given again.

    `body_hash` is of what was sent, `headers` and `body` of what was answered.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    key = TextField()
    created_at = BigIntegerField()
    status = IntegerField(null=True)
    body = TextField(null=True)
    body_hash = TextField(null=True)
    headers = TextField(null=True)

    class Meta:
        """One answer for a person and key."""

        primary_key = False
        constraints = [SQL("PRIMARY KEY (person_id, key)")]


class Session(Table):
    """A browser that is signed in; the token that it holds is kept hashed."""

    id = IdField(primary_key=True)
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    token_hash = TextField()
    created_at = BigIntegerField()
    seen_at = BigIntegerField()
    address = TextField()
    agent = TextField()


class Token(Table):
    """A key for a script, kept hashed."""

    id = IdField(primary_key=True)
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    name = TextField()
    scope = TextField()
    token_hash = TextField()
    created_at = BigIntegerField()
    expires_at = BigIntegerField(null=True)
    used_at = BigIntegerField(null=True)
    revoked_at = BigIntegerField(null=True)


class Feed(Table):
    """A secret address of a person's time for calendars; the secret is kept hashed.

    Of the last `days`, or of all of them; `project_ids` with spaces between them, or all projects.
    """

    id = IdField(primary_key=True)
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    name = TextField()
    secret_hash = TextField()
    days = IntegerField(null=True)
    project_ids = TextField(null=True)
    created_at = BigIntegerField()
    used_at = BigIntegerField(null=True)
    revoked_at = BigIntegerField(null=True)

    class Meta:
        """As far back as a hundred years."""

        constraints = [Check("days BETWEEN 1 AND 36500")]


class Throttle(Table):
    """Failed sign-ins of a person or from an address."""

    key = TextField(primary_key=True)
    failures = IntegerField()
    blocked_until = BigIntegerField()
    failed_at = BigIntegerField()


class Secret(Table):
    """What this installation alone knows: hashes of set-up codes, the key of CSRF tokens."""

    name = TextField(primary_key=True)
    value = TextField()
    created_at = BigIntegerField()


class Import(Table):
    """A file that somebody brought: its choices, and once it was done, what it made.

    `choices`, `summary` and `made` are JSON objects.
    """

    id = IdField(primary_key=True)
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    name = TextField()
    format = TextField(null=True)
    state = TextField()
    created_at = BigIntegerField()
    ended_at = BigIntegerField(null=True)
    choices = TextField()
    summary = TextField()
    made = TextField()

    class Meta:
        """Looked at, done, or taken back."""

        constraints = [Check("state IN ('draft', 'done', 'undone')")]


class ImportPart(Table):
    """A piece of a packed file, as long as its import is not done."""

    source = ForeignKeyField(Import, on_delete="CASCADE", index=False)
    number = IntegerField()
    data = BlobField()

    class Meta:
        """In order."""

        primary_key = False
        constraints = [SQL("PRIMARY KEY (source_id, number)")]


class ImportEntry(Table):
    """Which import made an entry, of which row, and when the entry was like that."""

    entry = ForeignKeyField(Entry, primary_key=True, on_delete="CASCADE")
    source = ForeignKeyField(Import, on_delete="CASCADE", index=False)
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    key = TextField()
    updated_at = BigIntegerField()


class Audit(Table):
    """Who changed what and when; kept when what it tells of is gone."""

    id = IdField(primary_key=True)
    at = BigIntegerField()
    actor_id = IdField(null=True)
    action = TextField()
    kind = TextField()
    object_id = IdField()
    details = TextField()


TABLES = (
    *(Person, Project, Category, Entry, Tag, EntryTag, TagUse, Version, Answer),
    *(Session, Token, Feed, Throttle, Secret, Import, ImportPart, ImportEntry, Audit),
)

# Indexes in SQL, because peewee's own can't carry all of this: partial, several columns, names.
# Entries have the columns that lists and reports read, so that these never touch the table.
INDEXES = {
    # Partial, so that PostgreSQL does not take the address for what a foreign key points at.
    Person: ("CREATE UNIQUE INDEX person_email ON person (email) WHERE email IS NOT NULL",),
    Session: (
        "CREATE UNIQUE INDEX session_token ON session (token_hash)",
        "CREATE INDEX session_person ON session (person_id, seen_at)",
    ),
    Token: (
        "CREATE UNIQUE INDEX token_hash ON token (token_hash)",
        "CREATE INDEX token_person ON token (person_id, created_at)",
    ),
    Feed: (
        "CREATE UNIQUE INDEX feed_secret ON feed (secret_hash)",
        "CREATE INDEX feed_person ON feed (person_id, created_at)",
    ),
    Throttle: ("CREATE INDEX throttle_failed ON throttle (failed_at)",),
    Audit: ("CREATE INDEX audit_at ON audit (at, id)",),
    Project: ("CREATE UNIQUE INDEX project_inbox ON project (inbox) WHERE inbox",),
    Category: (
        "CREATE UNIQUE INDEX category_name ON category (parent_id, name) "
        "WHERE parent_id IS NOT NULL",
        "CREATE UNIQUE INDEX category_name_at_top ON category (project_id, name) "
        "WHERE parent_id IS NULL",
        "CREATE INDEX category_project ON category (project_id, created_at, id)",
        "CREATE UNIQUE INDEX category_inbox ON category (inbox) WHERE inbox",
    ),
    Entry: (
        "CREATE UNIQUE INDEX entry_running ON entry (person_id) WHERE stopped_at IS NULL",
        "CREATE INDEX entry_start ON entry (person_id, started_at, id, stopped_at, category_id)",
        "CREATE INDEX entry_long ON entry (person_id, started_at, id, stopped_at, category_id) "
        f"WHERE {IS_LONG}",
        "CREATE INDEX entry_category ON entry (category_id, person_id, started_at, id)",
    ),
    Tag: ("CREATE UNIQUE INDEX tag_name ON tag (name)",),
    EntryTag: ("CREATE INDEX entry_tag_tag ON entry_tag (tag_id, entry_id)",),
    TagUse: ("CREATE INDEX tag_use_tag ON tag_use (tag_id)",),
    Import: ("CREATE INDEX import_person ON import (person_id, created_at, id)",),
    ImportEntry: (
        # A row is brought once, also when two bring it at once.
        "CREATE UNIQUE INDEX import_entry_key ON import_entry (person_id, key)",
        "CREATE INDEX import_entry_source ON import_entry (source_id)",
    ),
    Answer: ("CREATE INDEX answer_created ON answer (created_at)",),
}
for table, statements in INDEXES.items():
    for statement in statements:
        table.add_index(SQL(statement))
