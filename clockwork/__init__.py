"""Clockwork tracks time."""
