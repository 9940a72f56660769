"""Which thread answers which request, and in which order."""

import threading
from collections import deque
from typing import Any

from flask import Flask
from waitress.task import ThreadedTaskDispatcher

# What hashes a password takes a core for a while.
HASHING = {
    ("POST", "/api/session"),
    ("POST", "/api/setup"),
    ("POST", "/api/account/password"),
}

REPORTS = "/api/reports/"
# Of entries, and of all that is kept of a person.
EXPORT = "/export"
FEEDS = "/api/feeds/"
IMPORTS = "/api/imports"
# These ask nobody and wait for nothing.
UNWAITING = ("/livez", "/readyz")


class Queue:
    """Requests that wait: each peer's in turn, so that nobody waits for all that another sent."""

    def __init__(self) -> None:
        self._of_peer: dict[Any, deque[Any]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, task: Any) -> None:
        """Add a connection's request; behind a proxy each connection stands for itself."""
        self._of_peer.setdefault(task.peer or task, deque()).append(task)
        self._count += 1

    def popleft(self) -> Any:
        """The next request, of the peer that has waited longest for its turn."""
        peer = next(iter(self._of_peer))
        waiting = self._of_peer.pop(peer)
        if len(waiting) > 1:
            self._of_peer[peer] = waiting
        self._count -= 1
        return waiting.popleft()


class LastIn(threading.Condition):
    """Wakes who began to wait last: what that thread needs is still in the processor's cache."""

    _waiters: deque[Any]

    def notify(self, n: int = 1) -> None:
        """Wake so many."""
        for _ in range(min(n, len(self._waiters))):
            self._waiters.pop().release()


class Threads(ThreadedTaskDispatcher):
    """Threads that answer requests to an app."""

    def __init__(self, app: Flask, count: int) -> None:
        super().__init__()
        self._app = app
        self.queue = Queue()
        self.queue_cv = LastIn(self.lock)
        self.set_thread_count(count)

    def handler_thread(self, thread_no: int) -> None:
        """Answer requests until told to end."""
        # Once for the thread, not for each request; nothing that is of a request is kept in it.
        with self._app.app_context():
            super().handler_thread(thread_no)


class Dispatcher(Threads):
    """Threads for requests, and others for what must not wait for them, or they for it.

    /livez and /readyz are answered when all others wait; who signs in waits for others who sign
    in, reports, which may take seconds, for other reports, and exports and calendars, which may
    take a minute and as long as their client does, for each other. Imports come one after another:
    each may take half a minute and much memory.
    """

    def __init__(self, app: Flask, threads: int) -> None:
        super().__init__(app, threads)
        self._liveness, self._hashing = Threads(app, 1), Threads(app, 1)
        self._reports, self._exports = Threads(app, max(1, threads // 4)), Threads(app, 2)
        self._imports = Threads(app, 1)

    def add_task(self, task: Any) -> None:
        """Queue a connection's next request."""
        request = task.requests[0]
        if request.path in UNWAITING:
            self._liveness.add_task(task)
        elif (request.command, request.path) in HASHING and not request.error:
            self._hashing.add_task(task)
        elif request.path.startswith(REPORTS) and not request.error:
            self._reports.add_task(task)
        elif _is_export(request.path) and not request.error:
            self._exports.add_task(task)
        elif _is_import(request) and not request.error:
            self._imports.add_task(task)
        else:
            super().add_task(task)


def _is_import(request: Any) -> bool:
    """Whether it reads a file, or stores or removes what one holds; to look at imports is quick."""
    return bool(request.path.startswith(IMPORTS)) and request.command not in ("GET", "HEAD")


def _is_export(path: str) -> bool:
    return path.endswith(EXPORT) or path.startswith(FEEDS)
