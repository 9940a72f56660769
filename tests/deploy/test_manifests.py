"""Every manifest of every overlay: rendered, valid, and as safe as it claims to be."""

import re
from dataclasses import fields
from functools import cache
from ipaddress import ip_network
from itertools import product
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from clockwork import __version__
from clockwork.app import create_app
from clockwork.config import Settings, load_settings
from clockwork.server.stop import FINISH_SECONDS
from tests.deploy import own
from tests.image.commands import ROOT, run

KUBERNETES = ROOT / "deploy/kubernetes"
# What others build on, whole ones, and what is added to them.
UNFINISHED = ("base", "overlays/production")
OVERLAYS = (*UNFINISHED, "overlays/kind", "example", "every component")
SERVING = ("Deployment", "StatefulSet", "CronJob")
# Kinds that operators bring, of which there are no schemas here.
OPERATORS = ("PodMonitor", "PrometheusRule", "ExternalSecret")
SCHEMAS = Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema"
# What kubectl makes of them is found in the image by tests/image; other images' are named here.
IMAGE_FOLDERS = {
    "clockwork": {"/tmp", "/data"},
    "rclone": {"/tmp", "/data"},
    "postgres": {"/tmp", "/var/run/postgresql", "/var/lib/postgresql/data"},
}


@cache
def rendered(overlay):
    own_ones = {
        "example": (),
        "example with backups": ("backup", "backup-s3"),
        "every component": own.COMPONENTS,
    }
    folder = own.folder(*own_ones[overlay]) if overlay in own_ones else KUBERNETES / overlay
    return [one for one in yaml.safe_load_all(run("kubectl", "kustomize", folder)) if one]


def of_kind(overlay, *kinds):
    return [one for one in rendered(overlay) if one["kind"] in kinds]


def named(overlay, kind, name="clockwork"):
    return next(one for one in of_kind(overlay, kind) if one["metadata"]["name"].startswith(name))


def pods(overlay):
    return [template(one) for one in of_kind(overlay, *SERVING)]


def template(workload):
    spec = workload["spec"]
    return spec["jobTemplate"]["spec"]["template"] if "jobTemplate" in spec else spec["template"]


def containers(overlay):
    return [container for pod in pods(overlay) for container in all_of(pod)]


def all_of(pod):
    """The containers of a pod, those that come before the others too."""
    return [*pod["spec"].get("initContainers", ()), *pod["spec"]["containers"]]


def newest_versions():
    names = [
        re.fullmatch(r"v?(\d+)\.(\d+)(?:\.\d+)?(?:-.*)?", path.name) for path in SCHEMAS.iterdir()
    ]
    found = sorted({(int(name[1]), int(name[2])) for name in names if name}, reverse=True)
    return [f"{major}.{minor}" for major, minor in found[:3]]


@pytest.fixture(params=OVERLAYS)
def overlay(request):
    return request.param


def test_there_are_three_versions_to_check_against():
    assert len(newest_versions()) == 3


@pytest.mark.parametrize("version", newest_versions())
def test_it_is_valid_for_the_newest_kubernetes(overlay, version):
    for manifest in rendered(overlay):
        if manifest["kind"] not in OPERATORS:
            kubernetes_validate.validate(manifest, version, strict=True)


def test_an_unknown_field_would_be_found(overlay):
    manifest = {**rendered(overlay)[0], "surprise": True}

    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(manifest, newest_versions()[0], strict=True)


def test_everything_lies_in_a_namespace_that_enforces_restricted(overlay):
    namespace = named(overlay, "Namespace")

    assert namespace["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"
    for manifest in rendered(overlay):
        if manifest["kind"] != "Namespace":
            assert manifest["metadata"]["namespace"] == "clockwork"


# Each rule of Pod Security "restricted", and of "baseline" before it, as the standard numbers them.
# https://kubernetes.io/docs/concepts/security/pod-security-standards/


def test_no_pod_shares_anything_with_its_node(overlay):
    for pod in pods(overlay):
        assert not {"hostNetwork", "hostPID", "hostIPC"} & pod["spec"].keys()
        assert not any("windowsOptions" in holder for holder in contexts(pod))
        for volume in pod["spec"].get("volumes", ()):
            kinds = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral",
                     "persistentVolumeClaim", "projected", "secret"}  # fmt: skip
            assert set(volume) - {"name"} <= kinds
        for container in all_of(pod):
            assert not any("hostPort" in port for port in container.get("ports", ()))


