"""The store: SQLite or PostgreSQL, the tables, and the migrations that make them."""
