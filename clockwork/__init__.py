"""Clockwork tracks time. `clockwork.app.create_app` is the app, `clockwork.cli` the command."""

__version__ = "0.1.0"
