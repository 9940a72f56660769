"""`clockwork backup` and `clockwork restore`."""

# ruff: noqa: PLC0415

import sys

from clockwork.cli.commands import Commands, Options, add


def add_to(commands: Commands) -> None:
    """Add both commands."""
    save = add(commands, "backup", "copy everything into one file, while serving too", _backup)
    save.add_argument("file", metavar="FILE", help="where to; - for standard output")
    load = add(commands, "restore", "bring everything back from such a file", _restore)
    load.add_argument("file", metavar="FILE", help="where from; - for standard input")
    load.add_argument("--replace", action="store_true", help="give up what the database holds now")
    load.add_argument(
        "--keep-tokens",
        action="store_true",
        help="let tokens work of which it is unknown whether they were revoked since",
    )


def _backup(options: Options) -> None:
    from clockwork.backup.save import back_up
    from clockwork.config import load_settings

    rows = back_up(load_settings(), options.file, _report)
    _report(f"{rows} rows backed up.")


def _restore(options: Options) -> None:
    from clockwork.backup.restore import restore
    from clockwork.config import load_settings

    settings = load_settings()
    rows = restore(settings, options.file, options.replace, _report, options.keep_tokens)
    _report(f"{rows} rows restored.")


def _report(line: str) -> None:
    # Standard output may be the backup itself.
    print(line, file=sys.stderr, flush=True)
