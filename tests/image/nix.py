"""Nix as these tests use it: sandboxed, offline but for the fetches, nixpkgs replaced."""

import json
from functools import cache
from pathlib import Path

from tests.image.commands import ROOT, run

# Without a user of Nix's own, builds run as root inside the sandbox; without caches, everything is
# built; and where there can be no sandbox the build fails rather than doing without.
SETTINGS = """
experimental-features = nix-command flakes
sandbox = true
sandbox-fallback = false
build-users-group =
substituters =
flake-registry =
warn-dirty = false
"""
ENVIRONMENT = {"NIX_CONFIG": SETTINGS}


STAND_IN = Path(__file__).parent / "nixpkgs"


@cache
def override(stand_in: Path = STAND_IN) -> tuple[str, ...]:
    """The stand-in in nixpkgs' place; from the store, or Nix would copy it each time."""
    stored = nix("store", "add-path", "--name", "source", stand_in)
    return ("--override-input", "nixpkgs", f"path:{stored}", "--no-write-lock-file")


def nix(*arguments: object, **options: object) -> str:
    return run("nix", *arguments, env=ENVIRONMENT, **options)


def nix_store(*arguments: object) -> str:
    return run("nix-store", *arguments, env=ENVIRONMENT)


def build(attribute: str, source: Path = ROOT) -> Path:
    """The store path of an output of the flake, built if need be."""
    nix("build", "--no-link", *override(), f"{source}#{attribute}")
    return Path(evaluate(f"{attribute}.outPath", source))


def evaluate(
    attribute: str, source: Path = ROOT, *options: str, stand_in: Path = STAND_IN
) -> object:
    return json.loads(nix("eval", "--json", *options, *override(stand_in), f"{source}#{attribute}"))


def own_derivations(attribute: str, source: Path = ROOT, stand_in: Path = STAND_IN) -> list[str]:
    """This project's derivations among all that an output is built from."""
    derivation = evaluate(f"{attribute}.drvPath", source, stand_in=stand_in)
    everything = nix_store("--query", "--requisites", derivation)
    return [
        path
        for path in everything.splitlines()
        if path.endswith(".drv") and path[44:].startswith("clockwork")
    ]
