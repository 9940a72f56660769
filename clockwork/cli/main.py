"""`clockwork` and its commands."""

import argparse
import sys
from collections.abc import Sequence

from clockwork.cli import backup, export, imports, migrate, serve, show, tidy, user
from clockwork.errors import BackupError, ClockworkError, MigrationError, SettingError
from clockwork.printable import printable


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status. Errors are one line on standard error."""
    options = _parser().parse_args(arguments)
    try:
        status: int | None = options.run(options)
    except (SettingError, MigrationError, BackupError, ClockworkError) as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if _is_expected(error):
            return _fail(" ".join(str(error).split()))
        return _fail("This is a fault of the program.", error)
    return status or 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clockwork", description="Track time.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in (serve, migrate, backup, imports, export, tidy, user, show):
        module.add_to(commands)
    return parser


def _is_expected(error: Exception) -> bool:
    """Whether the message says enough: the machine refused, not the program."""
    import peewee  # noqa: PLC0415 - only needed when something went wrong

    return isinstance(error, OSError | peewee.PeeweeException) or (
        type(error).__module__.startswith("psycopg2")
    )


def _fail(message: str, cause: Exception | None = None) -> int:
    """Say why: in the log where that is JSON, else in a line of its own, or with the traceback."""
    from clockwork.observability import logs  # noqa: PLC0415 - only needed when something went wrong

    if logs.is_json():
        logs.log.critical(message, exc_info=cause)
    elif cause:
        raise cause
    else:
        print(f"clockwork: {printable(message)}", file=sys.stderr)
    return 1
