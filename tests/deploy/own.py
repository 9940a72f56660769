"""A kustomization of somebody's own, which takes Clockwork's manifests by address and tag."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import yaml

from tests.image.commands import ROOT, run

KUBERNETES = ROOT / "deploy/kubernetes"
ADDRESS = "https://github.com/clockwork-time/clockwork//"
COMPONENTS = sorted(file.parent.name for file in KUBERNETES.glob("components/*/kustomization.yaml"))


@cache
def folder(*components: str) -> Path:
    """The example as it is to be copied, with components; it takes the rest of this checkout."""
    own = _temporary()
    text = (KUBERNETES / "example/kustomization.yaml").read_text()
    wanted = yaml.safe_load(text)
    names = [f"{ADDRESS}deploy/kubernetes/components/{name}?ref={tag()}" for name in components]
    wanted["components"] = [*wanted.get("components", ()), *names]
    changed = yaml.safe_dump(wanted).replace(ADDRESS, f"file://{_repository()}//")
    (own / "kustomization.yaml").write_text(changed)
    return own


def tag() -> str:
    """The tag that the example takes."""
    wanted = yaml.safe_load((KUBERNETES / "example/kustomization.yaml").read_text())
    return wanted["resources"][0].rpartition("?ref=")[2]


@cache
def _repository() -> Path:
    repository = _temporary()
    shutil.copytree(KUBERNETES, repository / "deploy/kubernetes")
    git = ("git", "-C", repository, "-c", "user.name=test", "-c", "user.email=test@example.org")
    run(*git, "init", "--quiet")
    run(*git, "add", ".")
    run(*git, "commit", "--quiet", "--message=Manifests")
    run(*git, "tag", tag())
    return repository


def _temporary() -> Path:
    made = Path(tempfile.mkdtemp(prefix="clockwork-manifests-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
