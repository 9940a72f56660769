"""The page in a real Chromium: script time from its trace, load times, requests."""
