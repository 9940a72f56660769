"""Write what the image is made of as CycloneDX.

Usage: sbom.py VERSION LIBPQ_VERSION CACERT PAGE PYTHON ORIGINS RUNTIME WHEELS…

A component says where in the image it lies, a layer first: an object by its whole path, the rest by
its folder. A file of PYTHON's or the RUNTIME's that belongs to none is an error.
"""

import hashlib
import json
import platform
import re
import sys
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path

OURS = ("clockwork-app", "clockwork-etc", "clockwork-migrations", "clockwork-spa")
OURS_AMONG_OTHERS = ("bin/python3.13", "lib/libunavailable.so", "pyvenv.cfg")
# What nixpkgs calls it: its licence, and the vendor and product by which others know its flaws.
LIBRARIES = {
    "bzip2": ("bzip2-1.0.6", "bzip:bzip2"),
    "expat": ("MIT", "libexpat_project:libexpat"),
    "gcc": ("GPL-3.0-or-later WITH GCC-exception-3.1", "gnu:gcc"),
    "glibc": ("LGPL-2.1-or-later", "gnu:glibc"),
    "libffi": ("MIT", "libffi_project:libffi"),
    "libpq": ("PostgreSQL", "postgresql:postgresql"),
    "mpdecimal": ("BSD-2-Clause", "bytereef:mpdecimal"),
    "nss-cacert": ("MPL-2.0", ""),
    "openssl": ("Apache-2.0", "openssl:openssl"),
    "python": ("PSF-2.0", "python:python"),
    "sqlite": ("blessing", "sqlite:sqlite"),
    "util-linux": ("BSD-3-Clause", "kernel:util-linux"),
    "xz": ("0BSD", "tukaani:xz"),
    "zlib": ("Zlib", "zlib:zlib"),
    "zstd": ("BSD-3-Clause", "facebook:zstandard"),
}
SAME = {
    "postgresql": "libpq",
    "python3": "python",
    "util-linux-minimal": "util-linux",
    "xgcc": "gcc",
}


def library(name: str, version: str) -> dict:
    """A component that nixpkgs builds."""
    licence, product = LIBRARIES.get(name, ("", ""))
    found = component("library", name, version, f"pkg:generic/{name}@{version}")
    found |= {"licenses": [{"expression": licence}]} if licence else {}
    return found | (
        {"cpe": f"cpe:2.3:a:{product}:{upstream(version)}:*:*:*:*:*:*:*"} if product else {}
    )


def upstream(version: str) -> str:
    """Without nixpkgs' count of its own patches, as in 2.42-51."""
    return version.partition("-")[0]


def named(store_name: str) -> tuple[str, str]:
    """Name and version in the name of a store path, whose end may name one of its outputs."""
    name, version = re.fullmatch(r"(.+?)-(\d[^-]*(?:-\d+)?)(?:-[a-z]+)?", store_name).groups()
    return SAME.get(name, name), version


def component(kind: str, name: str, version: str, purl: str) -> dict:
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}


