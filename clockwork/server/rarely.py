"""A line that load repeats is logged now and then: the first says all there is to say."""

import logging
import time

SECONDS = 60


class Rarely(logging.Filter):
    """Lets one record of each message pass in a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._next: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether its time has come again."""
        now = time.monotonic()
        if now < self._next.get(str(record.msg), 0):
            return False
        self._next[str(record.msg)] = now + SECONDS
        return True
