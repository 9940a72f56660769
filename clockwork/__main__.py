"""`python -m clockwork`."""

import os
import signal
import sys

# The kernel keeps SIGTERM from the first process of a container until that has a handler; loading
# the rest takes a while.
if os.getpid() == 1:
    signal.signal(signal.SIGTERM, lambda *_: os._exit(128 + signal.SIGTERM))

from clockwork.cli.main import main

sys.exit(main())
