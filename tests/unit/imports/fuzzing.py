"""How many examples the fuzzed tests of readers take: all of them together about 1,500.

To look for longer, set CLOCKWORK_EXAMPLES, to 10,000 for one.
"""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("CLOCKWORK_EXAMPLES", "0"))


def taking(examples: int):
    return settings(
        max_examples=EXAMPLES or examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


quickly = taking(100)
