"""What is in the image, and what must not be."""

import re
from fnmatch import fnmatch

from tests.image import nix
from tests.image.archive import Archive
from tests.image.commands import run

# Outside of /nix/store.
LINKS_AND_FOLDERS = {
    "/", "/app", "/app/clockwork", "/app/healthcheck", "/app/migrations", "/app/static", "/bin",
    "/bin/clockwork", "/data",
    "/etc", "/etc/group", "/etc/nsswitch.conf", "/etc/passwd", "/etc/ssl", "/etc/ssl/certs",
    "/etc/ssl/certs/ca-bundle.crt", "/nix", "/nix/store", "/tmp",
}  # fmt: skip
STORE_PATHS = [
    "clockwork-app", "clockwork-certificates", "clockwork-etc", "clockwork-migrations",
    "clockwork-python", "clockwork-runtime", "clockwork-spa",
]  # fmt: skip
PROGRAMS = {
    "clockwork-app/bin/clockwork", "clockwork-app/healthcheck", "clockwork-python/bin/python3.13",
}  # fmt: skip
FORBIDDEN = {
    "a shell": ["sh", "*sh", "busybox*", "toybox*"],
    "a package manager": ["pip", "pip3*", "apt*", "dpkg*", "rpm*", "nix", "uv", "npm", "ensurepip"],
    "a compiler": ["gcc*", "cc", "c++", "g++", "clang*", "ld", "ld.*", "as", "cc1*", "make"],
    "a static library or header": ["*.a", "*.h", "*.la", "*.o"],
    "a test suite": ["test", "tests", "idle_test"],
    "what belongs to development": ["config-*", "node_modules", "*.map", "idlelib", "pydoc_data"],
}  # fmt: skip


def stored_name(path: str) -> str:
    """A path below /nix/store without the hash."""
    return path.removeprefix("/nix/store/")[33:]


def test_there_is_nothing_but_what_is_named_here(image):
    outside = {path for path in image.entries if not path.startswith("/nix/store/")}
    stored = {stored_name(path).split("/")[0] for path in image.entries if path not in outside}

    assert outside == LINKS_AND_FOLDERS
    assert sorted(stored) == STORE_PATHS


def test_there_is_no_shell_no_package_manager_no_compiler_and_no_test_suite(image, figure):
    found = [
        (what, path)
        for path in image.entries.keys() - LINKS_AND_FOLDERS
        for what, patterns in FORBIDDEN.items()
        if any(fnmatch(path.rpartition("/")[2], pattern) for pattern in patterns)
    ]
    assert found == []
    figure("shells, compilers, package managers, test suites, headers", len(found), "0")


def test_what_can_be_executed_is_python_clockwork_and_the_health_check(image):
    """Of the files with the bit set, those that the kernel would start: programs and scripts."""
    programs = {
        stored_name(path)
        for layer in image.layers
        for path, entry, start in layer.files()
        if entry.mode & 0o111 and is_program(start)
    }
    assert programs == PROGRAMS


def is_program(start: bytes) -> bool:
    is_object = start.startswith(b"\x7fELF")
    return start.startswith(b"#!") or (is_object and b"/ld-linux-" in start)


def test_nothing_is_set_user_or_group_id_and_all_belongs_to_root_but_data(image):
    special = [path for path, entry in image.entries.items() if entry.mode & 0o6000]
    others = {path: (e.uid, e.gid) for path, e in image.entries.items() if (e.uid, e.gid) != (0, 0)}

    assert special == []
    assert others == {"/data": (65532, 65532)}


def test_the_server_can_write_to_data_and_tmp_only(image):
    writable = {
        path: oct(entry.mode)
        for path, entry in image.entries.items()
        if not entry.issym() and (entry.uid == 65532 or entry.mode & 0o002)
    }
    assert writable == {"/data": "0o750", "/tmp": "0o1777"}


def test_no_file_names_a_store_path_that_is_not_in_the_image(image):
    """What Nix asserts of the runtime, for every layer: a reference brings its closure along."""
    here = {path.split("/")[3][:32].encode() for path in image.entries if path.count("/") >= 3}
    named = {
        found
        for layer in image.layers
        for found in re.findall(rb"/nix/store/([0-9a-df-np-sv-z]{32})-", layer.content)
    }
    assert named - here <= {b"e" * 32}


