"""`clockwork tidy`: delete what has had its time."""

# ruff: noqa: PLC0415

import argparse

from clockwork.cli.commands import Commands, Options, add


def add_to(commands: Commands) -> None:
    """Add the command."""
    tidy = add(commands, "tidy", "delete what is over and what nothing uses", _tidy)
    tidy.add_argument(
        "--audit-days",
        type=_days,
        metavar="N",
        help="also what the audit tells of what is more than N days ago; by default it keeps all",
    )


def _tidy(options: Options) -> None:
    from clockwork.accounts import sessions, throttle
    from clockwork.api import idempotency
    from clockwork.clock import DAY, system_clock
    from clockwork.config import load_settings, log_format
    from clockwork.db.database import connected_to
    from clockwork.imports import book
    from clockwork.observability import logs
    from clockwork.tracking import audit, tags

    logs.set_up(log_format())
    now = system_clock()
    with connected_to(load_settings()):
        _say("sessions that are over", sessions.delete_expired(now))
        _say("failed tries to sign in", throttle.delete_expired(now))
        _say("answers kept for repeated requests", idempotency.delete_expired(now))
        _say("files that nobody decided to bring", book.delete_expired(now))
        _say("tags on no entry", tags.delete_unused())
        if options.audit_days is not None:
            _say("records of the audit", audit.delete_before(now - options.audit_days * DAY))


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= 36_500:
        raise argparse.ArgumentTypeError("a whole number from 1 to 36500")
    return int(text)


def _say(what: str, count: int) -> None:
    from clockwork.observability import logs

    logs.tell(f"Deleted {what}: {count}")
