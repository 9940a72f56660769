"""Is the server in this container well? Exit status 0 says yes. There is no shell to ask with."""

import runpy
import sys

sys.argv.insert(1, "healthcheck")
runpy.run_module("clockwork", run_name="__main__", alter_sys=True)
