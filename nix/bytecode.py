"""Compile the standard library and the wheels. Usage: bytecode.py STDLIB.

Compiles the modules that a server loads, and no others: bytecode is as large as its source. What it
loads is found by importing every wheel; what Clockwork takes from the standard library besides is
named here. A read-only image never checks bytecode against its source.
"""

import importlib
import pkgutil
import py_compile
import sys
from pathlib import Path

ALSO = [
    "argparse",
    "csv",
    "encodings.idna",
    "http.client",
    "runpy",
    "sqlite3",
    "zoneinfo",
]


def import_everything(site_packages: Path) -> None:
    for name in ALSO:
        importlib.import_module(name)
    for module in pkgutil.iter_modules([str(site_packages)]):
        importlib.import_module(module.name)


def main(stdlib: Path) -> None:
    import_everything(stdlib / "site-packages")
    for path in sorted({m.__file__ for m in sys.modules.values() if getattr(m, "__file__", None)}):
        if path.startswith(str(stdlib)) and path.endswith(".py"):
            py_compile.compile(
                path, doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
            )


main(Path(sys.argv[1]))
