"""The rules of time tracking, free of Flask."""