def wheel_component(wheel: Path) -> tuple[dict, list[str]]:
    """A wheel, and the files that it has brought."""
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (n for n in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", n))
    said = message_from_bytes(archive.read(metadata))
    name = re.sub(r"[-_.]+", "-", said["Name"]).lower()
    found = component("library", name, said["Version"], f"pkg:pypi/{name}@{said['Version']}")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    found |= {"hashes": [{"alg": "SHA-256", "content": digest}], "licenses": [licence_of(said)]}
    return found, archive.namelist()


def licence_of(said: Message) -> dict:
    """As a wheel gives it: in today's form, in the older ones, or only as a text beside it."""
    if said["License-Expression"]:
        return {"expression": said["License-Expression"]}
    kinds = [one.split(" :: ")[-1] for one in said.get_all("Classifier", ()) if "License ::" in one]
    return {"license": {"name": said["License"] or next(iter(kinds), "see its file LICENSE")}}


def npm_components(page: Path) -> Iterator[dict]:
    """The packages that the page was bundled from, as its build has found them."""
    for package in json.loads((page / "licenses.json").read_text()):
        name, version = package["name"], package["version"]
        purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
        found = component("library", name, version, purl)
        yield found | {"licenses": [{"expression": package["identifier"]}]}


class Bill:
    """The components by their references, and where in the image each lies."""

    def __init__(self, version: str) -> None:
        self.own = component(
            "application", "clockwork", version, f"pkg:github/clockwork-time/clockwork@v{version}"
        ) | {"licenses": [{"expression": "MIT"}]}
        self.components: dict[str, dict] = {}
        self.places: dict[str, set[str]] = {}

    def add(self, found: dict, place: str) -> None:
        if found is not self.own:
            self.components[found["bom-ref"]] = found
        self.places.setdefault(found["bom-ref"], set()).add(place)

    def placed(self, found: dict) -> dict:
        places = [{"location": place} for place in sorted(self.places[found["bom-ref"]])]
        return found | {"evidence": {"occurrences": places}}

    def written(self) -> dict:
        return {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {"component": self.placed(self.own)},
            "components": [self.placed(self.components[ref]) for ref in sorted(self.components)],
            "dependencies": [{"ref": self.own["bom-ref"], "dependsOn": sorted(self.components)}],
        }


class Owners:
    """What each file of interpreter, libraries and wheels belongs to."""

    def __init__(self, own: dict, libpq: str, origins: Path, wheels: list[Path]) -> None:
        self.own = own
        self.origins = json.loads(origins.read_text())
        self.python = library("python", platform.python_version())
        self.libpq = library("libpq", libpq)
        self.wheels = {
            file: found
            for folder in wheels
            for found, files in map(wheel_component, sorted(folder.glob("*.whl")))
            for file in files
        }

    def owner(self, path: str) -> dict:
        if found := self._find(path):
            return found
        raise SystemExit(f"{path} belongs to no library, no wheel and not to Python: see sbom.py")

    def _find(self, path: str) -> dict | None:
        inside = path.partition("/site-packages/")[2]
        if "/libpq-" in inside:
            return self.libpq
        if inside:
            return self.wheels.get(source_of(inside))
        if path in OURS_AMONG_OTHERS:
            return self.own
        if path.startswith(("lib/python", "lib/libpython")):
            return self.python
        origin = self.origins.get(path.removeprefix("lib/"))
        return library(*named(origin)) if origin else None


def source_of(path: str) -> str:
    """What a file of bytecode was compiled from, beside it or in place of it."""
    return re.sub(r"(?:__pycache__/)?([^/]+?)(?:\.cpython-\d+)?\.pyc$", r"\1.py", path)


def place_of(path: str, is_object: bool) -> str:
    """Where a file is said to lie: by itself, or with its neighbours."""
    if is_object:
        return path
    return re.match(r"lib/python[\d.]+/(?:site-packages/)?[^/]+|.*", path)[0]


def files(tree: Path) -> Iterator[tuple[str, bool]]:
    """Those that are no links: where each lies, and whether it is an object."""
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield str(path.relative_to(tree)), path.read_bytes()[:4] == b"\x7fELF"


def main(bill: Bill, cacert: Path, page: Path, trees: list[Path], owners: Owners) -> dict:
    for layer in OURS:
        bill.add(bill.own, layer)
    for tree in trees:
        for path, is_object in files(tree):
            bill.add(owners.owner(path), f"{tree.name[33:]}/{place_of(path, is_object)}")
    bill.add(library(*named(cacert.name[33:])), "clockwork-certificates")
    for found in npm_components(page):
        bill.add(found, "clockwork-spa/assets")
    return bill.written()


if __name__ == "__main__":
    version, libpq, *paths = sys.argv[1:]
    cacert, page, python, origins, runtime, *wheels = map(Path, paths)
    bill = Bill(version)
    owners = Owners(bill.own, libpq, origins, wheels)
    json.dump(main(bill, cacert, page, [python, runtime], owners), sys.stdout, indent=1)
