"""Real servers for the tests: PostgreSQL in a folder of its own, and Clockwork as a process."""

import json
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from pathlib import Path
from uuid import uuid4

import psycopg2

ROOT = Path(__file__).parent.parent


class Postgres:
    """A PostgreSQL server on a Unix socket, without TCP, that loses everything at its end."""

    def __init__(self, durable: bool = False) -> None:
        self._durable = durable
        self.folder = Path(tempfile.mkdtemp(prefix="clockwork-pg-"))
        self.user = self._unprivileged()
        if self.user:
            shutil.chown(self.folder, **self.user)
        options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]
        self._call("initdb", "-D", str(self.folder / "data"), *options)
        self.start()

    def start(self) -> None:
        log = self.folder / "log"
        settings = f"-c listen_addresses='' -c unix_socket_directories={self.folder}"
        fast = "" if self._durable else "-c fsync=off -c full_page_writes=off"
        self._call("pg_ctl", "-D", str(self.folder / "data"), "-l", str(log), "-w",
                   "-o", f"{settings} {fast} -c max_connections=200", "start")  # fmt: skip

    def stop(self, mode: str = "immediate") -> None:
        self._call("pg_ctl", "-D", str(self.folder / "data"), "-m", mode, "-w", "stop")

    def start_if_stopped(self) -> None:
        if not (self.folder / "data" / "postmaster.pid").exists():
            self.start()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, name: str) -> str:
        return f"postgresql:///{name}?host={self.folder}&user=postgres"

    def create(self, template: str = "template1") -> str:
        """Make a database; its URL."""
        name = f"test_{uuid4().hex}"
        self.execute(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return self.url(name)

    def execute(self, sql: str, name: str = "postgres") -> list[tuple]:
        connection = psycopg2.connect(self.url(name))
        try:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    @staticmethod
    def _unprivileged() -> dict[str, str]:
        """PostgreSQL refuses to run as root; then somebody else has to."""
        if os.getuid() != 0:
            return {}
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
        return {"user": user, "group": user if user == "postgres" else "nogroup"}

    def _call(self, program: str, *arguments: str) -> None:
        command = [_find_postgres(program), *arguments]
        done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False,
                              stdin=subprocess.DEVNULL, **self.user)  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr}")


class Pooler:
    """A PgBouncer before a PostgreSQL server, which shares two connections by transaction."""

    def __init__(self, postgres: Postgres) -> None:
        self._postgres = postgres
        file = postgres.folder / "pgbouncer.ini"
        file.write_text(
            f"[databases]\n* = host={postgres.folder} user=postgres\n"
            f"[pgbouncer]\nunix_socket_dir = {postgres.folder}\nlisten_port = 6432\n"
            "auth_type = any\npool_mode = transaction\ndefault_pool_size = 2\n"
            "server_round_robin = 1\n"
        )
        self._process = subprocess.Popen(
            [_find_pgbouncer(), str(file)], stderr=subprocess.PIPE, text=True,
            **postgres.user,
        )  # fmt: skip
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if "process up" in line:
                return
        raise RuntimeError("pgbouncer did not start")

    def url(self, url: str) -> str:
        """The address of the same database through the pooler."""
        return f"{url}&port=6432"

    def stop(self) -> None:
        self._process.terminate()
        self._process.communicate()


def _find_pgbouncer() -> str:
    path = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
    if path is None:
        raise RuntimeError("pgbouncer is missing: install your system's package")
    return path


def _find_postgres(program: str) -> str:
    # Debian keeps these out of PATH, a folder for each version.
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    path = str(found[-1]) if found else shutil.which(program)
    if path is None:
        raise RuntimeError(f"{program} is missing: install PostgreSQL")
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(database_url: str, **settings: str) -> dict[str, str]:
    """The environment of a Clockwork process: nothing of the developer's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TZ") if name in os.environ}
    # Where the packages are that this Python was given besides its own.
    path = filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))
    defaults = {
        "DATABASE_URL": database_url,
        "MIGRATIONS_DIR": str(ROOT / "migrations"),
        "STATIC_DIR": "",
        "PYTHONPATH": os.pathsep.join(path),
        "DRAIN_SECONDS": "0",
    }
    return {**kept, **defaults, **settings}


def run_clockwork(
    *arguments: str, database_url: str, cwd: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a command of Clockwork to its end."""
    return subprocess.run(
        [sys.executable, "-m", "clockwork", *arguments],
        env=environment(database_url, **settings), cwd=cwd,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


class Clockwork:
    """A Clockwork server as a process of its own."""

    # What starts it, when that is another program, and what it is.
    command: tuple[str, ...] | list[str] = ()
    program: tuple[str, ...] | list[str] = (sys.executable, "-m", "clockwork")

    def __init__(self, database_url: str, cwd: Path, **settings: str) -> None:
        self.log: list[str] = []
        self._listening = threading.Event()
        self.process = subprocess.Popen(
            [*self.command, *self.program, "serve"],
            env=self.environment(database_url, **{"PORT": "0", **settings}), cwd=cwd,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._listening.wait(20) or not hasattr(self, "url"):
            raise RuntimeError("the server did not start:\n" + "".join(self.log))

    def environment(self, database_url: str, **settings: str) -> dict[str, str]:
        return environment(database_url, **settings)

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line)
            found = re.search(r"Clockwork is at (http://[\w.\[\]:]+)", line)
            if found:
                self.url = found[1]
                self._listening.set()
        self._listening.set()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(40)
        self._reader.join(10)
        if self.process.stderr:
            self.process.stderr.close()
        return status

    def call(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, object]:
        """One request; its status and decoded answer."""
        data = None if body is None else json.dumps(body).encode()
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + path, data, sent, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, json.loads(response.read() or b"null")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read() or b"null")
