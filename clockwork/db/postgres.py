"""PostgreSQL: connections that notice when they are dead and never wait for ever."""

import os
import select
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import peewee
import psycopg2
import psycopg2.extensions
from peewee import Psycopg2Adapter
from playhouse.pool import PooledPostgresqlDatabase
from psycopg2.extensions import TRANSACTION_STATUS_IDLE

from clockwork.db.prepared import Connection, PlainConnection

CONNECT_SECONDS = 2
IDLE_SECONDS = 300
# After a server did not answer, nobody asks it again for so long: they would wait in turn.
PAUSE_SECONDS = 1.0
# How much longer than PostgreSQL itself the watchdog waits: who is alive cancels cleanly.
GRACE_SECONDS = 1.0
LOOK_SECONDS = 0.25
UUID_OID = 2950  # PostgreSQL: select 'uuid'::regtype::oid

AS_TEXT = psycopg2.extensions.new_type((UUID_OID,), "UUID", psycopg2.extensions.UNICODE)


class Adapter(Psycopg2Adapter):
    """How peewee speaks to psycopg2."""

    statement_seconds: float | None = None

    def connect(self, db: Any, **params: Any) -> Any:
        """Open a connection that gives identifiers as texts and limits its statements."""
        connection = super().connect(db, **params)
        psycopg2.extensions.register_type(AS_TEXT, connection)
        connection.autocommit = True
        connection.cursor().execute("; ".join(self._settings(connection)))
        return connection

    def _settings(self, connection: Connection) -> Iterator[str]:
        # Without statistics, as after a restore, it would compile for 250 ms what runs in one.
        yield "SET jit = off"
        if self.statement_seconds is not None:
            yield f"SET statement_timeout = {round(self.statement_seconds * 1000)}"
        if connection.prepares:
            # Else what looks cheaper with its values is planned anew each time.
            yield "SET plan_cache_mode = force_generic_plan"

    def is_connection_closed(self, connection: Any) -> bool:
        """Whether an idle connection was cut: then there is something to read, its end.

        Looks at the socket instead of asking the server, which would double a short request.
        """
        if connection.closed:
            return True
        idle = connection.get_transaction_status() == self.txn_idle
        look = select.poll()
        look.register(connection.fileno(), select.POLLIN)
        return not idle or bool(look.poll(0))


class Database(PooledPostgresqlDatabase):
    """A pool of connections. With `seconds`, no request holds one for longer than that.

    `prepares` is whether statements that are repeated are planned once a connection.
    """

    psycopg2_adapter = Adapter

    def __init__(
        self, url: str, connections: int, seconds: float | None, prepares: bool = True
    ) -> None:
        super().__init__(
            url,
            max_connections=connections,
            timeout=CONNECT_SECONDS,
            stale_timeout=IDLE_SECONDS,
            connect_timeout=CONNECT_SECONDS,
            application_name="clockwork",
            connection_factory=Connection if prepares else PlainConnection,
            **tls_options(url),
        )
        self._adapter: Any
        self._adapter.statement_seconds = seconds
        self._paused_until = 0.0
        self._watchdog = Watchdog(seconds, self._pause) if seconds is not None else None

    def add(self, sql: str, values: Sequence[object] = ()) -> None:
        """Send a statement along with the next one, or with the end of the transaction."""
        self.cursor().add(sql, values)

    def prolong(self) -> None:
        """Count anew for how long this thread holds its connection: its server answers."""
        if self._watchdog:
            self._watchdog.begin(self.connection())

    def begin(self, isolation_level: Any = None) -> None:
        """Begin a transaction with its first statement."""
        if isolation_level is not None:
            super().begin(isolation_level)
        else:
            self.add("BEGIN")

    def commit(self) -> None:
        """End a transaction, if one has begun, with what still waits."""
        waiting = self.connection().waiting
        if waiting == [b"BEGIN"]:
            waiting.clear()
        else:
            super().commit()

    def rollback(self) -> None:
        """Undo a transaction, if one has begun."""
        connection = self.connection()
        connection.waiting.clear()
        if connection.get_transaction_status() != TRANSACTION_STATUS_IDLE:
            super().rollback()

    def savepoint(self) -> "Savepoint":
        """What can be undone within a transaction."""
        return Savepoint(self)

    def _connect(self) -> Any:
        if time.monotonic() < self._paused_until:
            raise psycopg2.OperationalError("the server did not answer a moment ago")
        began = time.monotonic()
        try:
            connection = super()._connect()
        except psycopg2.OperationalError:
            # Refused at once is no reason to pause: the next attempt costs nothing.
            if time.monotonic() - began > CONNECT_SECONDS / 2:
                self._pause()
            raise
        if self._watchdog:
            self._watchdog.begin(connection)
        return connection

    def _close(self, conn: Any, close_conn: bool = False) -> None:
        if self._watchdog:
            self._watchdog.end(conn)
        super()._close(conn, close_conn)

    def _pause(self) -> None:
        self._paused_until = time.monotonic() + PAUSE_SECONDS
        # Those that lie idle lead to the same server.
        self.close_idle()


class Savepoint(peewee._savepoint):
    """Made and released in the trips of other statements."""

    def _begin(self) -> None:
        self.db.add(f"SAVEPOINT {self.quoted_sid}")

    def commit(self, begin: bool = True) -> None:
        """Keep what was done since."""
        self.db.add(f"RELEASE SAVEPOINT {self.quoted_sid}")
        if begin:
            self._begin()


class Watchdog:
    """Cuts connections whose server stopped answering, so that no thread waits for ever.

    A server that answers ends slow statements by itself, by statement_timeout; this is for one
    that is frozen or unreachable, where the driver would wait without end.
    """

    def __init__(self, seconds: float, on_cut: Any) -> None:
        self._seconds = seconds + GRACE_SECONDS
        self._on_cut = on_cut
        self._in_use: dict[Any, float] = {}
        self._started = threading.Lock()

    def begin(self, connection: Any) -> None:
        """A request has taken a connection, or the server has answered a part of a long one."""
        if self._started.acquire(blocking=False):
            threading.Thread(target=self._watch, name="watchdog", daemon=True).start()
        self._in_use[connection] = time.monotonic() + self._seconds

    def end(self, connection: Any) -> None:
        """The request has given it back."""
        self._in_use.pop(connection, None)

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            now = time.monotonic()
            for connection, deadline in list(self._in_use.items()):
                if now > deadline:
                    self._cut(connection)

    def _cut(self, connection: Any) -> None:
        with suppress(OSError, psycopg2.Error), socket.socket(fileno=_duplicate(connection)) as end:
            # Still in use now, so the copied descriptor was that of this connection.
            if self._in_use.pop(connection, None) is not None:
                end.shutdown(socket.SHUT_RDWR)
                self._on_cut()


def _duplicate(connection: Any) -> int:
    with socket.socket(fileno=connection.fileno()) as borrowed:
        copy = borrowed.dup().detach()
        borrowed.detach()
    return copy


def tls_options(url: str) -> dict[str, Any]:
    """Libpq knows no system CA bundle by itself; give it one when it is asked to verify."""
    query = urlsplit(url).query
    bundle = os.environ.get("SSL_CERT_FILE") or "/etc/ssl/certs/ca-certificates.crt"
    if "sslmode=verify" not in query or "sslrootcert" in query or not Path(bundle).is_file():
        return {}
    return {"sslrootcert": bundle}
