"""A request's trace: taken from the caller, told in the answer and in the log."""

import json
import re
import subprocess
import sys

import pytest

from tests.conftest import eventually
from tests.servers import environment

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
GIVEN = f"00-{TRACE}-00f067aa0ba902b7-01"


def answered(client, header):
    return client.get("/livez", headers={"traceparent": header}).headers["traceparent"]


def test_a_given_trace_goes_on_in_a_span_of_its_own(client):
    assert re.fullmatch(
        rf"00-{TRACE}-(?!00f067aa0ba902b7)[0-9a-f]{{16}}-01", answered(client, GIVEN)
    )


@pytest.mark.parametrize(
    "header",
    ["", "00", GIVEN.upper(), GIVEN + "-more", GIVEN.replace("00-4", "ff-4", 1),
     f"00-{'0' * 32}-00f067aa0ba902b7-01", f"00-{TRACE}-{'0' * 16}-01", "x" * 10_000],
)  # fmt: skip
def test_what_is_no_trace_begins_a_new_one(client, header):
    found = re.fullmatch(r"00-([0-9a-f]{32})-[0-9a-f]{16}-00", answered(client, header))

    assert found
    assert found[1] not in (TRACE, "0" * 32)


def test_a_later_version_of_the_header_is_understood(client):
    assert TRACE in answered(client, f"01-{TRACE}-00f067aa0ba902b7-01-more")


def test_every_line_of_the_log_has_it(start_server, own_postgres):
    server = start_server(own_postgres.create(), DB_AUTO_MIGRATE="true", LOG_FORMAT="json")
    own_postgres.stop()
    server.call("GET", "/api/projects", Traceparent=GIVEN)
    server.stop()

    lines = [json.loads(line) for line in server.log if TRACE in line]
    assert {line["logger"] for line in lines} == {"clockwork.error", "clockwork.request"}
    assert {line["traceId"] for line in lines} == {TRACE}
    assert len({line["requestId"] for line in lines}) == 1


def test_requests_and_queries_are_exported(collector, start_server, database_url):
    server = start_server(
        database_url, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url,
        OTEL_BSP_SCHEDULE_DELAY="200", LOG_FORMAT="json",
    )  # fmt: skip
    server.call("GET", "/api/projects", Traceparent=GIVEN)
    server.call("GET", "/healthz")

    eventually(lambda: any("/api/projects" in span.name for _, span in collector.spans))
    server.stop()

    resource, request = next(pair for pair in collector.spans if "/api/projects" in pair[1].name)
    assert request.trace_id.hex() == TRACE
    assert any(item.value.string_value == "clockwork" for item in resource.attributes)
    queries = [span for _, span in collector.spans if span.trace_id == request.trace_id]
    assert any("SELECT" in span.name for span in queries)
    assert not any("healthz" in span.name for _, span in collector.spans)
    line = next(json.loads(line) for line in server.log if TRACE in line)
    assert line["spanId"] == request.span_id.hex()


def test_without_the_extra_the_setting_is_a_clear_error(tmp_path):
    missing = "import sys; sys.modules['opentelemetry'] = None; " \
              "from clockwork.cli.main import main; "  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", missing + "sys.exit(main(['serve']))"], cwd=tmp_path,
        env=environment("sqlite:///a.db", OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:4318"),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert re.fullmatch(
        r"clockwork: OTEL_EXPORTER_OTLP_ENDPOINT .*requirements-otel.*\n", done.stderr
    )
