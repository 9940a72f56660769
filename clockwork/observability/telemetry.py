"""Full OpenTelemetry traces of requests and queries, when OTEL_EXPORTER_OTLP_ENDPOINT is set."""

# ruff: noqa: PLC0415 - an extra: imported only when it is asked for

from typing import Any

from flask import Flask

from clockwork import __version__
from clockwork.config import Settings
from clockwork.errors import SettingError
from clockwork.observability.requests import at_hand, without_secret
from clockwork.observability.tracing import of_telemetry

HEALTH = "healthz,readyz,livez"


def init_app(app: Flask, settings: Settings) -> None:
    """Trace requests and queries to the endpoint; does nothing when none is set.

    To be called before anything else looks at requests, so that all of it is inside the span.
    """
    if not settings.otel_exporter_otlp_endpoint:
        return
    check(settings)
    from opentelemetry import trace
    from opentelemetry.instrumentation.flask import FlaskInstrumentor

    _export(settings.otel_exporter_otlp_endpoint)
    _instrument_queries()
    FlaskInstrumentor().instrument_app(app, excluded_urls=HEALTH)

    def take_over() -> None:
        about = at_hand()
        about.trace = of_telemetry(trace.get_current_span) or about.trace
        _hide_secret(trace.get_current_span())

    app.before_request(take_over)


def check(settings: Settings) -> None:
    """Raise SettingError when traces are asked for and the extra is not installed."""
    if settings.otel_exporter_otlp_endpoint and not _is_installed():
        raise SettingError(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed: install "
            "requirements-otel.lock, run the image of `nix build .#image-otel`, or unset it."
        )


def _hide_secret(span: Any) -> None:
    """Tell of a calendar's address without what lets in; which attributes have it varies.

    A hook of the instrumentation would be too early: it sets them once more after it.
    """
    if not span.is_recording():
        return
    # Where there is no route, it is the address.
    span.update_name(without_secret(span.name))
    for name, value in dict(span.attributes).items():
        if isinstance(value, str):
            span.set_attribute(name, without_secret(value))


def _is_installed() -> bool:
    try:
        import opentelemetry.instrumentation.flask  # noqa: F401
    except ImportError:
        return False
    return True


def _export(endpoint: str) -> None:
    """Send spans in batches; OTEL_SERVICE_NAME and the like are read by the SDK itself."""
    from opentelemetry import trace
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    named = Resource.create({"service.name": "clockwork", "service.version": __version__})
    provider = TracerProvider(resource=named.merge(OTELResourceDetector().detect()))
    exporter = OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


def _instrument_queries() -> None:
    from opentelemetry.instrumentation.psycopg2 import Psycopg2Instrumentor
    from opentelemetry.instrumentation.sqlite3 import SQLite3Instrumentor

    # The check knows only the name of the source distribution, not psycopg2-binary.
    Psycopg2Instrumentor().instrument(skip_dep_check=True)
    SQLite3Instrumentor().instrument()
