"""Compile what a server loads. Usage: bytecode.py STDLIB.

Compiles the wheels and, because bytecode is as large as its source, of the standard library only
what importing them loads and what is named here. It is never checked against its source: the image
is read-only.
"""

import importlib
import pkgutil
import py_compile
import sys
from collections.abc import Iterator
from pathlib import Path

# What Clockwork itself takes from the standard library besides.
ALSO = [
    "argparse",
    "csv",
    "encodings.idna",
    "http.client",
    "runpy",
    "sqlite3",
    "zoneinfo",
]


def loaded_modules(site_packages: Path) -> Iterator[Path]:
    """The files of all that is loaded once every wheel is imported."""
    for name in [*ALSO, *(module.name for module in pkgutil.iter_modules([str(site_packages)]))]:
        importlib.import_module(name)
    return (Path(m.__file__) for m in sys.modules.values() if getattr(m, "__file__", None))


def main(stdlib: Path) -> None:
    modules = {*loaded_modules(stdlib / "site-packages"), *stdlib.glob("site-packages/**/*.py")}
    for path in sorted(modules):
        if path.suffix == ".py" and path.is_relative_to(stdlib):
            py_compile.compile(
                str(path),
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )


main(Path(sys.argv[1]))
