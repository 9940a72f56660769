"""Is the server in this container well? Exit status 0 says yes. There is no shell to ask with."""

import sys

from clockwork.server.healthcheck import check

sys.exit(check(*sys.argv[1:2]))
