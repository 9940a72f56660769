"""Usage: track.py URL SECONDS.

Starts, stops and lists without pause, on a tracker without sign-in. Exits 1 when a request failed
or when an entry whose stop was acknowledged is not there at the end.
"""

import json
import sys
import time
import urllib.request


def ask(method: str, path: str, body: object = None) -> dict:
    """One request, on a connection of its own; its decoded answer."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(sys.argv[1] + path, data, method=method)  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


def main() -> None:
    """Track until the time is over, then look whether everything is there."""
    project = ask("POST", "/api/projects", {"name": "Rolling"})
    category = ask("POST", f"/api/projects/{project['id']}/categories", {"name": "Update"})
    stopped = {}
    end = time.monotonic() + float(sys.argv[2])
    while time.monotonic() < end:
        entry = ask("POST", "/api/time/start", {"categoryId": category["id"]})
        stopped[entry["id"]] = ask("POST", "/api/time/stop", {})["stoppedAt"]
        ask("GET", "/api/entries?limit=20")
    for entry_id, stopped_at in stopped.items():
        if ask("GET", f"/api/entries/{entry_id}")["stoppedAt"] != stopped_at:
            raise SystemExit(f"{entry_id} is lost")
    print(f"{len(stopped)} entries tracked, none lost")


if __name__ == "__main__":
    main()
