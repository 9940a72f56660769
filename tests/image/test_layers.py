"""A small change is a small push."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.archive import Archive
from tests.image.commands import ROOT, run

LARGEST_PUSH = 2_000_000


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str], Archive]:
    """The image after a line was added to a file."""

    def build(name: str, line: str) -> Archive:
        for tracked in run("git", "ls-files").splitlines():
            (tmp_path / tracked).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / tracked, tmp_path / tracked, follow_symlinks=False)
        with (tmp_path / name).open("a") as file:
            file.write(line)
        return Archive.read(nix.build("image", tmp_path))

    return build


@pytest.mark.parametrize(
    ("what", "file", "line", "layers"),
    [
        ("the app", "clockwork/errors.py", "# one more line\n", {"clockwork-app", "links"}),
        ("the page", "static-src/index.html", "<!-- more -->\n", {"clockwork-spa", "links"}),
        ("the manual", "README.md", "One more line.\n", set()),
    ],
)
def test_a_change_pushes_its_own_layer_and_the_links(
    image, changed, figure, what, file, line, layers
):
    after = changed(file, line)

    before = {layer.digest for layer in image.layers}
    pushed = [layer for layer in after.layers if layer.digest not in before]
    size = sum(layer.compressed_size for layer in pushed)
    figure(f"pushed again after a change to {what}", f"{size:,} bytes", "under 2 MB")
    assert {layer.name for layer in pushed} == layers
    assert size < LARGEST_PUSH
