"""Gather the interpreter. Usage: python.py PYTHON STORE_PATHS OUT ORIGINS.

Copies into OUT, where the program is already, PYTHON's library and standard library, and every
shared library that these load, wherever in PYTHON's closure (STORE_PATHS) it lies. What is gathered
finds its own parts relative to itself. ORIGINS becomes a list of what each library is from.
"""

import json
import os
import shutil
import sys
from pathlib import Path

from objects import files, is_object, left_out_of, needs, objects, patchelf, settle

STDLIB = Path("lib/python3.13")

# What no object here names: the program opens the first, libc the second when a thread ends early.
OPENED_BY_NAME = ["libpython3.13.so.1.0", "libgcc_s.so.1"]
# What wheels for manylinux may ask of libc, though it has long been empty.
FOR_WHEELS = ["libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"]


def main(python: Path, store_paths: list[Path], out: Path, origins_file: Path) -> None:
    copy_standard_library(python / STDLIB, out / STDLIB)
    interpreter = Path(patchelf("--print-interpreter", python / "bin/python3.13"))
    copy(interpreter, out / "lib" / interpreter.name)
    origins = {interpreter.name: interpreter, **gather_libraries(out, store_paths)}
    # Beside the tree: the bill of materials needs it, and the image does not.
    origins_file.write_text(json.dumps({n: store_name(p) for n, p in sorted(origins.items())}))
    for path in objects(out):
        settle(path)
    # The program's RPATH holds for everything that it loads, so nothing else is made longer: the
    # wheels' objects would grow by up to two megabytes each.
    program = out / "bin/python3.13"
    patchelf("--force-rpath", "--set-rpath", "$ORIGIN/../lib", program)
    patchelf("--set-interpreter", out / "lib" / interpreter.name, program)


def copy_standard_library(source: Path, target: Path) -> None:
    is_left_out = left_out_of("python")
    for path in files(source):
        if not is_left_out(path.relative_to(source)):
            copy(path, target / path.relative_to(source))


def copy(source: Path, target: Path) -> None:
    """Copy a file of the store so that the copy can be changed; scripts become mere modules."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if is_object(source) else 0o644)


def gather_libraries(out: Path, store_paths: list[Path]) -> dict[str, Path]:
    """Copy what the objects in `out` need, and what that needs in turn, into out/lib.

    Gives where each was found.
    """
    origins = {}
    waiting = [(name, []) for name in OPENED_BY_NAME + FOR_WHEELS]
    waiting += [need for path in objects(out) for need in needs(path)]
    while waiting:
        name, folders = waiting.pop()
        if any(out.rglob(name)):
            continue
        origins[name] = find(name, [*folders, *(path / "lib" for path in store_paths)])
        copy(origins[name], out / "lib" / name)
        waiting += needs(out / "lib" / name)
    return origins


def store_name(path: Path) -> str:
    """What the store path is called that a file lies in, links followed: openssl-3.5.4."""
    return path.resolve().relative_to(os.environ["NIX_STORE"]).parts[0][33:]


def find(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise SystemExit(f"{name} is nowhere in Python's closure")


if __name__ == "__main__":
    python, store_paths, out, origins = map(Path, sys.argv[1:])
    main(python, [Path(line) for line in store_paths.read_text().splitlines()], out, origins)
