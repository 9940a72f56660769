"""The image's build, as far as it can be held without Nix."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NIX_FILES = [ROOT / "flake.nix", *sorted((ROOT / "nix").glob("*.nix"))]

# All that is taken from nixpkgs. A name belongs here only when nixpkgs has had it for years: the
# stand-in that the image is tested with has its meaning from us.
TAKEN = {
    "actionlint", "cacert", "callPackage", "chromium", "closureInfo", "dockerTools", "git",
    "gnumake", "jq", "khal", "kind", "kubectl", "kubernetes-helm", "kustomize",
    "lib.fetchers.proxyImpureEnvVars", "lib.genAttrs", "lib.importJSON", "lib.makeScope",
    "lib.optionalAttrs", "lib.optionals", "mkShellNoCC", "newScope", "nixfmt-tree", "nodejs",
    "nukeReferences", "patchelf", "pgbouncer", "podman", "postgresql", "python313", "rclone",
    "ruff", "runCommand", "runCommandCC", "skopeo", "stdenv.hostPlatform.isLinux",
    "stdenv.hostPlatform.system", "testers", "vdirsyncer", "writeShellScriptBin",
}  # fmt: skip


def names_taken(text: str, own: set[str]) -> set[str]:
    """What a file asks `callPackage` for or takes from `pkgs`, but for our own and what has a
    default; of `lib` and `stdenv` each single name."""
    code = re.sub(r"#.*", "", text)
    header = re.match(r"\s*\{([^{}]*)\}:", code)
    asked = {name.strip() for name in header[1].split(",")} if header else set()
    names = {name for name in asked if name and "?" not in name} - own - {"lib", "pkgs", "stdenv"}
    inherited = " ".join(re.findall(r"inherit \(pkgs\)([^;]*);", code))
    names |= set(inherited.split())
    names |= set(re.findall(r"\bpkgs\.(?!lib\.|stdenv\.)([\w-]+)", code))
    names |= set(re.findall(r"(?:\bpkgs\.|(?<![\w.]))((?:lib|stdenv)(?:\.\w+)+)", code))
    names |= set(re.findall(r"\bnixpkgs\.(lib\.\w+)", code))
    return names


def own_names() -> set[str]:
    """Those of the scope, and what its files are given by hand."""
    scope = re.sub(r"#.*", "", (ROOT / "nix/default.nix").read_text())
    given = re.findall(r"\binherit(?: \([^)]*\))?([^;]*);", scope)
    return {*re.findall(r"([\w-]+) =", scope), *" ".join(given).split()}


def test_nothing_else_is_taken_from_nixpkgs():
    own = own_names()

    taken = set().union(*(names_taken(file.read_text(), own) for file in NIX_FILES))

    assert taken == TAKEN
    assert not any(re.search(r"\bwith pkgs\b", file.read_text()) for file in NIX_FILES)


def test_a_name_is_found_in_each_way_of_taking_it():
    text = "{ a, b-c, lib, ours, flavour ? 1 }: pkgs.d pkgs.lib.e.f stdenv.g; nixpkgs.lib.h; "
    text += "inherit (pkgs) i j;"
    taken = {"a", "b-c", "d", "lib.e.f", "stdenv.g", "lib.h", "i", "j"}

    assert names_taken(text, {"ours"}) == taken


def stale_locks(root: Path) -> list[str]:
    """The locks whose hash was not renewed, by the script that renews them."""
    code = "import hashes, json; print(json.dumps(hashes.stale()))"
    asked = subprocess.run(
        [sys.executable, "-c", code], cwd=root / "nix", capture_output=True, check=True
    )
    found: list[str] = json.loads(asked.stdout)
    return found


def test_the_hashes_belong_to_the_locks():
    assert stale_locks(ROOT) == [], "a lock changed: run make lock"


def test_a_lock_that_changes_makes_its_hash_stale(tmp_path):
    recorded = json.loads((ROOT / "nix/hashes.json").read_text())
    for name in ("nix/hashes.py", "nix/hashes.json", *recorded):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text((ROOT / name).read_text())
    with (tmp_path / "requirements.lock").open("a") as lock:
        lock.write("one-more==1.0\n")

    assert stale_locks(tmp_path) == ["requirements.lock"]


def test_there_is_a_hash_for_each_lock_and_system():
    recorded = json.loads((ROOT / "nix/hashes.json").read_text())

    for hashes in recorded.values():
        assert set(hashes) == {"lock", "x86_64-linux", "aarch64-linux"}
