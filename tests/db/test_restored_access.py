"""What was taken away from somebody since a backup does not come back with it."""

import pytest

from clockwork.accounts import administration, feeds, people, removal, tokens
from clockwork.accounts.local import LOCAL_PERSON, ensure_local_person
from clockwork.accounts.passwords import verify
from clockwork.db.database import connected_to
from clockwork.errors import BackupError, NotFoundError
from clockwork.tracking.actor import Actor
from tests.backups import Backup, contents
from tests.conftest import settings_for
from tests.db.conftest import PASSWORD

ADA, EVE = "ada@x.example", "eve@x.example"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "accounts"


@pytest.fixture
def key(filled, clock, opened):
    """Ada's token, made before the backup."""
    return tokens.create(Actor(LOCAL_PERSON, clock), "mine", "track", None)[1]


def change(clock, email, **changes):
    administration.update(None, clock(), people.find(email).id, changes)


def works(key, clock):
    return tokens.find(key, clock()) is not None


def test_who_was_disabled_stays_disabled(key, clock, opened, database_url, file):
    backup = Backup.of(database_url, file)
    change(clock, EVE, disabled=True)

    backup.restore(database_url)

    assert people.find(EVE).disabled_at == clock()
    assert people.find(ADA).disabled_at is None


def test_who_was_made_a_member_stays_one(key, clock, opened, database_url, file):
    backup = Backup.of(database_url, file)
    change(clock, EVE, role="member")

    backup.restore(database_url)

    assert people.find(EVE).role == "member"
    assert people.find(ADA).role == "administrator"


def test_who_was_made_administrator_since_is_as_before(key, clock, opened, database_url, file):
    change(clock, EVE, role="member")
    backup = Backup.of(database_url, file)
    change(clock, EVE, role="administrator")

    backup.restore(database_url)

    assert people.find(EVE).role == "member"


def test_a_password_that_was_changed_stays_changed(key, clock, opened, database_url, file):
    backup = Backup.of(database_url, file)
    change(clock, ADA, password="another good password")

    backup.restore(database_url)

    assert not verify(people.find(ADA).password_hash, PASSWORD)
    assert verify(people.find(ADA).password_hash, "another good password")


def test_a_token_stays_revoked_and_others_work_on(key, filled, clock, opened, database_url, file):
    actor = Actor(LOCAL_PERSON, clock)
    gone, gone_key = tokens.create(actor, "gone", "read", None)
    backup = Backup.of(database_url, file)
    tokens.revoke(actor, LOCAL_PERSON, gone.id)

    backup.restore(database_url)

    assert works(key, clock)
    assert not works(gone_key, clock)


def test_a_calendar_stays_revoked_and_others_are_read_on(filled, clock, opened, database_url, file):
    actor = Actor(LOCAL_PERSON, clock)
    kept, kept_secret = feeds.create(actor, "kept", 7, [filled["id"]])
    gone, gone_secret = feeds.create(actor, "gone", None, [])
    backup = Backup.of(database_url, file)
    feeds.revoke(actor, gone.id)

    backup.restore(database_url)

    assert feeds.find(kept_secret, clock()).feed == kept
    with pytest.raises(NotFoundError):
        feeds.find(gone_secret, clock())


@pytest.mark.parametrize("keep_tokens", [False, True])
def test_in_another_database_only_calendars_are_read_that_are_to_be_kept(
    filled, clock, opened, database_url, other_url, file, keep_tokens
):
    feeds.create(Actor(LOCAL_PERSON, clock), "mine", None, [])
    Backup.of(database_url, file).restore(other_url, replace=False, keep_tokens=keep_tokens)

    with connected_to(settings_for(other_url)):
        assert len(feeds.list_all(LOCAL_PERSON)) == keep_tokens


@pytest.mark.parametrize("keep_tokens", [False, True])
def test_in_another_database_only_tokens_work_that_are_to_be_kept(
    key, clock, database_url, other_url, file, keep_tokens
):
    Backup.of(database_url, file).restore(other_url, replace=False, keep_tokens=keep_tokens)

    with connected_to(settings_for(other_url)):
        assert works(key, clock) is keep_tokens


def test_nothing_is_restored_that_nobody_could_administer(key, clock, opened, database_url, file):
    change(clock, EVE, role="member")
    backup = Backup.of(database_url, file)
    change(clock, EVE, role="administrator")
    change(clock, ADA, disabled=True)
    before = contents(database_url)

    with pytest.raises(BackupError, match="nobody could"):
        backup.restore(database_url)

    assert contents(database_url) == before


def test_the_local_person_of_a_new_tracker_takes_nothing_away(
    key, database_url, start_server, other_url, file
):
    """Ada took over the local person, whom a new tracker makes again."""
    backup = Backup.of(database_url, file)
    server = start_server(other_url, DB_AUTO_MIGRATE="true")
    server.call("GET", "/api/time/active")
    server.stop()

    backup.restore(other_url, replace=False)

    with connected_to(settings_for(other_url)):
        assert people.find(ADA).administers
        assert verify(people.find(ADA).password_hash, PASSWORD)


def test_who_was_removed_is_removed_again(key, clock, opened, database_url, file):
    backup, eve = Backup.of(database_url, file), people.find(EVE)
    removal.erase(None, clock(), eve.id)
    before = contents(database_url)

    for _ in range(2):
        backup.restore(database_url)
        assert people.find(EVE) is None
        assert people.find(ADA).administers

    after = contents(database_url)
    assert after["person"] == before["person"]
    assert EVE not in str(after)
    assert eve.id in str(after["audit"])


def test_a_local_person_who_is_there_again_stays(key, clock, opened, database_url, file):
    """Ada's row was the local person's; without accounts there is one again, with other time."""
    removal.erase(None, clock(), LOCAL_PERSON)
    ensure_local_person(clock)
    backup = Backup.of(database_url, file)

    backup.restore(database_url)

    assert people.get(LOCAL_PERSON).email is None
