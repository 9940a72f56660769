"""What imports take: files of as many rows as given, brought, brought again and taken back.

Usage: python -m bench.imports [ROWS], on SQLite and PostgreSQL. Peak memory is all of the process,
which takes some 35 MB at rest.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from bench.export import OF_CHILD
from tests.servers import Postgres, environment, run_clockwork

BEGIN = datetime(2005, 1, 3, 8, tzinfo=UTC)
APART, LONG = timedelta(minutes=50), timedelta(minutes=45)
TAGS = ("deep work", "meeting", "mail", "travel", "review")
HEAD = ["User", "Email", "Client", "Project", "Task", "Description", "Billable", "Start date", "Start time", "End date", "End time", "Duration", "Tags"]  # fmt: skip
WHEN = "2005-01-01T00:00:00Z"


def toggl(file: Path, count: int) -> None:
    """Rows as in a detailed report: two tags each, ten clients, fifty projects."""
    with file.open("w", newline="") as target:
        rows = csv.writer(target)
        rows.writerow(HEAD)
        for number in range(count):
            start = BEGIN + number * APART
            ends = (
                part for at in (start, start + LONG) for part in f"{at:%Y-%m-%d %H:%M:%S}".split()
            )
            tags = f"{TAGS[number % 5]}, {TAGS[(number + 1) % 5]}"
            place = (f"Client {number % 10}", f"Project {number % 50}", "")
            rows.writerow(["Ada", "ada@example.org", *place, f"Work on part {number}", "No",
                           *ends, "00:45:00", tags])  # fmt: skip


def own(file: Path, count: int) -> None:
    """The same as an export of Clockwork's own."""
    ids = [str(UUID(int=number)) for number in range(61)]
    said = {"createdAt": WHEN, "updatedAt": WHEN, "archivedAt": None, "inbox": False}
    with file.open("w") as target:
        head = {"format": "clockwork-export", "version": 1, "clockwork": "1", "exportedAt": WHEN,
                "timeZone": "UTC", "from": None, "to": None, "people": [],
                "projects": [{"id": ids[number], "name": f"Client {number}", "color": "red", **said}
                             for number in range(10)],
                "categories": [{"id": ids[number + 10], "projectId": ids[number % 10], **said,
                                "parentCategoryId": None, "name": f"Project {number}"}
                               for number in range(50)]}  # fmt: skip
        target.write(json.dumps(head)[:-1] + ', "entries": [')
        for number in range(count):
            start = BEGIN + number * APART
            times = [f"{at:%Y-%m-%dT%H:%M:%S}Z" for at in (start, start + LONG)]
            entry = {"id": str(UUID(int=number + 100)), "personId": ids[60], "startedAt": times[0],
                     "stoppedAt": times[1], "projectId": ids[number % 10], "createdAt": WHEN,
                     "categoryId": ids[10 + number % 50], "updatedAt": WHEN,
                     "note": f"Work on part {number}",
                     "tags": [TAGS[number % 5], TAGS[(number + 1) % 5]]}  # fmt: skip
            target.write((", " if number else "") + json.dumps(entry))
        target.write("]}")


def measure(url: str, *arguments: str) -> tuple[str, str]:
    """What a command took, and what it said."""
    # Started by a small process: what a large one starts counts as large as that was.
    command = OF_CHILD.replace("stdout=subprocess.DEVNULL, ", "")
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", command, sys.executable, "-m", "clockwork", "import", *arguments],
        capture_output=True, text=True, env=environment(url), check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    peak = int(done.stderr.splitlines()[-1]) >> 10
    return f"{time.monotonic() - begun:.1f} s, {peak} MB", done.stdout


def bring(url: str, file: Path) -> None:
    """Once, once more, and back."""
    arguments = (str(file), "--zone", "UTC", "--yes", "--json")
    first, told = measure(url, *arguments)
    again, _ = measure(url, *arguments)
    back, _ = measure(url, "--undo", json.loads(told)["id"])
    added = json.loads(told)["added"]
    kind = url.partition(":")[0]
    print(
        f"{file.name}, {kind}: {added:,} added in {first}; again {again}; back {back}", flush=True
    )


def main() -> None:
    """A line for each file and database."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    server = Postgres(durable=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for write, name in ((toggl, "toggl.csv"), (own, "clockwork.json")):
                file = Path(folder) / name
                write(file, count)
                for url in (f"sqlite:///{folder}/{name}.db", server.create()):
                    run_clockwork("migrate", "up", database_url=url, cwd=Path(folder))
                    bring(url, file)
    finally:
        server.remove()


if __name__ == "__main__":
    main()
