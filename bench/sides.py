"""What is measured in turn: a server with its requests, and what it takes of a processor."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from bench.client import Request, Result, load
from bench.processor import Backends, since
from bench.servers import Server

CONNECTIONS = 16
ROUNDS = 5
WARM_SECONDS = 0.4


class Figure(NamedTuple):
    """What one round took each time, in seconds of a processor."""

    cpu: float
    database: float
    result: Result


class Side:
    """One of those that are measured in turn, and what its rounds gave."""

    def __init__(self, server: Server, requests: Sequence[Request], backends: Backends) -> None:
        self.figures: list[Figure] = []
        self._server, self._requests, self._backends = server, requests, backends

    def load(self, connections: int, seconds: float) -> Result:
        """Send the requests for so long."""
        return load(self._server.port, self._requests, connections, seconds)

    def round(self, seconds: float) -> None:
        """On one connection: with several, a bare Waitress spins while a thread sends."""
        server, backends = self._server.cpu(), self._backends.taken()
        result = self.load(1, seconds)
        cpu = (self._server.cpu() - server) / len(result.times)
        database = since(backends, self._backends.taken()) / len(result.times)
        self.figures.append(Figure(cpu, database, result))

    def median(self, value: Callable[[Figure], float]) -> float:
        """The median of all rounds."""
        return median(map(value, self.figures))

    def beside(
        self,
        other: "Side",
        value: Callable[[Figure], float],
        how: Callable[[float, float], float],
    ) -> float:
        """The median of what the pairs of rounds give."""
        pairs = zip(self.figures, other.figures, strict=True)
        return median(how(value(mine), value(theirs)) for mine, theirs in pairs)

    def quantile(self, part: float) -> float:
        """The seconds that this part of all rounds' times stayed within."""
        times = [time for figure in self.figures for time in figure.result.times]
        return Result(times, 0).quantile(part)


def in_turn(sides: Sequence[Side], seconds: float, alone: bool) -> None:
    """Warm all up, `alone` with one connection; then measure them in turn, in changing order."""
    for side in sides:
        if not alone:
            side.load(CONNECTIONS, WARM_SECONDS / 2)
        side.load(1, WARM_SECONDS / 2)
    for number in range(ROUNDS):
        for side in sides if number % 2 else reversed(sides):
            side.round(seconds)


def cpu(figure: Figure) -> float:
    """Of the server."""
    return figure.cpu


def database(figure: Figure) -> float:
    """Of the processes of the database."""
    return figure.database


def both(figure: Figure) -> float:
    """Of the server and the database."""
    return figure.cpu + figure.database


def ratio(mine: float, others: float) -> float:
    """How many times the other it is."""
    return mine / others if others else 0


def difference(mine: float, others: float) -> float:
    """How much more it is."""
    return mine - others
