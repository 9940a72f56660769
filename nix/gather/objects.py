"""Files, and among them the objects that the loader loads: what these ask for, and where."""

import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path


def files(root: Path) -> Iterator[Path]:
    return (p for p in sorted(root.rglob("*")) if p.is_file() and not p.is_symlink())


def is_left_out(path: Path, patterns: list[str]) -> bool:
    """Whether a pattern matches the path or a folder that it lies in."""
    return any(
        fnmatch(str(part), pattern) for part in (path, *path.parents) for pattern in patterns
    )


def objects(root: Path) -> list[Path]:
    return [path for path in files(root) if is_object(path)]


def is_object(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needs(path: Path) -> list[tuple[str, list[Path]]]:
    """The libraries that an object loads, each with the folders where it would look for them."""
    folders = [Path(f) for f in patchelf("--print-rpath", path).split(":") if f.startswith("/")]
    return [(name, folders) for name in patchelf("--print-needed", path).split()]


def strip(path: Path) -> None:
    """Drop what only debuggers read, where there is any: nixpkgs keeps the names of functions."""
    run("strip", "--strip-all", path)


def look_beside_itself(path: Path) -> None:
    """Drop the folders in the store where an object looks for libraries; keep those of its wheel.

    A tag that names none is an RPATH's: unlike RUNPATH it lets the program's own be asked next.
    """
    rpath = patchelf("--print-rpath", path)
    own = ":".join(folder for folder in rpath.split(":") if folder.startswith("$ORIGIN"))
    if own:
        patchelf("--force-rpath", "--set-rpath", own, path)
    elif rpath:
        patchelf("--remove-rpath", path)


def patchelf(*arguments: str | Path) -> str:
    return run("patchelf", *arguments)


def run(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return done.stdout.strip()
