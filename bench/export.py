"""What exports take: each format of as many entries as given, by a server and by the command.

Usage: python -m bench.export [ENTRIES] [FORMAT…], on SQLite; DATABASE_URL names another, empty
one. Peak memory is all of the process, which takes some 50 MB at rest.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from bench import fill
from bench.servers import Server, clockwork
from clockwork.accounts.local import LOCAL_PERSON
from clockwork.config import Settings
from clockwork.export.formats import FORMATS
from tests.servers import ROOT, environment

OF_CHILD = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def peak(server: Server) -> int:
    """The most megabytes that a server has had so far."""
    status = Path(f"/proc/{server._process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


def wait_for(server: Server) -> None:
    """Until it has looked at the schema."""
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/healthz"):
                return
        except urllib.error.HTTPError:
            time.sleep(0.1)


def by_server(url: str, name: str) -> str:
    """Everybody's time, or one's own where a format holds no more."""
    everybody = [LOCAL_PERSON, *(fill.person_id(n) for n in range(1, fill.PEOPLE))]
    people = [LOCAL_PERSON] if FORMATS[name].of_one_person else everybody
    query = urllib.parse.urlencode({"format": name, "personId": people}, doseq=True)
    with clockwork(url) as server:
        wait_for(server)
        begun, first, size = time.monotonic(), 0.0, 0
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/api/export?{query}") as file:
            while piece := file.read(1 << 16):
                first = first or time.monotonic() - begun
                size += len(piece)
        lasted = time.monotonic() - begun
        return (
            f"{peak(server)} MB, first bytes after {first:.2f} s, {size >> 20} MB in {lasted:.0f} s"
        )


def by_command(url: str, name: str) -> str:
    """Everybody's, into nothing."""
    if FORMATS[name].of_one_person:
        return "-"
    # Started by a small process: what a large one starts counts as large as that was.
    command = [sys.executable, "-c", OF_CHILD, sys.executable, "-m", "clockwork", "export"]
    begun = time.monotonic()
    done = subprocess.run(
        [*command, "--format", name], stderr=subprocess.PIPE, env=environment(url), check=True
    )
    return f"{int(done.stderr) >> 10} MB in {time.monotonic() - begun:.0f} s"


def main() -> None:
    """Print a line for each format and way."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/clockwork.db"
        migrations = ROOT / "migrations"
        fill.fill(Settings(database_url=url, migrations_dir=migrations, static_dir=None), entries)
        for name in sys.argv[2:] or FORMATS:
            print(
                f"{name}: server {by_server(url, name)}; command {by_command(url, name)}",
                flush=True,
            )


if __name__ == "__main__":
    main()
