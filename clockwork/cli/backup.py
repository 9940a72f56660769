"""`clockwork backup` and `clockwork restore`."""

# ruff: noqa: PLC0415

import argparse
import sys
from pathlib import Path

from clockwork.cli.commands import Commands, Options, add
from clockwork.errors import BackupError


def add_to(commands: Commands) -> None:
    """Add both commands."""
    save = add(commands, "backup", "copy everything into one file, while serving too", _backup)
    save.add_argument(
        "file", metavar="FILE", help="where to; - for standard output; into a folder, by the time"
    )
    save.add_argument(
        "--keep", metavar="N", type=_count, help="delete all backups in the folder but the newest N"
    )
    load = add(commands, "restore", "bring everything back from such a file", _restore)
    load.add_argument(
        "file", metavar="FILE", help="where from; - for standard input; of a folder, the newest"
    )
    load.add_argument("--replace", action="store_true", help="give up what the database holds now")
    load.add_argument(
        "--keep-tokens",
        action="store_true",
        help="let tokens work of which it is unknown whether they were revoked since",
    )


def _backup(options: Options) -> None:
    from clockwork.backup import folder
    from clockwork.backup.save import back_up
    from clockwork.config import load_settings, log_format
    from clockwork.observability import logs

    logs.set_up(log_format())
    place = Path(options.file)
    if options.keep and not place.is_dir():
        raise BackupError(f"--keep is for a folder, and {options.file} is none.")
    target = folder.new(place) if place.is_dir() else options.file
    rows = back_up(load_settings(), str(target), _report)
    _report(f"{rows} rows backed up to {target}.")
    for old in folder.prune(place, options.keep) if options.keep else ():
        _report(f"{old} deleted.")


def _restore(options: Options) -> None:
    from clockwork.backup import folder
    from clockwork.backup.restore import restore
    from clockwork.config import load_settings, log_format
    from clockwork.observability import logs

    logs.set_up(log_format())
    place = Path(options.file)
    source = str(folder.newest(place)) if place.is_dir() else options.file
    rows = restore(load_settings(), source, options.replace, _report, options.keep_tokens)
    _report(f"{rows} rows restored.")


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text[:9]):
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return int(text)


def _report(line: str) -> None:
    from clockwork.observability import logs

    # Standard output may be the backup itself.
    logs.tell(line, sys.stderr)
