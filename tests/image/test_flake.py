"""The flake itself, for every system it names."""

import json

import pytest

from tests.image import nix

LINUX = ["aarch64-linux", "x86_64-linux"]
OUTPUTS = {
    "checks": ["command", "image", "module", "tests"],
    "devShells": ["default"],
    "packages": ["default", "image", "image-otel", "push", "runtime", "sbom", "spa"],
}


def test_it_evaluates():
    nix.nix("flake", "check", "--no-build", *nix.override())


@pytest.mark.parametrize("output", OUTPUTS)
def test_its_outputs_are_those_that_are_documented(output):
    shown = json.loads(nix.nix("flake", "show", "--json", *nix.override()))

    assert {system: sorted(shown[output][system]) for system in LINUX} == dict.fromkeys(
        LINUX, OUTPUTS[output]
    )


@pytest.mark.parametrize("system", LINUX)
def test_an_image_for_each_system_is_made_for_it(system):
    assert nix.evaluate(f"packages.{system}.image.system") == system


def test_macos_has_a_dev_shell_and_no_image():
    assert nix.evaluate("devShells.aarch64-darwin.default.name") == "nix-shell"
    assert nix.evaluate("packages", nix.ROOT, "--apply", "builtins.attrNames") == LINUX


def test_the_lock_holds_one_input():
    lock = json.loads((nix.ROOT / "flake.lock").read_text())

    assert set(lock["nodes"]) == {"root", "nixpkgs"}
    assert lock["nodes"]["nixpkgs"]["locked"]["rev"]


def test_its_checks_pass():
    """Among them the unit and API tests on SQLite, in the image's own Python, in the sandbox."""
    for name in OUTPUTS["checks"]:
        assert nix.build(f"checks.x86_64-linux.{name}").exists()


def test_the_dev_shell_has_its_own_python_and_node():
    """The stand-in gives Python, Node and make; the other tools are there when they are here."""
    names = ("python3", "node", "npm", "make")
    script = f"command -v {' '.join(names)}; python3 --version"

    said = nix.nix("develop", *nix.override(), "--command", "bash", "-c", script).splitlines()

    assert all(path.startswith("/nix/store/") for path in said[:-1])
    assert len(said) == len(names) + 1
    assert said[-1].startswith("Python 3.13.")
