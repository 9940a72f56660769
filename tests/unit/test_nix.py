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
    "actionlint", "cacert", "chromium", "closureInfo", "dockerTools", "git", "glibc", "gnumake",
    "kind",
    "kubectl", "kubernetes-helm", "kustomize", "lib.fetchers.proxyImpureEnvVars", "lib.genAttrs",
    "lib.optionals", "mkShellNoCC", "nixfmt", "nodejs", "patchelf", "pgbouncer", "podman",
    "postgresql", "python313", "rclone", "ruff", "runCommand", "skopeo",
    "stdenv.hostPlatform.isLinux", "stdenv.hostPlatform.system", "writeShellScriptBin",
}  # fmt: skip


def names_taken(text: str) -> set[str]:
    code = re.sub(r"#.*", "", text)
    inherited = re.findall(r"inherit \(pkgs((?:\.\w+)*)\)([^;]*);", code)
    code = re.sub(r"inherit \(pkgs[^;]*;", "", code)
    names = {f"{scope}.{name}" for scope, names in inherited for name in names.split()}
    names |= set(re.findall(r"\bpkgs((?:\.\w+)+)", code))
    names |= {f".lib.{name}" for name in re.findall(r"\bnixpkgs\.lib\.(\w+)", code)}
    return {name.removeprefix(".") for name in names}


def test_nothing_else_is_taken_from_nixpkgs():
    taken = set().union(*(names_taken(file.read_text()) for file in NIX_FILES))

    assert taken == TAKEN
    assert not any(re.search(r"\bwith pkgs\b", file.read_text()) for file in NIX_FILES)


def test_a_name_is_found_in_each_way_of_taking_it():
    text = "inherit (pkgs) a b; inherit (pkgs.lib) c; x = pkgs.d; y = pkgs.lib.e z; nixpkgs.lib.f"

    assert names_taken(text) == {"a", "b", "lib.c", "d", "lib.e", "lib.f"}


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
