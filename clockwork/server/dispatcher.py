"""Which thread answers which request, and in which order."""

from collections import deque
from typing import Any

from waitress.task import ThreadedTaskDispatcher

# What hashes a password takes a core for a while.
HASHING = {
    ("POST", "/api/session"),
    ("POST", "/api/setup"),
    ("POST", "/api/account/password"),
}

REPORTS = "/api/reports/"


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


class Dispatcher(ThreadedTaskDispatcher):
    """Threads for requests, and others for what must not wait for them, or they for it.

    /livez is answered when all others wait; who signs in waits for others who sign in, and
    reports, which may take seconds, for other reports.
    """

    def __init__(self, threads: int) -> None:
        super().__init__()
        self.queue = Queue()
        self.set_thread_count(threads)
        self._liveness, self._hashing = _apart(1), _apart(1)
        self._reports = _apart(max(1, threads // 4))

    def add_task(self, task: Any) -> None:
        """Queue a connection's next request."""
        request = task.requests[0]
        if request.path == "/livez":
            self._liveness.add_task(task)
        elif (request.command, request.path) in HASHING and not request.error:
            self._hashing.add_task(task)
        elif request.path.startswith(REPORTS) and not request.error:
            self._reports.add_task(task)
        else:
            super().add_task(task)


def _apart(threads: int) -> ThreadedTaskDispatcher:
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.queue = Queue()
    dispatcher.set_thread_count(threads)
    return dispatcher
