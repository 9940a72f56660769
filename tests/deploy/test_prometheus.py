"""Alerts and dashboard, asked of a real Prometheus that watches a real server."""

import json
import re
import subprocess
import urllib.parse
import urllib.request

import pytest

from tests.api.test_observability import OBSERVABILITY, alerts, panels
from tests.conftest import eventually
from tests.servers import Clockwork, Postgres, free_port

CONFIGURATION = """
global: {{scrape_interval: 1s, evaluation_interval: 1s}}
rule_files: ["{rules}"]
scrape_configs:
  - job_name: clockwork
    static_configs: [{{targets: ["127.0.0.1:{port}"]}}]
"""
COMPARISON = re.compile(r"\s+(==|>=|>)\s+[\w.]+$")


class Prometheus:
    def __init__(self, folder, metrics_port):
        file = folder / "prometheus.yml"
        rules = OBSERVABILITY / "alerts.yaml"
        file.write_text(CONFIGURATION.format(rules=rules, port=metrics_port))
        self.port = free_port()
        self.log = (folder / "log").open("w")
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={file}", f"--storage.tsdb.path={folder / 'data'}",
             f"--web.listen-address=127.0.0.1:{self.port}"],
            stdout=self.log, stderr=self.log,
        )  # fmt: skip

    def ask(self, path, **query):
        url = f"http://127.0.0.1:{self.port}/api/v1/{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url, timeout=60) as answer:
            return json.load(answer)["data"]

    def is_ready(self):
        try:
            self.ask("status/runtimeinfo")
        except OSError:
            return False
        return True

    def value(self, expression):
        found = self.ask("query", query=expression)["result"]
        return float(found[0]["value"][1]) if found else None

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


@pytest.fixture(scope="module")
def prometheus(tmp_path_factory):
    """It has seen a server at work, and then without its database."""
    folder = tmp_path_factory.mktemp("prometheus")
    postgres = Postgres()
    server = Clockwork(postgres.create(), folder, DB_AUTO_MIGRATE="true", METRICS_PORT="0")
    port = re.search(r"Metrics are at port (\d+)", "".join(server.log))[1]
    prometheus = Prometheus(folder, port)
    try:
        eventually(prometheus.is_ready, 60)
        server.call("POST", "/api/projects", {"name": "P"})
        eventually(lambda: prometheus.value("clockwork_database_up") == 1, 60)
        postgres.stop()
        failed = 'sum(rate(clockwork_http_requests_total{status="503"}[30s])) > 0'

        def has_seen_failures():
            server.call("GET", "/api/projects")
            return prometheus.value(failed) is not None

        eventually(has_seen_failures, 60)
        eventually(lambda: prometheus.value("clockwork_database_up") == 0, 60)
        yield prometheus
    finally:
        prometheus.stop()
        server.stop()
        postgres.start_if_stopped()
        postgres.remove()


def test_every_rule_is_evaluated_without_an_error(prometheus):
    rules = prometheus.ask("rules")["groups"][0]["rules"]

    assert {rule["name"] for rule in rules} == set(alerts())
    eventually(
        lambda: all(
            rule["health"] == "ok" for rule in prometheus.ask("rules")["groups"][0]["rules"]
        )
    )


@pytest.mark.parametrize("name", alerts())
def test_what_an_alert_compares_has_a_value(prometheus, name):
    compared, count = COMPARISON.subn("", alerts()[name])

    assert count == 1
    seen = f"last_over_time(({compared})[2m:1s])"
    eventually(lambda: prometheus.value(seen) is not None)


@pytest.mark.parametrize("name", panels())
def test_what_a_panel_shows_has_a_value(prometheus, name):
    expression = panels()[name].replace("$job", "clockwork").replace("$__rate_interval", "30s")

    seen = f"last_over_time(({expression})[2m:1s])"
    eventually(lambda: prometheus.value(seen) is not None)


def test_a_lost_database_raises_its_alert(prometheus):
    def raised():
        return {alert["labels"]["alertname"] for alert in prometheus.ask("alerts")["alerts"]}

    eventually(lambda: "ClockworkDatabaseDown" in raised())
    assert "ClockworkDown" not in raised()
    assert "ClockworkPoolExhausted" not in raised()
