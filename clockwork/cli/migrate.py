"""`clockwork migrate`: change the database's schema."""

# ruff: noqa: PLC0415

from clockwork.cli.commands import Commands, Options, add, add_group


def add_to(commands: Commands) -> None:
    """Add `migrate` with its commands."""
    group = add_group(commands, "migrate", "change the database's schema")
    add(group, "up", "run what is pending", _up)
    down = add(group, "down", "undo the last migration", _down)
    down.add_argument("--to", metavar="NAME", help="undo all after this one; zero undoes all")
    add(group, "status", "list what was run and what is pending", _status)
    create = add(group, "create", "write an empty migration", _create)
    create.add_argument("name", help="verb and noun, as add_rates")


def _up(_options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db import migrator

    done = migrator.up(load_settings(), report=lambda name: print(f"Running {name}", flush=True))
    print(f"{len(done)} run; the schema is current." if done else "The schema is current.")


def _down(options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db import migrator

    undone = migrator.down(
        load_settings(), options.to, report=lambda name: print(f"Undoing {name}", flush=True)
    )
    print(f"{len(undone)} undone." if undone else "There is nothing to undo.")


def _status(_options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db import migrator

    for name, state in migrator.status(load_settings()):
        print(f"{state:8} {name}")


def _create(options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db import migrator

    print(migrator.create(load_settings(), options.name))
