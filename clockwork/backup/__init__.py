"""Back up everything into one portable file, and restore it into SQLite or PostgreSQL."""
