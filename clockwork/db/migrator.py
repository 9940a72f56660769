"""Change the schema with peewee-migrate: one process at a time, one migration a transaction."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee

from clockwork.config import Settings
from clockwork.db import sqlite
from clockwork.db.database import Database, connected_to, open_database
from clockwork.db.exclusive import exclusive
from clockwork.db.patience import limit_locks, patiently
from clockwork.db.waiting import wait_for_database
from clockwork.errors import MigrationError

log = logging.getLogger("clockwork.migrate")

# Told the name of each migration before it is run or undone.
Report = Callable[[str], None]

FILE = re.compile(r"\d{3}_\w+\.py")
NAME = re.compile(r"[a-z][a-z0-9_]*")


def known(directory: Path) -> list[str]:
    """The migrations that this version of the code has, in order."""
    # peewee-migrate would create a missing folder and then find nothing to do.
    if not directory.is_dir():
        raise MigrationError(f"MIGRATIONS_DIR is {str(directory)!r}, which is not a folder.")
    return sorted(file.stem for file in directory.iterdir() if FILE.fullmatch(file.name))


def applied(database: Database) -> list[str]:
    """The migrations that the database has had, in order; none when it is new."""
    if not database.table_exists("migratehistory"):
        return []
    cursor = database.execute_sql("SELECT name FROM migratehistory ORDER BY id")
    return [name for (name,) in cursor.fetchall()]


def pending(directory: Path, database: Database) -> list[str]:
    """The migrations that the code has and the database lacks."""
    done = set(applied(database))
    return [name for name in known(directory) if name not in done]


def newer(directory: Path, database: Database) -> list[str]:
    """The migrations that the database has had and the code does not know."""
    names = set(known(directory))
    return [name for name in applied(database) if name not in names]


def up(settings: Settings, report: Report = log.info) -> list[str]:
    """Run what is pending, in order; the names of what was run. Waits for the database.

    Raises MigrationError at the first that fails: the database stays at the last good step.
    """
    known(settings.migrations_dir)
    wait_for_database(settings)
    with exclusive(settings) as database:
        names = pending(settings.migrations_dir, database)
        for name in names:
            report(name)
            _run(settings, database, name, down=False)
        return names


def down(settings: Settings, to: str | None = None, report: Report = log.info) -> list[str]:
    """Undo the last migration, or all that came after `to`; the names of what was undone.

    `to` may be "zero" for an empty schema. Raises MigrationError.
    """
    known(settings.migrations_dir)
    with exclusive(settings) as database:
        names = _after(applied(database), to)
        for name in names:
            report(name)
            _run(settings, database, name, down=True)
        return names


def status(settings: Settings) -> list[tuple[str, str]]:
    """Each migration with `applied`, `pending`, or `unknown` to this version."""
    with connected_to(settings) as database:
        done = applied(database)
    names = known(settings.migrations_dir)
    listed = [(name, "applied" if name in done else "pending") for name in names]
    return listed + [(name, "unknown") for name in done if name not in names]


def create(settings: Settings, name: str) -> Path:
    """Write an empty migration with the next number. Raises MigrationError on a bad name."""
    if not NAME.fullmatch(name):
        raise MigrationError(f"{name!r} is no name: small letters, digits and _, as add_rates.")
    known(settings.migrations_dir)
    created = _router(settings, open_database(settings)).create(name)
    return settings.migrations_dir / f"{created}.py"


def _after(done: list[str], to: str | None) -> list[str]:
    if to is None:
        return done[-1:]
    if to != "zero" and to not in done:
        raise MigrationError(f"{to!r} is not applied; see: clockwork migrate status.")
    keep = 0 if to == "zero" else done.index(to) + 1
    return done[keep:][::-1]


def _run(settings: Settings, database: Database, name: str, down: bool) -> None:
    if down and name not in known(settings.migrations_dir):
        raise MigrationError(f"{name} can't be undone by this version: it has no such migration.")
    router = _router(settings, database)

    def step() -> None:
        with _foreign_keys_unenforced(database), database.atomic():
            limit_locks(database)
            router.run_one(name, router.migrator, fake=False, downgrade=down)
            _check_foreign_keys(database)

    try:
        patiently(step, name)
    except Exception as error:
        verb = "undone" if down else "run"
        reason = " ".join(str(error).split())
        raise MigrationError(f"{name} could not be {verb}: {reason}") from error


def _router(settings: Settings, database: Database) -> Any:
    # Here and not above: serving never needs peewee-migrate, and its import is slow.
    from peewee_migrate import Migrator, Router  # noqa: PLC0415

    class FreshRouter(Router):
        """A router whose migrator replays nothing: the stock one does so under global mocks."""

        @property
        def migrator(self) -> Migrator:
            return Migrator(self.database)

    quiet = logging.getLogger("clockwork.peewee_migrate")
    quiet.setLevel(logging.CRITICAL + 1)
    return FreshRouter(database, migrate_dir=settings.migrations_dir, logger=quiet)


@contextmanager
def _foreign_keys_unenforced(database: Database) -> Iterator[None]:
    """SQLite rebuilds tables by dropping them, which would delete by cascade what refers to them.

    The pragma has no effect inside a transaction, so it surrounds it.
    """
    if not isinstance(database, sqlite.Database):
        yield
        return
    database.execute_sql("PRAGMA foreign_keys = 0")
    try:
        yield
    finally:
        database.execute_sql("PRAGMA foreign_keys = 1")


def _check_foreign_keys(database: Database) -> None:
    if not isinstance(database, sqlite.Database):
        return
    broken = database.execute_sql("PRAGMA foreign_key_check").fetchone()
    if broken:
        table, row, parent, _ = broken
        raise peewee.IntegrityError(f"row {row} of {table} refers to a missing row of {parent}")
