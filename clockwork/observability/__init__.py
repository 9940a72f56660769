"""What watches: the log, metrics and traces."""
