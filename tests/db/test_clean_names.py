"""Names that older versions took are written anew, so that whatever there is can be backed up."""

import pytest

from clockwork.db import migrator
from clockwork.db.database import connected_to
from clockwork.db.models import Category, Person, Project, Tag, Token
from tests.backups import Backup
from tests.conftest import settings_for


def uuid(number):
    return f"00000000-0000-4000-9000-{number:012}"


@pytest.fixture
def old(empty_url):
    """A database with names that no request can make any more."""
    settings = settings_for(empty_url)
    migrator.up(settings)
    names = migrator.known(settings.migrations_dir)
    migrator.down(settings, names[names.index("005_clean_names") - 1])
    with connected_to(settings):
        made = {"created_at": 1, "updated_at": 1}
        Person.create(id=uuid(1), name="  e\u0301 " + "x" * 300, email="a\x1bb", created_at=1)
        Project.create(
            id=uuid(1), name="\x00\n" if "sqlite" in empty_url else "\n", color="blue", **made
        )
        for number, name in enumerate(("a\nb", "a b", "kept")):
            Category.create(id=uuid(number), project=uuid(1), name=name, **made)
            Tag.create(id=uuid(number), name=name)
        Token.create(id=uuid(1), person=uuid(1), name="a\x9b31m", scope="read",
                     token_hash="0" * 64, created_at=1)  # fmt: skip
    return empty_url


def test_names_are_written_anew_and_can_be_restored(old, tmp_path):
    migrator.up(settings_for(old))

    with connected_to(settings_for(old)):
        person = Person.get()
        assert (person.name, person.email) == ("é " + "x" * 198, "a b")
        assert Project.get().name == "?"
        told_apart = ["a b", f"a b {uuid(0)[:8]}", "kept"]
        assert sorted(row.name for row in Category.select()) == told_apart
        assert sorted(row.name for row in Tag.select()) == told_apart
        assert Token.get().name == "a 31m"
    Backup.of(old, tmp_path / "backup").restore(old)
