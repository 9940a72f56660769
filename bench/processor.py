"""Processor time of processes, in nanoseconds and with that of threads that have ended."""

import os
import time
from pathlib import Path
from urllib.parse import urlsplit

ENDED = 0


def taken(process: int) -> float:
    """Seconds that a process has been on a processor."""
    # clock_getcpuclockid(3) makes the same number; /proc/<pid>/stat counts in hundredths.
    return time.clock_gettime((~process << 3) | 2)


class Backends:
    """The processes of a PostgreSQL that serve one database; of SQLite there are none.

    Workers of a parallel query end with it: what has ended counts, too.
    """

    def __init__(self, url: str, postgres: Path) -> None:
        parts = urlsplit(url)
        self._title = "" if parts.scheme == "sqlite" else f" {parts.path[1:]} "
        self._parent = int((postgres / "data" / "postmaster.pid").read_text().split()[0])

    def taken(self) -> dict[int, float]:
        """Seconds of each process, and of all that have ended."""
        if not self._title:
            return {}
        children = Path(f"/proc/{self._parent}/task/{self._parent}/children").read_text()
        found = {number: taken(number) for number in map(int, children.split())
                 if self._title in _title(number)}  # fmt: skip
        return {ENDED: _ended(self._parent), **found}


def since(before: dict[int, float], now: dict[int, float]) -> float:
    """The seconds that went by of the processes that still are."""
    return sum(seconds - before.get(process, 0) for process, seconds in now.items())


def _ended(parent: int) -> float:
    fields = Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def _title(process: int) -> str:
    title = Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    # Autovacuum's is "postgres: autovacuum worker <database>".
    return "" if "autovacuum" in title else title
