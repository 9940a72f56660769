"""What Prometheus is told, and that it is told nowhere else."""

import re
import socket
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.conftest import eventually
from tests.servers import run_clockwork


@pytest.fixture
def watched(start_server, database_url):
    """A server with metrics."""
    return start_server(database_url, METRICS_PORT="0")


def metrics_url(server):
    found = re.search(r"Metrics are at port (\d+)", "".join(server.log))
    return f"http://127.0.0.1:{found[1]}/metrics"


def samples(server):
    with urllib.request.urlopen(metrics_url(server), timeout=10) as response:
        text = response.read().decode()
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(server, name, **labels):
    return samples(server).get((name, tuple(sorted(labels.items()))))


def test_requests_are_counted_by_template_method_and_status(watched):
    _, project = watched.call("POST", "/api/projects", {"name": "P"})
    for _ in range(3):
        watched.call("GET", f"/api/projects/{project['id']}")
    watched.call("GET", "/api/projects/00000000-0000-4000-8000-000000000000")
    watched.call("BREW", "/api/nowhere")

    route = next(labels for name, labels in samples(watched) if "project_id" in str(labels))
    route = dict(route)["route"]
    counted = {"method": "GET", "route": route}
    assert value(watched, "clockwork_http_requests_total", status="200", **counted) == 3
    assert value(watched, "clockwork_http_requests_total", status="404", **counted) == 1
    assert value(watched, "clockwork_http_request_duration_seconds_count", **counted) == 4
    assert project["id"] not in repr(samples(watched))
    assert "BREW" not in repr(samples(watched))
    assert value(watched, "clockwork_http_requests_in_flight") == 0


def test_queries_the_pool_and_timers_are_measured(watched):
    _, project = watched.call("POST", "/api/projects", {"name": "P"})
    _, category = watched.call("POST", f"/api/projects/{project['id']}/categories", {"name": "C"})
    assert value(watched, "clockwork_running_timers") == 0
    watched.call("POST", "/api/time/start", {"categoryId": category["id"]})

    assert value(watched, "clockwork_running_timers") == 1
    assert value(watched, "clockwork_migrations_pending") == 0
    assert value(watched, "clockwork_database_up") == 1
    for statement in ("select", "insert", "commit"):
        count = "clockwork_database_query_duration_seconds_count"
        assert value(watched, count, statement=statement) > 0
    most = value(watched, "clockwork_database_connections_max")
    assert 0 <= value(watched, "clockwork_database_connections_in_use") < most
    assert any(name == "clockwork_build_info" for name, _ in samples(watched))


def test_a_lost_database_is_seen_and_the_rest_goes_on(own_postgres, start_server):
    server = start_server(own_postgres.create(), DB_AUTO_MIGRATE="true", METRICS_PORT="0")
    assert value(server, "clockwork_database_up") == 1

    own_postgres.stop()

    assert value(server, "clockwork_database_up") == 0
    assert value(server, "clockwork_migrations_pending") is None
    assert server.call("GET", "/livez") == (200, {"ok": True})
    assert server.call("GET", "/healthz")[0] == 503
    own_postgres.start()
    eventually(lambda: value(server, "clockwork_database_up") == 1)


def test_pending_migrations_are_seen(own_postgres, start_server):
    server = start_server(own_postgres.create(), DB_AUTO_MIGRATE="false", METRICS_PORT="0")

    assert value(server, "clockwork_migrations_pending") >= 1
    assert value(server, "clockwork_running_timers") == 0


def test_the_public_port_has_no_metrics(watched):
    assert watched.call("GET", "/metrics")[0] == 404


def test_without_the_setting_nothing_is_counted(make_app):
    app = make_app()

    assert "clockwork.serve_metrics" not in app.extensions
    assert app.database.execute_sql.__name__ == "execute_sql"


def test_a_taken_port_is_a_clear_error(database_url, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        settings = {"METRICS_PORT": port, "PORT": "0"}
        done = run_clockwork("serve", database_url=database_url, cwd=tmp_path, **settings)

    assert done.returncode == 1
    assert f"METRICS_PORT: can't listen on 127.0.0.1:{port}" in done.stderr
