"""The process that serves: Waitress, limits on clients, stopping, and the check of its health."""
