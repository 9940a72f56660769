"""`clockwork serve` and `clockwork healthcheck`."""

# ruff: noqa: PLC0415

from clockwork.cli.commands import Commands, Options, add


def add_to(commands: Commands) -> None:
    """Add both commands."""
    add(commands, "serve", "serve the page and the API", _serve)
    check = add(commands, "healthcheck", "exit 0 when a server is healthy, else 1", _check)
    check.add_argument("url", nargs="?", help="by default http://127.0.0.1:$PORT/healthz")


def _serve(_options: Options) -> int:
    from clockwork.config import load_settings, log_format
    from clockwork.observability import logs
    from clockwork.server.serve import serve

    logs.set_up(log_format())
    return serve(load_settings())


def _check(options: Options) -> int:
    from clockwork.server.healthcheck import check

    return check(options.url)
