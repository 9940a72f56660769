"""Time that was tracked elsewhere, brought in: read, planned, shown, added, and taken back."""
