"""What is kept has an end."""

from clockwork.accounts import sessions
from clockwork.clock import DAY
from clockwork.db.database import connected
from clockwork.tracking import audit
from tests.api.people import Team

OBJECT = "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d"


def test_sessions_that_are_over_are_deleted(make_app, clock):
    app = make_app(auth_mode="password")
    team = Team(app, clock)
    over = team.signed_in(team.bob)
    clock.now += 30 * DAY
    alice = team.signed_in(team.alice)

    with connected(app.database):
        assert sessions.delete_expired(clock()) == 1
        assert sessions.delete_expired(clock()) == 0

    assert alice.done("GET", "/api/projects") == []
    clock.now -= DAY
    assert over.refused("GET", "/api/projects") == (401, "unauthenticated")


def test_the_audit_is_deleted_up_to_a_moment(opened):
    for at in (1, 2, 3):
        audit.write(at, None, "changed", "person", OBJECT)

    assert audit.delete_before(3) == 2
    assert [record.at for record in audit.page(10, None)] == [3]
