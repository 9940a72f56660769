"""Unpack wheels so that they run with our Python. Usage: wheels.py PYTHON SITE_PACKAGES WHEELS…."""

import re
import sys
import zipfile
from pathlib import Path

from objects import files, left_out_of, needs, objects, settle

# Libraries of psycopg2's that ours takes the place of. See unavailable.c.
UNAVAILABLE = ("libgssapi_krb5.so.", "libldap.so.")


def main(python: Path, packages: Path, folders: list[Path]) -> None:
    for folder in folders:
        unpack(folder, packages)
    replace_libraries(packages, python / "lib")
    drop_unneeded_libraries(packages)
    for path in objects(packages):
        settle(path)
    check_libraries(packages, python / "lib")


def unpack(wheels: Path, target: Path) -> None:
    for wheel in sorted(wheels.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(target)
    if data := list(target.glob("*.data")):
        raise SystemExit(f"wheels with parts outside of site-packages are not provided for: {data}")
    is_left_out = left_out_of("wheels")
    for path in list(files(target)):
        if is_left_out(path.relative_to(target)):
            path.unlink()
    for folder in sorted(target.rglob("*/"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def replace_libraries(packages: Path, libraries: Path) -> None:
    """Link a wheel's copy of a library that Python brings as well to Python's.

    So there is one OpenSSL in the image, and nixpkgs' updates of it reach everything.
    """
    for copied in sorted(packages.glob("*.libs/*")):
        name = re.sub(r"-[0-9a-f]{8}(?=\.so)", "", copied.name)
        if name.startswith(UNAVAILABLE):
            link(copied, packages.parents[1] / "libunavailable.so")
        elif (libraries / name).exists():
            link(copied, libraries / name)


def link(path: Path, target: Path) -> None:
    path.unlink()
    path.symlink_to(target)


def drop_unneeded_libraries(packages: Path) -> None:
    """Drop the libraries of wheels that nothing asks for any more, and then what only these did."""
    needed = {name for path in objects(packages) for name, _ in needs(path)}
    if unneeded := [path for path in packages.glob("*.libs/*") if path.name not in needed]:
        for path in unneeded:
            path.unlink()
        drop_unneeded_libraries(packages)


def check_libraries(packages: Path, libraries: Path) -> None:
    """Fail when an object asks for what is neither in its wheel nor beside the interpreter."""
    there = {path.name for folder in (packages, libraries) for path in folder.rglob("*.so*")}
    for path in objects(packages):
        if missing := {name for name, _ in needs(path)} - there:
            raise SystemExit(f"{path} needs {missing}: have them in FOR_WHEELS of python.py")


if __name__ == "__main__":
    python, packages, *folders = map(Path, sys.argv[1:])
    main(python, packages, folders)
