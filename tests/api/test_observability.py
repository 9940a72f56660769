"""Each alert and each panel asks for metrics, labels and values that the server really has."""

import json
import re
import urllib.request

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from tests.servers import ROOT, Clockwork

OBSERVABILITY = ROOT / "deploy/observability"
METRIC = re.compile(r"\b((?:clockwork|process)_\w+|up)\b(?:\{([^}]*)\})?")
MATCHER = re.compile(r'(\w+)\s*(?:=~|!~|!=|=)\s*"')
GROUPED = re.compile(r"\bby \(([^)]*)\)")
# Prometheus itself gives these to every sample that it takes.
GIVEN = {"job", "instance"}


def alerts():
    groups = yaml.safe_load((OBSERVABILITY / "alerts.yaml").read_text())["groups"]
    return {rule["alert"]: rule["expr"] for group in groups for rule in group["rules"]}


def panels():
    dashboard = json.loads((OBSERVABILITY / "dashboard.json").read_text())
    return {
        f"{panel['title']} {target['refId']}": target["expr"]
        for panel in dashboard["panels"]
        for target in panel["targets"]
    }


EXPRESSIONS = {**alerts(), **panels()}


@pytest.fixture(scope="module")
def exposed(tmp_path_factory):
    """The labels of every sample that a server exposes after some use."""

    folder = tmp_path_factory.mktemp("observed")
    server = Clockwork(f"sqlite:///{folder / 'a.db'}", folder, METRICS_PORT="0")
    server.call("POST", "/api/projects", {"name": "P"})
    server.call("GET", "/api/projects")
    port = re.search(r"Metrics are at port (\d+)", "".join(server.log))[1]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        families = list(text_string_to_metric_families(answer.read().decode()))
    found = {}
    for family in families:
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    yield {**found, "up": set()}
    server.stop()


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_an_expression_asks_for_what_is_exposed(exposed, name):
    expression = EXPRESSIONS[name]
    asked = METRIC.findall(expression)

    assert asked
    for metric, matchers in asked:
        assert metric in exposed, f"{metric} is not exposed"
        assert set(MATCHER.findall(matchers)) <= exposed[metric] | GIVEN
    labels = set().union(*(exposed[metric] for metric, _ in asked)) | GIVEN
    for group in GROUPED.findall(expression):
        assert {label.strip() for label in group.split(",")} <= labels
    assert expression.count("(") == expression.count(")")
    assert expression.count("{") == expression.count("}")


def test_every_alert_that_was_promised_is_there_and_explained():
    operations = (ROOT / "docs/operations.md").read_text()

    assert len(alerts()) >= 6
    assert [name for name in alerts() if f"**{name}**" not in operations] == []


def test_what_the_server_exposes_of_itself_is_on_the_dashboard(exposed):
    shown = " ".join(panels().values())
    own = {name for name in exposed if name.startswith("clockwork_")}
    counters = {re.sub(r"_(created|sum|count|bucket|total)$", "", name) for name in own}

    assert [name for name in counters if name not in shown] == []
