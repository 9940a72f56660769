"""The page's part of docs/performance.md."""

from pathlib import Path
from typing import Any

from bench.page import table
from bench.sections import replace

COMMAND = "make bench-web"
KEY_MS, START_REQUESTS, FIELD_SECONDS, LARGEST_SECONDS, FIRST_SECONDS = 50, 3, 1.5, 2.0, 1.5


def write(results: dict[str, Any], file: Path) -> None:
    """Put the figures, and whether they are what is wanted, into the file."""
    parts = [_machine(results), _acting(results), _loading(results), _bars(results)]
    replace(file, COMMAND, "\n\n".join(parts) + "\n")


def _machine(results: dict[str, Any]) -> str:
    about = ", ".join(f"{name} {value}" for name, value in results["machine"].items())
    nodes = ", ".join(f"{count:,} with {name}" for name, count in results["nodes"].items())
    return f"## The page\n\n{about}. Nodes of the document: {nodes}."


def _acting(results: dict[str, Any]) -> str:
    columns = list(next(iter(results["acting"].values())))
    head = ["script ms, and the longest piece", *(f"{name}, {slow}x" for name, slow in columns)]
    rows = [
        [deed, *(f"{row[column].total:.1f} ({row[column].longest:.1f})" for column in columns)]
        for deed, row in results["acting"].items()
    ]
    return table(head, rows)


def _loading(results: dict[str, Any]) -> str:
    loading = results["loading"]
    head = ["seconds at 150 ms and 1.6 Mbit/s", *next(iter(loading.values()))]
    rows = [[name, *(f"{value:.2f}" for value in row.values())] for name, row in loading.items()]
    return table(head, rows)


def _bars(results: dict[str, Any]) -> str:
    keys = {
        f"{deed}, {name}, {slowdown}x": script.total
        for deed, row in results["acting"].items() if "scrolling" not in deed
        for (name, slowdown), script in row.items()
    }  # fmt: skip
    slowest = max(keys, key=lambda key: keys[key])
    requests = max(count for row in results["requests"].values() for count in row.values())
    slow = results["loading"]["first visit, 4x"]
    rows = [
        _bar(f"script a key (slowest: {slowest})", keys[slowest], KEY_MS, " ms"),
        _bar("requests for a start or a stop", requests, START_REQUESTS, ""),
        _bar("field usable, 4x", slow["field"], FIELD_SECONDS, " s"),
        _bar("largest paint, 4x", slow["largest paint"], LARGEST_SECONDS, " s"),
        _bar("first paint, 4x", slow["first paint"], FIRST_SECONDS, " s"),
    ]
    return table(["what", "bar", "measured", "held"], rows)


def _bar(what: str, measured: float, most: float, unit: str) -> list[str]:
    held = "yes" if measured <= most else "**no**"
    return [what, f"≤ {most:g}{unit}", f"{measured:.4g}{unit}", held]
