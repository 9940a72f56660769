"""The Helm chart: it renders what the overlays render, and refuses what means nothing."""

import json
import re
import tempfile
from functools import cache
from subprocess import CompletedProcess

import kubernetes_validate
import pytest
import yaml

from clockwork import __version__
from tests.deploy.test_manifests import OPERATORS, newest_versions, rendered
from tests.image.commands import ROOT, attempt

CHART = ROOT / "deploy/helm/clockwork"
SECRET = {"database": {"existingSecret": "clockwork-database"}}
DIGEST = f"sha256:{64 * '0'}"
EXAMPLE = {
    **SECRET,
    "image": {"digest": DIGEST},
    "settings": {"PUBLIC_URL": "https://time.example.com", "TRUSTED_PROXY": "10.0.0.0/8"},
    "ingress": {"enabled": True, "host": "time.example.com", "tlsSecret": "clockwork-tls"},
    "autoscaling": {"enabled": True},
}
KIND = {
    "image": {"repository": "clockwork"},
    "replicas": 1,
    "settings": {"PUBLIC_URL": "http://127.0.0.1:8080"},
    "database": {"internal": {"enabled": True}},
    "service": {"type": "NodePort", "nodePort": 30080},
}
EVERYTHING = {
    **EXAMPLE,
    "migrations": {"byHand": True},
    "monitoring": {"podMonitor": True, "rules": True},
    "database": {**SECRET["database"], "ports": [5432, 6432]},
    "networkPolicy": {"nodeDns": True, "egress": [{"ports": [{"port": 4318}]}]},
    "httpRoute": {"enabled": True, "parentRefs": [{"name": "gateway"}], "hostnames": ["a.example"]},
}
BACKUPS = {**EXAMPLE, "backup": {"enabled": True, "s3": {"existingSecret": "clockwork-backup-s3"}}}
WAYS = {
    "like the example": EXAMPLE, "like kind": KIND, "with backups": BACKUPS,
    "everything": {**BACKUPS, **EVERYTHING},
}  # fmt: skip
# What Helm puts on everything it makes.
HELMS = {"app.kubernetes.io/instance", "app.kubernetes.io/managed-by", "helm.sh/chart",
         "checksum/settings"}  # fmt: skip
# kustomize ends the names of settings in a digest of them.
DIGESTED = re.compile(r"(clockwork(?:-database)?)-[0-9a-z]{10}")


def template(values: dict) -> CompletedProcess[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        yaml.safe_dump(values, file)
        version = f"--kube-version={newest_versions()[0]}"
        return attempt(
            *("helm", "template", "clockwork", CHART, "--namespace=clockwork", version),
            f"--values={file.name}",
        )


@cache
def chart(way: str) -> list[dict]:
    done = template(WAYS[way])
    assert done.returncode == 0, done.stderr
    return [one for one in yaml.safe_load_all(done.stdout) if one]


def comparable(manifests: list[dict]) -> dict:
    """By kind and name, without what Helm and kustomize each do in their own way."""
    found = {}
    for manifest in manifests:
        one = plain(manifest)
        for left_to_each in ("labels", "namespace", "annotations"):
            one["metadata"].pop(left_to_each, None)
        found[one["kind"], one["metadata"]["name"]] = one
    # Helm leaves it to who installs.
    return {key: one for key, one in found.items() if key[0] != "Namespace"}


def plain(value: object) -> object:
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name not in HELMS}
    return DIGESTED.sub(r"\1", value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("way", "overlay"),
    [
        ("like the example", "example"),
        ("like kind", "overlays/kind"),
        ("with backups", "example with backups"),
    ],
)
def test_it_renders_what_the_overlay_renders(way, overlay):
    assert comparable(chart(way)) == comparable(rendered(overlay))


def test_everything_that_components_add_can_be_had():
    kinds = {one["kind"] for one in rendered("every component")} - {"Namespace", "ExternalSecret"}

    assert kinds <= {one["kind"] for one in chart("everything")}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("version", newest_versions())
def test_it_is_valid_for_the_newest_kubernetes(way, version):
    for manifest in chart(way):
        if manifest["kind"] not in (*OPERATORS, "HTTPRoute"):
            kubernetes_validate.validate(manifest, version, strict=True)


def test_two_releases_in_a_namespace_keep_out_of_each_others_way():
    selectors = [one["spec"]["selector"] for one in chart("like kind") if one["kind"] == "Service"]

    assert selectors
    assert all(one["app.kubernetes.io/instance"] == "clockwork" for one in selectors)


def test_helm_finds_nothing_to_complain_of():
    done = attempt("helm", "lint", "--strict", CHART, "--set=database.existingSecret=s")

    assert done.returncode == 0, done.stdout
    assert "0 chart(s) failed" in done.stdout


def test_it_is_of_this_version():
    about = yaml.safe_load((CHART / "Chart.yaml").read_text())

    assert (about["version"], about["appVersion"]) == (__version__, __version__)


def test_its_alerts_are_those_of_prometheus():
    assert (CHART / "alerts.yaml").read_text() == (
        ROOT / "deploy/observability/alerts.yaml"
    ).read_text()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "There is no database"),
        ({**SECRET, "replica": 3}, "replica"),
        ({**SECRET, "settings": {"DATABASE_URL": "sqlite:///a"}}, "DATABASE_URL"),
        ({**SECRET, "image": {"digest": "sha256:abc"}}, "digest"),
        ({**SECRET, "ingress": {"enabled": True}}, "ingress.host"),
        ({**SECRET, "httpRoute": {"enabled": True}}, "httpRoute.parentRefs"),
    ],
)
def test_what_means_nothing_is_refused(values, said):
    done = template(values)

    assert done.returncode != 0
    assert said in done.stderr


def test_every_value_is_in_the_schema():
    schema = json.loads((CHART / "values.schema.json").read_text())
    values = yaml.safe_load((CHART / "values.yaml").read_text())

    assert {*values, "global"} == set(schema["properties"])
    for name, value in values.items():
        if isinstance(value, dict) and "properties" in schema["properties"][name]:
            assert set(value) == set(schema["properties"][name]["properties"]), name
