"""The bill of materials, as far as it can be held without Nix."""

import importlib.util
import zipfile

import pytest

from tests.servers import ROOT

spec = importlib.util.spec_from_file_location("sbom", ROOT / "nix/sbom.py")
sbom = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sbom)

PACKAGES = "lib/python3.13/site-packages"


@pytest.fixture
def owners(tmp_path):
    """Of an image with one library, and one wheel of one module."""
    with zipfile.ZipFile(tmp_path / "thing-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("thing/__init__.py", "")
        wheel.writestr("thing-1.0.dist-info/METADATA", "Name: Thing\nVersion: 1.0\n")
    origins = tmp_path / "origins"
    origins.write_text('{"libz.so.1": "zlib-1.3.1"}')
    return sbom.Owners({"name": "clockwork"}, "17.6", origins, [tmp_path])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("bin/python3.13", "clockwork"),
        ("lib/libz.so.1", "zlib"),
        ("lib/python3.13/json/decoder.pyc", "python"),
        (f"{PACKAGES}/thing/__init__.py", "thing"),
        (f"{PACKAGES}/thing/__init__.pyc", "thing"),
        (f"{PACKAGES}/thing/__pycache__/__init__.cpython-313.pyc", "thing"),
        (f"{PACKAGES}/psycopg2_binary.libs/libpq-9b38f5e3.so.5.17", "libpq"),
    ],
)
def test_a_file_belongs_to_what_has_brought_it(owners, path, name):
    assert owners.owner(path)["name"] == name


@pytest.mark.parametrize("path", ["lib/libnew.so.1", "share/x", f"{PACKAGES}/other/__init__.pyc"])
def test_a_file_that_nothing_has_brought_fails_the_build(owners, path):
    with pytest.raises(SystemExit, match=path):
        owners.owner(path)


@pytest.mark.parametrize(
    ("store_name", "name", "version"),
    [
        ("openssl-3.5.4", "openssl", "3.5.4"),
        ("glibc-2.42-51", "glibc", "2.42-51"),
        ("gcc-14.3.0-lib", "gcc", "14.3.0"),
        ("xgcc-14.3.0-libgcc", "gcc", "14.3.0"),
        ("util-linux-minimal-2.41.2-lib", "util-linux", "2.41.2"),
        ("nss-cacert-3.117", "nss-cacert", "3.117"),
        ("sqlite-3.50.4", "sqlite", "3.50.4"),
    ],
)
def test_a_store_path_tells_name_and_version(store_name, name, version):
    assert sbom.named(store_name) == (name, version)


def test_a_library_is_known_by_the_version_of_its_makers():
    assert sbom.library("glibc", "2.42-51")["cpe"] == "cpe:2.3:a:gnu:glibc:2.42:*:*:*:*:*:*:*"
    assert "licenses" not in sbom.library("never-heard-of", "1.0")
