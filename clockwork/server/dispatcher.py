"""Which thread answers which request."""

from typing import Any

from waitress.task import ThreadedTaskDispatcher


class Dispatcher(ThreadedTaskDispatcher):
    """Threads for requests, and one each for what must not wait for them, or they for it.

    /livez is answered when all others wait; and who signs in, which takes a core for a while,
    waits for others who sign in and for nobody else.
    """

    def __init__(self, threads: int) -> None:
        super().__init__()
        self._apart = {path: ThreadedTaskDispatcher() for path in ("/livez", "/api/session")}
        self.set_thread_count(threads)
        for dispatcher in self._apart.values():
            dispatcher.set_thread_count(1)

    def add_task(self, task: Any) -> None:
        """Queue a connection's next request."""
        apart = self._apart.get(task.requests[0].path)
        if apart is None:
            super().add_task(task)
        else:
            apart.add_task(task)
