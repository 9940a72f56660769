"""A folder of backups, each named by when it was made; the newest few of them are kept."""

import re
from datetime import UTC, datetime
from pathlib import Path

from clockwork.errors import BackupError

# In the order of time when sorted.
NAME = "clockwork-%Y-%m-%dT%H%M%SZ.backup"
NAMED = re.compile(r"clockwork-\d{4}-\d\d-\d\dT\d{6}Z\.backup")


def new(folder: Path) -> Path:
    """The file for a backup that is made now."""
    return folder / datetime.now(UTC).strftime(NAME)


def newest(folder: Path) -> Path:
    """The backup that was made last. Raises BackupError when there is none."""
    made = _made(folder)
    if not made:
        raise BackupError(f"There is no backup in {folder}.")
    return made[-1]


def prune(folder: Path, keep: int) -> list[Path]:
    """Delete all backups but the newest; those that are gone. Other files stay."""
    old = _made(folder)[:-keep]
    for file in old:
        file.unlink()
    return old


def _made(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if NAMED.fullmatch(file.name))