def contexts(pod):
    return [
        pod["spec"]["securityContext"],
        *(c["securityContext"] for c in all_of(pod)),
    ]


def test_no_container_is_privileged_or_may_become_so(overlay):
    for container in containers(overlay):
        context = container["securityContext"]
        assert not context.get("privileged")
        assert context["allowPrivilegeEscalation"] is False
        assert context["capabilities"] == {"drop": ["ALL"]}
        assert "procMount" not in context


def test_every_pod_runs_as_a_numbered_user_that_is_not_root(overlay):
    for pod in pods(overlay):
        context = pod["spec"]["securityContext"]
        assert context["runAsNonRoot"] is True
        assert context["runAsUser"] > 0
        assert context["runAsGroup"] > 0
        assert not any("runAsUser" in c["securityContext"] for c in all_of(pod))


def test_kernel_interfaces_are_the_default_ones(overlay):
    for pod in pods(overlay):
        assert pod["spec"]["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for context in contexts(pod):
            assert not {"seLinuxOptions", "appArmorProfile", "sysctls"} & context.keys()
        for container in all_of(pod):
            assert "seccompProfile" not in container["securityContext"]


def test_roots_are_read_only_and_what_is_used_is_limited(overlay):
    for container in containers(overlay):
        assert container["securityContext"]["readOnlyRootFilesystem"] is True
        for kind, resource in product(
            ("requests", "limits"), ("cpu", "memory", "ephemeral-storage")
        ):
            assert container["resources"][kind][resource]


def test_no_pod_can_talk_to_the_cluster(overlay):
    accounts = {one["metadata"]["name"]: one for one in of_kind(overlay, "ServiceAccount")}
    for pod in pods(overlay):
        assert pod["spec"]["automountServiceAccountToken"] is False
        assert accounts[pod["spec"]["serviceAccountName"]]["automountServiceAccountToken"] is False


def test_no_image_is_latest(overlay):
    for container in containers(overlay) if overlay not in UNFINISHED else ():
        assert re.search(r"(@sha256:[0-9a-f]{64}|:\d[\w.]*)$", container["image"]), container[
            "image"
        ]


def test_the_labels_and_the_image_are_of_this_version(overlay):
    for container in containers(overlay):
        name = container["image"].rpartition("/")[2]
        if name.startswith("clockwork:"):
            assert name == f"clockwork:{__version__}"
    labels = named(overlay, "Deployment")["metadata"]["labels"]
    assert labels["app.kubernetes.io/version"] == __version__


def test_nothing_is_applied_that_can_not_be_applied_again_with_another_image(overlay):
    """A Job can't: after a wrong digest nothing but deleting it by hand would help."""
    assert not of_kind(overlay, "Job")


def test_a_migration_is_undone_by_a_job_that_never_starts_by_itself(overlay):
    spec = named(overlay, "CronJob", "clockwork-migrate-down")["spec"]

    assert spec["suspend"] is True
    assert spec["jobTemplate"]["spec"]["backoffLimit"] == 0
    assert template({"spec": spec})["spec"]["containers"][0]["args"] == ["migrate", "down"]


def test_ones_own_takes_the_image_by_digest_and_migrates_by_itself():
    images = [container["image"] for container in containers("example")]

    assert images
    assert all("@sha256:" in image for image in images)
    assert config("example")["DB_AUTO_MIGRATE"] == "true"
    assert not of_kind("example", "Secret")
    assert "replicas" not in named("example", "Deployment")["spec"]
    assert named("example", "HorizontalPodAutoscaler")["spec"]["minReplicas"] == 3
    host = named("example", "Ingress")["spec"]["tls"][0]["hosts"][0]
    assert config("example")["PUBLIC_URL"] == f"https://{host}"
    assert own.tag() == f"v{__version__}"


def test_the_name_of_the_published_image_stands_in_one_place():
    files = (file for file in KUBERNETES.rglob("*") if file.is_file())
    found = [file for file in files if "ghcr.io/clockwork-time/" in file.read_text()]

    assert found == [KUBERNETES / "example/kustomization.yaml"]


def test_the_rules_of_the_operator_are_those_of_prometheus():
    file = ROOT / "deploy/observability/alerts.yaml"
    (rule,) = of_kind("every component", "PrometheusRule")

    assert rule["spec"] == yaml.safe_load(file.read_text())


def test_the_operator_scrapes_the_pods_under_the_name_that_the_rules_ask_for():
    (monitor,) = of_kind("every component", "PodMonitor")
    labels = named("example", "Deployment")["spec"]["template"]["metadata"]["labels"]
    ports = {port["name"] for port in server("example")["ports"]}

    assert matches(monitor["spec"]["selector"]["matchLabels"], labels)
    assert {one["port"] for one in monitor["spec"]["podMetricsEndpoints"]} <= ports
    assert labels[monitor["spec"]["jobLabel"]] == "clockwork"


def test_a_secret_from_elsewhere_is_the_one_that_the_pods_take():
    (secret,) = of_kind("every component", "ExternalSecret")

    assert secret["metadata"]["name"] == "clockwork-database"
    assert [one["secretKey"] for one in secret["spec"]["data"]] == ["DATABASE_URL"]


def test_a_backup_is_made_before_it_is_copied_elsewhere():
    made = pod_of("clockwork-backup")
    restored = pod_of("clockwork-restore")

    assert [one["args"][0] for one in all_of(made)] == ["backup", "copy"]
    assert [one["args"][0] for one in all_of(restored)] == ["copy", "restore"]
    assert named("every component", "CronJob", "clockwork-restore")["spec"]["suspend"] is True
    assert "suspend" not in named("every component", "CronJob", "clockwork-backup")["spec"]


def pod_of(cron_job):
    return template(named("every component", "CronJob", cron_job))


def test_by_hand_the_schema_changes_by_a_job_that_never_starts_by_itself():
    spec = named("every component", "CronJob", "clockwork-migrate-up")["spec"]

    assert config("every component")["DB_AUTO_MIGRATE"] == "false"
    assert spec["suspend"] is True
    assert template({"spec": spec})["spec"]["containers"][0]["args"] == ["migrate", "up"]


def test_kind_migrates_by_itself_and_brings_its_database():
    assert config("overlays/kind")["DB_AUTO_MIGRATE"] == "true"
    assert named("overlays/kind", "StatefulSet", "postgres")["spec"]["volumeClaimTemplates"]
    service = named("overlays/kind", "Service")["spec"]
    cluster = yaml.safe_load((KUBERNETES / "overlays/kind/cluster.yaml").read_text())
    mapped = cluster["nodes"][0]["extraPortMappings"][0]
    assert service["type"] == "NodePort"
    assert service["ports"][0]["nodePort"] == mapped["containerPort"]
    assert mapped["listenAddress"] == "127.0.0.1"


def matches(selector, labels):
    return selector.items() <= labels.items()


def test_selectors_match_labels(overlay):
    labels = [pod["metadata"]["labels"] for pod in pods(overlay)]
    for workload in of_kind(overlay, "Deployment", "StatefulSet"):
        own = workload["spec"]["template"]["metadata"]["labels"]
        assert matches(workload["spec"]["selector"]["matchLabels"], own)
        for spread in workload["spec"]["template"]["spec"].get("topologySpreadConstraints", ()):
            assert matches(spread["labelSelector"]["matchLabels"], own)
    for policy in of_kind(overlay, "NetworkPolicy"):
        assert any(matches(policy["spec"]["podSelector"]["matchLabels"], one) for one in labels)
    for budget in of_kind(overlay, "PodDisruptionBudget"):
        assert any(matches(budget["spec"]["selector"]["matchLabels"], one) for one in labels)


def test_services_and_ingresses_reach_ports_that_exist(overlay):
    services = {one["metadata"]["name"]: one["spec"] for one in of_kind(overlay, "Service")}
    for spec in services.values():
        chosen = [
            pod for pod in pods(overlay) if matches(spec["selector"], pod["metadata"]["labels"])
        ]
        assert len(chosen) == 1
        names = {port["name"] for c in all_of(chosen[0]) for port in c["ports"]}
        assert {port["targetPort"] for port in spec["ports"]} <= names
    for ingress in of_kind(overlay, "Ingress"):
        for rule in ingress["spec"]["rules"]:
            backend = rule["http"]["paths"][0]["backend"]["service"]
            assert backend["port"]["name"] in {
                p["name"] for p in services[backend["name"]]["ports"]
            }


def test_the_public_service_has_no_metrics(overlay):
    service = named(overlay, "Service")["spec"]

    assert [port["targetPort"] for port in service["ports"]] == ["http"]


def config(overlay):
    return named(overlay, "ConfigMap")["data"]


def test_settings_are_known_valid_and_no_secrets(overlay):
    data = config(overlay)

    assert set(data) <= {field.name.upper() for field in fields(Settings)} - {"DATABASE_URL"}
    url = "postgresql://u:p@h/d?sslmode=verify-full"
    image = {"ENV": "production", "HOST": "0.0.0.0", "STATIC_DIR": "", "DATABASE_URL": url}
    settings = load_settings({**image, **data}, Path("/nowhere"))
    ports = {port["name"]: port["containerPort"] for port in server(overlay)["ports"]}
    assert ports == {"http": settings.port, "metrics": settings.metrics_port}
    assert all(
        isinstance(network, type(ip_network("10.0.0.0/8"))) for network in settings.trusted_proxy
    )


def server(overlay):
    return named(overlay, "Deployment")["spec"]["template"]["spec"]["containers"][0]


def test_the_database_comes_from_a_secret(overlay):
    for container in containers(overlay):
        if re.search(r"clockwork\b", container["image"]):
            url = next(one for one in container["env"] if one["name"] == "DATABASE_URL")
            assert url["valueFrom"]["secretKeyRef"]["name"].startswith("clockwork-database")


def test_mounts_have_volumes_and_places_in_the_image(overlay):
    for workload in of_kind(overlay, *SERVING):
        spec = template(workload)["spec"]
        volumes = {volume["name"] for volume in spec.get("volumes", ())}
        volumes |= {c["metadata"]["name"] for c in workload["spec"].get("volumeClaimTemplates", ())}
        for container in (*spec.get("initContainers", ()), *spec["containers"]):
            name = re.split("[:@]", container["image"].rpartition("/")[2])[0]
            for mount in container["volumeMounts"]:
                assert mount["name"] in volumes
                assert mount["mountPath"] in IMAGE_FOLDERS[name]


def test_the_folders_of_the_image_are_what_is_said_here():
    made = (ROOT / "nix/image.nix").read_text()

    assert all(
        re.search(rf"mkdir .*\b{folder[1:]}\b", made) for folder in IMAGE_FOLDERS["clockwork"]
    )


def test_probes_ask_routes_that_exist(overlay):
    app = create_app(Settings(static_dir=None))
    routes = {rule.rule for rule in app.url_map.iter_rules()}
    container = server(overlay)
    probes = {
        kind: container[f"{kind}Probe"]["httpGet"] for kind in ("startup", "readiness", "liveness")
    }

    assert {probe["path"] for probe in probes.values()} <= routes
    assert probes["readiness"]["path"] == "/readyz"
    assert probes["liveness"]["path"] == "/livez"
    assert {probe["port"] for probe in probes.values()} <= {
        port["name"] for port in container["ports"]
    }


def test_a_pod_that_goes_loses_no_request(overlay):
    deployment = named(overlay, "Deployment")["spec"]
    drain = float(config(overlay)["DRAIN_SECONDS"])

    assert deployment["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    # So long it may take until every node knows that the pod goes.
    assert drain >= 10
    grace = deployment["template"]["spec"]["terminationGracePeriodSeconds"]
    assert grace > drain + FINISH_SECONDS


def test_a_process_that_hangs_is_replaced_within_half_a_minute(overlay):
    probe = server(overlay)["livenessProbe"]

    noticed = probe["periodSeconds"] * probe["failureThreshold"] + probe["timeoutSeconds"]
    assert noticed + probe["terminationGracePeriodSeconds"] < 30


def test_the_network_is_closed_but_for_what_is_needed(overlay):
    spec = named(overlay, "NetworkPolicy")["spec"]
    into = {port["port"] for rule in spec["ingress"] for port in rule["ports"]}
    out = {port["port"] for rule in spec["egress"] for port in rule["ports"]}

    assert set(spec["policyTypes"]) == {"Ingress", "Egress"}
    assert into == {"http", "metrics"}
    assert out == {53, 5432}
    metrics = next(r for r in spec["ingress"] if r["ports"][0]["port"] == "metrics")
    assert metrics["from"]


def test_no_name_of_a_server_part_is_forgotten():
    """Each overlay has what the base has."""
    kinds = {one["kind"] for one in rendered("base")}

    for overlay in OVERLAYS:
        assert kinds <= {one["kind"] for one in rendered(overlay)}
