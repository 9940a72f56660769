"""Replicas of the server on one PostgreSQL, behind a reverse proxy that asks who is ready."""

import http.client
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

from tests.image.containers import LOCKED_DOWN, OPEN, Container, Engine, answers
from tests.servers import free_port

POLL_SECONDS = 0.2
DATABASE = "clockwork"
PASSWORD = "of the test"


class Proxy:
    """Sends each request to a ready replica, in turn, and once: asking again would hide a loss."""

    def __init__(self) -> None:
        self.replicas: dict[str, bool] = {}
        self._turn = count()
        self._stop = threading.Event()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def forward(self) -> None:
                proxy._forward(self)

            do_GET = do_POST = do_PATCH = do_DELETE = forward

            def log_message(self, *_arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self._threads = [
            threading.Thread(target=target, daemon=True)
            for target in (self._server.serve_forever, self._watch)
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()

    def _watch(self) -> None:
        """As a readiness probe does, only more often."""
        while not self._stop.wait(POLL_SECONDS):
            for place in list(self.replicas):
                ready = answers(f"http://{place}/healthz")
                if place in self.replicas:
                    self.replicas[place] = ready

    def _forward(self, handler: BaseHTTPRequestHandler) -> None:
        ready = [place for place, is_ready in self.replicas.items() if is_ready]
        if not ready:
            return handler.send_error(502, "no replica is ready")
        place = ready[next(self._turn) % len(ready)]
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        connection = http.client.HTTPConnection(place, timeout=30)
        try:
            headers = {"Host": "localhost", "Content-Length": str(len(body))}
            connection.request(handler.command, handler.path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            return handler.send_error(502, f"{place}: {error}"[:80])
        finally:
            connection.close()
        handler.send_response(answer.status)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)
        return None


class Cluster:
    """A database, a proxy, and the replicas that it sends to."""

    def __init__(self, engine: Engine, postgres_image: str) -> None:
        self.engine = engine
        self.network = engine.new_network()
        self.places: dict[str, str] = {}
        self.url = f"postgresql://clockwork@postgres:5432/{DATABASE}"
        settings = (
            f"POSTGRES_PASSWORD={PASSWORD}",
            "POSTGRES_USER=clockwork",
            f"POSTGRES_DB={DATABASE}",
        )
        self.postgres = engine.start(
            f"--network={self.network}", "--network-alias=postgres", "--user=999:999",
            *(f"--env={setting}" for setting in settings), image=postgres_image,
        )  # fmt: skip
        self._until(self._accepts)
        self.proxy = Proxy()

    def close(self) -> None:
        self.proxy.close()

    def command(self, *arguments: str, options: tuple[str, ...] = ()) -> str:
        """Run one of Clockwork's commands on the database."""
        return self.engine.command(*arguments, options=(*self._options(), *options))

    def migrate(self, direction: str, options: tuple[str, ...] = ()) -> str:
        """Change the schema; what is said about it."""
        return self.engine.log_of("migrate", direction, options=(*self._options(), *options))

    def start(self, *options: str) -> Container:
        """A replica that the proxy sends to as soon as it is ready."""
        replica = self.start_unready(*options)
        self.wait_until_ready(replica)
        return replica

    def start_unready(self, *options: str) -> Container:
        """A replica that answers, ready or not."""
        place = f"127.0.0.1:{free_port()}"
        replica = self.engine.start(
            *LOCKED_DOWN, *OPEN, *self._options(), f"--publish={place}:8080",
            "--env=DRAIN_SECONDS=2", *options,
        )  # fmt: skip
        self.proxy.replicas[place] = False
        self.places[replica.name] = place
        self._until(lambda: self.status(replica, "/livez") == 200)
        return replica

    def wait_until_ready(self, replica: Container) -> None:
        """Until the proxy has seen that it is."""
        self._until(lambda: self.proxy.replicas[self.places[replica.name]])

    def status(self, replica: Container, path: str) -> int:
        """What a replica itself answers; 0 when it does not."""
        try:
            with urllib.request.urlopen(
                f"http://{self.places[replica.name]}{path}", timeout=5
            ) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except OSError:
            return 0

    def replace(self, old: Container, *options: str) -> Container:
        """As a rolling update does: the new one first; then the old one drains and ends."""
        new = self.start(*options)
        assert old.stop() == 0, old.logs
        del self.proxy.replicas[self.places[old.name]]
        return new

    def _options(self) -> tuple[str, ...]:
        url = (f"--env=DATABASE_URL={self.url}", f"--env=PGPASSWORD={PASSWORD}")
        return (f"--network={self.network}", *url)

    def _accepts(self) -> bool:
        try:
            self.postgres.execute("pg_isready", "--host=127.0.0.1", "--username=clockwork")
        except AssertionError:
            return False
        return True

    def _until(self, condition: object, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, self.postgres.logs
            time.sleep(0.1)


class Load:
    """People at work through the proxy: one starts and stops without pause, others look."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.failures: list[str] = []
        self.requests = 0
        self.stopped: dict[str, str] = {}
        self.running: str | None = None
        project = self.ask("POST", "/api/projects", {"name": "P"}, 201)
        path = f"/api/projects/{project['id']}/categories"
        self.categories = [self.ask("POST", path, {"name": name}, 201)["id"] for name in "AB"]

    def ask(self, method: str, path: str, body: object, expected: int) -> dict:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            data = None if body is None else json.dumps(body).encode()
            connection.request(method, path, data)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        self.requests += 1
        if answer.status != expected:
            raise AssertionError(f"{method} {path}: {answer.status} {content[:200]!r}")
        return json.loads(content)

    @contextmanager
    def at_work(self) -> Iterator["Load"]:
        """While the block runs. Nothing may fail, and nothing acknowledged may be lost."""
        end = threading.Event()
        jobs = [self._track, self._look, self._look]
        threads = [threading.Thread(target=self._repeat, args=(job, end)) for job in jobs]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            end.set()
            for thread in threads:
                thread.join()

    def _repeat(self, job: object, end: threading.Event) -> None:
        turn = 0
        while not end.wait(0.01):
            turn += 1
            try:
                job(turn)
            except (AssertionError, OSError, http.client.HTTPException) as error:
                self.failures.append(f"{type(error).__name__}: {error}")

    def _track(self, turn: int) -> None:
        body = {"categoryId": self.categories[turn % 2]}
        started = self.ask("POST", "/api/time/start", body, 201)
        if turn % 3:  # else the next start stops it
            stopped = self.ask("POST", "/api/time/stop", {}, 200)
            self.stopped[started["id"]] = stopped["stoppedAt"]

    def _look(self, turn: int) -> None:
        path = ("/api/entries?limit=20", "/api/projects", "/api/time/active")[turn % 3]
        self.ask("GET", path, None, 200)

    def lost(self) -> list[str]:
        """Entries whose stop was acknowledged and that are not there as they were told."""
        return [
            entry_id
            for entry_id, stopped_at in self.stopped.items()
            if self.ask("GET", f"/api/entries/{entry_id}", None, 200)["stoppedAt"] != stopped_at
        ]
