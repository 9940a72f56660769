"""Entries as files for others to read: a writer for each format, and what gathers the entries."""
