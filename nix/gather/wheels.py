"""Unpack wheels so that they run with our Python. Usage: wheels.py PYTHON SITE_PACKAGES WHEELS…."""

import re
import sys
import zipfile
from pathlib import Path

from objects import files, is_left_out, look_beside_itself, needs, objects, strip

# What only other programs read, tests, and what translates C declarations (objects that were built
# with cffi need its _cffi_backend and no more); of single wheels, what a server never imports.
LEFT_OUT = [
    *("*-stubs", "*.dist-info/RECORD", "*.pyi", "*.c", "*.h", "*/tests"),
    *("cffi", "pycparser"),
    "google/_upb",  # wants C++; protobuf, which only traces need, works without
    *("dotenv/cli.py", "dotenv/ipython.py", "waitress/runner.py"),
    *("playhouse/*sql*_ext.py", "playhouse/apsw*", "playhouse/dataset.py", "playhouse/kv.py"),
    *("playhouse/migrations.py", "playhouse/pwasyncio.py", "playhouse/sqlite_*.py"),
    *("prometheus_client/aiohttp", "prometheus_client/bridge", "prometheus_client/django"),
    *("prometheus_client/openmetrics/parser.py", "prometheus_client/twisted"),
    *("tzdata/zoneinfo/*.tab", "tzdata/zoneinfo/*.zi", "tzdata/zoneinfo/leap*"),
    *("werkzeug/_reloader.py", "werkzeug/debug", "werkzeug/middleware/lint.py"),
    *("werkzeug/middleware/profiler.py", "werkzeug/testapp.py"),
]
# Libraries of psycopg2's that ours takes the place of, and what only they need. See unavailable.c.
UNAVAILABLE = ["libgssapi_krb5.so.2.2", "libldap.so.2.0.200"]
NEEDED_BY_UNAVAILABLE = [
    *("libcom_err.so.*", "libcrypt.so.*", "libk5crypto.so.*", "libkeyutils.so.*", "libkrb5*.so.*"),
    *("liblber.so.*", "libpcre.so.*", "libsasl2.so.*", "libselinux.so.*"),
]


def main(python: Path, packages: Path, folders: list[Path]) -> None:
    for folder in folders:
        unpack(folder, packages)
    replace_libraries(packages, python / "lib")
    for path in objects(packages):
        strip(path)
        look_beside_itself(path)
    check_libraries(packages, python / "lib")


def unpack(wheels: Path, target: Path) -> None:
    for wheel in sorted(wheels.glob("*.whl")):
        zipfile.ZipFile(wheel).extractall(target)
    if data := list(target.glob("*.data")):
        raise SystemExit(f"wheels with parts outside of site-packages are not provided for: {data}")
    for path in list(files(target)):
        if is_left_out(path.relative_to(target), LEFT_OUT):
            path.unlink()


def replace_libraries(packages: Path, libraries: Path) -> None:
    """Link a wheel's copy of a library that Python brings as well to Python's.

    So there is one OpenSSL in the image, and nixpkgs' updates of it reach everything.
    """
    for copied in sorted(packages.glob("*.libs/*")):
        name = re.sub(r"-[0-9a-f]{8}(?=\.so)", "", copied.name)
        if name in UNAVAILABLE:
            link(copied, packages.parents[1] / "libunavailable.so")
        elif (libraries / name).exists():
            link(copied, libraries / name)
        elif is_left_out(Path(name), NEEDED_BY_UNAVAILABLE):
            copied.unlink()


def link(path: Path, target: Path) -> None:
    path.unlink()
    path.symlink_to(target)


def check_libraries(packages: Path, libraries: Path) -> None:
    """Fail when an object asks for what is neither in its wheel nor beside the interpreter."""
    there = {path.name for folder in (packages, libraries) for path in folder.rglob("*.so*")}
    for path in objects(packages):
        if missing := {name for name, _ in needs(path)} - there:
            raise SystemExit(f"{path} needs {missing}: have them in FOR_WHEELS of python.py")


if __name__ == "__main__":
    python, packages, *folders = map(Path, sys.argv[1:])
    main(python, packages, folders)
