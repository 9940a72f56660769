"""The bill of materials: what a scanner is told of the image."""

import json
import re
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.image import nix
from tests.image.commands import ROOT
from tests.image.test_contents import stored_name

Versions = dict[str, str]


@pytest.fixture(scope="module")
def bill_file() -> Path:
    return nix.build("sbom")


@pytest.fixture(scope="module")
def bill(bill_file: Path) -> dict:
    return json.loads(bill_file.read_text())


@pytest.fixture(scope="module")
def places(bill: dict) -> set[str]:
    """Where in the image the components say that they lie."""
    return {
        place["location"]
        for component in [bill["metadata"]["component"], *bill["components"]]
        for place in component["evidence"]["occurrences"]
    }


def versions(bill: dict, kind: str) -> Versions:
    """The components of a kind of package."""
    found = [one for one in bill["components"] if one["purl"].startswith(f"pkg:{kind}/")]
    return {one["name"]: one["version"] for one in found}


def test_it_is_valid_cyclonedx(bill_file):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill_file.read_text()) is None


def test_every_file_of_the_image_belongs_to_a_component(image, places, figure):
    files = [stored_name(path) for layer in image.layers for path, _, _ in layer.files()]

    unexplained = [file for file in files if not {file, *map(str, Path(file).parents)} & places]

    figure("files that a component of the bill explains", f"{len(files):,}", "all")
    assert unexplained == []


def test_every_library_is_named_by_its_path(image, places, figure):
    libraries = {
        stored_name(path)
        for layer in image.layers
        for path, _, start in layer.files()
        if start.startswith(b"\x7fELF")
    }

    figure("libraries that the bill names", len(libraries), "all")
    assert libraries - places == set()
    assert len(libraries) > 20


def test_each_component_has_a_licence_and_a_version(bill, figure):
    figure("components in the bill", len(bill["components"]))
    for component in bill["components"]:
        assert component["licenses"], component["name"]
        assert re.match(r"\d", component["version"]), component["name"]


def test_the_versions_are_those_that_the_libraries_themselves_tell(podman, bill):
    told = json.loads(
        podman.python("""
import json, os, platform, pyexpat, sqlite3, ssl, zlib
from psycopg2.extensions import libpq_version
print(json.dumps({
    "expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
    "glibc": os.confstr("CS_GNU_LIBC_VERSION").split()[1],
    "libpq": "{}.{}".format(*divmod(libpq_version(), 10000)),
    "openssl": ssl.OPENSSL_VERSION.split()[1],
    "python": platform.python_version(),
    "sqlite": sqlite3.sqlite_version,
    "zlib": zlib.ZLIB_RUNTIME_VERSION,
}))
""")
    )
    assert told.items() <= versions(bill, "generic").items()


def test_every_wheel_of_the_lock_is_in_it(bill):
    lock = (ROOT / "requirements.lock").read_text()

    assert versions(bill, "pypi") == dict(re.findall(r"^([\w-]+)==(\S+)", lock, re.MULTILINE))


def test_of_npm_it_has_what_ends_in_the_bundle(bill):
    web = ROOT / "static-src"
    locked = json.loads((web / "package-lock.json").read_text())["packages"]
    asked = json.loads((web / "package.json").read_text())["dependencies"]
    found = versions(bill, "npm")

    assert asked.keys() <= found.keys()
    assert found == {name: locked[f"node_modules/{name}"]["version"] for name in found}
    assert not found.keys() & {"react", "vite", "typescript"}
