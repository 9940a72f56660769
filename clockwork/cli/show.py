"""`clockwork openapi` and `clockwork demo`: show what there is."""

# ruff: noqa: PLC0415

from clockwork.cli.commands import Commands, Options, add


def add_to(commands: Commands) -> None:
    """Add both commands."""
    add(commands, "openapi", "print the OpenAPI document", _openapi)
    demo = add(commands, "demo", "fill an empty database with a year of made-up work", _demo)
    demo.add_argument("--seed", type=int, default=1, help="another seed, another year")
    demo.add_argument(
        "--until", metavar="DATE", help="its last day, as 2026-11-02; by default today"
    )


def _openapi(_options: Options) -> None:
    import msgspec

    from clockwork.api.openapi import document
    from clockwork.app import create_app
    from clockwork.config import Settings

    encoded = msgspec.json.encode(document(create_app(Settings(static_dir=None))))
    print(msgspec.json.format(encoded, indent=2).decode())


def _demo(options: Options) -> None:
    from clockwork.cli.demo import fill
    from clockwork.config import load_settings

    fill(load_settings(), options.seed, options.until)
