"""Files, and among them the objects that the loader loads: what these ask for, and where."""

import subprocess
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path


def files(root: Path) -> Iterator[Path]:
    return (p for p in sorted(root.rglob("*")) if p.is_file() and not p.is_symlink())


def left_out_of(what: str) -> Callable[[Path], bool]:
    """Whether a pattern of a list matches a file, without a module's suffix, or its folder."""
    lines = Path(__file__).with_name(f"left-out-of-{what}").read_text().splitlines()
    patterns = [word for line in lines if not line.startswith("#") for word in line.split()]

    def is_left_out(path: Path) -> bool:
        names = [str(path).removesuffix(".py"), *map(str, path.parents)]
        return any(fnmatch(name, pattern) for name in names for pattern in patterns)

    return is_left_out


def objects(root: Path) -> list[Path]:
    return [path for path in files(root) if is_object(path)]


def is_object(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needs(path: Path) -> list[tuple[str, list[Path]]]:
    """The libraries that an object loads, each with the folders where it would look for them."""
    folders = [Path(f) for f in patchelf("--print-rpath", path).split(":") if f.startswith("/")]
    return [(name, folders) for name in patchelf("--print-needed", path).split()]


def settle(path: Path) -> None:
    """Drop an object's symbols, and the folders in the store where it looks for libraries.

    Those of its wheel stay, in an RPATH: unlike RUNPATH it lets the program's own be asked next.
    """
    run("strip", "--strip-all", path)
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
