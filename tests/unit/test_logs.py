"""What comes from outside forges no line of the log and gives no orders to a terminal."""

import json
import logging
import subprocess
import sys

import pytest

from clockwork.observability.logs import JsonFormatter, Line, TextFormatter, json_line, text_line
from clockwork.observability.tracing import Trace
from clockwork.printable import printable
from tests.conftest import eventually
from tests.load import LOST, ask
from tests.servers import environment, free_port

HOSTILE = "/a\n12:00:00 forged \x1b[31m\x9b0m\u2028\u202e\u2066end é 🍰"


def record(message, error=None):
    return logging.LogRecord("clockwork.x", logging.INFO, "", 0, message, (), error)


def error():
    with pytest.raises(ValueError, match="forged") as raised:
        int(HOSTILE + "forged")
    return raised._excinfo


@pytest.mark.parametrize("formatter", [TextFormatter(), JsonFormatter()])
def test_a_record_is_one_line_without_orders(formatter):
    line = formatter.format(record(HOSTILE))

    assert printable(line) == line
    assert "é 🍰" in line


def test_what_is_escaped_in_json_is_the_same_when_read():
    assert json.loads(JsonFormatter().format(record(HOSTILE)))["message"] == HOSTILE


@pytest.mark.parametrize("show", [text_line, json_line])
def test_the_line_of_a_request_is_one_line_without_orders(show):
    line = show(Line("id", Trace("1" * 32, "2" * 16), HOSTILE, HOSTILE, 200, 1.5, None), 0)

    assert printable(line[:-1]) == line[:-1]
    assert line.endswith("\n")


def test_the_line_of_a_request_in_json_says_what_was_asked():
    trace = Trace("1" * 32, "2" * 16)
    line = Line("id", trace, HOSTILE, HOSTILE + "x", 404, 1.25, "person")

    assert json.loads(json_line(line, 1_700_000_000.25)) == {
        "time": "2023-11-14T22:13:20.250000Z",
        "level": "info",
        "logger": "clockwork.request",
        "requestId": "id",
        "traceId": trace.trace_id,
        "spanId": trace.span_id,
        "method": HOSTILE,
        "route": HOSTILE + "x",
        "status": 404,
        "milliseconds": 1.25,
        "person": "person",
    }


def test_a_traceback_is_indented_below_its_line():
    first, *below = TextFormatter().format(record("failed", error())).split("\n")

    assert first.endswith("failed")
    assert all(line.startswith("    ") for line in below)
    assert printable("".join(below)) == "".join(below)
    assert json.loads(JsonFormatter().format(record("failed", error())))["traceback"]


def test_a_path_is_shown_escaped(start_server, tmp_path):
    server = start_server(f"sqlite:///{tmp_path / 'a.db'}")

    server.call("GET", "/api/x%0A12:00:00%20forged%1B%5B31m")
    server.stop()

    assert any("/api/x\\n12:00:00 forged\\x1b[31m 404" in line for line in server.log)


@pytest.mark.parametrize("level", ["DEBUG", "ERROR"])
def test_the_set_up_code_is_shown_at_every_level(tmp_path, level):
    port = str(free_port())
    url = f"sqlite:///{tmp_path / 'a.db'}"
    settings = {"AUTH_MODE": "password", "LOG_LEVEL": level, "PORT": port}
    process = subprocess.Popen(
        [sys.executable, "-m", "clockwork", "serve"], env=environment(url, **settings),
        cwd=tmp_path, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        eventually(lambda: is_up(port), 20)
    finally:
        process.terminate()

    shown = process.communicate(timeout=20)[1]

    assert shown.count("The set-up code is ") == 1
    assert ("Clockwork is at" in shown) == (level == "DEBUG")


def is_up(port):
    try:
        return ask(f"http://127.0.0.1:{port}", "GET", "/healthz")[0] == 200
    except LOST:
        return False


def test_a_secret_that_others_can_read_is_said(start_server, tmp_path):
    secret = tmp_path / "url"
    secret.write_text(f"sqlite:///{tmp_path / 'a.db'}")
    secret.chmod(0o644)

    server = start_server("", DATABASE_URL_FILE=str(secret))

    said = f"WARNING {secret} holds DATABASE_URL and others can read it"
    assert any(said in line for line in server.log)
