"""The command line: `main` knows all commands, each has a file of its own."""
