"""Imports point one way, so that each layer can be understood without those above it."""

import ast
import subprocess
import sys

from tests.servers import ROOT

PACKAGE = ROOT / "clockwork"

# Each room may use those below it, and none above; lowest first.
ROOMS = [
    *("errors", "printable", "addresses", "values", "clock", "config"),
    *("db", "tracking", "accounts", "export", "imports", "backup"),
    *("observability", "web", "api", "app", "server", "cli", "__main__"),
]
FREE_OF_FLASK = set(ROOMS[: ROOMS.index("observability")])


def modules():
    return {file: ast.parse(file.read_text()) for file in PACKAGE.rglob("*.py")}


def part(file):
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "clockwork":
            yield from (f"clockwork.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_imports_point_down():
    rank = {name: number for number, name in enumerate(ROOMS)}
    for file, tree in modules().items():
        if file.name == "__init__.py" and file.parent == PACKAGE:
            continue
        for name in imported(tree):
            if name.startswith("clockwork.") and not name.endswith("__version__"):
                below = name.split(".")[1]
                assert rank[below] <= rank[part(file)], f"{file} imports {name}"


def test_below_the_api_nothing_knows_flask():
    for file, tree in modules().items():
        if part(file) in FREE_OF_FLASK:
            roots = {name.partition(".")[0] for name in imported(tree)}
            assert not roots & {"flask", "werkzeug", "waitress"}, file


def test_the_pure_rules_know_no_database():
    for name in ("clock", "tracking/intervals", "tracking/texts"):
        tree = ast.parse((PACKAGE / f"{name}.py").read_text())
        roots = {found.partition(".")[0] for found in imported(tree)}
        assert not roots & {"peewee", "playhouse"}
        assert not any(found.startswith("clockwork.db") for found in imported(tree))


def test_what_writes_exports_is_pure():
    """Only `gather` reads; names of types alone may come from what does."""
    for file, tree in modules().items():
        if part(file) == "export" and file.stem != "gather":
            roots = {one for one in map(run_time, tree.body) if one}
            allowed = ("clockwork.export", "clockwork.tracking.intervals", "clockwork.clock")
            ours = {one for one in roots if one.startswith("clockwork.")}
            assert all(one.startswith((*allowed, "clockwork.errors")) for one in ours), file


def test_what_reads_other_trackers_files_knows_no_database():
    code = "import sys, clockwork.imports.formats; print('peewee' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def run_time(node):
    return node.module if isinstance(node, ast.ImportFrom) else None


def test_no_function_is_long():
    for file, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno <= 40, f"{file}: {node.name}"
