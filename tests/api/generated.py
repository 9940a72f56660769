"""Requests made up from the OpenAPI document, and what every answer to them has to be."""

import contextlib
from collections.abc import Callable

import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.servers import ROOT

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)


def each_case(app: Flask, count: int, known: dict[str, str], check: Callable[[Case], None]) -> None:
    """Check so many cases of each operation, every second one about things that exist."""
    # Or it reads whatever configuration the folder holds that it is started from.
    with contextlib.chdir(ROOT / "tests"):
        schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app)
    # Who asks is for the test to say.
    schema.config.generation.update(with_security_parameters=False)
    for result in schema.get_all_operations():
        _check_operation(result.ok(), count, known, check)


def _check_operation(operation, count, known, check):
    turn = 0

    @settings(
        max_examples=count, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def run(case: Case) -> None:
        nonlocal turn
        turn += 1
        if turn % 2:
            existing = {name: known[name] for name in case.path_parameters if name in known}
            case.path_parameters.update(existing)
        # What is compressed is not unpacked here; test_compression holds it to be the same.
        case.headers["Accept-Encoding"] = "identity"
        check(case)

    run()