def test_the_image_says_what_it_is_and_how_it_is_run(image):
    config = image.config["config"]
    assert image.config["created"].startswith("1970-01-01T00:00:01")
    assert config["User"] == "65532:65532"
    assert config["Entrypoint"][0].endswith("-clockwork-runtime/bin/python3")
    assert config["Entrypoint"][1:] + config["Cmd"] == ["-m", "clockwork", "serve"]
    assert config["Healthcheck"]["Test"] == ["CMD", "/app/healthcheck"]
    assert set(config["Volumes"]) == {"/data"}
    assert {"ENV=production", "HOST=0.0.0.0"} <= set(config["Env"])
    names = ("title", "description", "version", "source", "licenses")
    assert {f"org.opencontainers.image.{name}" for name in names} <= set(config["Labels"])


IMPORT_EVERYTHING = """
import importlib, pathlib, pkgutil, sys
import clockwork, flask
ours = [m.name for m in pkgutil.walk_packages(clockwork.__path__, "clockwork.")]
theirs = [m.name for m in pkgutil.iter_modules([pathlib.Path(flask.__file__).parents[1]])]
for name in [*ours, *theirs]:
    if not name.endswith("__main__"):
        importlib.import_module(name)
"""


def test_every_module_of_ours_and_every_dependency_imports(podman, figure):
    said = podman.python(f"{IMPORT_EVERYTHING}\nprint(len(ours), len(theirs))")

    figure("modules of ours, packages of others, that import", said.replace(" ", ", "))
    assert all(int(number) > 10 for number in said.split())


def test_the_image_with_traces_imports_what_sends_them():
    config = Archive.read(nix.build("image-otel")).config["config"]
    modules = [
        "opentelemetry.exporter.otlp.proto.http.trace_exporter",
        *(f"opentelemetry.instrumentation.{name}" for name in ("flask", "psycopg2", "sqlite3")),
    ]
    assert run(config["Entrypoint"][0], "-c", f"import {', '.join(modules)}; print('all')") == "all"


def test_modules_are_there_once_as_bytecode(image):
    """Migrations are read as they are written."""
    sources = {
        path
        for path in image.entries
        if path.endswith(".py") and not stored_name(path).startswith("clockwork-migrations/")
    }
    caches = {path for path in image.entries if path.endswith("/__pycache__")}
    assert sources | caches == set()


def test_a_traceback_names_files_and_lines(podman):
    said = podman.python("""
import json, traceback
try:
    json.loads("{")
except ValueError:
    print(traceback.format_exc())
""")
    assert re.search(r'File "/nix/store/.*/json/decoder\.py", line \d+, in raw_decode', said)


def test_every_shared_object_finds_what_it_needs_inside_the_image(podman, figure):
    said = podman.python("""
import pathlib, _cffi_backend
AT_ONCE = 2  # RTLD_NOW: every function that is asked for, not only every library
objects = [p for p in pathlib.Path("/nix/store").rglob("*") if p.is_file() and ".so" in p.name]
for path in objects:
    if not path.name.startswith("ld-linux"):
        _cffi_backend.load_library(str(path), AT_ONCE)
print(len(objects))
""")
    figure("shared objects that load with all they need", said)
    assert int(said) > 25


def test_kerberos_is_refused_with_a_message(podman):
    """Its libraries are not there; what stands in their place says so."""
    said = podman.python("""
import psycopg2
try:
    psycopg2.connect("host=localhost gssencmode=require")
except psycopg2.OperationalError as error:
    print(error)
""")
    assert said == "GSSAPI encryption required but no credential cache"


def test_no_shell_can_be_started(podman):
    said = podman.python("""
import subprocess
try:
    print(subprocess.run("true", shell=True))
except FileNotFoundError as error:
    print("refused", error.filename)
""")
    assert said.startswith("refused /nix/store/eeeeeeee")


def test_zones_and_certificates_are_there(podman):
    said = podman.python("""
import os, ssl, zoneinfo
print(len(zoneinfo.available_timezones()) > 400, zoneinfo.ZoneInfo("Pacific/Apia").key)
print(ssl.create_default_context().cert_store_stats()["x509_ca"] > 100, os.environ["SSL_CERT_FILE"])
""")
    assert said.splitlines() == ["True Pacific/Apia", "True /etc/ssl/certs/ca-bundle.crt"]
