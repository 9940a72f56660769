"""A PostgreSQL image that takes what the official one takes, made of this machine's packages."""

import os
import shutil
from pathlib import Path

from tests.image.containers import Engine
from tests.image.postgres import PostgresImage

USER = 999
NAME = "clockwork-test-postgres-with-password"
START = """#!/bin/sh
set -e
: "${POSTGRES_PASSWORD:?}"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  umask 077
  printf '%s' "$POSTGRES_PASSWORD" > /tmp/password
  initdb --pgdata="$PGDATA" --username="$POSTGRES_USER" --pwfile=/tmp/password \\
    --auth=scram-sha-256 --locale=C --encoding=UTF8 >/tmp/log
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  echo "CREATE DATABASE $POSTGRES_DB" | postgres --single -D "$PGDATA" postgres >/tmp/log
fi
exec postgres -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories=/tmp
"""
CHANGES = (
    'ENTRYPOINT ["/start"]',
    "ENV PGDATA=/var/lib/postgresql/data",
    "ENV PATH=/bin",
    "VOLUME /var/lib/postgresql/data",
)


class PasswordPostgresImage(PostgresImage):
    """Initialised from POSTGRES_USER, POSTGRES_DB and POSTGRES_PASSWORD, as the official image."""

    def load(self, engine: Engine) -> str:
        """Make the image known to an engine; its name."""
        if NAME not in engine.images:
            changes = [part for change in CHANGES for part in ("--change", change)]
            engine.call("import", *changes, self.archive, NAME)
            engine.images.append(NAME)
        return NAME

    def _make_file_system(self, root: Path) -> None:
        super()._make_file_system(root)
        newest = max(Path("/usr/lib/postgresql").iterdir(), key=lambda path: int(path.name))
        shutil.copy(newest / "bin/pg_isready", root / "bin/pg_isready")
        self._copy_libraries(root / "bin/pg_isready", root)
        (root / "start").write_text(START)
        (root / "etc/passwd").write_text(f"postgres:x:{USER}:{USER}::/tmp:/bin/sh\n")
        data = root / "var/lib/postgresql/data"
        data.mkdir(parents=True)
        os.chown(data, USER, USER)
