"""A small change is a small push."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.archive import Archive, Layer
from tests.image.commands import ROOT, run

MEGABYTE = 1_000_000
Edit = Callable[[Path], None]
# Another version of a wheel, as PyPI has it.
OTHER_WHEEL = """blinker==1.8.2 \\
    --hash=sha256:1779309f71bf239144b9399d06ae925637cf6634cf6bd131104184531bf67c01
"""


def add_line(name: str, line: str) -> Edit:
    def edit(folder: Path) -> None:
        with (folder / name).open("a") as file:
            file.write(line)

    return edit


def change_a_wheel(folder: Path) -> None:
    lock = folder / "requirements.lock"
    before = lock.read_text()
    lock.write_text(re.sub(r"blinker==.*\n(    --hash=.*\n)+", OTHER_WHEEL, before))
    assert lock.read_text() != before
    run(sys.executable, folder / "nix/hashes.py")


@pytest.fixture
def pushed(image: Archive, tmp_path: Path) -> Callable[[Edit], list[Layer]]:
    """The layers that a registry lacks once the image was built again after an edit."""

    def build(edit: Edit) -> list[Layer]:
        for tracked in run("git", "ls-files").splitlines():
            (tmp_path / tracked).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / tracked, tmp_path / tracked, follow_symlinks=False)
        edit(tmp_path)
        before = {layer.digest for layer in image.layers}
        after = Archive.read(nix.build("image", tmp_path))
        return [layer for layer in after.layers if layer.digest not in before]

    return build


@pytest.mark.parametrize(
    ("what", "edit", "layers", "megabytes"),
    [
        ("the app", add_line("clockwork/errors.py", "# one more line\n"),
         {"clockwork-app", "links"}, 2),
        ("the page", add_line("static-src/index.html", "<!-- more -->\n"),
         {"clockwork-spa", "links"}, 2),
        ("one wheel", change_a_wheel, {"clockwork-runtime", "clockwork-app", "links"}, 4),
        ("the manual", add_line("README.md", "One more line.\n"), set(), 2),
    ],
)  # fmt: skip
def test_a_change_pushes_its_own_layer_and_what_names_it(
    pushed, figure, what, edit, layers, megabytes
):
    missing = pushed(edit)

    size = sum(layer.compressed_size for layer in missing)
    figure(f"pushed again after a change to {what}", f"{size:,} bytes", f"under {megabytes} MB")
    assert {layer.name for layer in missing} == layers
    assert size < megabytes * MEGABYTE


@pytest.fixture
def other_nixpkgs(tmp_path: Path) -> Iterator[Path]:
    """Stdenv differs, as it does between any two revisions."""
    folder = tmp_path / "nixpkgs"
    shutil.copytree(nix.STAND_IN, folder, symlinks=True)
    add_line("stdenv/setup", "# one more line\n")(folder)
    yield folder
    shutil.rmtree(folder)


def test_a_change_to_nixpkgs_pushes_everything(image, other_nixpkgs, figure):
    """A store path has the name of what it is made from, and a layer has the name in it."""
    before = nix.own_derivations("image")
    after = nix.own_derivations("image", stand_in=other_nixpkgs)

    size = sum(layer.compressed_size for layer in image.layers)
    figure("pushed again after a change to nixpkgs", f"{size:,} bytes", "everything")
    assert set(before) & set(after) == set()
