"""The schema: made, undone and made again the same, by one process at a time."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.app import create_app
from clockwork.config import load_settings
from clockwork.db import migrator, models
from clockwork.db.database import connected_to, execute, rows
from clockwork.errors import MigrationError
from tests.conftest import settings_for
from tests.servers import ROOT, environment, run_clockwork

BOOM = """
def migrate(migrator, database, *, fake=False):
    migrator.sql("CREATE TABLE half (id INTEGER)")
    migrator.sql("INSERT INTO nowhere VALUES (1)")


def rollback(migrator, database, *, fake=False):
    migrator.sql("DROP TABLE half")
"""

REBUILD = '''
def migrate(migrator, database, *, fake=False):
    """Rebuild the parent table by hand, as SQLite has to."""
    migrator.sql("CREATE TABLE new_project (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
                 "description TEXT, color TEXT NOT NULL, archived_at BIGINT, "
                 "created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, inbox INTEGER NOT NULL)")
    migrator.sql("INSERT INTO new_project SELECT * FROM project")
    migrator.sql("DROP TABLE project")
    migrator.sql("ALTER TABLE new_project RENAME TO project")
'''


def schema(url):
    """Tables, columns, indexes and constraints, as the database describes them."""
    with connected_to(settings_for(url)) as database:
        if url.startswith("sqlite"):
            rows = database.execute_sql(
                "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'migratehistory%'"
            ).fetchall()
            return sorted((kind, name, " ".join((sql or "").split())) for kind, name, sql in rows)
        return [sorted(database.execute_sql(query).fetchall()) for query in (
            "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
            " WHERE table_schema = 'public' AND table_name <> 'migratehistory'",
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
            " AND tablename <> 'migratehistory'",
            "SELECT conrelid::regclass::text, contype::text, pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
            " AND conrelid <> 'migratehistory'::regclass",
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        )]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """A copy of the migrations, to add to."""
    copy = tmp_path / "migrations"
    copy.mkdir()
    for file in (ROOT / "migrations").glob("*.py"):
        (copy / file.name).write_text(file.read_text())
    return copy


def test_up_down_and_up_again_is_the_same_schema(empty_url):
    settings = settings_for(empty_url)
    names = migrator.known(settings.migrations_dir)

    assert migrator.up(settings) == names
    first = schema(empty_url)
    assert migrator.up(settings) == []
    assert migrator.down(settings, "zero") == names[::-1]
    assert schema(empty_url) in ([], [[]] * 5)
    assert migrator.up(settings) == names
    assert schema(empty_url) == first


def test_the_models_are_what_the_migrations_make(empty_url, request, tmp_path):
    settings = settings_for(empty_url)
    migrator.up(settings)
    by_migrations = simplified(schema(empty_url))
    if empty_url.startswith("sqlite"):
        other = f"sqlite:///{tmp_path / 'models.db'}"
    else:
        other = request.getfixturevalue("postgres").create()
    with connected_to(settings_for(other)) as database:
        database.create_tables(models.TABLES, safe=False)
        database.execute_sql("CREATE TABLE migratehistory (id INTEGER)")
    by_models = simplified(schema(other))

    assert by_models == by_migrations


def simplified(described):
    """Without triggers, and what differs only in spelling: quotes, spaces, names of constraints."""
    if described and isinstance(described[0], tuple):
        return sorted(normal_sql(name, sql) for kind, name, sql in described if kind != "trigger")
    return described[:3]


def normal_sql(name, sql):
    # SQLite has one kind of whole number.
    sql = (
        sql.upper()
        .replace("BIGINT", "INTEGER")
        .replace('"', "")
        .replace("(", " ( ")
        .replace(")", " ) ")
        .replace(",", " , ")
    )
    words = [word for word in sql.split() if word not in ("IF", "NOT", "EXISTS", "PRIMARY", "KEY")]
    parts = " ".join(words).split(" , ")
    # peewee lists foreign keys behind the columns; only what is there counts, not where.
    flat = " ".join(parts)
    for column in ("PERSON", "CATEGORY", "PROJECT", "PARENT", "ENTRY", "TAG"):
        flat = flat.replace(f"FOREIGN ( {column}_ID )", "")
    return name, sorted(flat.replace("(", " ").replace(")", " ").split())


def test_two_at_once_run_each_migration_once(empty_url, tmp_path):
    command = [sys.executable, "-m", "clockwork", "migrate", "up"]
    processes = [
        subprocess.Popen(command, env=environment(empty_url), cwd=tmp_path, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]  # fmt: skip
    outputs = [process.communicate(timeout=60) for process in processes]

    assert [process.returncode for process in processes] == [0] * 4, outputs
    names = migrator.known(ROOT / "migrations")
    for name in names:
        assert sum(f"Running {name}" in out for out, _ in outputs) == 1
    with connected_to(settings_for(empty_url)) as database:
        assert migrator.applied(database) == names


def test_a_failing_migration_leaves_the_last_good_step(empty_url, folder):
    (folder / "998_add_good.py").write_text(
        BOOM.replace("INSERT INTO nowhere VALUES (1)", "INSERT INTO half VALUES (1)")
    )
    (folder / "999_add_bad.py").write_text(BOOM.replace("half", "worse"))

    done = run_clockwork(
        *("migrate", "up"), database_url=empty_url, cwd=folder.parent, MIGRATIONS_DIR=str(folder)
    )

    assert done.returncode == 1
    assert done.stderr.startswith("clockwork: 999_add_bad could not be run: ")
    assert "nowhere" in done.stderr
    assert done.stderr.count("\n") == 1
    with connected_to(settings_for(empty_url)) as database:
        assert migrator.applied(database)[-1] == "998_add_good"
        assert database.table_exists("half")
        assert not database.table_exists("worse")


def test_rebuilding_a_table_deletes_nothing_that_refers_to_it(tmp_path, folder):
    url = f"sqlite:///{tmp_path / 'clockwork.db'}"
    migrator.up(settings_for(url))
    with connected_to(settings_for(url)) as database:
        database.execute_sql("INSERT INTO project VALUES ('p', 'P', NULL, 'blue', NULL, 1, 1, 0)")
        database.execute_sql(
            "INSERT INTO category (id, project_id, name, created_at, updated_at) "
            "VALUES ('c', 'p', 'C', 1, 1)"
        )
    (folder / "999_rebuild_project.py").write_text(REBUILD)

    migrator.up(settings_for(url, migrations_dir=folder))

    with connected_to(settings_for(url)) as database:
        assert database.execute_sql("SELECT count(*) FROM category").fetchone() == (1,)
        assert database.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_migration_that_breaks_a_reference_is_not_committed(tmp_path, folder):
    url = f"sqlite:///{tmp_path / 'clockwork.db'}"
    (folder / "999_lose_people.py").write_text(
        BOOM.replace("INSERT INTO nowhere VALUES (1)",
                     "INSERT INTO answer (person_id, key, created_at) VALUES ('nobody', 'k', 1)")
    )  # fmt: skip

    with pytest.raises(MigrationError, match=r"999_lose_people.*answer.*person"):
        migrator.up(settings_for(url, migrations_dir=folder))

    with connected_to(settings_for(url)) as database:
        assert not database.table_exists("half")


def test_status_tells_what_was_run_and_what_is_pending(empty_url, folder):
    settings = settings_for(empty_url, migrations_dir=folder)
    migrator.up(settings)
    names = migrator.known(folder)
    (folder / "998_add_more.py").write_text(BOOM)

    assert migrator.status(settings) == [
        *((name, "applied") for name in names),
        ("998_add_more", "pending"),
    ]
    (folder / "998_add_more.py").unlink()
    (folder / f"{names[-1]}.py").unlink()
    assert migrator.status(settings)[-1] == (names[-1], "unknown")


def test_down_goes_one_step_or_to_a_name(empty_url, folder):
    settings = settings_for(empty_url, migrations_dir=folder)
    for number in (997, 998):
        (folder / f"{number}_add_table.py").write_text(
            BOOM.replace("half", f"half_{number}").replace("nowhere", f"half_{number}")
        )
    names = migrator.up(settings)

    assert migrator.down(settings) == ["998_add_table"]
    assert migrator.down(settings, names[0]) == names[1:-1][::-1]
    with pytest.raises(MigrationError, match="not applied"):
        migrator.down(settings, "998_add_table")


def test_a_new_migration_gets_the_next_number(empty_url, folder):
    settings = settings_for(empty_url, migrations_dir=folder)
    count = len(migrator.known(folder))

    assert migrator.create(settings, "add_rates").name == f"{count + 1:03}_add_rates.py"
    for bad in ("Add", "../x", "a b", ""):
        with pytest.raises(MigrationError):
            migrator.create(settings, bad)


def test_a_missing_folder_is_an_error_and_stays_missing(empty_url, tmp_path):
    gone = tmp_path / "gone"

    with pytest.raises(MigrationError, match="MIGRATIONS_DIR"):
        migrator.up(settings_for(empty_url, migrations_dir=gone))
    assert not gone.exists()


def test_files_are_for_their_owner_alone(tmp_path):
    file = tmp_path / "new" / "clockwork.db"
    migrator.up(settings_for(f"sqlite:///{file}"))
    with sqlite3.connect(file) as keep_open:
        keep_open.execute("SELECT count(*) FROM person")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    keep_open.close()

    assert set(modes.values()) == {0o600}, modes


def test_the_log_names_what_to_run_while_the_schema_is_behind(empty_url, start_server):
    server = start_server(empty_url, DB_AUTO_MIGRATE="false")

    status, health = server.call("GET", "/healthz")

    assert (status, health["ok"], health["db"]) == (503, False, "up")
    assert "clockwork migrate up" in health["message"]
    assert any("clockwork migrate up" in line for line in server.log)
    done = run_clockwork("migrate", "up", database_url=empty_url, cwd=Path("/"))
    assert done.returncode == 0, done.stderr
    assert server.call("GET", "/healthz")[0] == 200


def test_a_newer_schema_is_served_with_a_warning(empty_url, start_server, folder):
    (folder / "999_add_later.py").write_text(BOOM.replace("nowhere", "half"))
    migrator.up(settings_for(empty_url, migrations_dir=folder))

    server = start_server(empty_url)

    assert server.call("GET", "/healthz")[0] == 200
    assert server.call("POST", "/api/projects", {"name": "x"})[0] == 201
    assert any("999_add_later" in line and "newer" in line for line in server.log)


def test_serving_migrates_by_itself_on_sqlite_only(tmp_path, postgres, start_server):
    assert start_server(f"sqlite:///{tmp_path / 'a.db'}").call("GET", "/healthz")[0] == 200
    url = postgres.create()
    assert load_settings({"DATABASE_URL": url}).db_auto_migrate is False
    assert start_server(url).call("GET", "/healthz")[0] == 503
    assert start_server(url, DB_AUTO_MIGRATE="true").call("GET", "/healthz")[0] == 200


KEPT_BEFORE = {
    "/api/account/tokens k": '{"key": "cw_secret"}',
    "/api/account/password k": "{}",
    "/api/session k": "{}",
    "/api/setup k": "{}",
    "/api/people k": "{}",
    "/api/projects k": '{"name":"first"}',
}


def test_kept_answers_that_hold_secrets_go_and_the_others_are_still_given(
    empty_url, clock, tmp_path
):
    settings = settings_for(empty_url)
    migrator.up(settings)
    migrator.down(settings, "002_add_accounts")
    with connected_to(settings) as database:
        ensure_local_person(clock)
        for key, body in KEPT_BEFORE.items():
            sql = "INSERT INTO answer VALUES (?, ?, ?, 201, ?)".replace("?", database.param)
            database.execute_sql(sql, (LOCAL_PERSON, key, clock(), body))

    migrator.up(settings)

    with connected_to(settings) as database:
        assert database.execute_sql("SELECT key FROM answer").fetchall() == [("/api/projects k",)]
    for file in tmp_path.glob("clockwork.db*"):
        assert b"cw_secret" not in file.read_bytes()
    app = create_app(settings, clock)
    again = app.test_client().post(
        "/api/projects", json={"name": "first"}, headers={"Idempotency-Key": "k"}
    )
    assert (again.status_code, again.json) == (201, {"name": "first"})
    app.database.close_all()


def test_what_was_there_before_the_inbox_is_not_it(empty_url):
    """Nor is what a server of the version before adds beside it."""
    settings = settings_for(empty_url)
    names = migrator.known(settings.migrations_dir)
    before = names[names.index("008_add_inbox") - 1]
    migrator.up(settings)
    migrator.down(settings, before)

    def add(number):
        project, category = (f"00000000-0000-4000-{kind}-{number:012}" for kind in (8000, 9000))
        execute("INSERT INTO project (id, name, color, created_at, updated_at) "
                "VALUES (?, 'P', 'blue', 1, 1)", project)  # fmt: skip
        execute("INSERT INTO category (id, project_id, name, created_at, updated_at) "
                "VALUES (?, ?, 'C', 1, 1)", category, project)  # fmt: skip

    with connected_to(settings):
        add(1)
    migrator.up(settings)
    with connected_to(settings):
        add(2)
        for table in ("project", "category"):
            assert [bool(one) for (one,) in rows(f"SELECT inbox FROM {table}")] == [False] * 2


def test_without_the_migration_the_inbox_is_an_ordinary_project(tracker, database_url, clock):
    started = tracker.done("POST", "/api/time/start", {"categoryId": None})
    settings = settings_for(database_url)
    names = migrator.known(settings.migrations_dir)

    migrator.down(settings, names[names.index("008_add_inbox") - 1])
    migrator.up(settings)

    assert tracker.active() == started
    assert [one["inbox"] for one in tracker.done("GET", "/api/projects")] == [False]
    clock.advance(60)
    again = tracker.done("POST", "/api/time/start", {"categoryId": None})
    assert again["projectId"] != started["projectId"]


def test_a_change_that_gets_no_lock_lets_others_work_and_is_tried_again(own_postgres, folder):
    url = own_postgres.create()
    migrator.up(settings_for(url))
    (folder / "999_add_moods.py").write_text(
        BOOM.replace("INSERT INTO nowhere VALUES (1)", "ALTER TABLE entry ADD COLUMN mood TEXT")
    )
    name = url.removeprefix("postgresql:///").partition("?")[0]
    with closing(psycopg2.connect(url)) as reader:
        reader.cursor().execute("SELECT count(*) FROM entry")
        migration = subprocess.Popen(
            [sys.executable, "-m", "clockwork", "migrate", "up"], cwd=folder.parent,
            env=environment(url, MIGRATIONS_DIR=str(folder)), stderr=subprocess.PIPE, text=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        assert "999_add_moods waits for a lock" in migration.stderr.readline()
        # Would wait for as long as the change does, if that held on.
        assert own_postgres.execute("SELECT count(*) FROM entry", name) == [(0,)]
    _, said = migration.communicate(timeout=60)

    assert migration.returncode == 0, said
    assert own_postgres.execute("SELECT mood FROM entry", name) == []
