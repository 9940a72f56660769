"""docs/performance.md from what was measured."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.bars import an_entry, bars, is_same
from bench.sections import replace

COMMAND = "make bench"
NOTHING = "-"


def write(results: dict[str, Any], file: Path) -> None:
    """Replace what was measured before; what somebody wrote above the mark stays."""
    replace(file, COMMAND, _page(results))


def _page(results: dict[str, Any]) -> str:
    runs = results["runs"]
    growth = [_growth(run) for run in runs if "growth" in run]
    parts = [_machine(results), *map(_run, runs), *growth, _process(runs), *_image(results)]
    return "\n\n".join([*parts, _bars(runs)]) + "\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """As Markdown, the first column left and the others right."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _machine(results: dict[str, Any]) -> str:
    about = ", ".join(f"{name} {value}" for name, value in results["machine"].items())
    return f"## Measured\n\n{about}; the run took {results['minutes']:.0f} minutes."


def _number(value: float | None, form: str) -> str:
    return NOTHING if value is None else f"{value:{form}}"


def _milliseconds(seconds: float | None) -> str:
    return _number(None if seconds is None else seconds * 1000, ".3f")


def _run(run: dict[str, Any]) -> str:
    head = ["request", "CPU ms", "of bare's", "database CPU ms", "of bare's", "round trips",
            "bare's", "bytes", "a second", "with 16", "beside one", "p50 ms", "p95 ms"]  # fmt: skip
    rows = [[name, *_figures(row, run["database"])] for name, row in run["rows"].items()]
    text = f"### {run['database']}, {run['entries']:,} entries\n\n{table(head, rows)}"
    entry = an_entry(run["rows"])
    more = f"\n\nµs an entry in the server beyond a list of one: {entry:.2f}" if entry else ""
    return f"{text}{more}"


def _figures(row: dict[str, Any], database: str) -> list[str]:
    crowd, of_database = row.get("crowd"), row.get("database_of_bare") or None
    in_database = None if database == "sqlite" else row["database"]
    return [
        _milliseconds(row["cpu"]), _number(row.get("of_bare"), ".2f"),
        _milliseconds(in_database), _number(of_database, ".2f"),
        _number(row.get("trips"), "g"), _number(row.get("bare_trips"), "g"),
        f"{row['bytes']:,}", f"{row['rate']:,.0f}", _number(crowd, ",.0f"),
        _number(crowd and crowd / row["rate"], ".2f"),
        _milliseconds(row["p50"]), _milliseconds(row["p95"]),
    ]  # fmt: skip


def _growth(run: dict[str, Any]) -> str:
    head = ["request", *(f"{size:,}, CPU ms" for size in run["ends"]), "growth"]
    rows = [
        [name, _milliseconds(row["first"]), _milliseconds(row["last"]),
         f"{row['growth']:.2f}" if is_same(row) else f"{NOTHING} (another answer)"]
        for name, row in run["growth"].items()
    ]  # fmt: skip
    return f"### {run['database']}, from size to size, server and database\n\n{table(head, rows)}"


def _process(runs: list[dict[str, Any]]) -> str:
    head = ["", "start to listening, CPU ms", "resident after the run MB"]
    rows = []
    for run in runs:
        for size, megabytes in sorted(run["resident"].items()):
            start = run["starting"] * 1000 if size == run["entries"] else None
            rows.append([f"{run['database']}, {size:,}", _number(start, ".0f"), f"{megabytes:.0f}"])
    return f"### Start and memory\n\n{table(head, rows)}"


def _image(results: dict[str, Any]) -> list[str]:
    layers = results.get("image")
    if not layers:
        return []
    layers = [*layers, ("all", *(sum(layer[size] for layer in layers) for size in (1, 2)))]
    rows = [[name, *(f"{size / 1e6:.2f}" for size in sizes)] for name, *sizes in layers]
    return [f"### Image\n\n{table(['layer', 'unpacked MB', 'compressed MB'], rows)}"]


def _bars(runs: list[dict[str, Any]]) -> str:
    rows = [
        [f"{bar.what}, {run['database']}", f"≤ {bar.most:g}{bar.unit}",
         f"{bar.measured:.2f}{bar.unit}", "yes" if bar.held else "**no**"]
        for run in runs for bar in bars(run)
    ]  # fmt: skip
    return f"### Bars\n\n{table(['what', 'bar', 'measured', 'held'], rows)}"
