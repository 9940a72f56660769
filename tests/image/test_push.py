"""Publishing: pushed to a registry, pulled by digest, signed, and verified by who pulls it."""

import base64
import io
import json
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.image import nix
from tests.image.commands import ROOT, attempt, run
from tests.image.conftest import wait_for

TOOLS = ROOT / ".make/image/usr/bin"
PORT = 15_000
REPOSITORY = f"127.0.0.1:{PORT}/clockwork"
# A key of the test's own, and no log that everybody can read.
OFFLINE = ("--signing-config=none.json", "--yes")
UNLOGGED = "--insecure-ignore-tlog"


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A registry on this machine; the environment in which its certificate is trusted."""
    folder = tmp_path_factory.mktemp("registry")
    key, certificate = folder / "key", folder / "certificate"
    run(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=registry",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
    )  # fmt: skip
    (folder / "config.yml").write_text(
        f"version: 0.1\nstorage: {{filesystem: {{rootdirectory: {folder}}}}}\n"
        f"http: {{addr: '127.0.0.1:{PORT}', tls: {{certificate: {certificate}, key: {key}}}}}\n"
    )
    asked = ("curl", "-sf", "--cacert", certificate, f"https://127.0.0.1:{PORT}/v2/")
    with (folder / "log").open("w") as log:
        command = [TOOLS / "docker-registry", "serve", folder / "config.yml"]
        server = subprocess.Popen(command, stdout=log, stderr=log)
        wait_for(lambda: attempt(*asked).returncode == 0, 30)
        yield {"SSL_CERT_FILE": str(certificate)}
        server.terminate()
        server.wait(30)


@pytest.fixture(scope="module")
def for_arm64(image_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that says of itself what one that was built on arm64 would say."""
    target = tmp_path_factory.mktemp("arm64") / "image.tar"
    with tarfile.open(image_file) as source, tarfile.open(target, "w") as copy:
        for entry in source:
            content = source.extractfile(entry).read()
            if entry.name.endswith(".json") and entry.name != "manifest.json":
                content = content.replace(b'"amd64"', b'"arm64"')
            entry.size = len(content)
            copy.addfile(entry, io.BytesIO(content))
    return target


Push = Callable[..., dict[str, str]]


@pytest.fixture(scope="module")
def push(registry: dict[str, str]) -> Push:
    """Push archives by the flake's own command; the digest of each thing that was pushed."""
    program = nix.build("push") / "bin/push"

    def push(*archives: Path) -> dict[str, str]:
        lines = run(program, REPOSITORY, *archives, env=registry).splitlines()
        return {line.split()[0]: line.split()[1] for line in lines}

    return push


@pytest.fixture(scope="module")
def pushed(push: Push, image_file: Path, for_arm64: Path) -> dict[str, str]:
    return push(image_file, for_arm64)


def test_one_name_is_for_both_systems(registry, pushed):
    index = json.loads(
        run("skopeo", "inspect", "--raw", f"docker://{REPOSITORY}:0.1.0", env=registry)
    )

    systems = {entry["platform"]["architecture"]: entry["digest"] for entry in index["manifests"]}

    assert {name: f"{REPOSITORY}@{digest}" for name, digest in systems.items()} == {
        name: pushed[name] for name in ("amd64", "arm64")
    }


def test_what_is_pulled_by_digest_is_what_was_built(image, podman, registry, pushed):
    """An image's identifier is the digest of its configuration, which names each layer's bits."""
    environment = {**podman.environment, **registry}
    run("podman", "pull", "--quiet", pushed["index"], env=environment)

    (inspected,) = json.loads(run("podman", "image", "inspect", pushed["index"], env=environment))

    assert inspected["Id"] == image.config_digest
    assert inspected["Architecture"] == "amd64"


def test_pushed_once_more_it_has_the_same_digest(push, pushed, image_file, for_arm64, figure):
    assert push(image_file, for_arm64) == pushed
    figure("digest of the index, pushed twice", pushed["index"].partition("@")[2][:19])


def test_without_archives_it_pushes_this_systems_image(push, pushed):
    assert push()["amd64"] == pushed["amd64"]


@pytest.fixture(scope="module")
def cosign(
    registry: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., subprocess.CompletedProcess]:
    """cosign in a folder with two pairs of keys: ours, and somebody else's."""
    folder = tmp_path_factory.mktemp("keys")
    environment = {**registry, "COSIGN_PASSWORD": "", "HOME": str(folder)}

    def cosign(*arguments: object) -> subprocess.CompletedProcess:
        return attempt(TOOLS / "cosign", *arguments, cwd=folder, env=environment)

    assert cosign("signing-config", "create", "--out=none.json").returncode == 0
    for whose in ("ours", "theirs"):
        assert cosign("generate-key-pair", f"--output-key-prefix={whose}").returncode == 0
    return cosign


def test_a_signed_image_is_verified_by_its_key_and_by_no_other(cosign, pushed):
    assert cosign("verify", UNLOGGED, "--key=ours.pub", pushed["index"]).returncode != 0

    signed = cosign("sign", *OFFLINE, "--recursive", "--key=ours.key", pushed["index"])

    assert signed.returncode == 0, signed.stderr
    for name in ("index", "amd64", "arm64"):
        assert cosign("verify", UNLOGGED, "--key=ours.pub", pushed[name]).returncode == 0
    assert cosign("verify", UNLOGGED, "--key=theirs.pub", pushed["index"]).returncode != 0


def test_the_bill_of_materials_is_attested_and_comes_back_as_it_was(cosign, pushed):
    bill = nix.build("sbom")
    kind = "--type=cyclonedx"
    attested = cosign(
        "attest", *OFFLINE, kind, f"--predicate={bill}", "--key=ours.key", pushed["amd64"]
    )
    assert attested.returncode == 0, attested.stderr

    verified = cosign("verify-attestation", UNLOGGED, kind, "--key=ours.pub", pushed["amd64"])

    statement = json.loads(base64.b64decode(json.loads(verified.stdout)["payload"]))
    assert statement["predicate"] == json.loads(bill.read_text())
