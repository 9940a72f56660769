"""docs/performance.md from what was measured."""

from pathlib import Path
from typing import Any

MARK = "<!-- What stands below was measured by `make bench`; what stands above is kept. -->"


def write(results: dict[str, Any], file: Path) -> None:
    """Replace what was measured before; what somebody wrote above the mark stays."""
    file.parent.mkdir(exist_ok=True)
    above = file.read_text().partition(MARK)[0] if file.is_file() else "# Performance\n\n"
    file.write_text(f"{above}{MARK}\n\n{_page(results)}")


def _page(results: dict[str, Any]) -> str:
    parts = [_machine(results), *(_run(run) for run in results["runs"]), _process(results)]
    return "\n\n".join([*parts, *_image(results), _bars(results)]) + "\n"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _machine(results: dict[str, Any]) -> str:
    about = ", ".join(f"{name} {value}" for name, value in results["machine"].items())
    return f"## Measured\n\n{about}; the run took {results['minutes']:.0f} minutes."


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f}" if seconds < 0.01 else f"{seconds * 1000:.1f}"


def _run(run: dict[str, Any]) -> str:
    head = ["request", "a second", "p50 ms", "p95 ms", "p50 alone ms", "bare, a second", "ratio",
            "CPU ms", "bare CPU ms"]  # fmt: skip
    rows = [
        [name, f"{row['rate']:,.0f}", *(_milliseconds(row[key]) for key in ("p50", "p95", "alone")),
         f"{row['bare']:,.0f}", f"{row['ratio']:.2f}",
         _milliseconds(row["cpu"]), _milliseconds(row["bare_cpu"])]
        for name, row in run["rows"].items()
    ]  # fmt: skip
    return f"### {run['database']}, {run['entries']:,} entries\n\n{_table(head, rows)}"


def _process(results: dict[str, Any]) -> str:
    head = ["", "listening ms", "healthy ms", "resident idle MB", "after the run MB"]
    rows = [
        [f"{run['database']}, {run['entries']:,}", f"{run['listening'] * 1000:.0f}",
         f"{run['healthy'] * 1000:.0f}", f"{run['idle']:.0f}", f"{run['after']:.0f}"]
        for run in results["runs"]
    ]  # fmt: skip
    return f"### Start and memory\n\n{_table(head, rows)}"


def _image(results: dict[str, Any]) -> list[str]:
    layers = results.get("image")
    if not layers:
        return []
    layers = [*layers, ("all", *(sum(layer[size] for layer in layers) for size in (1, 2)))]
    rows = [[name, *(f"{size / 1e6:.2f}" for size in sizes)] for name, *sizes in layers]
    return [f"### Image\n\n{_table(['layer', 'unpacked MB', 'compressed MB'], rows)}"]


def _bars(results: dict[str, Any]) -> str:
    rows = [[what, bar, figure, "yes" if held else "**no**"]
            for what, bar, figure, held in _judged(results)]  # fmt: skip
    return f"### Bars\n\n{_table(['what', 'bar', 'measured', 'held'], rows)}"


def _judged(results: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    judged = []
    for run in results["runs"]:
        rows, place = run["rows"], f"{run['database']}, {run['entries']:,}"
        least = 0.35 if run["database"] == "sqlite" else 0.5
        for name, bar in (("active", least), ("week list", least), ("start + stop", 0.6)):
            ratio = rows[name]["ratio"]
            judged.append((f"{name} of bare, {place}", f"≥ {bar}", f"{ratio:.2f}", ratio >= bar))
        for name in ("active with a token", "week list with a token"):
            ratio, bar = rows[name]["ratio"], least * 4 / 5
            judged.append(
                (f"{name}, of bare, {place}", f"≥ {bar:.2f}", f"{ratio:.2f}", ratio >= bar)
            )
        for name, row in rows.items():
            spread = row["p95"] / row["p50"]
            judged.append((f"{name} p95 / p50, {place}", "≤ 3", f"{spread:.1f}", spread <= 3))
        for name, bar in (("month report", 0.1), ("year report", 0.5)):
            took = rows[name]["alone"]
            bars = f"≤ {bar * 1000:.0f} ms"
            judged.append((f"{name}, {place}", bars, f"{_milliseconds(took)} ms", took <= bar))
        for name, bar in (("listening", 0.4), ("healthy", 1)):
            bars = f"≤ {bar * 1000:.0f} ms"
            judged.append(
                (f"{name}, {place}", bars, f"{run[name] * 1000:.0f} ms", run[name] <= bar)
            )
        judged.append(
            (f"resident idle, {place}", "< 80 MB", f"{run['idle']:.0f}", run["idle"] < 80)
        )
    return [*judged, *_growth(results)]


def _growth(results: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    grown = []
    for database in dict.fromkeys(run["database"] for run in results["runs"]):
        runs = [run for run in results["runs"] if run["database"] == database]
        if len(runs) > 1:
            first, last = (run["rows"]["week list"]["alone"] for run in (runs[0], runs[-1]))
            what = f"week list of {runs[-1]['entries']:,} / of {runs[0]['entries']:,}, {database}"
            grown.append((what, "≤ 3", f"{last / first:.2f}", last / first <= 3))
    return grown
