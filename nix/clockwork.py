"""The command line, for `docker exec` and `kubectl exec`; the image's entrypoint needs no PATH."""

import clockwork.__main__  # noqa: F401 - it runs by being imported
