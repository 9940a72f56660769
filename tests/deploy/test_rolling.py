"""Replicas replaced under load: nothing fails and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from tests.deploy.replicas import Load
from tests.image.commands import ROOT

NEW_MIGRATION = '''
"""A step of a version to come."""


def migrate(migrator, database, *, fake=False):
    migrator.sql("ALTER TABLE entry ADD COLUMN mood TEXT")
    migrator.sql("CREATE TABLE mood (name TEXT PRIMARY KEY)")


def rollback(migrator, database, *, fake=False):
    migrator.sql("DROP TABLE mood")
    migrator.sql("ALTER TABLE entry DROP COLUMN mood")
'''


@pytest.fixture
def new_version(tmp_path) -> tuple[str, ...]:
    """What makes a container one of a version with a migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    last = max(int(file.name[:3]) for file in folder.glob("[0-9]*.py"))
    (folder / f"{last + 1:03}_add_moods.py").write_text(NEW_MIGRATION)
    make_readable(tmp_path)
    return (f"--volume={folder}:/migrations:ro", "--env=MIGRATIONS_DIR=/migrations")


def make_readable(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def check(load: Load) -> None:
    assert load.failures == []
    assert load.requests > 200
    assert len(load.stopped) > 20
    assert load.lost() == []
    print(f"{load.requests} requests, {len(load.stopped)} stops acknowledged, none failed or lost")


def test_a_rolling_restart_loses_nothing(cluster):
    cluster.migrate("up")
    replicas = [cluster.start(), cluster.start()]

    with Load(cluster.proxy.port).at_work() as load:
        for replica in replicas:
            cluster.replace(replica)

    check(load)


def test_an_upgrade_of_the_schema_and_its_rollback_under_load(cluster, new_version):
    cluster.migrate("up")
    old = [cluster.start(), cluster.start()]

    with Load(cluster.proxy.port).at_work() as load:
        # The schema first, by the new version, while the old one serves; then the servers.
        assert "add_moods" in cluster.migrate("up", options=new_version)
        new = [cluster.replace(replica, *new_version) for replica in old]
        # Back: the servers first, then the schema, by the version that knows the step.
        for replica in new:
            cluster.replace(replica)
        assert "add_moods" in cluster.migrate("down", options=new_version)
        assert "add_moods" not in cluster.command("migrate", "status")

    check(load)


def test_a_version_ahead_of_its_schema_gets_no_requests(cluster, new_version):
    cluster.migrate("up")
    cluster.start()

    early = cluster.start_unready(*new_version)

    assert cluster.status(early, "/livez") == 200
    assert cluster.status(early, "/healthz") == 503
    cluster.migrate("up", options=new_version)
    cluster.wait_until_ready(early)
