"""A pure reader for each format; what they yield is in `clockwork.imports.rows`."""
