"""The same source gives the same image, whoever builds it where and when."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.archive import Archive
from tests.image.commands import ROOT, run


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source in another folder, with other file times, in no repository."""
    target = tmp_path_factory.mktemp("elsewhere") / "source"
    for name in run("git", "ls-files").splitlines():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target / name, follow_symlinks=False)
        os.utime(target / name, (1_000_000_000, 1_000_000_000))
    return target


def test_every_derivation_built_once_more_gives_the_same_bits(copy, figure):
    """Nix compares each second build with the first; the fetches go to the network again."""
    derivations = nix.own_derivations("image", copy)
    names = {path[44:].removesuffix(".drv") for path in derivations}
    assert names >= {"clockwork-runtime", "clockwork-spa", "clockwork-app", "clockwork.tar"}

    for derivation in derivations:
        nix.nix_store("--realise", "--check", derivation)

    figure("derivations rebuilt, bit for bit the same", len(derivations), f"of {len(derivations)}")


def test_the_source_elsewhere_gives_the_same_image(image, copy, figure):
    """But for the name of the commit, which nobody can tell where there is no repository."""
    again = Archive.read(nix.build("image", copy))

    expected = json.loads(json.dumps(image.config))
    expected["config"]["Labels"].pop("org.opencontainers.image.revision", None)
    assert [layer.digest for layer in again.layers] == [layer.digest for layer in image.layers]
    assert again.config == expected
    figure("digest of the image, from two folders", again.config_digest[:16])


def test_from_a_commit_it_names_it_and_from_a_changed_tree_none(tmp_path):
    """Nix gives no commit where an input is overridden, so the stand-in is locked here."""
    run("git", "clone", "--quiet", ROOT, tmp_path)
    nix.nix("flake", "lock", *nix.override()[:3], tmp_path)
    git = ("git", "-c", "user.name=test", "-c", "user.email=test@localhost")
    run(*git, "commit", "--quiet", "--all", "--message=Lock the stand-in", cwd=tmp_path)

    def named() -> str | None:
        labels = Archive.read(nix.build("image", tmp_path)).config["config"]["Labels"]
        return labels.get("org.opencontainers.image.revision")

    assert named() == run("git", "rev-parse", "HEAD", cwd=tmp_path)
    with (tmp_path / "README.md").open("a") as file:
        file.write("One more line.\n")
    assert named() is None


def test_a_lock_that_changed_without_its_hash_is_refused(copy):
    """The fetch has the lock's digest in its name, so Nix can't answer with what it has."""
    lock = copy / "requirements.lock"
    before = nix.evaluate("fetched.x86_64-linux.wheels.outPath", copy)
    text = lock.read_text()
    lock.write_text(text + "\n# changed\n")

    after = nix.evaluate("fetched.x86_64-linux.wheels.outPath", copy)

    lock.write_text(text)
    assert after != before


@pytest.mark.parametrize("system", ["x86_64-linux", "aarch64-linux"])
@pytest.mark.parametrize("fetch", ["wheels", "devWheels", "otelWheels", "nodeModules"])
def test_the_hashes_of_both_systems_are_those_of_what_the_locks_name(system, fetch):
    assert nix.build(f"fetched.{system}.{fetch}").exists()
