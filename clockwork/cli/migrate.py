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
    from clockwork.config import load_settings, log_format
    from clockwork.db import migrator
    from clockwork.observability import logs

    logs.set_up(log_format())
    done = migrator.up(load_settings(), report=lambda name: logs.tell(f"Running {name}"))
    logs.tell(f"{len(done)} run; the schema is current." if done else "The schema is current.")


def _down(options: Options) -> None:
    from clockwork.config import load_settings, log_format
    from clockwork.db import migrator
    from clockwork.observability import logs

    logs.set_up(log_format())
    undone = migrator.down(
        load_settings(), options.to, report=lambda name: logs.tell(f"Undoing {name}")
    )
    logs.tell(f"{len(undone)} undone." if undone else "There is nothing to undo.")


def _status(_options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db import migrator

    for name, state in migrator.status(load_settings()):
        print(f"{state:8} {name}")


def _create(options: Options) -> None:
    from clockwork.config import load_settings
    from clockwork.db import migrator

    print(migrator.create(load_settings(), options.name))
