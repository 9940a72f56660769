"""Gather the runtime. Usage: runtime.py PYTHON STORE_PATHS OUT WHEELS….

Gathers into OUT what the server needs to run: PYTHON's program and standard library, the wheels,
and every shared library that these load, wherever in PYTHON's closure (STORE_PATHS) it lies. What
is gathered finds its own parts relative to itself and names no other store path.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

STDLIB = Path("lib/python3.13")

# Of the standard library, what a server never imports.
LEFT_OUT = [
    # bytecode of before the changes made here, other packages, tests
    *("*__pycache__", "site-packages", "test", "*/test", "*/tests"),
    # for those who build, install or develop
    *("config-*", "ensurepip", "lib2to3", "venv", "idlelib", "_pyrepl"),
    *("bdb.py", "cProfile.py", "doctest.py", "modulefinder.py", "pdb.py", "pickletools.py"),
    *("profile.py", "pstats.py", "pydoc.py", "pydoc_data", "trace.py"),
    # terminals and desktops: their libraries would come along
    *("curses", "dbm", "tkinter", "turtle.py", "turtledemo", "webbrowser.py"),
    *("lib-dynload/_curses*", "lib-dynload/_*dbm*", "lib-dynload/_tkinter*"),
    *("lib-dynload/readline*",),
    # parts that have a faster twin in C
    *("_pydatetime.py", "_pydecimal.py", "_pyio.py"),
    # formats and protocols that Clockwork does not speak
    *("ftplib.py", "imaplib.py", "mailbox.py", "plistlib.py", "poplib.py", "smtplib.py"),
    *("wave.py", "xml", "xmlrpc", "lib-dynload/_elementtree*"),
    # encodings other than Unicode's, ISO's and those of Windows
    *("encodings/mac_*", "encodings/cp[0235-9]*", "encodings/cp10*", "encodings/cp11*"),
    *("encodings/big5*", "encodings/euc_*", "encodings/gb*", "encodings/hz.py"),
    *("encodings/iso2022_*", "encodings/johab.py", "encodings/shift_jis*"),
    *("lib-dynload/_codecs_*", "lib-dynload/_multibytecodec*"),
    # the interpreter's tests of itself
    *("lib-dynload/*test*", "lib-dynload/xx*"),
]
# Of the wheels: what only other programs read, tests, and what translates C declarations (objects
# that were built with cffi need its _cffi_backend and no more).
LEFT_OUT_OF_WHEELS = [
    *("*-stubs", "*.dist-info/RECORD", "*.pyi", "*.c", "*.h", "*/tests"),
    *("cffi", "pycparser"),
    "google/_upb",  # wants C++; protobuf, which only traces need, works without
]

# libc opens this one by name when a thread ends early.
OPENED_BY_NAME = ["libgcc_s.so.1"]


def main(
    python: Path, store_paths: list[Path], out: Path, origins_file: Path, wheels: list[Path]
) -> None:
    copy_python(python, out)
    for folder in wheels:
        unpack(folder, out / STDLIB / "site-packages")
    interpreter = Path(patchelf("--print-interpreter", python / "bin/python3.13"))
    copy(interpreter, out / "lib" / interpreter.name)
    origins = {interpreter.name: interpreter, **gather_libraries(out, store_paths)}
    # For the bill of materials; beside the tree, as the image needs none of it.
    origins_file.write_text(
        json.dumps({name: store_name(path) for name, path in sorted(origins.items())})
    )
    share_libraries(out)
    for path in objects(out):
        look_beside_itself(path)
    # The program's RPATH holds for everything that it loads, so nothing else is made longer: the
    # wheels' objects would grow by up to two megabytes each.
    program = out / "bin/python3.13"
    patchelf("--force-rpath", "--set-rpath", "$ORIGIN/../lib", program)
    patchelf("--set-interpreter", out / "lib" / interpreter.name, program)
    for path in files(out):
        forget_store_paths(path, out)


def copy_python(python: Path, out: Path) -> None:
    stdlib = python / STDLIB
    for path in files(stdlib):
        if not is_left_out(path.relative_to(stdlib), LEFT_OUT):
            copy(path, out / STDLIB / path.relative_to(stdlib))
    copy(python / "bin/python3.13", out / "bin/python3.13")
    (out / "bin/python3").symlink_to("python3.13")


def is_left_out(path: Path, patterns: list[str]) -> bool:
    """Whether a pattern matches the path or a folder that it lies in."""
    return any(
        fnmatch(str(part), pattern) for part in (path, *path.parents) for pattern in patterns
    )


def copy(source: Path, target: Path) -> None:
    """Copy a file of the store so that the copy can be changed; scripts become mere modules."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if is_object(source) else 0o644)


def unpack(wheels: Path, target: Path) -> None:
    for wheel in sorted(wheels.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(target)
    if data := list(target.glob("*.data")):
        raise SystemExit(f"wheels with parts outside of site-packages are not provided for: {data}")
    for path in list(files(target)):
        if is_left_out(path.relative_to(target), LEFT_OUT_OF_WHEELS):
            path.unlink()


def gather_libraries(out: Path, store_paths: list[Path]) -> dict[str, Path]:
    """Copy what the objects in `out` need, and what that needs in turn, into out/lib.

    Gives where each was found.
    """
    origins = {}
    waiting = [(name, []) for name in OPENED_BY_NAME] + [
        need for o in objects(out) for need in needs(o)
    ]
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


def needs(path: Path) -> list[tuple[str, list[Path]]]:
    """The libraries that an object loads, each with the folders where it would look for them."""
    folders = [Path(f) for f in patchelf("--print-rpath", path).split(":") if f.startswith("/")]
    return [(name, folders) for name in patchelf("--print-needed", path).split()]


def find(name: str, folders: list[Path]) -> Path:
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    raise SystemExit(f"{name} is nowhere in Python's closure")


def share_libraries(out: Path) -> None:
    """Link a wheel's copy of a library that Python brings as well to Python's.

    So there is one OpenSSL in the image, and nixpkgs' updates of it reach everything.
    """
    for copied in sorted(out.glob(f"{STDLIB}/site-packages/*.libs/*")):
        own = out / "lib" / re.sub(r"-[0-9a-f]{8}(?=\.so)", "", copied.name)
        if own.exists():
            copied.unlink()
            copied.symlink_to(os.path.relpath(own, copied.parent))


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


def forget_store_paths(path: Path, out: Path) -> None:
    """Overwrite the hash of every other store path that a file names; its length stays."""
    store = re.escape(os.environ["NIX_STORE"]).encode()
    own = out.name[:32].encode()
    named = re.compile(rb"(?<=" + store + rb"/)(?!" + own + rb")[0-9a-z]{32}(?=-)")
    content = path.read_bytes()
    if named.search(content):
        path.write_bytes(named.sub(b"e" * 32, content))


def files(root: Path) -> Iterator[Path]:
    return (p for p in sorted(root.rglob("*")) if p.is_file() and not p.is_symlink())


def objects(root: Path) -> list[Path]:
    return [path for path in files(root) if is_object(path)]


def is_object(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def patchelf(*arguments: str | Path) -> str:
    command = ["patchelf", *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return done.stdout.strip()


if __name__ == "__main__":
    python, store_paths, out, origins_file, *wheels = map(Path, sys.argv[1:])
    lines = store_paths.read_text().splitlines()
    main(python, [Path(line) for line in lines], out, origins_file, wheels)
