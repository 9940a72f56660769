"""The command line. Each command imports what it needs, so that each starts fast."""

# ruff: noqa: PLC0415

import argparse
import sys
from collections.abc import Sequence

from clockwork.errors import BackupError, ClockworkError, MigrationError, SettingError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status. Errors are one line on standard error."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except (SettingError, MigrationError, BackupError, ClockworkError) as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if _is_expected(error):
            return _fail(" ".join(str(error).split()))
        raise
    return status


def _is_expected(error: Exception) -> bool:
    """Whether the message says enough: the machine refused, not the program."""
    import peewee

    return isinstance(error, OSError | peewee.PeeweeException) or (
        type(error).__module__.startswith("psycopg2")
    )


def _fail(message: str) -> int:
    print(f"clockwork: {message}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clockwork", description="Track time.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    serve = commands.add_parser("serve", help="serve the page and the API")
    serve.set_defaults(run=_serve)
    _add_migrate(commands.add_parser("migrate", help="change the database's schema"))
    check = commands.add_parser("healthcheck", help="exit 0 when a server is healthy, else 1")
    check.add_argument("url", nargs="?", help="by default http://127.0.0.1:$PORT/healthz")
    check.set_defaults(run=_healthcheck)
    _add_backup(commands)
    _add_user(commands.add_parser("user", help="add, list and change people"))
    document = commands.add_parser("openapi", help="print the OpenAPI document")
    document.set_defaults(run=_openapi)
    demo = commands.add_parser("demo", help="fill an empty database with a year of made-up work")
    demo.add_argument("--seed", type=int, default=1, help="another seed, another year")
    demo.add_argument(
        "--until", metavar="DATE", help="its last day, as 2026-11-02; by default today"
    )
    demo.set_defaults(run=_demo)
    return parser


def _add_backup(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = commands.add_parser("backup", help="copy everything into one file, while serving too")
    backup.add_argument("file", metavar="FILE", help="where to; - for standard output")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="bring everything back from such a file")
    restore.add_argument("file", metavar="FILE", help="where from; - for standard input")
    restore.add_argument(
        "--replace", action="store_true", help="give up what the database holds now"
    )
    restore.set_defaults(run=_restore)


def _add_migrate(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    up = commands.add_parser("up", help="run what is pending")
    up.set_defaults(run=_migrate_up)
    down = commands.add_parser("down", help="undo the last migration")
    down.add_argument("--to", metavar="NAME", help="undo all after this one; zero undoes all")
    down.set_defaults(run=_migrate_down)
    status = commands.add_parser("status", help="list what was run and what is pending")
    status.set_defaults(run=_migrate_status)
    create = commands.add_parser("create", help="write an empty migration")
    create.add_argument("name", help="verb and noun, as add_rates")
    create.set_defaults(run=_migrate_create)


def _add_user(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    add = commands.add_parser("add", help="add a person; asks for a password")
    add.add_argument("email", help="what they sign in with")
    add.add_argument("--name", help="what they are called; by default the e-mail address")
    add.add_argument("--administrator", action="store_true", help="the first always is one")
    add.set_defaults(run=_user_add)
    commands.add_parser("list", help="list everybody").set_defaults(run=_user_list)
    for name, disabled in (("disable", True), ("enable", False)):
        verb = "no longer let" if disabled else "again let"
        switch = commands.add_parser(name, help=f"{verb} a person sign in")
        switch.add_argument("email")
        switch.set_defaults(run=_user_disable, disabled=disabled)
    password = commands.add_parser("password", help="set a person's password; asks for it")
    password.add_argument("email")
    password.set_defaults(run=_user_password)


def _serve(_options: argparse.Namespace) -> int:
    from clockwork.config import load_settings
    from clockwork.server import serve

    return serve(load_settings())


def _healthcheck(options: argparse.Namespace) -> int:
    from clockwork.healthcheck import check

    return check(options.url)


def _migrate_up(_options: argparse.Namespace) -> int:
    from clockwork import migrator
    from clockwork.config import load_settings

    done = migrator.up(load_settings(), report=lambda name: print(f"Running {name}", flush=True))
    print(f"{len(done)} run; the schema is current." if done else "The schema is current.")
    return 0


def _migrate_down(options: argparse.Namespace) -> int:
    from clockwork import migrator
    from clockwork.config import load_settings

    undone = migrator.down(
        load_settings(), options.to, report=lambda name: print(f"Undoing {name}", flush=True)
    )
    print(f"{len(undone)} undone." if undone else "There is nothing to undo.")
    return 0


def _migrate_status(_options: argparse.Namespace) -> int:
    from clockwork import migrator
    from clockwork.config import load_settings

    settings = load_settings()
    for name, state in migrator.status(settings):
        print(f"{state:8} {name}")
    return 0


def _migrate_create(options: argparse.Namespace) -> int:
    from clockwork import migrator
    from clockwork.config import load_settings

    print(migrator.create(load_settings(), options.name))
    return 0


def _backup(options: argparse.Namespace) -> int:
    from clockwork.backup.save import back_up
    from clockwork.config import load_settings

    rows = back_up(load_settings(), options.file, _progress)
    _progress(f"{rows} rows backed up.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from clockwork.backup.restore import restore
    from clockwork.config import load_settings

    rows = restore(load_settings(), options.file, options.replace, _progress)
    _progress(f"{rows} rows restored.")
    return 0


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _user_add(options: argparse.Namespace) -> int:
    from clockwork.accounts import terminal
    from clockwork.config import load_settings

    terminal.add(load_settings(), options.email, options.name, options.administrator)
    return 0


def _user_list(_options: argparse.Namespace) -> int:
    from clockwork.accounts import terminal
    from clockwork.config import load_settings

    terminal.show(load_settings())
    return 0


def _user_disable(options: argparse.Namespace) -> int:
    from clockwork.accounts import terminal
    from clockwork.config import load_settings

    terminal.disable(load_settings(), options.email, options.disabled)
    return 0


def _user_password(options: argparse.Namespace) -> int:
    from clockwork.accounts import terminal
    from clockwork.config import load_settings

    terminal.set_password(load_settings(), options.email)
    return 0


def _openapi(_options: argparse.Namespace) -> int:
    import msgspec

    from clockwork.api.openapi import document
    from clockwork.app import create_app
    from clockwork.config import Settings

    encoded = msgspec.json.encode(document(create_app(Settings(static_dir=None))))
    print(msgspec.json.format(encoded, indent=2).decode())
    return 0


def _demo(options: argparse.Namespace) -> int:
    from clockwork.config import load_settings
    from clockwork.demo import fill

    fill(load_settings(), options.seed, options.until)
    return 0
