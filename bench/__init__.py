"""What Clockwork measures of itself: `make bench` and `make stress`."""
