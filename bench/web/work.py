"""What the page is measured with: the demo's year, and a year of many entries."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.e2e.conftest import STATIC
from tests.servers import Clockwork, run_clockwork

YEAR = 5_000
A_DAY = 14
PROJECTS, CATEGORIES = 6, 5


@contextmanager
def demo(place: Path) -> Iterator[Clockwork]:
    """A server with `clockwork demo` in it."""
    made = run_clockwork("demo", database_url=_url(place), cwd=place)
    if made.returncode:
        raise RuntimeError(made.stderr)
    with _serving(place) as server:
        yield server


@contextmanager
def year(place: Path) -> Iterator[Clockwork]:
    """A server with 5,000 entries, fourteen a day up to yesterday, in thirty categories."""
    with _serving(place) as server:
        _fill(server.url)
        yield server


def _url(place: Path) -> str:
    return f"sqlite:///{place}/clockwork.db"


@contextmanager
def _serving(place: Path) -> Iterator[Clockwork]:
    server = Clockwork(_url(place), place, STATIC_DIR=str(STATIC))
    try:
        yield server
    finally:
        server.stop()


def _fill(url: str) -> None:
    client = HTTPConnection(urlsplit(url).netloc)

    def post(path: str, **body: object) -> str:
        client.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        answer = client.getresponse()
        made = json.loads(answer.read())
        if answer.status != 201:
            raise RuntimeError(f"{path} answered {answer.status}: {made}")
        return made["id"]

    categories = []
    for number in range(PROJECTS):
        project = post("/api/projects", name=f"Project {number}")
        path = f"/api/projects/{project}/categories"
        categories += [post(path, name=f"Category {number}.{n}") for n in range(CATEGORIES)]
    for number, (start, stop) in enumerate(_times()):
        post("/api/entries", categoryId=categories[number * 7 % len(categories)],
             note=f"Note {number}", tags=[f"tag{number % 9}"] if number % 3 else [],
             startedAt=start, stoppedAt=stop)  # fmt: skip
    client.close()


def _times() -> Iterator[tuple[str, str]]:
    """Half an hour each from 8:00 UTC on, on the days before today."""
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    for number in range(YEAR):
        day, at = divmod(number, A_DAY)
        start = midnight - timedelta(days=day + 1) + timedelta(hours=8, minutes=40 * at)
        yield start.isoformat(), (start + timedelta(minutes=30)).isoformat()
