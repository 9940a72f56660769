"""`python -m clockwork`."""

import sys

from clockwork.cli.main import main

sys.exit(main())
